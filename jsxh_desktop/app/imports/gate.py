"""What may be opened at all: files that would take the memory or the time are refused before.

Everything here looks at bytes and names only; it reads no more than is counted.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path, PurePosixPath

MOST_BYTES = 20 * 2**20
MOST_UNPACKED = 100 * 2**20
MOST_PARTS = 2_000
MOST_RATIO = 120
"""So many times smaller a large part of a file may be packed; tables of zeros are 16 times."""
LARGE = 2**20

PACKED, OLD = b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1")
_LOOKED_AT = 64 * 1024
_ENCRYPTED = 0x1
_IN_LOCKED, _IN_MACROS = ("EncryptedPackage".encode("utf-16le"), "_VBA_PROJECT".encode("utf-16le"))
_WEB = re.compile(rb"\s*(<!doctype html|<html|<table|<\?xml|<!--|mime-version:)", re.IGNORECASE)
_DECLARES = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_SAVE_AGAIN = "请用 WPS 或 Excel 打开，另存为 .xlsx 再导入"
DAMAGED = f"文件损坏了，读不出来，{_SAVE_AGAIN}"
LOCKED = "文件加了密码，请在 WPS 或 Excel 里取消密码再导入"
ALTERED = "数据包不完整，或者做好以后改过，什么也没有导入，请向给的人重新要一份"
TOO_LARGE = "文件太大，不像是一套决算表，请只留要导入的表，另存为 .xlsx 再导入"
MACROS = "文件里带着宏，为了安全不打开，请另存为不带宏的 .xlsx 再导入"
MANIFEST, PACKAGE, SUFFIX = "manifest.json", "package", ".jsxpkg"
SPREADSHEETS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")
DAMAGES = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError)
"""What reading a damaged archive may raise."""


class Refused(Exception):  # noqa: N818 - named for what happened to the file
    """A file that is not read; the message is the whole answer for the clerk."""


def kind_of(path: Path) -> str:
    """“packed” (.xlsx, .ods), “package” (.jsxpkg), “old” (.xls) or “text” (.csv).

    Refused for everything else.
    """
    size = path.stat().st_size
    if not size:
        raise Refused("文件是空的，里面没有表格，请换一个文件")
    if size > MOST_BYTES:
        raise Refused(TOO_LARGE)
    with path.open("rb") as file:
        start = file.read(_LOOKED_AT)
    if start.startswith(PACKED):
        return _look_into(path)
    if start.startswith(OLD):
        _look_through(path)
        return "old"
    if start.startswith(b"%PDF"):
        raise Refused("这是 PDF，不是表格，请向给表的人要 Excel 文件")
    plain = start.removeprefix(b"\xef\xbb\xbf")
    if _WEB.match(plain):
        raise Refused(f"这个文件其实是网页，只是名字像表格，{_SAVE_AGAIN}")
    if b"\0" in start:
        raise Refused(f"认不出这是什么文件，{_SAVE_AGAIN}")
    return "text"


def _look_through(path: Path) -> None:
    """What an old file holds stands in it by name: a locked .xlsx, or macros."""
    content = path.read_bytes()
    if _IN_LOCKED in content:
        raise Refused(LOCKED)
    if _IN_MACROS in content:
        raise Refused(MACROS)


def _look_into(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            _measure(archive)
            _read_all(archive)
            names = archive.namelist()
    except DAMAGES as problem:
        raise Refused(DAMAGED) from problem
    return "packed" if any(name in names for name in SPREADSHEETS) else PACKAGE


def _measure(archive: zipfile.ZipFile) -> None:
    """Whether the archive says of itself that it is a workbook of a usual size."""
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise Refused(LOCKED)
    if not any(name in names for name in (*SPREADSHEETS, MANIFEST)):
        raise Refused(f"这是压缩包或别的文件，不是表格，{_SAVE_AGAIN}")
    if any(map(_is_macro, names)):
        raise Refused(MACROS)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused(TOO_LARGE)
    if any(_swollen(part) for part in parts):
        raise Refused(TOO_LARGE)
    if len({name.casefold() for name in names}) < len(names) or any(map(_strays, names)):
        raise Refused(DAMAGED)


def _swollen(part: zipfile.ZipInfo) -> bool:
    return part.file_size > LARGE and part.file_size > MOST_RATIO * max(part.compress_size, 1)


def _is_macro(name: str) -> bool:
    """In .xlsx, or in .ods."""
    path = PurePosixPath(name)
    return path.name.lower() == "vbaproject.bin" or path.parts[:1] in {("Basic",), ("Scripts",)}


def _strays(name: str) -> bool:
    return name.startswith(("/", "\\")) or ".." in PurePosixPath(name.replace("\\", "/")).parts


def _read_all(archive: zipfile.ZipFile) -> None:
    """Each part is whole, and none declares what would grow when it is read."""
    for part in archive.infolist():
        with archive.open(part) as opened:
            start = opened.read(_LOOKED_AT)
            if _DECLARES.search(start.replace(b"\0", b"")[:4096]):
                raise Refused(DAMAGED)
            while opened.read(LARGE):
                pass
