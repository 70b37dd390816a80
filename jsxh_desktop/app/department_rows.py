"""The 部门整体支出绩效自评表 as a grid: the indicators the form gives, and the unit's own."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jsxh_desktop.app.grid_layout import Align, Column, Pick, TotalLine
from jsxh_desktop.app.list_layout import ListLayout
from jsxh_desktop.app.offer import Offer
from jsxh_desktop.app.packs import pack_of
from jsxh_desktop.app.per_filing import per_filing
from jsxh_desktop.app.score_words import number
from jsxh_desktop.app.weights import left_in_words
from jsxh_desktop.domain import department_score
from jsxh_desktop.domain.department_form import DepartmentSheet
from jsxh_desktop.domain.department_indicator import DepartmentIndicator
from jsxh_desktop.domain.department_score import Placed, PlacedGroup
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.stated import NotStated

FULL = Decimal(100)
_Key = tuple[str, str, int]


@per_filing
def _sheet(filing: Filing) -> DepartmentSheet | None:
    """The form of the filing; a pack is looked for on the disk, and every cell asks."""
    return pack_of(filing).department


@per_filing
def _places(filing: Filing) -> dict[_Key, tuple[PlacedGroup, Placed]]:
    """Every row by its record, in the order of the form."""
    sheet = _sheet(filing)
    if sheet is None:
        return {}
    return {
        _key(each.record): (group, each)
        for group in department_score.placed(filing, sheet)
        for each in group.indicators
    }


def _key(record: DepartmentIndicator) -> _Key:
    return record.group, record.name, record.id


def rows(filing: Filing) -> Sequence[DepartmentIndicator]:
    """What is entered, and what the form gives and nobody entered yet, as the sheet prints it."""
    return [each.record for _, each in _places(filing).values()]


def _first(filing: Filing, record: DepartmentIndicator, _unit: str) -> str:
    group, _ = _places(filing).get(_key(record), (None, None))
    return group.first if group else ""


def _points(filing: Filing, record: DepartmentIndicator, _unit: str) -> str:
    _, each = _places(filing).get(_key(record), (None, None))
    found = record.weight if each is None else each.points
    return "" if found is None else number(found)


def _score(filing: Filing, record: DepartmentIndicator, _unit: str) -> str:
    """The score typed or worked out; nothing while there is none."""
    sheet, (_, each) = _sheet(filing), _places(filing).get(_key(record), (None, None))
    if sheet is None or each is None:
        return ""
    try:
        return str(department_score.score(each, sheet.form.scheme))
    except NotStated:
        return ""


def _known(filing: Filing, record: DepartmentIndicator, _unit: str) -> str:
    group, each = _places(filing).get(_key(record), (None, None))
    if group is None or each is None:
        return ""
    if each.is_given:
        return f"{group.group.name}：表样给定，满分 {number(each.points or 0)} 分"
    points = group.group.points
    return f"{group.group.name}：一共 {number(points)} 分" if points is not None else ""


def _offers(
    filing: Filing, _record: DepartmentIndicator | None, entry: Entry[object]
) -> Sequence[Offer]:
    """The second-level classes a unit may add to."""
    sheet = _sheet(filing)
    if entry is not DepartmentIndicator.group or sheet is None:
        return ()
    return [Offer(group.name, (group.name, each.name)) for each, group in sheet.groups if group.own]


def _fresh(filing: Filing) -> DepartmentIndicator:
    """A new line is in the first class that takes the unit's own."""
    sheet = _sheet(filing)
    own = [group.name for _, group in sheet.groups if group.own] if sheet else []
    return DepartmentIndicator(group=own[0] if len(own) == 1 else "")


def _totals(filing: Filing, _unit: str) -> tuple[TotalLine, ...]:
    """Points and scores added; the points have to be a hundred."""
    sheet = _sheet(filing)
    if sheet is None:
        return ()
    execution = sheet.form.scheme.execution
    points = execution + sum(
        (each.points or Decimal(0) for _, each in _places(filing).values()), Decimal(0)
    )
    try:
        total = str(department_score.total(filing, sheet))
    except NotStated:
        total = ""
    left = FULL - points
    said = f"▲ {left_in_words(left)}" if left else ""
    cells = ["", "", "", number(points), "", "", "", "", total, ""]
    with_rate = f"含预算执行率 {number(execution)} 分" if execution else "分值合计要等于 100 分"
    return (TotalLine("合计", tuple(cells), {3: not left}, said, with_rate),)


def sheet_named(filing: Filing, pack: Pack) -> str:
    """The name of the sheet with what it comes to, as far as that is told."""
    try:
        total = department_score.total(filing, pack.department) if pack.department else None
    except NotStated:
        total = None
    return "自评表" if total is None else f"自评表 {total} 分"


def _named(_filing: Filing, record: DepartmentIndicator) -> str:
    return record.name[:12]


DEPARTMENT = ListLayout(
    DepartmentIndicator,
    (
        Column("一级指标", 92, shown=_first),
        Column("二级指标", 128, DepartmentIndicator.group, pick=Pick.OWN, wrapped=True),
        Column("三级指标", 190, DepartmentIndicator.name, wrapped=True),
        Column("分值", 48, DepartmentIndicator.weight, shown=_points, align=Align.RIGHT),
        Column("性质", 44, DepartmentIndicator.nature, align=Align.CENTRE, pick=Pick.CHOICES),
        Column("指标值", 84, DepartmentIndicator.target, align=Align.RIGHT, wrapped=True),
        Column("单位", 52, DepartmentIndicator.unit, align=Align.CENTRE),
        Column("完成值", 84, DepartmentIndicator.actual, align=Align.RIGHT, wrapped=True),
        Column("得分", 56, DepartmentIndicator.score, shown=_score, align=Align.RIGHT),
        Column("扣分原因及说明", 170, DepartmentIndicator.reason, stretch=True, wrapped=True),
    ),
    records=rows,
    named=_named,
    fresh=_fresh,
    totals=_totals,
    known=_known,
    beside=lambda filing, record: (_points(filing, record, ""), _score(filing, record, "")),
    offers=_offers,
)
