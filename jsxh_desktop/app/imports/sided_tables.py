"""Reads the tables of two sides: ZB 收入支出决算总表 and CZ 财政拨款收入支出决算总表."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from jsxh_desktop.app.imports.code_cells import class_names, name_of
from jsxh_desktop.app.imports.heads import Path, leaf, paths
from jsxh_desktop.app.imports.official import Reading, ends, is_amount
from jsxh_desktop.app.imports.regions import Region
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.terms import APPROPRIATION, IncomeSource
from jsxh_desktop.tables.figure_table import TOTAL
from jsxh_desktop.tables.two_sides import AMOUNT, EXPENDITURE, INCOME

_CARRIED = "年初财政拨款结转和结余"
_ENDS = {"总计": "总计", "收入总计": "总计", "支出总计": "总计", "合计": "总计"}
LEFT: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "ZB": {
            **{str(source): str(source) for source in IncomeSource},
            **{str(source).removesuffix("收入"): str(source) for source in list(IncomeSource)[:3]},
            "附属单位缴款": str(IncomeSource.SUBORDINATE),
            "本年收入合计": "本年收入合计",
            "使用非财政拨款结余": "使用非财政拨款结余",
            "使用非财政拨款结余(含专用结余)": "使用非财政拨款结余",
            "用事业基金弥补收支差额": "使用非财政拨款结余",
            "年初结转和结余": "年初结转和结余",
            "上年结转": "年初结转和结余",
            **_ENDS,
        },
        "CZ": {
            **{str(fund): str(fund) for fund in APPROPRIATION},
            **{f"{fund}收入": str(fund) for fund in APPROPRIATION},
            "本年收入合计": "本年收入合计",
            _CARRIED: _CARRIED,
            "年初结转和结余": _CARRIED,
            **_ENDS,
        },
    }
)
RIGHT: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "ZB": {
            "本年支出合计": "本年支出合计",
            "结余分配": "结余分配",
            "年末结转和结余": "年末结转和结余",
            "结转下年": "年末结转和结余",
            **_ENDS,
        },
        "CZ": {
            "本年支出合计": "本年支出合计",
            "年末财政拨款结转和结余": "年末财政拨款结转和结余",
            "年末结转和结余": "年末财政拨款结转和结余",
            **_ENDS,
        },
    }
)
"""What the rows of each side are called, and their keys without the side."""

_AMOUNTS = ("决算数", "本年决算数", "金额", "决算", "全年决算数")
_LABELS = ("项目", "收入", "支出")


class Side(NamedTuple):
    """One side: the column of its labels, and the keys of its columns of figures."""

    label: int
    figures: Mapping[int, str]


def read_sides(reading: Reading, filing: Filing) -> None:
    """Every figure of both sides."""
    region = reading.region
    head = _head_row(region)
    first = _first_row(region, head)
    left, right = _sides(region, paths(region.source, range(head, first)))
    classes = class_names(filing.functional)
    carried = False
    for row in range(first, region.bottom):
        if ends(region, row):
            break
        name = name_of(region.source.text(row, left.label))
        key = LEFT[region.table].get(name)
        if region.table == "CZ":
            carried = key == _CARRIED or (carried and key in {str(fund) for fund in APPROPRIATION})
            if carried and key != _CARRIED:
                key = f"{_CARRIED}/{key}"
        _take(reading, row, left, INCOME + key if key else None)
        name = name_of(region.source.text(row, right.label))
        key = RIGHT[region.table].get(name) or classes.get(name.removesuffix("支出"))
        _take(reading, row, right, EXPENDITURE + key if key else None)


def _take(reading: Reading, row: int, side: Side, key: str | None) -> None:
    for column, figure in side.figures.items():
        if key:
            reading.take(row, column, (key, figure))
        elif is_amount(reading.region, row, column) and side.label < column:
            name = reading.region.source.text(row, side.label)
            reading.miss(row, column, name or "没有名称", f"“{name}”不是这张表里的项目，没有读")


def _head_row(region: Region) -> int:
    """The first row in which both sides have a head."""
    source = region.source
    for row in region.rows:
        texts = [source.text(row, column).partition("(")[0] for column in range(source.width)]
        if texts.count("项目") >= 2 or {"收入", "支出"} <= {*texts}:
            return row
    raise ValueError("没有找到“收入”“支出”两边的表头")


def _first_row(region: Region, head: int) -> int:
    """The first row below the heads: one with a label of the left side."""
    source, known = region.source, LEFT[region.table]
    for row in range(head + 1, region.bottom):
        first = next(filter(None, (source.text(row, c) for c in range(source.width))), "")
        if name_of(first) in known:
            return row
    raise ValueError("没有找到“一般公共预算财政拨款”这样的第一行")


def _sides(region: Region, heads: list[Path]) -> tuple[Side, Side]:
    labels = [*_labels(heads)]
    if len(labels) < 2:
        raise ValueError("没有找到收入、支出两边的“项目”")
    left, right = labels[0], labels[1]
    amounts = [c for c in range(left + 1, right) if leaf(heads[c]) in _AMOUNTS]
    chosen = min(amounts, key=lambda c: _AMOUNTS.index(leaf(heads[c])), default=None)
    if chosen is None:
        raise ValueError("没有找到“金额”或“决算数”这一栏")
    incomes = Side(left, {chosen: AMOUNT.key})
    rest = range(right + 1, len(heads))
    if region.table == "CZ":
        figures = {c: key for c in rest if (key := _fund(heads[c]))}
        return incomes, Side(right, figures)
    spent = [c for c in rest if leaf(heads[c]) in _AMOUNTS]
    best = min(spent, key=lambda c: _AMOUNTS.index(leaf(heads[c])), default=None)
    if best is None:
        raise ValueError("没有找到支出的“金额”或“决算数”这一栏")
    return incomes, Side(right, {best: AMOUNT.key})


def _labels(heads: list[Path]) -> Iterator[int]:
    """The columns of labels: those whose lowest head says 项目, or 收入 and 支出 themselves."""
    found = [c for c, path in enumerate(heads) if leaf(path).startswith("项目")]
    yield from (
        found
        if len(found) >= 2
        else (
            next((c for c, path in enumerate(heads) if side in path), -1)
            for side in ("收入", "支出")
        )
    )


def _fund(path: Path) -> str | None:
    """The key of a column of the right side of CZ."""
    if leaf(path) in {"合计", "小计"}:
        return TOTAL
    named = leaf(path)
    return next((str(fund) for fund in APPROPRIATION if named and _is_of(named, str(fund))), None)


def _is_of(head: str, fund: str) -> bool:
    """Whether a head names a fund, in full or without 财政拨款 or 预算 at its end."""
    return head in {fund, fund.removesuffix("财政拨款"), fund.removesuffix("预算财政拨款")}
