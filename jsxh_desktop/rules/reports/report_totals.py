"""F03: income and expenditure as the report of the unit tells them, this year's and last year's."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.rules.reading.amounts_told import agrees, other_amount
from jsxh_desktop.rules.reading.named_amounts import (
    BUDGETS,
    EXPENDITURE,
    EXPENDITURE_TOTAL,
    INCOME,
    INCOME_TOTAL,
    TOTAL,
    Named,
    named,
)
from jsxh_desktop.rules.reading.sentences import read
from jsxh_desktop.rules.reading.spoken import LAST_YEAR, Amount
from jsxh_desktop.rules.reports.report_passages import in_reports, placed, typed_in
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, Unjudged, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passage

TOLD = {TOTAL, INCOME_TOTAL, EXPENDITURE_TOTAL, INCOME, EXPENDITURE, *BUDGETS}
_SIDES = {"财政资金收入情况": INCOME_TOTAL, "财政资金支出情况": EXPENDITURE_TOTAL}
GAP = "〔待填"
_MONEY = re.compile("财政资金|收支情况")


@rule(
    "F03",
    "整体报告收支",
    Severity.ERROR,
    "整体报告写的年初预算、收入、支出等于收入支出决算总表的数，上年数等于上年的决算",
    why="报告与决算表各说各的，评价就没有依据",
    cites="部门整体绩效评价报告提纲 二；部门决算公开01表",
)
def report_money_is_the_units(subject: Subject) -> Iterator[Said]:
    for passage in typed_in(subject, DepartmentReport):
        if "元" in passage.text:
            yield from placed(passage, _judged(subject.filing, passage.text))
    for passage in in_reports(subject):
        if "元" in passage.own and _about_money(passage):
            yield from placed(passage, _judged(subject.filing, passage.own))
    yield from _not_compared(subject)


def _not_compared(subject: Subject) -> Iterator[Finding]:
    """The whole of a year is set beside the year before."""
    year = subject.filing.year - 1
    for side, figure in _SIDES.items():
        under = [x for x in in_reports(subject) if side in "".join(x.headings[-1:])]
        if not under or any(GAP in each.text for each in under):
            continue
        try:
            now, last = figure.now(subject.filing), figure.last(subject.filing)
        except NotStated:
            continue
        told = (each for passage in under for each in read(passage.text).movements)
        if not any(each.year in {year, LAST_YEAR} for each in told):
            yield Finding(
                message=f"报告里没有写{figure.name}与{year}年比较",
                to_do=f"补写与{year}年相比的增减",
                about=f"{figure.name} 没有比较",
                where=under[0].where,
                operands=(
                    Operand("本年", f"{now.show()}万元"),
                    Operand("上年", f"{last.show()}万元"),
                ),
                words=under[0].text,
            )


def _about_money(passage: Passage) -> bool:
    return any(_MONEY.search(above) and "项目" not in above for above in passage.headings)


def _judged(filing: Filing, text: str) -> Iterator[Said]:
    reading = read(text)
    compared = {each.last.span: each.what for each in reading.movements if each.last}
    for amount in reading.amounts:
        if amount.way or amount.about:
            continue
        label = amount.label or compared.get(amount.span, "")
        figures = tuple(figure for figure in named(label) if figure in TOLD)
        last = amount.year in {filing.year - 1, LAST_YEAR}
        if figures and (last or amount.year in {filing.year, None}):
            words = reading.text[slice(*amount.span)]
            yield from _compared(filing, amount, figures, words, last=last)
        elif figures:
            yield _of_another_year(filing, amount, figures[0])


def _compared(
    filing: Filing, told: Amount, figures: tuple[Named, ...], words: str, *, last: bool
) -> Iterator[Said]:
    """Held to every figure its name may mean; last year's income alone may be less than 总计."""
    known: dict[str, Money] = {}
    missing = ""
    for figure in figures:
        try:
            known[figure.name] = figure.last(filing) if last else figure.now(filing)
        except NotStated as blank:
            missing = blank.label
    if any(agrees(filing, told, amount) for amount in known.values()):
        return
    if known and (not missing or _nothing_carried(filing)):
        name, right = next(iter(known.items()))
        year = filing.year - 1 if last else filing.year
        origin = "上年决算数" if last else "决算数"
        finding = other_amount(f"{year}年{told.label or name}", told, right, origin, words)
        places = (Place(PriorYear.total),) if last and not filing.before else ()
        yield dataclasses.replace(finding, about=f"{'上年' * last}{name}", places=places)
    elif not known and not last:
        yield Unjudged(f"{missing}还没有填")


def _nothing_carried(filing: Filing) -> bool:
    """Whether last year spent all it had, so that 收入 and 收入总计 were one."""
    prior = filing.prior_year
    return prior.total is not None and prior.total == prior.general_budget


def _of_another_year(filing: Filing, told: Amount, figure: Named) -> Finding:
    return Finding(
        message=f"{figure.name}写成{told.year}年的，本年度是{filing.year}年",
        to_do="核对年份",
        about=f"{figure.name}的年份",
        operands=(Operand("写的年份", f"{told.year}年"), Operand("本年度", f"{filing.year}年")),
        words=f"{told.year}年",
    )


RULES = (report_money_is_the_units,)
