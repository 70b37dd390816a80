"""C29, C37: reasons that explain everything alike, or a great change with hardly a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, partial

from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine, Variance
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.stated import of
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.rules.per_subject import TYPED, judged_while_same
from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.reports.report_passages import typed_at, typed_in
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, each_apart, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passage

ALIKE = 3
"""So many equal reasons are a copy."""

GREAT = Fraction(30, 100)
THIN = 15
"""A change from GREAT on wants a reason of at least so many characters."""

SHORTEST = 4
_NOTHING_SAID = re.compile(r"[\W_]|以及|形成|所致|导致|[及和与的]")
"""What may differ between two reasons that say the same."""

OTHER_REASONS = (Variance.reason, Indicator.deviation_reason, Project.execution_reason)


@rule(
    "C29",
    "原因雷同",
    Severity.WARNING,
    f"同一句原因用在不到{ALIKE}处",
    why="不同的增减套用一句话，等于没有说明原因",
    cites="部门决算公开范本 第二部分（主要变动原因）",
)
@judged_while_same(TYPED)
def reasons_differ(subject: Subject) -> Iterator[Said]:
    groups: dict[str, list[Passage]] = {}
    for passage in (*typed_in(subject, Reasons), *typed_at(subject, *OTHER_REASONS)):
        said = _bare(passage.text)
        if len(said) >= SHORTEST:
            groups.setdefault(said, []).append(passage)
    for group in groups.values():
        if len(group) >= ALIKE:
            wheres = list(dict.fromkeys(passage.where for passage in group))
            yield Finding(
                message=f"同一句原因用了{len(group)}处：“{_cut(group[0].text)}”",
                to_do="按各自增减最大的项目分别写",
                about=wheres[0],
                where="、".join(wheres),
                places=tuple(passage.place for passage in group if passage.place),
                words=group[0].text,
            )


@lru_cache(maxsize=2 * TEXTS)
def _bare(text: str) -> str:
    return _NOTHING_SAID.sub("", text)


def _cut(text: str, longest: int = 30) -> str:
    return text if len(text) <= longest else f"{text[:longest]}……"


@dataclass(frozen=True, slots=True)
class Change:
    """A figure of two years, or of budget and final, and the reason given for the difference."""

    name: str
    reason: Entry[str]
    now: Callable[[], Money]
    before: Callable[[], Money]


def changes(filing: Filing) -> tuple[Change, ...]:
    """Every change the statements give a reason for."""
    spent = filing.three_public

    def prior(entry: Entry[Money | None]) -> Callable[[], Money]:
        return lambda: of(entry, spending.prior_year(filing))

    def budget() -> Money:
        return totals.total(totals.functional_lines(filing), ExpenditureLine.full_year_budget)

    return (
        Change(
            "收支总计", Reasons.total, partial(totals.grand_total, filing), prior(PriorYear.total)
        ),
        Change(
            "财政拨款收支总计",
            Reasons.appropriation,
            partial(totals.appropriation_total, filing),
            prior(PriorYear.appropriation_total),
        ),
        Change(
            "一般公共预算财政拨款支出",
            Reasons.general_budget,
            partial(totals.general_budget, filing),
            prior(PriorYear.general_budget),
        ),
        Change(
            "“三公”经费",
            Reasons.three_public,
            partial(spending.three_public, spent),
            partial(spending.prior_three_public, filing),
        ),
        Change(
            "因公出国（境）费",
            Reasons.overseas,
            partial(of, ThreePublic.overseas, spent),
            prior(PriorYear.overseas),
        ),
        Change(
            "公务用车购置及运行维护费",
            Reasons.vehicles,
            partial(spending.vehicles, spent),
            prior(PriorYear.vehicles),
        ),
        Change(
            "公务接待费",
            Reasons.reception,
            partial(spending.reception, spent),
            prior(PriorYear.reception),
        ),
        Change(
            "机关运行经费",
            Reasons.agency_running,
            partial(totals.agency_running, filing),
            prior(PriorYear.agency_running),
        ),
        Change("全年预算", Reasons.adjustment, budget, partial(totals.initial_budget, filing)),
    )


@rule(
    "C37",
    "异常增幅",
    Severity.INFO,
    f"增减达到{GREAT * 100}%的，原因不少于{THIN}个字",
    why="变动大而原因只有几个字，审核时多半要退回补写",
    cites="部门决算公开范本 第二部分（主要变动原因）",
)
def great_changes_are_explained(subject: Subject) -> Iterator[Said]:
    reasons = subject.filing.reasons
    yield from each_apart(
        _explained(change, change.reason.of(reasons))
        for change in changes(subject.filing)
        if 0 < len(change.reason.of(reasons)) < THIN
    )


def _explained(change: Change, reason: str) -> Iterator[Finding]:
    now, before = change.now(), change.before()
    if before <= Money() or abs(now - before).fen < GREAT * before.fen:
        return
    rate = half_up(Fraction(abs(now - before).fen * 100, before.fen), 1)
    way = "增长" if now > before else "下降"
    yield Finding(
        message=f"{change.name}{way}{rate}%，原因只写了“{reason}”",
        to_do="把原因写具体：哪一项、为什么、多少",
        about=change.name,
        where=change.reason.label,
        places=(Place(change.reason),),
        operands=(
            Operand("本年", f"{now.show()}万元"),
            Operand("比较的数", f"{before.show()}万元"),
        ),
        computed=f"{way}{rate}%",
        words=reason,
    )


RULES = (reasons_differ, great_changes_are_explained)
