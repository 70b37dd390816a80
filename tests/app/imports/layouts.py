"""The public tables of a filing as offices hand them out: laid out in three ways of their own.

`ours` is a sheet a table with merged heads and one column of codes, in 万元. `three_columns` puts
all tables below one another on one sheet, nothing merged, codes in 类, 款, 项, in 元. `names_only`
has no codes at all, amounts as text with thousands apart, notes above the heads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.narrative.numerals import numeral
from jsxh_desktop.reports.excel.disclosure import public_table_sheets
from jsxh_desktop.tables.basic_expenditure import SUMS
from jsxh_desktop.tables.figure_table import FigureTable, Row
from jsxh_desktop.tables.public import figure_tables
from jsxh_desktop.tables.titles import TITLES
from tests.app.imports.files import written

Rows = list[list[Any]]
Shown = Callable[[Money], Any]
TREES = ("SR", "ZC", "YB", "JJ", "GZZC", "YBXM")
SIDED = ("ZB", "CZ")
OF_THREE_PUBLIC = ("因公出国（境）费", "小计", "公务用车购置费", "公务用车运行维护费", "公务接待费")
GROUPED = {"YB": "本年支出", "GZZC": "本年支出", "JJ": "本年支出"}


def ours(filing: Filing, pack: Pack, path: Path) -> Path:
    return written(public_table_sheets(filing, pack), path)


def three_columns(filing: Filing, pack: Pack, path: Path) -> Path:
    """In 元, every fen of it, as numbers."""
    rows: Rows = []
    for number, table in enumerate(_tables(filing, pack), 1):
        rows += [[f"{filing.year}年度{TITLES[table.id]}"], [f"公开{number:02}表"]]
        rows.append([f"部门：{filing.organization.full_name}", "", "", "", "金额单位：元"])
        rows += _laid(table, _yuan, ["类", "款", "项"])
        rows += [[f"注：本表反映{TITLES[table.id]}的情况。"], []]
    return _saved({"附表": rows}, path)


def names_only(filing: Filing, pack: Pack, path: Path) -> Path:
    """In 万元, as text."""
    sheets = {}
    for table in _tables(filing, pack):
        rows: Rows = [["附件2"], ["", f"{filing.organization.full_name}{TITLES[table.id]}"]]
        rows += [
            ["说明：按批复数填列"],
            [f"编制单位：{filing.organization.full_name}", "单位：万元"],
        ]
        sheets[table.id] = rows + _laid(table, _wan, [])
    return _saved(sheets, path)


WAYS = (ours, three_columns, names_only)


def _tables(filing: Filing, pack: Pack) -> Iterator[FigureTable]:
    made = figure_tables(filing, pack)
    for id_ in (*SIDED, *TREES, "YBJB", "SG"):
        yield made[id_]


def _yuan(amount: Money) -> Any:
    return float(amount.show("元")) if amount else None


def _wan(amount: Money) -> Any:
    whole, _, cents = amount.show().partition(".")
    return f"{int(whole):,}.{cents}" if amount else "-"


def _laid(table: FigureTable, shown: Shown, codes: Sequence[str]) -> Rows:
    if table.id in SIDED:
        return _sides(table, shown)
    if table.id == "YBJB":
        return _blocks(table, shown, codes)
    if table.id == "SG":
        return _three_public(table, shown, down=not codes)
    return _tree(table, shown, codes)


def _figures(table: FigureTable, row: Row, shown: Shown) -> list[Any]:
    found = (table.cells.get((row.key, column.key)) for column in table.columns)
    return [shown(each) if isinstance(each, Money) else None for each in found]


def _tree(table: FigureTable, shown: Shown, codes: Sequence[str]) -> Rows:
    names = [column.key for column in table.columns]
    group = GROUPED.get(table.id, "")
    if table.id == "JJ":
        names[2] = "小计"
    over = [group if name in {"合计", "小计"} and group else "" for name in names]
    over = [
        text or (name if not _grouped(group, name) else "")
        for text, name in zip(over, names, strict=True)
    ]
    under = [name if _grouped(group, name) else "" for name in names]
    blank = [""] * len(codes)
    rows: Rows = [
        ["项目", *blank, *over],
        [*(["科目编码", *blank[1:]] if codes else []), "科目名称", *under],
        [*codes, "栏次", *range(1, len(names) + 1)],
    ]
    for row in table.rows:
        rows.append(
            [*_code(row, codes), f"{'　' * row.level}{row.name}", *_figures(table, row, shown)]
        )
    return rows


def _grouped(group: str, name: str) -> bool:
    return bool(group) and name in {"合计", "小计", "基本支出", "项目支出"}


def _code(row: Row, codes: Sequence[str]) -> list[Any]:
    """类, 款 and 项 apart; a row says its own part alone, as in some forms, or all of them."""
    if not codes:
        return []
    code = row.key.partition("/")[0] if row.level <= 3 else ""
    parts = [code[:3], code[3:5], code[5:7]] if code.isdigit() else ["", "", ""]
    return [int(part) if part and part[0] != "0" else part for part in parts]


def _sides(table: FigureTable, shown: Shown) -> Rows:
    left = [row for row in table.rows if row.key.startswith("收入/")]
    right = [row for row in table.rows if row.key.startswith("支出/")]
    split = len(table.columns) > 1
    ours_, theirs = (
        (table.columns[:1], table.columns[1:]) if split else (table.columns, table.columns)
    )
    heads = [column.key for column in theirs]
    rows: Rows = [
        ["收入", "", "", "支出", *[""] * (1 + len(heads))],
        ["项目", "行次", "金额", "项目(按功能分类)", "行次", *heads],
        ["栏次", "", 1, "栏次", "", *range(2, 2 + len(heads))],
    ]
    for place in range(max(len(left), len(right))):
        cells: list[Any] = []
        for side, columns in ((left, ours_), (right, theirs)):
            row = side[place] if place < len(side) else None
            name = row.name.replace("　", "") if row else ""
            name = f"{numeral(place + 1)}、{name}" if row and row.level == 1 else name
            found = [table.cells.get((row.key, c.key)) if row else None for c in columns]
            cells += [name, place + 1, *[shown(x) if isinstance(x, Money) else None for x in found]]
        rows.append(cells)
    return rows


def _blocks(table: FigureTable, shown: Shown, codes: Sequence[str]) -> Rows:
    personnel = [row for row in table.rows if row.key[:3] in {"301", "303"}]
    rest = [row for row in table.rows if row.level and row not in personnel]
    heads = [*(["科目编码"] if codes else []), "科目名称", "决算数"]
    rows: Rows = [["人员经费", *[""] * (len(heads) - 1), "公用经费"], heads * 2]
    for place in range(max(len(personnel), len(rest))):
        cells: list[Any] = []
        for side in (personnel, rest):
            row = side[place] if place < len(side) else None
            own = [int(row.key) if row else ""] if codes else []
            cells += [
                *own,
                row.name if row else "",
                *(_figures(table, row, shown) if row else [""]),
            ]
        rows.append(cells)
    sums = [table.cells[key, "决算数"] for key in SUMS]
    said = [shown(each) if isinstance(each, Money) else None for each in sums]
    blank = [""] * (len(heads) - 2)
    rows.append([SUMS[0], *blank, said[0], SUMS[1], *blank, said[1]])
    return rows


def _three_public(table: FigureTable, shown: Shown, *, down: bool) -> Rows:
    (row,) = table.rows
    figures = _figures(table, row, shown)
    if down:
        names = (
            "合计",
            "1.因公出国（境）费",
            "2.公务用车购置及运行维护费",
            "（1）公务用车购置费",
            "（2）公务用车运行维护费",
            "3.公务接待费",
        )
        pairs = zip(names, figures[:6], figures[6:], strict=True)
        return [["项目", "预算数", "决算数"], *map(list, pairs)]
    items = ["合计", *OF_THREE_PUBLIC]
    return [
        ["预算数", *[""] * 5, "决算数", *[""] * 5],
        ["合计", "因公出国（境）费", "公务用车购置及运行维护费", "", "", "公务接待费"] * 2,
        ["", "", *items[2:5], ""] * 2,
        list(range(1, 13)),
        figures,
    ]


def _saved(sheets: Mapping[str, Rows], path: Path) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path
