"""C13: which part of which budget is said to have been spent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from jsxh_desktop.domain import spending
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.rules.exactness import Fit, as_known, fit_ratio
from jsxh_desktop.rules.reading.item_lines import planned
from jsxh_desktop.rules.reading.mentions import Heard, Section, heard, is_sure
from jsxh_desktop.rules.reading.named_amounts import (
    EXPENDITURE,
    GENERAL_BUDGET,
    THREE_PUBLIC,
    full_year_budget,
    general_full_year_budget,
    named,
)
from jsxh_desktop.rules.reading.spoken import Amount, Completion
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, Unjudged, each_apart, rule
from jsxh_desktop.rules.statements.amount_findings import agrees, shown, words_at
from jsxh_desktop.rules.statements.shares import percent_shown
from jsxh_desktop.rules.statements.told_budgets import (
    FULL,
    FULL_YEAR,
    YEAR_START,
    Spending,
    spendings,
)
from jsxh_desktop.rules.subject import Subject

NOTHING = Money()
BUDGETS_OF: dict[str, Callable[[Filing], Money]] = {
    GENERAL_BUDGET.name: general_full_year_budget,
    EXPENDITURE.name: full_year_budget,
    THREE_PUBLIC.name: lambda filing: spending.three_public_budget(filing.three_public),
}
"""The full-year budget of each figure whose completion a text may tell."""

GAP = "〔待填"
"""What a budget nobody entered prints as."""


@rule(
    "C13",
    "完成预算率",
    Severity.ERROR,
    "完成率等于决算除以预算，写明是年初预算还是全年预算，并写出预算数；预算为零的不写完成率",
    why="不写口径和预算数，同一个数可以算出两种完成率",
    cites="部门决算公开05表；部门决算说明编写要求",
)
def completion_is_told_right(subject: Subject) -> Iterator[Said]:
    filing = subject.filing
    told = spendings(subject)
    for each in told:
        for completion in each.told.reading.completions:
            yield from _completion(filing, each, completion)
        yield from _budgets(filing, each)
    yield from _no_budget(told)
    yield from each_apart(_quoted(filing, each) for each in heard(subject) if each.passage.place)


def _quoted(filing: Filing, told: Heard) -> Iterator[Said]:
    """What a typed text says was completed of the budget of a figure it names."""
    for completion in told.reading.completions:
        final = completion.final
        figure = next(iter(named(final.label)), None) if final else None
        ask = BUDGETS_OF.get(figure.name) if figure else None
        if not (final and figure and ask and completion.base in FULL):
            continue
        if not is_sure(told, final, (figure,)):
            continue
        spent, budget = figure.now(filing), ask(filing)
        places = (told.passage.place,) if told.passage.place else ()
        each = Spending(told, figure.name, "", spent, None, budget, places)
        planned = completion.planned
        if planned and not agrees(filing, planned, budget):
            yield _other_budget(each, completion.base, planned, budget)
        yield from _completion(filing, each, completion)


def _completion(filing: Filing, each: Spending, completion: Completion) -> Iterator[Said]:
    base = completion.base
    if base not in {YEAR_START, *FULL}:
        yield _undeclared(each, completion)
        return
    budget = each.initial if base == YEAR_START else each.full
    if budget is None:
        yield Unjudged(f"{each.name}的{base}还没有填", each.places)
        return
    written = words_at(each.told, completion.percent.span)
    if budget == NOTHING:
        message = f"{each.name}{base}是0.00万元，不能写完成{base}的{written}"
        yield _finding(each, "完成率", written, message, "去掉完成率，写未安排预算", "未安排预算")
        return
    known = (as_known(amount, filing.precision) for amount in (each.final, budget))
    verdict = fit_ratio(completion.percent.value, *known)
    if verdict is not Fit.EQUAL:
        right = _rate(each, budget, completion)
        rounding = verdict is Fit.ROUNDING
        message = (
            f"{each.name}完成{base}写的是{written}，{shown(each.final)}除以{shown(budget)}是{right}"
        )
        to_do = f"按元核对，不符的改成{right}" if rounding else f"改成{right}"
        severity = Severity.WARNING if rounding else None
        yield _finding(each, "完成率", written, message, to_do, right, severity)


def _rate(each: Spending, budget: Money, completion: Completion) -> str:
    """The rate worked out, as shown."""
    rate = Fraction(100 * each.final.fen, budget.fen)
    return percent_shown(rate, completion.percent.places)


def _undeclared(each: Spending, completion: Completion) -> Finding:
    written = words_at(each.told, completion.percent.span)
    rates = [
        f"按{base}{shown(budget)}是{_rate(each, budget, completion)}"
        for base, budget in ((YEAR_START, each.initial), (FULL_YEAR, each.full))
        if budget
    ]
    message = f"{each.name}写完成预算{written}，没有写明是年初预算还是全年预算"
    return _finding(
        each,
        "预算口径",
        written,
        "：".join((message, "，".join(rates))) if rates else message,
        "写明是哪个预算，并写出预算数",
        "",
    )


def _budgets(filing: Filing, each: Spending) -> Iterator[Finding]:
    """Budgets told in the paragraph that are not the ones entered."""
    for amount in planned(each.told):
        base = next((base for base in (YEAR_START, *FULL) if amount.label.startswith(base)), "")
        budget = each.initial if base == YEAR_START else each.full
        if base and budget is not None and not agrees(filing, amount, budget):
            yield _other_budget(each, base, amount, budget)


def _other_budget(each: Spending, base: str, amount: Amount, budget: Money) -> Finding:
    written, right = words_at(each.told, amount.span), shown(budget)
    message = f"{each.name}{base}写的是{written}，应为{right}"
    return _finding(each, base, written, message, f"改成{right}", right)


def _no_budget(told: tuple[Spending, ...]) -> Iterator[Finding]:
    """A section that tells rates of completion and no budget at all."""
    general = [each for each in told if each.told.section is Section.GENERAL_ITEMS]
    rates = [each for each in general if each.told.reading.completions]
    told_or_blank = any(planned(each.told) or GAP in each.told.passage.text for each in general)
    if rates and not told_or_blank:
        first = rates[0]
        written = words_at(first.told, first.told.reading.completions[0].percent.span)
        right = shown(first.full) if first.full is not None else ""
        message = f"{first.name}写了完成预算的比率，没有写出预算数"
        to_do = f"补上预算数{right}"
        yield _finding(first, "预算数", written, message, to_do, right)


def _finding(
    each: Spending,
    kind: str,
    written: str,
    message: str,
    to_do: str,
    right: str,
    severity: Severity | None = None,
) -> Finding:
    where = each.told.passage.where
    budgets = ((YEAR_START, each.initial), (FULL_YEAR, each.full))
    return Finding(
        message,
        to_do,
        about=f"{each.about} {kind}",
        where=where,
        places=each.places,
        operands=(
            Operand(f"写的{kind}", written, where),
            Operand("支出决算", shown(each.final)),
            *(Operand(base, shown(budget)) for base, budget in budgets if budget is not None),
        ),
        computed=right,
        words=written,
        severity=severity,
    )


RULES = (completion_is_told_right,)
