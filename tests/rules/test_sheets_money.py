"""E01–E03, E28, E29: the money of a project."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.domain.terms import FundSource, Precision
from jsxh_desktop.rules.rule import Severity
from tests.filings import PROJECT, spent
from tests.rules.sheet_filings import (
    evaluated,
    findings,
    national,
    only,
    printed,
    reworded,
    scored_pack,
    verdict,
    with_reason,
)

TOTAL, APPROPRIATION, OTHER = "年度资金总额", "财政拨款", "其他资金"
SCORED = scored_pack()


def with_line(**amounts: str) -> Filing:
    """The archive whose project has other amounts."""
    filing = evaluated()
    first, line, *others = filing.expenditure
    values: dict[str, Any] = {name: wan(text) for name, text in amounts.items()}
    line = dataclasses.replace(line, id=7, **values)
    return dataclasses.replace(filing, expenditure=(first, line, *others))


def imported(**rows: str) -> Filing:
    """The archive with the planned amounts of a sheet that came from elsewhere."""
    stated = tuple(
        StatedFigure(
            table="项目自评表",
            row=f"馆藏数字化/{row}",
            column="全年预算数",
            amount=wan(text),
            precision=Precision.HUNDREDTH_WAN,
            id=key,
        )
        for key, (row, text) in enumerate(rows.items(), 1)
    )
    return dataclasses.replace(evaluated(), stated_figures=stated)


def test_e01_an_imported_sheet_that_foots_and_agrees_is_fine() -> None:
    assert verdict("E01", imported(年度资金总额="25.00", 财政拨款="25.00", 其他资金="0.00")).passed


def test_e01_an_imported_total_is_the_sum_of_its_sources() -> None:
    found = findings("E01", imported(年度资金总额="25.00", 财政拨款="23.00", 其他资金="0.00"))
    assert found[0].message == "“馆藏数字化”的全年预算数总额25.00万元，各项资金相加23.00万元"


def test_e01_an_imported_figure_is_what_the_lines_add_up_to() -> None:
    finding = only("E01", imported(年度资金总额="26.00"))
    assert finding.computed == "25.00万元"
    assert finding.places[-1] == Place(StatedFigure.amount, 1)


def test_e01_a_residue_of_rounding_is_only_told() -> None:
    rows = {"年度资金总额": "25.00", "当年财政拨款": "12.50", "上年结转资金": "12.49"}
    found = findings("E01", imported(**rows, 其他资金="0.00"))
    assert [each.severity for each in found][:1] == [Severity.INFO]


def test_e01_a_source_that_was_not_imported_is_not_counted_as_nothing() -> None:
    found = findings("E01", imported(年度资金总额="25.00", 当年财政拨款="20.00"))
    assert [each.about for each in found] == ["项目1 当年财政拨款 全年预算数 导入"]


def test_e01_a_line_without_a_source_cannot_be_judged() -> None:
    filing = evaluated()
    first, line, *others = filing.expenditure
    lines = (first, dataclasses.replace(line, fund=None), *others)
    (unjudged,) = verdict("E01", dataclasses.replace(filing, expenditure=lines)).unjudged
    assert unjudged.reason == "“馆藏数字化”的支出的资金来源还没有填"


def test_e01_a_printed_total_is_the_sum_of_its_sources() -> None:
    (table,) = printed(evaluated())
    finding = only("E01", evaluated(), blocks=(reworded(table, "20.00", "20.10"),))
    assert finding.message == "“馆藏数字化”的全年执行数总额20.10万元，各项资金相加20.00万元"


def test_s96_other_money_left_empty_in_print_is_told() -> None:
    (table,) = printed(evaluated())
    found = findings("E01", evaluated(), blocks=(reworded(table, "0.00", ""),))
    assert [(each.severity, each.to_do) for each in found] == [(Severity.INFO, "没有就填 0.00")]


@given(st.integers(0, 10**6), st.integers(0, 10**6))
@settings(max_examples=30)
def test_e01_a_sheet_that_adds_up_is_never_a_finding(own: int, other: int) -> None:
    amounts = [Money(hundredths * 10_000) for hundredths in (own, other)]
    lines = tuple(
        dataclasses.replace(
            spent("2012604", PROJECT, amount.show(), amount.show(), project=1), fund=fund
        )
        for amount, fund in zip(amounts, (None, FundSource.UNIT), strict=True)
    )
    lines = (dataclasses.replace(lines[0], fund=FundSource.GENERAL_PUBLIC_BUDGET), lines[1])
    filing = dataclasses.replace(evaluated(), expenditure=lines)
    assert not findings("E01", filing, blocks=printed(filing))


def test_e02_money_spent_without_a_budget_has_no_rate() -> None:
    finding = only("E02", with_line(full_year_budget="0.00"))
    assert finding.message == (
        "“馆藏数字化”的全年预算数是0.00万元，全年执行数是20.00万元，算不出执行率"
    )


@pytest.mark.parametrize("rate", ["80.00%", "80%", "80.0%"])
def test_e02_a_printed_rate_may_be_rounded(rate: str) -> None:
    blocks = national(("年度资金总额：", "80.00%", rate))
    assert verdict("E02", with_reason(), pack=SCORED, blocks=blocks).passed


def test_e02_a_printed_rate_by_another_denominator_is_found() -> None:
    blocks = national(("年度资金总额：", "80.00%", "81.00%"))
    assert only("E02", with_reason(), pack=SCORED, blocks=blocks).to_do == "改成80%"


def test_e03_a_printed_score_of_the_rate_is_worked_out_again() -> None:
    blocks = national(("年度资金总额：", "8.00", "9.00"))
    finding = only("E03", with_reason(), pack=SCORED, blocks=blocks)
    assert finding.message == "“馆藏数字化”的自评表里执行率得分是9.00分，按执行数应得8.00分"


def test_e03_the_bands_of_101_give_seven_points() -> None:
    finding = only("E03", with_reason(), pack=scored_pack("caiyu-2021-101"), blocks=national())
    assert finding.computed == "7.00分"


def test_e28_a_low_rate_wants_a_reason() -> None:
    finding = only("E28", evaluated(), pack=SCORED)
    assert finding.message == "“馆藏数字化”的执行率80%，低于90%，没有说明原因"
    assert finding.places[0] == Place(Project.execution_reason, 1)


def test_e28_a_reason_settles_it() -> None:
    assert verdict("E28", with_reason(), pack=SCORED).passed


def test_e28_a_form_without_room_is_content_with_the_reason_of_the_item() -> None:
    assert verdict("E28", evaluated()).passed
    assert findings("E28", dataclasses.replace(evaluated(), variances=()))


def test_e28_less_than_sixty_percent_is_said_louder() -> None:
    finding = only("E28", with_line(final="10.00"), pack=SCORED)
    assert "低于60%，差得多" in finding.message


def test_e29_an_adjusted_budget_wants_a_reason() -> None:
    filing = with_value(with_line(initial_budget="20.00"), Reasons.adjustment, "")
    finding = findings("E29", filing)[0]
    assert finding.message == (
        "“馆藏数字化”年初预算20.00万元，全年预算25.00万元，追加了5.00万元，没有说明原因"
    )


def test_e29_the_reason_of_the_unit_settles_it() -> None:
    assert verdict("E29", with_line(initial_budget="20.00")).passed


def test_e29_an_initial_budget_nobody_listed_is_judged_for_the_whole_unit() -> None:
    finding = only("E29", with_value(evaluated(), Reasons.adjustment, ""))
    assert finding.about == "全单位"
    assert finding.computed == "13.00万元"


def test_e29_a_form_with_scores_asks_for_the_initial_budget() -> None:
    said = verdict("E29", with_value(evaluated(), Reasons.adjustment, ""), pack=SCORED)
    assert said.unjudged[0].reason == "“馆藏数字化”的年初预算数还没有填"
    assert said.unjudged[0].places == (Place(ExpenditureLine.initial_budget),)


def test_e29_reads_the_lines_of_the_project_alone() -> None:
    filing = with_value(with_line(initial_budget="25.00"), Reasons.adjustment, "")
    assert not [each for each in findings("E29", filing) if each.about == "项目1"]
