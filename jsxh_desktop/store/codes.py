"""Code tables of a year, read from db/codes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from jsxh_desktop.domain.code import Code, CodeTable
from jsxh_desktop.store.errors import FileIsDamaged

TITLES = {"functional": "功能分类科目", "economic": "经济分类科目"}
COLUMNS = ["code", "name", "level", "since", "confidence", "note"]
MARK = "\ufeff"  # Excel's; the codec that knows it is loaded for 5 ms under wine
CONFIDENCES = ("certain", "probable")
_YEAR = re.compile(r"\d{4}")
_LENGTHS = {"类": 3, "款": 5, "项": 7}


@cache
def read_codes(folder: Path, year: int, classification: str) -> CodeTable:
    """The table of a year, or of the nearest year before it that has one.

    `folder` holds one folder a year; `classification` is functional or economic. A year before the
    first table gets the first. Codes that came later than `year` are left out. Raises FileIsDamaged
    where a table is missing or its lines are not what db/codes/README.md says.
    """
    path = _folder_of(folder, year) / f"{classification}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            if file.read(1) != MARK:
                file.seek(0)
            codes = list(_codes(file))
    except (OSError, ValueError, csv.Error) as problem:
        raise FileIsDamaged(
            f"科目表“{path.parent.name}/{path.name}”无法读取（{problem}），请重新安装程序"
        ) from problem
    valid = {code.code: code for code in codes if not code.since or int(code.since) <= year}
    return CodeTable(TITLES[classification], valid)


def _folder_of(folder: Path, year: int) -> Path:
    years = sorted(int(each.name) for each in folder.glob("[0-9][0-9][0-9][0-9]"))
    if not years:
        raise FileIsDamaged("程序缺少科目表，请重新安装程序")
    return folder / str(max((each for each in years if each <= year), default=years[0]))


def _codes(file: Iterable[str]) -> Iterator[Code]:
    """The lines of a table; ValueError where a value is missing or contradicts another."""
    lines = csv.reader(file, strict=True)
    if (heads := next(lines, [])) != COLUMNS:
        raise ValueError(f"columns are {heads}")
    for line in lines:
        if len(line) != len(COLUMNS) or not line[1]:
            raise ValueError(f"line {lines.line_num}")
        code, name, level, since, confidence, note = line
        if not code.isdecimal() or len(code) != _LENGTHS.get(level):
            raise ValueError(f"line {lines.line_num}: code {code}")
        if confidence not in CONFIDENCES or not (since == "" or _YEAR.fullmatch(since)):
            raise ValueError(f"line {lines.line_num}: {since} {confidence}")
        yield Code(code, name, confidence, since, note)
