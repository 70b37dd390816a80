"""Packs a folder so that the same files give the same bytes."""

from __future__ import annotations

import lzma
import os
import tarfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

PRESET = 9


def tar_xz(folder: Path, target: Path, when: int) -> None:
    """Pack a folder under its own name; owners are nobody's, times are `when`."""
    with (
        lzma.open(target, "wb", preset=PRESET) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in (folder, *members(folder)):
            entry = archive.gettarinfo(path, path.relative_to(folder.parent).as_posix())
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime = when
            if entry.isfile():
                with path.open("rb") as file:
                    archive.addfile(entry, file)
            else:
                archive.addfile(entry)


def zip_file(folder: Path, target: Path, when: int) -> None:
    """Pack a folder under its own name; names are UTF-8, times are `when`."""
    date = time.gmtime(when)[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in members(folder):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), date)
                entry.external_attr = (0o100000 | (path.stat().st_mode & 0o777)) << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())


def members(folder: Path) -> Iterator[Path]:
    """Everything below a folder, in an order that no disk decides."""
    yield from sorted(folder.rglob("*"), key=lambda path: os.fsencode(path.relative_to(folder)))
