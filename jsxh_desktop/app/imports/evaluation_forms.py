"""Finds the self-evaluation sheets of a file and reads them by their labels, whatever the grid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from jsxh_desktop.app.imports.official import GAP
from jsxh_desktop.app.imports.source import Source, plain, written

FIRST, SECOND, THIRD = "一级指标", "二级指标", "三级指标"
TARGET, ACTUAL, WEIGHT = "target", "actual", "weight"
NATURE, UNIT, REASON, NAME = "nature", "unit", "reason", "name"
HEADS: Mapping[str, str] = {
    THIRD: NAME,
    **dict.fromkeys(("指标值", "年度指标值", "预期指标值", "目标值"), TARGET),
    **dict.fromkeys(
        ("完成值", "实际完成值", "实际完成指标值", "全年实际值", "全年完成值", "实际值"), ACTUAL
    ),
    **dict.fromkeys(("分值", "权重"), WEIGHT),
    "指标性质": NATURE,
    **dict.fromkeys(("度量单位", "计量单位"), UNIT),
}
"""What the heads over the indicators are called; whatever speaks of 原因 is the reason."""

EXPECTED = ("预期目标", "项目年度目标", "年度预期目标")
DONE = ("目标实际完成情况", "实际完成情况", "年度目标完成情况")
INITIAL, PLANNED, SPENT = "initial", "planned", "spent"
MONEY: Mapping[str, str] = {
    **dict.fromkeys(("年初预算数", "年初预算"), INITIAL),
    **dict.fromkeys(("全年预算数", "调整后预算数", "预算数:", "预算数", "全年预算数(A)"), PLANNED),
    **dict.fromkeys(("全年执行数", "预算执行数", "执行数:", "执行数", "全年执行数(B)"), SPENT),
}
BESIDE = ("预算数:", "执行数:")
"""Labels that have their amount beside them; the others are heads above it."""
TOTALS = ("年度资金总额", "总额", "资金总额")
LABELS = {
    "项目名称": "name",
    "评价结论": "conclusion",
    "存在问题": "problems",
    "改进措施": "measures",
    "项目负责人": "leader",
    "项目负责人及电话": "leader",
    "2.项目实施内容及过程概述": "process",
    "项目实施内容及过程概述": "process",
}
"""What stands before the texts of a project, by the names of its entries."""

OTHERS = ("主管部门", "实施单位")
"""Labels whose values nothing here is made of."""

_TITLE = re.compile(r"自评表?\((.+)\)$")
_CODED = re.compile(r"(\d{8}[RYT]\d{6,14})-(.+)", re.DOTALL)
_UNCODED = re.compile(rf"{GAP}[^〕]*〕-(.+)", re.DOTALL)
_YEAR = re.compile(r"\(?20\d\d年?度?\)?")
_ENDS = ("总分", "合计", "评价结论", "存在问题", "改进措施", "填报人", "项目负责人", "注:", "注1")
_NOTHING = frozenset(["", "—", "-", "/", "——", "无"])


class Spot(NamedTuple):
    """A cell that says something: where it is, and its text as it stands there."""

    address: str
    text: str


@dataclass
class Form:
    """One sheet as read: texts of the project, goals, money, and a mapping for each indicator."""

    source: Source
    texts: dict[str, Spot] = field(default_factory=dict)
    expected: Spot | None = None
    done: Spot | None = None
    money: dict[str, Spot] = field(default_factory=dict)
    indicators: list[dict[str, Spot]] = field(default_factory=list)
    in_yuan: bool = False

    @property
    def name(self) -> str:
        found = self.texts.get("name")
        return found.text.strip() if found else ""


def forms(source: Source) -> Iterator[Form]:
    """Every sheet for a project there is on a sheet of the file."""
    heads = [row for row in range(len(source.rows)) if _is_head(source, row)]
    if not heads:
        return
    starts = [
        0,
        *(_start(source, before, after) for before, after in pairwise(heads)),
    ]
    ends = [*starts[1:], len(source.rows)]
    for head, start, end in zip(heads, starts, ends, strict=True):
        yield _form(source, head, range(start, end))


def _is_head(source: Source, row: int) -> bool:
    texts = {source.text(row, column) for column in range(source.width)}
    return {SECOND, THIRD} <= texts and "项目" not in texts  # which a list of them has


def _start(source: Source, before: int, after: int) -> int:
    """Where the second of two forms begins: at its title, else at 项目名称."""
    for row in range(before + 1, after):
        texts = [source.text(row, column) for column in range(source.width)]
        if any(("自评" in text and "表" in text) or _TITLE.search(text) for text in texts):
            return row
    return next(
        (r for r in range(before + 1, after) if "项目名称" in source.text(r, 0)), before + 1
    )


def _form(source: Source, head: int, rows: range) -> Form:
    form = Form(source)
    for row in rows:
        for column in range(source.width):
            text = source.text(row, column)
            if text:
                _label(form, row, column, text, rows)
    form.indicators = [*_indicators(source, head, rows)]
    return form


def _label(form: Form, row: int, column: int, text: str, rows: range) -> None:
    """Whatever a cell is a label of."""
    source, bare = form.source, text.rstrip(":")
    form.in_yuan = form.in_yuan or text.endswith("(元)")
    if bare in LABELS:
        _take_text(form, LABELS[bare], _right(source, row, column))
    elif bare in EXPECTED and row + 1 in rows:
        form.expected = form.expected or _spot(source, row + 1, column)
    elif bare in DONE and row + 1 in rows:
        form.done = form.done or _spot(source, row + 1, column)
    elif text in BESIDE:
        _take_money(form, MONEY[text], _right(source, row, column))
    elif bare in TOTALS:
        _money(form, row, rows)
    else:
        _title(form, row, column)


def _title(form: Form, row: int, column: int) -> None:
    """The project a title names in brackets, unless they hold the year."""
    source = form.source
    found = _TITLE.search(source.text(row, column))
    if found and not _YEAR.fullmatch(found[1]) and "name" not in form.texts:
        raw = written(source.value(row, column)).strip()
        name = re.split(r"[（(]", raw, maxsplit=1)[1].strip()[:-1]
        _take_text(form, "name", Spot(source.address(row, column), name))


def _take_money(form: Form, kind: str, spot: Spot | None) -> None:
    if spot:
        form.money.setdefault(kind, spot)


def _take_text(form: Form, name: str, spot: Spot | None) -> None:
    """A project's code stands before its name where a form knows codes."""
    if spot is None or name in form.texts:
        return
    uncoded = _UNCODED.fullmatch(spot.text.strip())
    if uncoded:
        spot = Spot(spot.address, uncoded[1])
    coded = _CODED.fullmatch(spot.text.strip()) if name == "name" else None
    if coded:
        form.texts["code"] = Spot(spot.address, coded[1])
        spot = Spot(spot.address, coded[2])
    if not spot.text.startswith(GAP):
        form.texts[name] = spot


def _right(source: Source, row: int, column: int) -> Spot | None:
    """What stands to the right of a label, up to the next one.

    Cells the label covers are passed over; where nothing says which these are, blank ones are.
    """
    for place in range(column + 1, source.width):
        if source.covers.get((row, place)) == (row, column):
            continue
        text = source.text(row, place).rstrip(":")
        if text in LABELS or text.startswith(OTHERS):
            return None
        if text or source.merged:
            return _spot(source, row, place)
    return None


def _spot(source: Source, row: int, column: int) -> Spot | None:
    first = source.covers.get((row, column), (row, column))
    text = written(source.value(*first))
    blank = text.startswith(GAP) and not _UNCODED.fullmatch(text.strip())
    said = plain(text) not in _NOTHING and not blank
    return Spot(source.address(*first), text) if said else None


def _money(form: Form, row: int, rows: range) -> None:
    """The amounts of all money together, below the heads that say which they are."""
    source = form.source
    for column in range(source.width):
        for above in range(row - 1, max(rows.start, row - 4) - 1, -1):
            head = source.shared(above, column)
            if head in MONEY:
                _take_money(form, MONEY[head], _spot(source, row, column))
                break
            if "原因" in head:
                _take_text(form, "execution_reason", _spot(source, row, column))
                break


def _indicators(source: Source, head: int, rows: range) -> Iterator[dict[str, Spot]]:
    columns = dict(_columns(source, head))
    names = {column: key for column, key in columns.items() if key not in {FIRST, SECOND}}
    classes = {key: column for column, key in columns.items() if key in {FIRST, SECOND}}
    above: dict[str, str] = {}
    for row in range(head + 1, rows.stop):
        before = (source.text(row, column) for column in range(min(names, default=0)))
        if any(text.startswith(_ENDS) for text in before):
            return
        for key, column in classes.items():
            shared = source.shared(row, column)
            above[key] = shared or above.get(key, "")
        found = {key: spot for c, key in names.items() if (spot := _spot(source, row, c))}
        if NAME in found:
            yield {**found, SECOND: Spot(found[NAME].address, above.get(SECOND, ""))}


def _columns(source: Source, head: int) -> Iterator[tuple[int, str]]:
    for column in range(source.width):
        text = source.text(head, column)
        if text in {FIRST, SECOND}:
            yield column, text
        elif text in HEADS:
            yield column, HEADS[text]
        elif "原因" in text:
            yield column, REASON


def numbered(text: str) -> Sequence[str]:
    """The goals of a text: 目标1：…, one a line, or all of it as one."""
    parts = re.split(r"(?:^|\n)\s*目标\s*\d*\s*[:：]", text.strip())
    found = [part.strip() for part in parts if part.strip()]
    return found or [text.strip()]
