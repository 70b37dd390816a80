"""Reads CZMX and YBMX: functional codes down, economic codes across, on one sheet or several."""

from __future__ import annotations

import re

from jsxh_desktop.app.imports.code_cells import Codes
from jsxh_desktop.app.imports.heads import Path, leaf
from jsxh_desktop.app.imports.official import Reading, ends
from jsxh_desktop.app.imports.source import plain
from jsxh_desktop.app.imports.tree_tables import Columns, row_key
from jsxh_desktop.domain.code import CodeTable
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.tables.figure_table import TOTAL

_CODE = re.compile(r"^(3\d{2}(?:\d{2})?)(?!\d)", re.ASCII)


def read_detail(reading: Reading, filing: Filing) -> None:
    """Every figure; a column is told by its code, or by its name below the one of its 类."""
    region = reading.region
    columns = Columns(region)
    figures = {
        column: key
        for column in range(columns.name + 1, region.source.width)
        if (key := _column(columns.paths[column], filing.economic))
    }
    if not figures:
        raise ValueError("表头里没有认出经济分类科目")
    codes = Codes(filing.functional)
    for row in range(columns.last + 1, region.bottom):
        if ends(region, row):
            break
        key = row_key(region, row, columns, codes, {})
        if key is not None:
            for column, figure in figures.items():
                reading.take(row, column, (key, figure))


def _column(path: Path, names: CodeTable) -> str | None:
    coded = next((m[1] for text in reversed(path) if (m := _CODE.match(text))), None)
    if coded and leaf(path) != "小计":
        return coded
    if leaf(path) == TOTAL and len(path) == 1:
        return TOTAL
    group = next((code for text in path if (code := _named(text, names, 3))), None)
    if group is None or leaf(path) in {"小计", "合计"}:
        return group
    return _named(leaf(path), names, 5, group)


def _named(text: str, names: CodeTable, length: int, below: str = "") -> str | None:
    """The one code of so many digits with this name, below a 类 if that is told."""
    found = [
        code
        for code, known in names.codes.items()
        if len(code) == length and code.startswith(below) and plain(known.name) == text
    ]
    return found[0] if len(found) == 1 else None
