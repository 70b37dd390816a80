"""Reads a TrueType face where it lies on disk; only the glyphs asked for are loaded."""

from __future__ import annotations

import mmap
import re
import struct
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from pathlib import Path

NEEDED = ("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp")

# OS/2 fsType: restricted licence, no subsetting, bitmaps only. None of these may be embedded.
FORBIDDEN = 0x0002 | 0x0100 | 0x0200

# The count of contours and the box every outline begins with.
OUTLINE = 10

# Flags of a part of a composite glyph: words not bytes, a scale, more to come, two scales, 2 by 2.
WORDS, SCALE, MORE, SCALES, MATRIX = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080


class UnusableFont(ValueError):  # noqa: N818 - named for what the clerk meets, as the file errors are
    """The file is no TrueType font, is damaged, or may not be embedded."""


class TrueType:
    """One face of a .ttf or .ttc file; lengths are in 1/1000 em, glyph 0 stands for "not there".

    Raises UnusableFont when the face cannot be embedded, OSError when the file cannot be read.
    """

    def __init__(self, path: Path, index: int = 0) -> None:
        with path.open("rb") as file:
            try:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
                self._tables = dict(_directory(self._data, index))
                self._read()
            except (ValueError, struct.error, IndexError) as problem:
                raise UnusableFont(f"{path.name}：{problem}") from problem

    def _read(self) -> None:
        absent = [tag for tag in NEEDED if tag not in self._tables]
        if absent:
            raise UnusableFont(f"没有 TrueType 轮廓（缺 {'、'.join(absent)} 表）")
        if len(rights := self.table("OS/2")[8:10]) == 2 and _word(rights, 0) & FORBIDDEN:
            raise UnusableFont("字体不允许嵌入")
        head = self.table("head")
        self._units = _word(head, 18)
        self.box = tuple(map(self._scaled, struct.unpack_from(">4h", head, 36)))
        self._long_offsets = bool(_word(head, 50))
        self._widths = _word(self.table("hhea"), 34)
        self.count = _word(self.table("maxp"), 4)
        self._check()
        self._glyph_of = _character_map(self.table("cmap"))
        self.name = _name(self.table("name")) or "Typeface"
        self.ascent, self.descent = self._extent()

    def _check(self) -> None:
        short = {"head": 54, "hhea": 36, "maxp": 6, "glyf": 1}
        if any(self._tables[tag][1] < length for tag, length in short.items()):
            raise UnusableFont("字体文件不完整")
        offsets = (self.count + 1) * (4 if self._long_offsets else 2)
        if not (self._units and self._widths and self.count):
            raise UnusableFont("字体表无效")
        if self._tables["loca"][1] < offsets or self._tables["hmtx"][1] < 4 * self._widths:
            raise UnusableFont("字体文件不完整")

    def _extent(self) -> tuple[float, float]:
        """How far the em square reaches above and below the baseline."""
        metrics = self.table("OS/2")
        up, down = struct.unpack_from(">2h", metrics, 68) if len(metrics) >= 72 else (0, 0)
        if not up:
            up, down = struct.unpack_from(">2h", self.table("hhea"), 4)
        return self._scaled(up), self._scaled(down)

    def _scaled(self, length: int) -> float:
        return length * 1000 / self._units

    def table(self, tag: str) -> bytes:
        """The bytes of a table, none when the font has no such table."""
        start, length = self._tables.get(tag, (0, 0))
        return self._data[start : start + length]

    def glyph(self, char: str) -> int:
        """The glyph of a character, 0 when the font has none."""
        found = self._glyph_of(ord(char))
        return found if found < self.count else 0

    def metrics(self, glyph: int) -> tuple[int, int]:
        """Advance and left bearing in the font's own units."""
        start, length = self._tables["hmtx"]
        if glyph < self._widths:
            advance, bearing = struct.unpack_from(">Hh", self._data, start + 4 * glyph)
            return advance, bearing
        (advance,) = struct.unpack_from(">H", self._data, start + 4 * (self._widths - 1))
        place = 2 * self._widths + 2 * glyph
        bearing = (
            struct.unpack_from(">h", self._data, start + place)[0] if place + 2 <= length else 0
        )
        return advance, bearing

    def advance(self, glyph: int) -> float:
        """How far the pen moves."""
        return self._scaled(self.metrics(glyph)[0])

    def blanks(self, glyph: int) -> tuple[float, float]:
        """The white left and right of the ink; an empty glyph is all white."""
        outline, advance = self.outline(glyph), self.advance(glyph)
        if not outline:
            return advance, advance
        left, _, right = struct.unpack_from(">3h", outline, 2)
        return self._scaled(left), advance - self._scaled(right)

    def outline(self, glyph: int) -> bytes:
        """The glyf entry, empty for a glyph without ink or out of place."""
        if glyph >= self.count:
            return b""
        start = self._tables["loca"][0]
        if self._long_offsets:
            first, last = struct.unpack_from(">2L", self._data, start + 4 * glyph)
        else:
            first, last = (2 * n for n in struct.unpack_from(">2H", self._data, start + 2 * glyph))
        base, length = self._tables["glyf"]
        found = self._data[base + first : base + min(last, length)]
        return found if len(found) >= OUTLINE else b""


def components(outline: bytes) -> Iterator[tuple[int, int]]:
    """Where in a composite outline another glyph is named, and which; nothing for a simple one."""
    if not outline or struct.unpack_from(">h", outline)[0] >= 0:
        return
    at, flags = OUTLINE, MORE
    while flags & MORE and at + 4 <= len(outline):
        flags, glyph = struct.unpack_from(">2H", outline, at)
        yield at + 2, glyph
        at += 8 if flags & WORDS else 6
        at += 2 * bool(flags & SCALE) + 4 * bool(flags & SCALES) + 8 * bool(flags & MATRIX)


def _word(data: bytes, at: int) -> int:
    (value,) = struct.unpack_from(">H", data, at)
    return int(value)


def _directory(data: mmap.mmap, index: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Tag, offset and length of each table; a collection holds several directories."""
    start = 0
    if data[:4] == b"ttcf":
        (faces,) = struct.unpack_from(">L", data, 8)
        if index >= faces:
            raise UnusableFont("字体集合里没有这一款")
        (start,) = struct.unpack_from(">L", data, 12 + 4 * index)
    if data[start : start + 4] not in (b"\0\1\0\0", b"true"):
        raise UnusableFont("不是 TrueType 字体")
    for number in range(_word(data[start + 4 : start + 6], 0)):
        tag, _, offset, length = struct.unpack_from(">4s3L", data, start + 12 + 16 * number)
        if offset + length > len(data):
            raise UnusableFont("字体文件不完整")
        yield tag.decode("latin-1"), (offset, length)


def _character_map(table: bytes) -> Callable[[int], int]:
    """The widest Unicode map of the font, as a function from code point to glyph."""
    maps = {}
    for number in range(_word(table, 2)):
        platform, encoding, offset = struct.unpack_from(">2HL", table, 4 + 8 * number)
        maps[platform, encoding] = offset
    for key, read in (
        ((3, 10), _ranges),
        ((0, 6), _ranges),
        ((0, 4), _ranges),
        ((3, 1), _segments),
        ((0, 3), _segments),
    ):
        wanted = 12 if read is _ranges else 4
        if key in maps and _word(table, maps[key]) == wanted:
            return read(table[maps[key] :])
    raise UnusableFont("字体没有统一码字符表")


def _numbers(kind: str, data: bytes) -> array[int]:
    values = array(kind, data)
    if sys.byteorder == "little":
        values.byteswap()
    return values


def _ranges(table: bytes) -> Callable[[int], int]:
    """Format 12: runs of code points with runs of glyphs."""
    (count,) = struct.unpack_from(">L", table, 12)
    values = _numbers("I", table[16 : 16 + 12 * count])
    if len(values) != 3 * count:
        raise UnusableFont("字符表不完整")
    starts, ends, glyphs = values[0::3], values[1::3], values[2::3]

    def glyph_of(code: int) -> int:
        at = bisect_right(starts, code) - 1
        return glyphs[at] + code - starts[at] if at >= 0 and code <= ends[at] else 0

    return glyph_of


def _segments(table: bytes) -> Callable[[int], int]:
    """Format 4: runs of code points up to U+FFFF, with a shift or with a list of glyphs."""
    _, _, double = struct.unpack_from(">3H", table, 2)
    ends, starts, shifts, places = (
        _numbers("H", table[14 + double * part + skip : 14 + double * (part + 1) + skip])
        for part, skip in ((0, 0), (1, 2), (2, 2), (3, 2))
    )
    if len(places) != double // 2:
        raise UnusableFont("字符表不完整")

    def glyph_of(code: int) -> int:
        at = bisect_left(ends, code)
        if at == len(ends) or code < starts[at]:
            return 0
        if not places[at]:
            return (code + shifts[at]) & 0xFFFF
        spot = 16 + 3 * double + 2 * at + places[at] + 2 * (code - starts[at])
        listed = _word(table, spot) if spot + 2 <= len(table) else 0
        return (listed + shifts[at]) & 0xFFFF if listed else 0

    return glyph_of


def _name(table: bytes) -> str:
    """The PostScript name, in letters a PDF name may have; empty when the font does not say."""
    count, texts = struct.unpack_from(">2H", table, 2) if table else (0, 0)
    for number in range(count):
        platform, _, _, kind, length, offset = struct.unpack_from(">6H", table, 6 + 12 * number)
        if kind == 6:
            raw = table[texts + offset : texts + offset + length]
            codec = "utf-16-be" if platform in (0, 3) else "latin-1"
            return re.sub(r"[^A-Za-z0-9-]", "", raw.decode(codec, errors="ignore"))
    return ""
