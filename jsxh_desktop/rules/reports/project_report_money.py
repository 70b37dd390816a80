"""F09, F17: the money of a project as its report tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from jsxh_desktop.domain.attainment import quantity
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.project_money import Funding
from jsxh_desktop.domain.report_text import ProjectReport
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import IndicatorClass
from jsxh_desktop.rules.exactness import Fit, as_known, fit, meet, ratio, sum_of
from jsxh_desktop.rules.reading.amounts_told import agrees, in_wan, other_amount
from jsxh_desktop.rules.reading.sentences import read
from jsxh_desktop.rules.reading.spoken import Reading
from jsxh_desktop.rules.reading.unit_prices import Priced, priced
from jsxh_desktop.rules.reports.project_annexes import Annex, annexes
from jsxh_desktop.rules.reports.report_passages import called, owner_of, owners, placed, typed_in
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, each_apart, rule
from jsxh_desktop.rules.sheets.facts import money_of
from jsxh_desktop.rules.subject import Subject

COSTS = {IndicatorClass.COST, IndicatorClass.ECONOMIC_COST}
_BY_THE_YEAR = re.compile(r"元[/／每]年")
PLANNED, FINAL = ExpenditureLine.full_year_budget, ExpenditureLine.final
_OWNER = r"(?:该?项目|本项目)?(?:资金)?"
_WHOLE = r"(?:全年)?(?:资金|预算|金额|专项资金|项目资金|总额)*"
TOLD: tuple[tuple[re.Pattern[str], Entry[Money | None], Severity], ...] = (
    (re.compile(rf"{_OWNER}(?:批复|下达|核定){_WHOLE}"), PLANNED, Severity.ERROR),
    (re.compile(rf"{_OWNER}申报{_WHOLE}"), PLANNED, Severity.WARNING),
    (re.compile(rf"{_OWNER}(?:实际)?到位{_WHOLE}"), PLANNED, Severity.WARNING),
    (re.compile(rf"{_OWNER}(?:支出决算|决算支出|实际支出)数?{_WHOLE}"), FINAL, Severity.ERROR),
    (re.compile(r"(?:该|本)项目(?:资金)?(?:全年)?预算(?:数|总额|资金)?"), PLANNED, Severity.ERROR),
    (re.compile(r"(?:该|本)项目(?:资金)?(?:共|累计)?支出(?:总额)?"), FINAL, Severity.WARNING),
)
"""How the whole money of a project is called; what was applied for may differ with a reason."""


@rule(
    "F09",
    "项目报告金额",
    Severity.ERROR,
    "报告写的申报、批复和支出与项目的预算、决算一致；逐项写的单价乘数量合起来等于项目资金",
    why="报告与自评表金额不一，说不清钱用在哪里",
    cites="专项预算项目支出绩效自评报告提纲 二、四；项目支出绩效自评表",
)
def report_money_is_the_projects(subject: Subject) -> Iterator[Said]:
    filing, money = subject.filing, money_of(subject)
    owned = owners(subject)
    for passage in typed_in(subject, ProjectReport):
        key = owner_of(owned, passage.place)
        funding = money.get(key) if key is not None else None
        if funding and funding.lines and "元" in passage.text:
            checks = [_amounts(filing, funding, read(passage.text))]
            if passage.place and passage.place.entry is ProjectReport.completion:
                checks.append(_priced(filing, funding, priced(passage.text), passage.text))
            yield from placed(passage, each_apart(checks))
    for annex in annexes(subject):
        if annex.funding:
            yield from _printed(filing, annex, annex.funding)


def _amounts(filing: Filing, funding: Funding, reading: Reading) -> Iterator[Finding]:
    for amount in reading.amounts:
        for called_by, entry, severity in TOLD:
            of_year = amount.year in {None, filing.year}
            sure = of_year and not amount.way and not amount.about
            if called_by.fullmatch(amount.label) and sure:
                right = funding.total(entry)
                if not agrees(filing, amount, right):
                    words = reading.text[slice(*amount.span)]
                    origin = f"项目的{entry.label}"
                    milder = None if severity is Severity.ERROR else severity
                    yield other_amount(amount.label, amount, right, origin, words, milder)


def _printed(filing: Filing, annex: Annex, funding: Funding) -> Iterator[Said]:
    for passage in annex.passages:
        reading = read(passage.own)
        if reading.speaks:
            checks = (_amounts(filing, funding, reading), _completed(filing, funding, reading))
            yield from placed(passage, each_apart(checks))
    for name in annex.rows_left_out():
        yield Finding(
            message=f"资金表没有“{name}”一行",
            to_do=f"补上“{name}”一行，没有的写0",
            about=f"{annex.title} 缺{name}",
            where=annex.title,
        )
    for row, name, told, right in annex.told_in_tables():
        if told != right:
            yield Finding(
                message=f"资金表{row}的{name}写成{told}，应为{right}",
                to_do="核对支出行里这个项目的数",
                about=f"{annex.title} {row} {name}",
                where=annex.title,
                places=tuple(Place(FINAL, line.id) for line in funding.lines),
                operands=(Operand("表中", told), Operand("支出行", right)),
                computed=right,
                words=told,
            )
    yield from _named(filing, annex)


def _completed(filing: Filing, funding: Funding, reading: Reading) -> Iterator[Finding]:
    for each in reading.completions:
        final, planned = (
            as_known(funding.total(entry), filing.precision) for entry in (FINAL, PLANNED)
        )
        right = ratio(final, planned)
        if right and fit(each.percent.value, right) is not Fit.EQUAL:
            told, places = each.percent.value.reads, each.percent.places
            shown = f"{half_up(right.reads, max(places, 1))}%"
            yield Finding(
                message=f"预算完成率写成{half_up(told, places)}%，应为{shown}",
                to_do=f"改成{shown}",
                about="预算完成率",
                operands=(Operand("文中", f"{half_up(told, places)}%"), Operand("应为", shown)),
                computed=shown,
                words=reading.text[slice(*each.percent.span)],
            )


def _named(filing: Filing, annex: Annex) -> Iterator[Finding]:
    right = next((each.name for each in filing.projects if each.id == annex.project), "")
    if annex.name and right and annex.name != right:
        yield Finding(
            message=f"报告写的项目名称是“{annex.name}”，这份报告是“{right}”的",
            to_do="核对项目名称",
            about=f"{annex.title} 项目名称",
            where=annex.title,
            operands=(Operand("报告", annex.name), Operand("项目", right)),
            words=annex.name,
        )


def _priced(
    filing: Filing, funding: Funding, prices: tuple[Priced, ...], text: str
) -> Iterator[Finding]:
    """Prices times counts come to the project's money, where a text tells prices only."""
    if len(prices) < 2 or len(read(text).amounts) != len(prices):
        return
    footed = sum_of(each.cost for each in prices)
    whole = as_known(funding.total(FINAL), filing.precision)
    if meet(footed, whole):
        return
    shown, right = in_wan(footed.reads), in_wan(whole.reads)
    apart = in_wan(abs(whole.reads - footed.reads))
    left = [each for each in prices if each.count is None]
    forgotten = next((each for each in left if _times_left(footed.reads, whole.reads, each)), None)
    more = footed.reads > whole.reads
    hint = ""
    if forgotten:
        times = 1 + (whole.reads - footed.reads) / forgotten.price.reads
        hint = f"，“{forgotten.words}”按{times}{forgotten.per}算正好相符"
    yield Finding(
        message=f"逐项合计{shown}，项目支出{right}，相差{apart}{hint}",
        to_do="补写漏掉的数量" if forgotten else "核对单价、数量和有没有漏写的一项",
        about="逐项合计",
        places=tuple(Place(FINAL, line.id) for line in funding.lines),
        operands=(Operand("逐项合计", shown, "文中"), Operand("项目支出", right, "支出决算")),
        computed=shown,
        words=forgotten.words if forgotten else prices[0].words,
        severity=None if forgotten or more else Severity.WARNING,
    )


def _times_left(footed: Fraction, whole: Fraction, each: Priced) -> bool:
    """Whether a price without a count explains all that is missing."""
    times = (whole - footed) / each.price.reads if each.price.reads else Fraction(0)
    return times > 0 and times.denominator == 1


@rule(
    "F17",
    "一次性支付多年",
    Severity.INFO,
    "按年计价的费用，一年只列支一年的",
    why="一次付清几年的费用属预付，审计时常被问到",
    cites="项目支出绩效自评表 成本指标",
)
def years_are_paid_one_by_one(subject: Subject) -> Iterator[Said]:
    filing = subject.filing
    counted = {
        (each.project, each.name): each
        for each in filing.indicators
        if each.category is IndicatorClass.QUANTITY and each.unit == "年"
    }
    told: set[int | None] = set()
    owned = owners(subject)
    for cost in filing.indicators:
        years = counted.get((cost.project, cost.name))
        if years and cost.category in COSTS and _BY_THE_YEAR.search(cost.unit):
            number = _count(years)
            if number > 1:
                told.add(cost.project)
                yield _ahead(filing, cost.project, cost.name, f"{number}年")
    for passage in typed_in(subject, ProjectReport):
        key = owner_of(owned, passage.place)
        if key not in told and "年" in passage.text:
            yield from placed(passage, _years_told(filing, key, passage.text))


def _years_told(filing: Filing, key: int | None, text: str) -> Iterator[Finding]:
    for each in priced(text):
        if each.per == "年" and each.count and each.count > 1:
            yield _ahead(filing, key, each.words, f"{each.count}年")


def _count(indicator: Indicator) -> Fraction:
    try:
        return quantity(indicator.actual or indicator.target, indicator)
    except NotStated:
        return Fraction(0)


def _ahead(filing: Filing, key: int | None, name: str, years: str) -> Finding:
    own = [line for line in filing.expenditure if line.project == key and key is not None]
    return Finding(
        message=f"{called(filing, key)}的“{name}”一次列支了{years}的费用",
        to_do="看看合同：属预付的，说明为什么一次付清",
        about=f"项目{key} {name}",
        where="项目支出绩效自评表",
        places=tuple(Place(FINAL, line.id) for line in own),
        words=name,
    )


RULES = (report_money_is_the_projects, years_are_paid_one_by_one)
