"""Cuts a font program out of a TrueType face: the glyphs asked for, and what they are made of."""

from __future__ import annotations

import struct
from collections.abc import Iterable

from jsxh_desktop.reports.truetype import TrueType, components

# Kept if the font has them; the other tables are what an embedded program needs (ISO 32000-1, 9.9).
HINTING = ("cvt ", "fpgm", "prep")


def subset(face: TrueType, glyphs: Iterable[int]) -> tuple[bytes, dict[int, int]]:
    """The font program, and the new number of each glyph; glyph 0 stays first."""
    places = _places(face, sorted({0, *glyphs}))
    outlines = [_renumbered(face.outline(glyph), places) for glyph in places]
    offsets = [0]
    for outline in outlines:
        offsets.append(offsets[-1] + len(outline))
    tables = {tag: table for tag in HINTING if (table := face.table(tag))}
    tables["glyf"] = b"".join(outlines)
    tables["loca"] = struct.pack(f">{len(offsets)}L", *offsets)
    tables["hmtx"] = b"".join(struct.pack(">Hh", *face.metrics(glyph)) for glyph in places)
    tables["head"] = _patched(face.table("head"), (8, ">L", 0), (50, ">h", 1))
    tables["hhea"] = _patched(face.table("hhea"), (34, ">H", len(places)))
    tables["maxp"] = _patched(face.table("maxp"), (4, ">H", len(places)))
    return _assembled(tables), places


def _places(face: TrueType, glyphs: list[int]) -> dict[int, int]:
    """Old number → new number, with the parts of composite glyphs behind those asked for."""
    places = {glyph: place for place, glyph in enumerate(glyphs)}
    for glyph in glyphs:  # grows while it is read: a part may have parts
        for _, part in components(face.outline(glyph)):
            if part not in places:
                places[part] = len(places)
                glyphs.append(part)
    return places


def _renumbered(outline: bytes, places: dict[int, int]) -> bytes:
    """The outline with its parts' new numbers, filled up to four bytes."""
    named = list(components(outline))
    outline = _patched(outline, *((at, ">H", places[part]) for at, part in named))
    return outline + bytes(-len(outline) % 4)


def _patched(table: bytes, *changes: tuple[int, str, int]) -> bytes:
    if not changes:
        return table
    changed = bytearray(table)
    for at, kind, value in changes:
        struct.pack_into(kind, changed, at, value)
    return bytes(changed)


def _assembled(tables: dict[str, bytes]) -> bytes:
    """The tables as a file, its directory in front."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    directory = struct.pack(
        ">4s4H", b"\0\1\0\0", count, power * 16, power.bit_length() - 1, (count - power) * 16
    )
    body = b""
    for tag, table in sorted(tables.items()):
        start = 12 + 16 * count + len(body)
        padded = table + bytes(-len(table) % 4)
        directory += struct.pack(">4s3L", tag.encode(), _checksum(padded), start, len(table))
        body += padded
    return directory + body


def _checksum(padded: bytes) -> int:
    total: int = sum(struct.unpack(f">{len(padded) // 4}L", padded))
    return total & 0xFFFFFFFF
