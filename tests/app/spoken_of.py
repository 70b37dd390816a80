"""What a file that is handed out says anywhere in it: packed, compressed or written in a code."""

from __future__ import annotations

import base64
import binascii
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from urllib.parse import quote

CODES = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_TEXT = re.compile(rb"\(((?:\\.|[^\\()])*)\)", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(.))", re.DOTALL)
_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_HEX = re.compile(rb"<([0-9A-Fa-f\s]+)>")


def found(words: tuple[str, ...], content: bytes) -> list[str]:
    """Which words stand in it, in any code they could be written in."""
    said = [part.lower() for part in parts(content)]
    return [word for word in words if any(form in part for form in _forms(word) for part in said)]


def parts(content: bytes) -> Iterator[bytes]:
    """The file itself, and what is packed in it, unpacked."""
    yield content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.infolist():
                yield member.filename.encode()
                yield from parts(archive.read(member))
    elif content.startswith(b"%PDF"):
        yield from _texts(content)
        for stream in _STREAM.findall(content):
            opened = _opened(stream)
            yield opened
            yield from _texts(opened)


def _forms(word: str) -> Iterator[bytes]:
    for code in CODES:
        yield word.encode(code).lower()
    yield quote(word).lower().encode()


def _texts(content: bytes) -> Iterator[bytes]:
    """The texts of a PDF, as they read."""
    for text in _TEXT.findall(content):
        yield _ESCAPE.sub(_read, text)
    for digits in _HEX.findall(content):
        yield binascii.unhexlify((found := b"".join(digits.split())) + b"0" * (len(found) % 2))


def _read(escape: re.Match[bytes]) -> bytes:
    octal, sign = escape.groups()
    return bytes([int(octal, 8) & 255]) if octal else _SIGNS.get(sign, sign)


def _opened(stream: bytes) -> bytes:
    try:
        packed = base64.a85decode(stream.strip(), adobe=True) if b"~>" in stream[-4:] else stream
    except ValueError:
        packed = stream
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return packed  # not compressed
