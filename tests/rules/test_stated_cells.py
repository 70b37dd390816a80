"""B17: what official tables state, beside what the entries add up to."""

from __future__ import annotations

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.domain.terms import Precision
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.tables.behind import behind
from jsxh_desktop.tables.titles import TITLES
from tests.filings import agreeing
from tests.rules.stating import (
    PACK,
    firing,
    found,
    kexie,
    numbered,
    small,
    spending,
    stated,
    stating,
    verdict,
)

WORDS = """
    合计 未填科目 206 2060702 支出/206 支出/总计 收入/总计 2060702/某项目 金额 本年支出合计 基本支出
    30217 年末结转和结余 决算数/公务接待费 折旧
"""
KEYS = st.sampled_from([*WORDS.split(), ""])
FIGURES = st.builds(
    StatedFigure,
    table=st.sampled_from([*TITLES, "项目自评表"]),
    row=KEYS,
    column=KEYS,
    amount=st.sampled_from([None, wan("1.00"), wan("161.94"), Money(1)]),
    precision=st.sampled_from([None, *Precision]),
)


def test_a_changed_line_under_unchanged_tables_is_found_at_its_code() -> None:
    (finding,) = found("B17", spending(stated(kexie()), 3, final=wan("6.00")))
    assert finding.message == (
        "“2060702科普活动”的本年支出合计表中为5.00万元，按填报的明细为6.00万元"
    )
    assert finding.places[0] == Place(ExpenditureLine.final, 3)


def test_two_changed_lines_are_two_findings() -> None:
    filing = spending(spending(stated(kexie()), 3, final=wan("6.00")), 8, final=wan("5.84"))
    assert len(found("B17", filing)) == 2


def test_a_figure_booked_under_another_code_is_missing_at_its_own() -> None:
    filing = spending(stated(kexie(), lambda cell: cell[0] == "ZC"), 3, functional="2060703")
    (finding,) = found("B17", filing)
    assert finding.message.startswith("“2060702科普活动”的本年支出合计表中为5.00万元")
    assert finding.to_do == "原表有这个数，填报中没有；核对编码或补填"


def test_two_files_that_state_one_cell_differently_are_told() -> None:
    filing = stated(small())
    first = filing.stated_figures[0]
    again = dataclasses.replace(first, amount=wan("9.00"), source="批复.pdf", id=9001)
    filing = dataclasses.replace(filing, stated_figures=(*filing.stated_figures, again))
    (finding,) = found("B17", filing)
    assert finding.message == (
        "“一般公共预算财政拨款收入”有两个数：110.00万元（附表.xlsx）和9.00万元（批复.pdf）"
    )


def test_stated_figures_of_what_is_not_entered_yet_are_not_judged() -> None:
    filing = dataclasses.replace(stated(small()), income=())
    reasons = {each.reason for each in verdict("B17", filing).unjudged}
    assert "收入决算还没有填" in reasons
    assert found("B17", filing) == ()


def test_a_cell_no_table_has_is_not_judged() -> None:
    filing = stating(small(), ("ZC", "合计", "折旧"), "1.00")
    (reason,) = verdict("B17", filing).unjudged
    assert reason.reason == "原表中有的行或栏认不出来"


def test_figures_of_a_self_evaluation_sheet_are_no_business_of_the_tables() -> None:
    filing = stating(small(), ("项目自评表", "科普经费/年度资金总额", "全年执行数"), "1.00")
    assert firing(filing) == set()


@given(agreeing(), st.data())
@settings(max_examples=10)
def test_any_changed_line_under_official_tables_is_found(
    filing: Filing, data: st.DataObject
) -> None:
    held = stated(numbered(filing), precision=Precision.FEN)
    line = data.draw(st.sampled_from([x for x in held.expenditure if x.functional]))
    more = Money((line.final or Money()).fen + data.draw(st.integers(1, 10**6)))
    told = found("B17", spending(held, line.id, final=more))
    assert any(Place(ExpenditureLine.final, line.id) in finding.places for finding in told)


@given(agreeing(), st.data())
@settings(max_examples=10)
def test_any_changed_cell_of_an_official_table_is_found(
    filing: Filing, data: st.DataObject
) -> None:
    held = stated(numbered(filing), precision=Precision.FEN)
    figure = data.draw(st.sampled_from(held.stated_figures))
    more = dataclasses.replace(figure, amount=Money((figure.amount or Money()).fen + 1))
    figures = tuple(more if x.id == figure.id else x for x in held.stated_figures)
    told = found("B17", dataclasses.replace(held, stated_figures=figures))
    places = [place for finding in told for place in finding.places]
    assert Place(StatedFigure.amount, figure.id) in places


@given(st.lists(FIGURES, max_size=12))
@settings(max_examples=40)
def test_whatever_is_stated_stops_no_rule(figures: list[StatedFigure]) -> None:
    firing(numbered(dataclasses.replace(small(), stated_figures=tuple(figures))))


@given(agreeing())
@settings(max_examples=10)
def test_the_entries_behind_a_cell_add_up_to_it(filing: Filing) -> None:
    held = numbered(filing)
    for table in Subject(held, PACK).tables.values():
        for (row, column), amount in table.cells.items():
            if isinstance(amount, Money):
                typed = behind(held, (table.id, row, column))
                assert sum(each.amount.fen for each in typed) == amount.fen
