"""Files that are damaged, locked, carry macros or were made to fill memory and time."""

from __future__ import annotations

import random
import re
import zipfile
from pathlib import Path

import pytest

from jsxh_desktop.app.imports.source import read_source
from jsxh_desktop.app.problem import Problem

GIVEN = Path(__file__).parents[2] / "files" / "hostile"
"""What no library here writes: an office program did, with the password 1234 or a macro."""

SHEET, TABLE = "xl/worksheets/sheet1.xml", "content.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CELL = '<table:table-cell office:value-type="float" office:value="1"/>'
WIDE = CELL.replace("/>", ' table:number-columns-repeated="16384"/>')


def refused(path: Path) -> str:
    """The one sentence a file is refused with, by a program that goes on."""
    with pytest.raises(Problem) as told:
        read_source(path)
    said = str(told.value)
    assert said.startswith(f"“{path.name}”")
    assert re.fullmatch(r"[^\n]*[一-鿿]", said)
    return said


def rebuilt(path: Path, parts: dict[str, bytes | None]) -> Path:
    """The archive with parts replaced, added, or (None) left out."""
    with zipfile.ZipFile(path) as archive:
        held: dict[str, bytes | None] = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**held, **parts}.items():
            if content is not None:
                archive.writestr(name, content)
    return path


def rows(markup: str, behind: str = "") -> bytes:
    """A sheet of a workbook with these rows."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{markup}</sheetData>{behind}</worksheet>'.encode()


def with_rows(path: Path, markup: str) -> Path:
    """An .ods with these rows in place of its own."""
    with zipfile.ZipFile(path) as archive:
        content = archive.read(TABLE).decode()
    first, last = content.index("<table:table-row"), content.rindex("</table:table>")
    return rebuilt(path, {TABLE: (content[:first] + markup + content[last:]).encode()})


def repeated(times: int, inside: str) -> str:
    """A row that says it stands so many times."""
    row = f'<table:table-row table:number-rows-repeated="{times}">'
    return f"{row}{inside}</table:table-row>"


def spoilt(content: bytes, seed: int) -> bytes:
    """The content with some bytes changed, cut off or doubled."""
    draw = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    made = bytearray(content)
    for _ in range(draw.randint(1, 20)):
        made[draw.randrange(len(made))] = draw.randrange(256)
    if draw.random() < 0.3:
        del made[draw.randrange(len(made)) :]
    if draw.random() < 0.2:
        place = draw.randrange(len(made) + 1)
        made[place:place] = made[: draw.randrange(2_000)]
    return bytes(made)


def old_container(*names: str) -> bytes:
    """The start of an old binary file that holds storages of these names, and nothing else."""
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
    return header + b"".join(name.encode("utf-16le").ljust(128, b"\0") for name in names)
