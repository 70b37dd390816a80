"""Where on the sheets of a file the public tables stand: from a title down to the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jsxh_desktop.app.imports.source import Source, plain
from jsxh_desktop.app.imports.table_titles import table_called, year_in

WAN, YUAN = "万元", "元"
_UNIT = re.compile(r"单位:?(?:人民币)?(亿元|万元|元)|\((万元|元)\)")
_OF_UNIT = re.compile(r"^(?:编制)?(?:部门|单位)(?:名称)?:(.+)$")
_FAR = 12
"""So many rows from its title a table says its unit of money, if it does."""


@dataclass(frozen=True)
class Region:
    """A public table on a sheet: its rows from below the title up to, without, `bottom`.

    `unit` is what its amounts are in, as far as it says so; `year` and `owner` likewise.
    """

    table: str
    source: Source
    top: int
    bottom: int
    unit: str = ""
    year: int | None = None
    owner: str = ""

    @property
    def rows(self) -> range:
        return range(self.top, self.bottom)


def regions(source: Source) -> Iterator[Region]:
    """The tables of a sheet by their titles; by the name of the sheet where none stands on it."""
    titled = [*_titles(source)]
    if not titled:
        table = table_called(source.name)
        if table is None:
            return
        titled = [(-1, table, source.name)]
    ends = [row for row, _, _ in titled[1:]] + [len(source.rows)]
    for (row, table, title), end in zip(titled, ends, strict=True):
        top = row + 1
        texts = [*_texts(source, range(max(row, 0), min(top + _FAR, end)))]
        yield Region(
            table, source, top, end, _unit(texts), year_in(title) or _year(texts), _owner(texts)
        )


def _titles(source: Source) -> Iterator[tuple[int, str, str]]:
    for row, cells in enumerate(source.rows):
        for value in cells:
            if isinstance(value, str) and "表" in value:
                table = table_called(value)
                if table:
                    yield row, table, value
                    break


def _texts(source: Source, rows: range) -> Iterator[str]:
    for row in rows:
        for value in source.rows[row]:
            if isinstance(value, str) and value:
                yield plain(value)


def _unit(texts: Sequence[str]) -> str:
    found = (_UNIT.search(text) for text in texts)
    return next((match[1] or match[2] for match in found if match), "")


def _year(texts: Sequence[str]) -> int | None:
    return next((year for text in texts[:8] if (year := year_in(text))), None)


def _owner(texts: Sequence[str]) -> str:
    found = (_OF_UNIT.match(text) for text in texts)
    return next((m[1] for m in found if m and not m[1].startswith(("万元", "元"))), "")
