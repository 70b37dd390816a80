"""C28: the sections on 政府性基金 and 国有资本经营预算, declared also where there is nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.code import without_suffix
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.terms import FundSource
from jsxh_desktop.domain.totals import APPROPRIATION_INCOME, FINAL, Lines
from jsxh_desktop.narrative.functional_items import codes_in
from jsxh_desktop.rules.exactness import as_known, ratio
from jsxh_desktop.rules.rule import Finding, Rule, Said, Severity, each_apart, rule
from jsxh_desktop.rules.statements.section_figures import (
    Figure,
    figure,
    meant,
    share_told,
    told,
    told_amounts,
    told_years,
)
from jsxh_desktop.rules.statements.section_lines import Line, Section, lacks, lines
from jsxh_desktop.rules.subject import Subject

FUNDS = {
    Section.GOVERNMENT_FUNDS: (FundSource.GOVERNMENT_FUNDS, "政府性基金预算"),
    Section.STATE_CAPITAL: (FundSource.STATE_CAPITAL, "国有资本经营预算"),
}
_NOTHING = re.compile(r"无[^。]*(?:收入|支出)|没有[^。]*(?:收入|支出)|未发生|未安排|无此项")
_SIGNS = {"等于": 0, "小于": -1, "大于": 1}
Names = tuple[str, str, str]


@rule(
    "C28",
    "政府性基金、国有资本经营预算小节",
    Severity.ERROR,
    "两节都有；没有收支的写明没有；有的，数与填报的一致，逐项列出",
    why="范本规定的两节，没有收支也要声明",
    cites="部门决算公开范本 第二部分 八、九",
)
def both_funds_are_declared(subject: Subject) -> Iterator[Said]:
    """Fund by fund: the section, its declaration or its total, its items."""
    return each_apart(
        said
        for section in FUNDS
        for said in (_declared(subject, section), _items(subject.filing, section, subject))
    )


def _declared(subject: Subject, section: Section) -> Iterator[Said]:
    (fund, name), filing = FUNDS[section], subject.filing
    found = lines(subject, section)
    if lacks(subject, section):
        message = f"没有“{name}支出决算情况说明”这一节"
        yield Finding(message, "补上这一节，没有收支的写明没有", f"{name} 整节", "第二部分")
    if not found:
        return
    yield from told_years(filing, found, name)
    spent = _spent(name, fund)
    yield from told_amounts(filing, found, (spent,))
    text = "".join(line.text for line in found)
    is_told = any(
        meant(line, (spent,), amount) for line in found for amount in line.reading.amounts
    )
    says_nothing = bool(_NOTHING.search(text))
    amount = spent.amount(filing)
    received = totals.income_by_source(filing)[APPROPRIATION_INCOME[fund]]
    if says_nothing and not is_told and (amount or received):
        message = f"写着没有{name}收支，填报的收入{received.show()}万元、支出{amount.show()}万元"
        yield told(found[0], f"{name} 声明", message, "写出收支数", spent.places)
    elif not says_nothing and not is_told and "\0" not in text:
        message = f"{name}这一节没有写支出数，也没有写明没有收支"
        yield told(found[0], f"{name} 声明", message, "没有收支的写明没有", spent.places)


def _spent(name: str, fund: FundSource) -> Figure:
    return figure(
        f"{name}支出",
        f"{name}(?:财政拨款)?支出(?:决算)?(?:数|合计)?",
        lambda filing: totals.fund_expenditure(filing, fund),
    )


def _items(filing: Filing, section: Section, subject: Subject) -> Iterator[Said]:
    """Each item told, and each that has money; nothing while the section lists none."""
    fund, name = FUNDS[section]
    found = [line for line in lines(subject, section) if line.reading.items]
    if not lines(subject, section):
        return
    by_names = _by_names(filing, totals.fund_lines(filing, fund))
    seen = set[Names]()
    for line in found:
        names = line.reading.items[0].names
        seen.add(names)
        if names in by_names:
            yield from each_apart([_item(filing, line, by_names[names])])
        else:
            message = f"“{''.join(names)}”不是{name}的支出科目"
            yield told(line, f"{name} {''.join(names)}", message, "核对科目", words=names[-1])
    for names in by_names if totals.fund_expenditure(filing, fund) else ():
        if names not in seen:
            message = f"{name}支出没有列“{names[-1]}”"
            first = lines(subject, section)[0]
            yield told(first, f"{name} {names[-1]} 漏列", message, "补写这一项")


def _by_names(filing: Filing, own: Lines) -> Mapping[Names, Lines]:
    table = filing.functional
    return {
        (without_suffix(table.name(code[:3])), table.name(code[:5]), table.name(code)): tuple(
            line for line in own if line.functional == code
        )
        for code in codes_in(own)
    }


def _item(filing: Filing, line: Line, own: Lines) -> Iterator[Said]:
    name = line.reading.items[0].names[-1]
    places = (Place(FINAL, own[0].id),)
    final, planned = totals.total(own), totals.total(own, ExpenditureLine.full_year_budget)
    known, budget = (as_known(each, filing.precision) for each in (final, planned))
    for completion in line.reading.completions:
        if not completion.base.startswith("年初"):
            due = ratio(known, budget)
            yield from share_told(line, f"{name}完成预算的比率", completion.percent, due, places)
    amount = figure(name, "支出决算(?:数)?", lambda _: final, *places)
    yield from told_amounts(filing, [line], (amount,))
    yield from _compared(line, name, final, planned)


def _compared(line: Line, name: str, final: Money, planned: Money) -> Iterator[Said]:
    sign = (final > planned) - (final < planned)
    for variance in line.reading.variances:
        if _SIGNS[variance.word] != sign:
            right = next(word for word, way in _SIGNS.items() if way == sign)
            message = (
                f"{name}写的是决算数{variance.word}预算数，决算{final.show()}万元、"
                f"预算{planned.show()}万元，应为{right}"
            )
            yield told(line, f"{name} 预决算", message, f"改成{right}预算数")


RULES: tuple[Rule, ...] = (both_funds_are_declared,)
