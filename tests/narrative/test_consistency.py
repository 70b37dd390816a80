"""Whatever is entered: sums, shares, directions and sentences agree with the data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.domain.money import Money, added, wan
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.project_money import fundings
from jsxh_desktop.domain.share import percent
from jsxh_desktop.domain.stated import NotStated, of
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.narrative.block import Figure
from jsxh_desktop.narrative.document import PartBlocks, compose
from tests.filings import FEN_AMOUNTS, agreeing, gappy
from tests.narrative.reading import text_of

PACK = load_pack("sichuan-2021")
AMOUNT = re.compile(r"(-?\d+\.\d\d)万元")
MANY = settings(max_examples=25)


def composed(filing: Filing) -> dict[str, PartBlocks]:
    return {part.key: part for part in compose(filing, PACK)}


def statements(filing: Filing) -> str:
    return text_of(composed(filing)["statements"].blocks)


def whole_text(filing: Filing) -> str:
    return "\n".join(text_of(part.blocks) for part in composed(filing).values())


@MANY
@given(gappy())
def test_any_filing_prints_whole_sentences(filing: Filing) -> None:
    said = whole_text(filing)
    assert not re.search(r"None|[{}]|。。|，，|，。|：。|；。|、。|万元万元", said)
    assert not re.search(r"〔待填：〕|〔待填：[^〕]*〔", said)


@MANY
@given(gappy())
def test_every_amount_is_one_of_the_data_or_a_sum_of_them(filing: Filing) -> None:
    known = {amount.show() for amount in (*typed(filing), *derived(filing))}
    assert set(AMOUNT.findall(whole_text(filing))) <= known


@MANY
@given(agreeing(), st.sampled_from(["income", "expenditure", "classes", "items"]))
def test_what_is_listed_adds_up_to_the_total_before_it(filing: Filing, which: str) -> None:
    said = statements(filing)
    first, last = {
        "income": ("本年收入合计", "图2"),
        "expenditure": ("本年支出合计[0-9]", "图3"),
        "classes": ("支出[0-9.]+万元，主要用于以下方面", "图6"),
        "items": ("一般公共预算支出决算数为", "六、"),
    }[which]
    found = re.search(f"{first}.*?(?=\n{last})", said, re.DOTALL)
    if not found:
        assert which in {"classes", "items"}
        assert "2021年无一般公共预算财政拨款支出。" in said or "0.00万元" in said
        return
    passage = found[0]
    if which == "items":
        total = re.search(r"决算数为([\d.]+)万元", passage)
        parts = re.findall(r"支出决算为([\d.]+)万元", passage)
    else:
        total = AMOUNT.search(passage)
        parts = AMOUNT.findall(passage)[1:]
    assert total
    assert added(map(wan, parts)) == wan(total[1])


@MANY
@given(agreeing(FEN_AMOUNTS))
def test_every_share_is_the_amount_before_it_over_its_whole(filing: Filing) -> None:
    said = statements(filing)
    for kind, amount in totals.expenditure_by_kind(filing).items():
        if amount:
            rate = percent(amount, totals.expenditure(filing))
            assert f"{kind}{amount.show()}万元，占{rate}" in said
    general = totals.by_code(totals.general_budget_lines(filing), 3)
    for amount in (amount for amount in general.values() if amount):
        assert (
            f"（类）支出{amount.show()}万元，占{percent(amount, added(general.values()))}" in said
        )


@MANY
@given(agreeing(FEN_AMOUNTS))
def test_direction_amount_and_rate_agree_with_both_years(filing: Filing) -> None:
    said = statements(filing)
    prior = filing.prior_year
    for name, now, before in (
        ("，收、支总计", totals.grand_total(filing), prior.total),
        ("，财政拨款收、支总计", totals.appropriation_total(filing), prior.appropriation_total),
        ("，一般公共预算财政拨款支出", totals.general_budget(filing), prior.general_budget),
        ("公务接待费支出决算", spending.reception(filing.three_public), prior.reception),
        ("因公出国（境）费支出决算", filing.three_public.overseas or Money(), prior.overseas),
    ):
        assert before is not None
        pattern = name + r"(?:比2020年|与2020年)?各?(增加|减少|持平|基本持平)([\d.]+)?"
        found = re.search(pattern, said)
        assert found, name
        assert way(now, before) == found[1]
        assert found[2] in {None, abs(now - before).show()}


def way(now: Money, before: Money) -> str:
    if now == before:
        return "持平"
    if abs(now - before).show() == "0.00":
        return "基本持平"
    return "增加" if now > before else "减少"


@MANY
@given(agreeing(FEN_AMOUNTS))
def test_completion_is_final_over_budget_of_the_same_item(filing: Filing) -> None:
    said = statements(filing)
    lines = totals.general_budget_lines(filing)
    finals = totals.by_code(lines, 7)
    budgets = totals.by_code(lines, 7, ExpenditureLine.full_year_budget)
    for code, final in finals.items():
        budget = budgets[code]
        if not (final or budget):
            continue
        done = f"完成全年预算的{percent(final, budget)}" if budget else "未安排预算"
        word = "等于" if final == budget else "小于" if final < budget else "大于"
        name = filing.functional.name(code)
        assert f"{name}（项）：支出决算为{final.show()}万元，{done}，决算数{word}预算数" in said


@MANY
@given(agreeing(FEN_AMOUNTS))
def test_figures_show_what_the_sentences_say(filing: Filing) -> None:
    blocks = composed(filing)["statements"].blocks
    said = text_of(blocks).replace("支出决算", "").replace("（类）支出", "（类）")
    for figure in (block for block in blocks if isinstance(block, Figure)):
        chart = figure.chart
        if chart and chart.labels:
            for name, label in zip(chart.categories, chart.labels, strict=True):
                assert name + label.replace("，", "，占") in said


@pytest.mark.parametrize("key", ["overview", "statements", "terms", "annexes"])
def test_nothing_entered_means_no_amount_printed(key: str) -> None:
    said = text_of(composed(Filing(2021))[key].blocks)
    assert not AMOUNT.search(said)


def typed(filing: Filing) -> Iterator[Money]:
    """Every amount the clerk entered."""
    records = [getattr(filing, name) for name in SINGLES]
    records += [record for name in LISTS for record in getattr(filing, name)]
    for record in records:
        for entry in entries(type(record)):
            value = entry.of(record)
            if entry.kind is Kind.MONEY and value is not None:
                yield value


def derived(filing: Filing) -> Iterator[Money]:
    """Every sum the document may tell, and how far it is from what it is compared to."""
    for figure in SUMS:
        try:
            yield from figure(filing)
        except NotStated:
            continue
    for now, before in COMPARED:
        try:
            yield abs(now(filing) - before(filing))
        except NotStated:
            continue


def planned(filing: Filing) -> Money:
    return totals.total(totals.functional_lines(filing), ExpenditureLine.full_year_budget)


def by_item(filing: Filing, amount: Entry[Money | None]) -> Iterator[Money]:
    """The sums of one amount by fund and item, item by item."""
    lines = [line for line in filing.expenditure if line.functional]
    for fund, code in {(line.fund, line.functional) for line in lines}:
        own = [line for line in lines if (line.fund, line.functional) == (fund, code)]
        if all(amount.of(line) is not None for line in own):
            yield totals.total(own, amount)


def by_fund(filing: Filing) -> Iterator[Money]:
    """What was spent of each fund, the ones with a blank left out."""
    for fund in FundSource:
        with suppress(NotStated):
            yield totals.fund_expenditure(filing, fund)


def by_project(filing: Filing) -> Iterator[Money]:
    for funding in fundings(filing).values():
        for amount in (SPENT, PLANNED):
            with suppress(NotStated):
                yield funding.total(amount)


SPENT = ExpenditureLine.final
PLANNED = ExpenditureLine.full_year_budget
SUMS: tuple[Callable[[Filing], Iterable[Money]], ...] = (
    lambda filing: [totals.income(filing)],
    lambda filing: [totals.expenditure(filing)],
    lambda filing: [totals.income_side(filing)],
    lambda filing: [totals.expenditure_side(filing)],
    lambda filing: [totals.appropriation_income_side(filing)],
    lambda filing: [totals.appropriation_expenditure_side(filing)],
    lambda filing: totals.income_by_source(filing).values(),
    lambda filing: totals.expenditure_by_kind(filing).values(),
    by_fund,
    lambda filing: [totals.total(totals.general_budget_lines(filing), PLANNED)],
    lambda filing: totals.by_code(totals.general_budget_lines(filing), 3).values(),
    lambda filing: by_item(filing, SPENT),
    lambda filing: by_item(filing, PLANNED),
    lambda filing: [planned(filing)],
    lambda filing: [totals.initial_budget(filing)],
    lambda filing: [totals.basic_expenditure(filing)],
    lambda filing: [totals.general_budget(filing)],
    lambda filing: [
        totals.expenditure_by_kind(filing)[ExpenditureKind.BASIC] - totals.basic_expenditure(filing)
    ],
    lambda filing: [totals.total(totals.personnel_lines(filing))],
    lambda filing: [totals.total(totals.operating_lines(filing))],
    lambda filing: [totals.total(totals.economic_lines(filing))],
    lambda filing: totals.by_code(totals.economic_lines(filing), 5, economic=True).values(),
    lambda filing: [spending.three_public(filing.three_public)],
    lambda filing: [spending.three_public_budget(filing.three_public)],
    lambda filing: [spending.vehicles(filing.three_public)],
    lambda filing: [spending.reception(filing.three_public)],
    lambda filing: [spending.procurement(filing.procurement)],
    lambda filing: [added(visit.amount for visit in filing.receptions if visit.amount)],
    lambda filing: [totals.agency_running(filing)],
    by_project,
)


def before(entry: Entry[Money | None]) -> Callable[[Filing], Money]:
    return lambda filing: of(entry, filing.prior_year)


COMPARED: tuple[tuple[Callable[[Filing], Money], Callable[[Filing], Money]], ...] = (
    (totals.grand_total, before(PriorYear.total)),
    (totals.appropriation_total, before(PriorYear.appropriation_total)),
    (totals.general_budget, before(PriorYear.general_budget)),
    (totals.agency_running, before(PriorYear.agency_running)),
    (lambda filing: of(ThreePublic.overseas, filing.three_public), before(PriorYear.overseas)),
    (lambda filing: spending.vehicles(filing.three_public), before(PriorYear.vehicles)),
    (lambda filing: spending.reception(filing.three_public), before(PriorYear.reception)),
    (lambda filing: spending.three_public(filing.three_public), spending.prior_three_public),
    (planned, totals.initial_budget),
)
