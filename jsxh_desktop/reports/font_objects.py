"""The PDF objects a composite TrueType font is made of (ISO 32000-1, 9.7)."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from jsxh_desktop.reports.subset import subset
from jsxh_desktop.reports.truetype import TrueType

# The width a reader takes for a code that is not listed: the full width of Chinese characters.
FULL = 1000
SYMBOLIC = 4
# A bfchar list may have at most this many entries.
LIST = 100
# The faces a book is set in; of each the last program cut is remembered.
FACES = 4
_PACKED = SimpleNamespace(
    pdfname=PDFZCompress.pdfname, encode=lru_cache(FACES)(PDFZCompress.encode)
)

CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{lists}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def font_object(
    document: Any, face: TrueType, chars: Mapping[int, str], glyphs: Mapping[int, int]
) -> Any:
    """The Type 0 font for the codes given: code → character (for copying), code → glyph."""
    program, places = _program(face, frozenset(glyphs.values()))
    name = f"{_tag(program)}+{face.name}"
    descendant = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("CIDFontType2"),
        "BaseFont": PDFName(name),
        "CIDSystemInfo": PDFDictionary(
            {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
        ),
        "FontDescriptor": document.Reference(_descriptor(document, face, name, program)),
        "DW": FULL,
        "W": _widths({code: face.advance(glyph) for code, glyph in glyphs.items()}),
        "CIDToGIDMap": _stream(document, _glyph_map(glyphs, places)),
    }
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(name),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
            "ToUnicode": _stream(document, to_unicode(chars).encode("ascii")),
        }
    )


@lru_cache(FACES)
def _program(face: TrueType, glyphs: frozenset[int]) -> tuple[bytes, dict[int, int]]:
    """Cutting and packing are a quarter of a preview, whose characters are most often the same."""
    return subset(face, glyphs)


def _tag(program: bytes) -> str:
    """Six letters that differ where subsets differ: some printers keep fonts by name."""
    return "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(program).digest()[:6])


def _descriptor(document: Any, face: TrueType, name: str, program: bytes) -> Any:
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(name),
            "Flags": SYMBOLIC,
            "FontBBox": PDFArray([round(side) for side in face.box]),
            "ItalicAngle": 0,
            "Ascent": round(face.ascent),
            "Descent": round(face.descent),
            "CapHeight": round(face.ascent),
            "StemV": 80,
            "FontFile2": _stream(document, program, _PACKED, Length1=len(program)),
        }
    )


def _stream(document: Any, content: bytes, packing: Any = PDFZCompress, **entries: int) -> Any:
    return document.Reference(PDFStream(PDFDictionary(entries), content, [packing]))


def _widths(advances: Mapping[int, float]) -> Any:
    """Only what differs from the full width: code, then a list of one."""
    listed = [(code, width) for code, width in advances.items() if width != FULL]
    return PDFArray(
        [part for code, width in listed for part in (code, PDFArray([round(width, 3)]))]
    )


def _glyph_map(glyphs: Mapping[int, int], places: Mapping[int, int]) -> bytes:
    """For each code up to the last, two bytes: its place in the subset."""
    table = bytearray(2 * (max(glyphs, default=0) + 1))
    for code, glyph in glyphs.items():
        struct.pack_into(">H", table, 2 * code, places[glyph])
    return bytes(table)


def to_unicode(chars: Mapping[int, str]) -> str:
    """What a copied code reads as; one above U+FFFF as its surrogate pair."""
    lines = [f"<{code:04X}> <{char.encode('utf-16-be').hex()}>" for code, char in chars.items()]
    parts = [lines[at : at + LIST] for at in range(0, len(lines), LIST)]
    lists = (f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return CMAP.format(lists="\n".join(lists))
