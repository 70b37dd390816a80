"""B11: the appropriation is no more than all money, and all of it where nothing else came in."""

from __future__ import annotations

from collections.abc import Iterator

from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.stated import NotStated, of
from jsxh_desktop.rules.exactness import Fit
from jsxh_desktop.rules.rule import Rule, Said, Severity, each_apart, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.tables.equation_rules import finding, said
from jsxh_desktop.rules.tables.equations import Equation, judged
from jsxh_desktop.rules.tables.ledger import Ledger
from jsxh_desktop.rules.tables.tie_equations import appropriation_by_class
from jsxh_desktop.tables.figure_table import TOTAL


@rule(
    "B11",
    "财拨≤全部",
    Severity.ERROR,
    "每一类财政拨款支出不大于全部支出；没有其他收入和结转的，两者相等",
    why="财政拨款是全部支出的一部分，多出来的那部分没有来源",
    cites="部门决算公开表（四川省部门决算公开范本）公开03、04表",
)
def appropriation_is_part_of_all(subject: Subject) -> Iterator[Said]:
    ledger = subject.ledger
    if _other_money(ledger):
        checks = (_no_more(each, subject) for each in appropriation_by_class(ledger))
        yield from each_apart(checks)
    else:
        yield from said(appropriation_by_class(ledger), ledger, subject.pack)


def _no_more(equation: Equation, subject: Subject) -> Iterator[Said]:
    wrong = judged(equation, subject.ledger)
    if wrong and wrong.fit is Fit.IMPOSSIBLE and wrong.left.reads > wrong.right.reads:
        yield finding(wrong, subject.ledger, subject.pack)


def _other_money(ledger: Ledger) -> bool:
    """Whether anything but the appropriation came in or was carried over."""
    _, _, *others = (column.key for column in ledger.tables["SR"].columns)
    return any(ledger.amount(("SR", TOTAL, column)) for column in others) or _carried(ledger.filing)


def _carried(filing: Filing) -> bool:
    if not filing.carryover:
        raise NotStated("年初、年末结转和结余")
    return any(
        of(Carryover.nonfiscal_used, row)
        or (not of(Carryover.fund, row).is_appropriation and of(Carryover.opening, row))
        for row in filing.carryover
    )


RULES: tuple[Rule, ...] = (appropriation_is_part_of_all,)
