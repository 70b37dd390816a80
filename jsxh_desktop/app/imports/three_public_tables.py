"""Reads the “三公” tables SG and JJSG: items across or items down, 预算数 and 决算数 beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jsxh_desktop.app.imports.code_cells import name_of
from jsxh_desktop.app.imports.heads import Path, paths
from jsxh_desktop.app.imports.official import Reading, is_amount
from jsxh_desktop.app.imports.regions import Region
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.tables.three_public import BUDGET, FINAL, ROW

_SIDES = {
    **dict.fromkeys(("预算数", "全年预算数", "调整后预算数", "本年预算数", "预算"), BUDGET),
    **dict.fromkeys(("决算数", "本年决算数", "决算统计数", "决算"), FINAL),
}
_ITEMS = (
    (re.compile(r".*因公出国.*"), "因公出国（境）费"),
    (re.compile(r".*购置(及|和)运行.*"), "公务用车购置及运行维护费"),
    (re.compile(r".*(公务用)?车.*购置.*|购置费"), "公务用车购置费"),
    (re.compile(r".*(公务用)?车.*运行.*|运行(维护)?费"), "公务用车运行维护费"),
    (re.compile(r".*公务接待费.*"), "公务接待费"),
    (re.compile(r"合计|支出合计|\"?三公\"?经费(支出)?(合计)?"), "合计"),
)
_VEHICLES = "公务用车购置及运行维护费"


def read_three_public(reading: Reading, _filing: Filing) -> None:
    """The figures of the one row of items across, or of the rows of items down."""
    region = reading.region
    items = [*_items_down(region)]
    if len({item for _, _, item in items}) >= 3:
        _read_down(reading, items)
        return
    first = next((row for row in region.rows if _is_row(region, row)), None)
    if first is None:
        width = region.source.width
        texts = (region.source.text(row, c) for row in region.rows for c in range(width))
        if not any(map(_item, texts)):
            raise ValueError("没有找到“因公出国（境）费”“公务接待费”这样的表头")
        return
    heads = paths(region.source, range(region.top, first))
    for column, path in enumerate(heads):
        side, item = _side(path), _item_of(path)
        if side and item:
            reading.take(first, column, (ROW.key, f"{side}/{item}"))


def _is_row(region: Region, row: int) -> bool:
    """Whether it holds figures that are no 栏次: 1, 2, 3 …."""
    width = region.source.width
    columns = [c for c in range(width) if is_amount(region, row, c)]
    texts = [region.source.text(row, c) for c in columns]
    counted = texts == [str(number) for number in range(1, len(texts) + 1)]
    return len(columns) > 1 and not (counted and len(texts) > 2)


def _side(path: Path) -> str | None:
    return next((_SIDES[text] for text in path if text in _SIDES), None)


def _item_of(path: Path) -> str | None:
    """The item of a column; 小计 is that of the vehicles."""
    said = [text for text in path if text not in _SIDES]
    if said and said[-1] in {"小计", "合计"} and any("购置及运行" in text for text in said):
        return _VEHICLES
    return _item(said[-1]) if said else None


def _item(text: str) -> str | None:
    return next((item for pattern, item in _ITEMS if pattern.fullmatch(name_of(text))), None)


def _items_down(region: Region) -> Iterator[tuple[int, int, str]]:
    """Row, column and item of each label of the first columns."""
    for row in region.rows:
        for column in range(min(3, region.source.width)):
            item = _item(region.source.text(row, column))
            if item and not any(
                _item(region.source.text(row, c)) for c in range(column + 1, region.source.width)
            ):
                yield row, column, item
                break


def _read_down(reading: Reading, items: Sequence[tuple[int, int, str]]) -> None:
    region = reading.region
    heads = paths(region.source, range(region.top, items[0][0]))
    sides = {column: side for column, path in enumerate(heads) if (side := _side(path))}
    if not sides:
        raise ValueError("没有找到“预算数”“决算数”这样的表头")
    for row, label, item in items:
        for column, side in sides.items():
            if column > label:
                reading.take(row, column, (ROW.key, f"{side}/{item}"))
