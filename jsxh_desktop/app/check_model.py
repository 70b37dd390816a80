"""What a page should be told at once: texts that do not read, and figures that cannot agree.

The whole rule book is not kept here; these are the few a form needs to be filled in by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from jsxh_desktop.app import figures_shown
from jsxh_desktop.app.pages import page_of
from jsxh_desktop.app.reading import quote
from jsxh_desktop.app.workspace import NOT_WRITTEN, Workspace
from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.organization import STAFF, Staffing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import ReceptionKind
from jsxh_desktop.domain.three_public import Reception, ThreePublic


class Severity(Enum):
    """How bad: an error is wrong as it stands, a warning deserves a look."""

    ERROR = "错误"
    WARNING = "提醒"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: the page and place it is about, what is wrong, what to do."""

    severity: Severity
    page: str
    sentence: str
    to_do: str
    place: Place | None = None


def findings(workspace: Workspace) -> tuple[Finding, ...]:
    """Everything there is to say now, errors first."""
    from jsxh_desktop.app.evaluation_checks import evaluation_findings  # reads the pack's form

    filing, unit = workspace.filing, workspace.unit
    sheets = evaluation_findings(filing, workspace.pack.sheet)
    found = [*_unread(workspace), *_money(filing, unit), *_people(filing), *sheets]
    return tuple(sorted(found, key=lambda finding: finding.severity is not Severity.ERROR))


def checked(found: Sequence[Finding], blank: int) -> str:
    """What a check has found, in one sentence."""
    errors = sum(finding.severity is Severity.ERROR for finding in found)
    wrong = f"{errors} 处错误" if errors else "没有发现错误"
    return f"检查完了：{wrong}，{blank} 处待填" if blank else f"检查完了：{wrong}"


def _unread(workspace: Workspace) -> Iterator[Finding]:
    for place, typed in workspace.drafts.items():
        label, problem = place.entry.label, workspace.problem(place)
        if problem == NOT_WRITTEN:
            sentence, to_do = f"{label}写的“{quote(typed)}”还没有存进去", "清理磁盘，或者另存副本"
        elif typed:
            sentence, to_do = f"{label}写的是“{quote(typed)}”，认不出来", "改成能认的写法"
        else:
            sentence, to_do = problem, "补上"
        page = page_of(workspace.filing, place)
        yield Finding(Severity.ERROR, page, sentence, to_do, place)


def _money(filing: Filing, unit: str) -> Iterator[Finding]:
    """A05, A13 and C22 as far as both sides are there."""
    spent = Place(ExpenditureLine.final)
    yield from _unequal(
        unit,
        "expenditure",
        ("支出总计", lambda: totals.expenditure_side(filing)),
        ("收入总计", lambda: totals.income_side(filing)),
        spent if not filing.expenditure else None,
    )
    yield from _unequal(
        unit,
        "economic",
        ("按经济分类的基本支出", lambda: totals.total(totals.economic_lines(filing))),
        ("按功能分类的基本支出", lambda: totals.basic_expenditure(filing)),
    )
    yield from _unequal(
        unit,
        "three_public",
        ("接待明细合计", lambda: _received(filing)),
        ("国内公务接待费", lambda: _domestic(filing)),
        Place(ThreePublic.reception_domestic),
    )


def _received(filing: Filing) -> Money:
    if not filing.receptions:
        raise NotStated("公务接待明细")
    amounts = [each.amount for each in filing.receptions if each.kind is not ReceptionKind.FOREIGN]
    if None in amounts:
        raise NotStated(Reception.amount.label)
    return added(amount for amount in amounts if amount)


def _domestic(filing: Filing) -> Money:
    amount = filing.three_public.reception_domestic
    if amount is None:
        raise NotStated(ThreePublic.reception_domestic.label)
    return amount


def _unequal(
    unit: str,
    page: str,
    one: tuple[str, Callable[[], Money]],
    other: tuple[str, Callable[[], Money]],
    place: Place | None = None,
) -> Iterator[Finding]:
    try:
        first, second = one[1](), other[1]()
    except NotStated:
        return  # what is blank is told as a gap, not as a difference
    if first == second:
        return
    word = "少" if first < second else "多"
    gap = figures_shown.amount(abs(first - second), unit)
    shown = [figures_shown.amount(amount, unit) for amount in (first, second)]
    yield Finding(
        Severity.ERROR,
        page,
        f"{one[0]} {shown[0]}，比{other[0]} {shown[1]} {word} {gap} {unit}",
        "核对两边的数",
        place,
    )


def _people(filing: Filing) -> Iterator[Finding]:
    try:
        posts, staff = spending.posts(filing.staffing), spending.staff(filing.staffing)
    except NotStated:
        return
    if staff > posts and not filing.staffing.over_establishment:
        yield Finding(
            Severity.WARNING,
            "organization",
            f"在职人数 {staff} 人，比编制 {posts} 人多 {staff - posts} 人",
            "核对哪个数不对，或写明原因",
            Place(
                STAFF[0] if filing.staffing.staff_administrative else Staffing.over_establishment
            ),
        )
