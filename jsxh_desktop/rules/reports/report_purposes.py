"""F04, F05, F06: the year's expenditure by purpose, as reports and 名词解释 break it down."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.rules.dictionaries import SHORT_NAMES
from jsxh_desktop.rules.exactness import Fit, as_known, fit, sum_of
from jsxh_desktop.rules.reading.amounts_told import agrees, in_wan, other_amount
from jsxh_desktop.rules.reading.spoken import Amount
from jsxh_desktop.rules.reports.purposes_told import PROJECTS, PURPOSES, Broken, Cut, purposes_told
from jsxh_desktop.rules.reports.report_passages import placed
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, each_apart, rule
from jsxh_desktop.rules.subject import Subject


@rule(
    "F04",
    "整体报告三类资金",
    Severity.ERROR,
    "人员类、运转类、特定项目类等各类经费，与支出决算的数一致，合起来等于本年支出合计",
    why="三类资金不闭合，说明有支出没有归类",
    cites="部门整体绩效评价报告提纲 三（一）",
)
def purposes_add_up(subject: Subject) -> Iterator[Said]:
    filing = subject.filing
    for passage, every in purposes_told(subject):
        told = tuple(each for each in every if each.is_of(filing.year))
        if len({each.purpose.name for each in told}) > 1:
            checks = (*(_amount(filing, each) for each in told), _sum(filing, told))
            yield from placed(passage, each_apart(checks))
        elif len(every) > len(told) and passage.place is None:
            yield from placed(passage, (_of_another_year(filing, every[0]),))


def _of_another_year(filing: Filing, told: Broken) -> Finding:
    return Finding(
        message=f"各类经费写成{told.amount.year}年的，本年度是{filing.year}年",
        to_do="核对年份",
        about="各类经费的年份",
        operands=(
            Operand("写的年份", f"{told.amount.year}年"),
            Operand("本年度", f"{filing.year}年"),
        ),
        words=f"{told.amount.year}年",
    )


def _amount(filing: Filing, told: Broken) -> Iterator[Finding]:
    right = told.purpose.spent(filing)
    if not agrees(filing, told.amount, right):
        yield _differs(told, told.purpose.name, told.amount, right, "支出决算")


def _sum(filing: Filing, told: tuple[Broken, ...]) -> Iterator[Finding]:
    """All purposes together, once the text tells what is spent on projects as well."""
    if PROJECTS not in {each.purpose for each in told}:
        return
    spent, footed = totals.expenditure(filing), sum_of(each.amount.value for each in told)
    named = {each.purpose for each in told}
    left = [each.name for each in PURPOSES if each not in named and each.spent(filing)]
    if left or fit(footed, as_known(spent, filing.precision)) is Fit.IMPOSSIBLE:
        parts = "＋".join(in_wan(each.amount.value.reads) for each in told)
        tail = f"，没有写{'、'.join(left)}" if left else ""
        yield Finding(
            message=f"各类经费{parts}＝{in_wan(footed.reads)}，本年支出合计{spent.show()}万元{tail}",
            to_do="核对哪一类不对，或补上漏写的一类",
            about="各类经费之和",
            operands=(
                Operand("各类相加", f"{in_wan(footed.reads)}"),
                Operand("本年支出合计", f"{spent.show()}万元", "收入支出决算总表"),
            ),
            computed=f"{in_wan(footed.reads)}",
        )


@rule(
    "F05",
    "明细闭合",
    Severity.ERROR,
    "人员类、运转类经费后面列的明细，合起来等于该类经费",
    why="明细合不上总数，不是漏了一项就是写错一项",
    cites="部门整体绩效评价报告提纲 三（一）；部门决算公开 名词解释",
)
def items_make_their_purpose(subject: Subject) -> Iterator[Said]:
    for passage, told in purposes_told(subject):
        for each in told:
            if len(each.items) > 1 and "〔" not in passage.text:
                yield from placed(passage, _items_sum(each))


def _items_sum(told: Broken) -> Iterator[Finding]:
    footed = sum_of(item.value for item in told.items)
    if fit(footed, told.amount.value) is Fit.IMPOSSIBLE:
        name, whole = told.purpose.name, in_wan(told.amount.value.reads)
        yield Finding(
            message=(
                f"{name}{whole}，列出的{len(told.items)}项合起来是{in_wan(footed.reads)}，"
                f"差{in_wan(abs(told.amount.value - footed).reads)}"
            ),
            to_do="核对有没有漏写或写错的一项",
            about=f"{name}的明细",
            operands=(
                Operand(name, f"{whole}"),
                Operand("明细相加", f"{in_wan(footed.reads)}"),
            ),
            computed=f"{in_wan(footed.reads)}",
            words=told.words(told.amount),
        )


@rule(
    "F06",
    "明细与他处一致",
    Severity.ERROR,
    "报告和名词解释里列的经济分类科目，金额与支出行一致",
    why="同一个科目出现两个数，多半是归类不一致",
    cites="部门决算公开08表；《政府收支分类科目》（当年版）",
)
def items_are_told_alike(subject: Subject) -> Iterator[Said]:
    for passage, told in purposes_told(subject):
        filing = subject.filing
        of_year = (each for each in told if each.items and each.is_of(filing.year))
        checks = (_items(filing, each) for each in of_year)
        yield from placed(passage, each_apart(checks))


def _items(filing: Filing, told: Broken) -> Iterator[Finding]:
    """Each item by its name; what is too much may be an item that is not named by itself."""
    if told.purpose.cut is None:
        return
    spent = _by_name(filing, told.purpose.cut)
    named = {_standard(item.label): item for item in told.items}
    unnamed = {name: amount for name, amount in spent.items() if name not in named and amount}
    known = {code.name for code in filing.economic.codes.values()}
    for name, item in named.items():
        if name not in known or agrees(filing, item, spent.get(name, Money())):
            continue
        right = spent.get(name, Money())
        finding = _differs(told, item.label, item, right, "支出行")
        yield _with_hint(finding, item, right, unnamed)


def _with_hint(finding: Finding, item: Amount, right: Money, unnamed: dict[str, Money]) -> Finding:
    over = item.value.reads - right.fen
    merged = next((name for name, amount in unnamed.items() if amount.fen == over), None)
    if merged is None:
        return finding
    return dataclasses.replace(
        finding,
        message=f"{finding.message}，多的{unnamed[merged].show()}万元正好是没有单列的{merged}",
        to_do=f"{merged}单列，不并入{item.label}",
    )


def _by_name(filing: Filing, cut: Cut) -> dict[str, Money]:
    found: dict[str, Money] = {}
    for code, amount in totals.by_code(cut(filing), 5, economic=True).items():
        name = filing.economic.name(code)
        found[name] = found.get(name, Money()) + amount
    return found


def _standard(label: str) -> str:
    return SHORT_NAMES.get(label, label)


def _differs(told: Broken, name: str, amount: Amount, right: Money, origin: str) -> Finding:
    return other_amount(name, amount, right, origin, told.words(amount))


RULES = (purposes_add_up, items_make_their_purpose, items_are_told_alike)
