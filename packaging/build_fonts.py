"""Makes the bundled fonts of assets/fonts from their sources: the same sources give the same bytes.

    python packaging/build_fonts.py --serif NotoSerifSC_400Regular.ttf \
        --serif-bold NotoSerifSC_700Bold.ttf --sans NotoSansSC_400Regular.ttf \
        --kai LXGWWenKai-Regular.ttf --rare HanaMinB.ttf \
        --unihan FOLDER_OF_UNIHAN_TEXTS --output assets/fonts

Where the sources come from, with version and sha256: assets/fonts/README.md. Needs fontTools.
"""

from __future__ import annotations

import argparse
import bz2
import re
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# Latin, Greek, Cyrillic; punctuation, arrows, enclosed figures, boxes; CJK signs; full-width forms.
SIGNS = (
    range(0x20, 0x7F),
    range(0xA0, 0x180),
    range(0x370, 0x460),
    range(0x2000, 0x2070),
    range(0x2070, 0x2700),
    range(0x3000, 0x3400),
    range(0xFE10, 0xFE70),
    range(0xFF00, 0xFFF0),
)

# Sources of Unihan for names and books of our time: the identity-card register, 现代汉语词典,
# 辞海, 中华字海, typesetting by 方正, the land survey, the dictionary of dialects.
RARE_SOURCES = r"^(GIDC|GXC|GCH|GZH|GFZ|GCY|GZFY)"
# Met in names, yet in none of those lists.
RARE_NAMES = "𠮷𤳵"


def unihan(folder: Path, name: str, pattern: str = "") -> set[int]:
    """The characters that have the property, its value matching the pattern."""
    return {
        int(code[2:], 16)
        for path in sorted(folder.glob("Unihan_*.txt.bz2"))
        for code, key, value in _fields(path)
        if key == name and re.search(pattern, value)
    }


def _fields(path: Path) -> Iterator[list[str]]:
    with bz2.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("U+"):
                yield line.rstrip("\n").split("\t", 2)


def encoded(codec: str) -> set[int]:
    """The characters the two-byte part of a Chinese encoding can write."""
    pairs = (bytes((a, b)) for a in range(0x81, 0xFF) for b in range(0x40, 0xFF))
    texts = (pair.decode(codec, errors="ignore") for pair in pairs)
    return {ord(text) for text in texts if len(text) == 1 and not "\ue000" <= text <= "\uf8ff"}


def rare(folder: Path) -> set[int]:
    """Characters above U+FFFF that a name or a place may need and Song lacks."""
    wanted = unihan(folder, "kTGH") | unihan(folder, "kIRG_GSource", RARE_SOURCES)
    wanted |= unihan(folder, "kIICore") | unihan(folder, "kUnihanCore2020")
    return {code for code in wanted if code > 0xFFFF} | set(map(ord, RARE_NAMES))


def make(source: Path, target: Path, codes: set[int] | None, name: str) -> None:
    """Write the subset (None: all characters) without hinting and layout, under our own name."""
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "VORG", "gasp", "vhea", "vmtx"]
    options.drop_tables += ["GlyphOrder", "DSIG", "prep"]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap().keys() if codes is None else codes)
    subsetter.subset(font)
    _square_marks(font)
    _rename(font, name)
    font.save(target)


def _square_marks(font: TTFont) -> None:
    """Quotation marks and the dash fill a full square, as they do in Chinese; two dashes join."""
    names, square = font.getBestCmap(), font["head"].unitsPerEm
    for mark in "“”‘’—":
        if ord(mark) in names:
            name = names[ord(mark)]
            glyph, (advance, _) = font["glyf"][name], font["hmtx"][name]
            if mark == "—":
                glyph.coordinates.translate((-glyph.xMin, 0))
                glyph.coordinates.scale((square / (glyph.xMax - glyph.xMin), 1))
                glyph.coordinates.toInt()
            elif mark in "“‘":
                glyph.coordinates.translate((square - advance, 0))
            glyph.recalcBounds(font["glyf"])
            font["hmtx"][name] = (square, glyph.xMin)


def _rename(font: TTFont, name: str) -> None:
    """A changed font may not carry a reserved name (OFL 1.1, condition 3)."""
    table = font["name"]
    for wrong in [
        record for record in table.names if (record.platformID, record.langID) != (3, 0x409)
    ]:
        table.names.remove(wrong)
    texts = {1: name, 2: "Regular", 3: name, 4: name, 6: name.replace(" ", "-")}
    for number, text in texts.items():
        table.setName(text, number, 3, 1, 0x409)


def main() -> None:
    arguments = _arguments()
    target: Path = arguments.output
    signs = {code for part in SIGNS for code in part}
    common = signs | unihan(arguments.unihan, "kTGH") | encoded("gb2312")
    song = set(TTFont(arguments.serif, lazy=True).getBestCmap())
    for source, file, codes, name in (
        (arguments.serif, "Song-Regular.ttf", None, "JSXH Song"),
        (arguments.serif_bold, "Song-Bold.ttf", common, "JSXH Song Bold"),
        (arguments.sans, "Hei-Regular.ttf", common, "JSXH Hei"),
        (arguments.kai, "Kai-Regular.ttf", common, "JSXH Kai"),
        (arguments.rare, "Rare-Regular.ttf", rare(arguments.unihan) - song, "JSXH Rare"),
    ):
        make(source, target / file, codes, name)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make the bundled fonts from their sources.")
    for name in ("serif", "serif-bold", "sans", "kai", "rare", "unihan", "output"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
