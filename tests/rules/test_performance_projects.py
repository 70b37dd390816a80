"""F09, F17: the money of a project as its report tells it."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.report_text import ProjectReport, Term
from jsxh_desktop.domain.terms import IndicatorClass, Precision
from jsxh_desktop.narrative.block import Block, Table
from jsxh_desktop.rules.reading.unit_prices import priced
from jsxh_desktop.rules.reports.project_report_money import (
    report_money_is_the_projects,
    years_are_paid_one_by_one,
)
from jsxh_desktop.rules.rule import Severity
from jsxh_desktop.rules.subject import Subject
from tests import seed
from tests.filings import archive
from tests.rules.report_texts import said
from tests.rules.tampering import (
    PACK,
    changed,
    findings,
    of_archive,
    of_sample,
    rewritten,
)

SEED_LIST = (
    "天府科技云服务中心管理咨询工作，{}0.8万元每年，购电视机1台，0.5万元每台，"
    "电子显示屏1个，6.3万元每个，创建科普示范社区1个，7.1万元每个。"
)


def typed(entry: Entry[str], text: str, filing: Filing | None = None) -> Subject:
    """The filing with one text typed, nothing printed."""
    filing = filing or of_sample().filing
    record = 1 if entry.entity in {ProjectReport, Term} else 0
    return Subject(with_value(filing, entry, text, record), PACK)


def test_s11_prices_times_counts_come_to_the_projects_money() -> None:
    assert not said(
        report_money_is_the_projects, typed(ProjectReport.completion, SEED_LIST.format("3年，"))
    )
    (found,) = findings(
        report_money_is_the_projects, typed(ProjectReport.completion, SEED_LIST.format(""))
    )
    assert found.message == (
        "逐项合计14.70万元，项目支出16.30万元，相差1.60万元，“0.8万元每年”按3年算正好相符"
    )
    assert found.severity is None
    assert found.words == "0.8万元每年"


def test_s11_is_found_in_the_report_itself() -> None:
    assert len(said(report_money_is_the_projects, seed.printed())) == 1


def test_a_list_that_may_be_partial_wants_a_look_only() -> None:
    text = "购电视机1台，0.5万元每台，桌椅6套，0.1万元每套。"
    (found,) = findings(report_money_is_the_projects, typed(ProjectReport.completion, text))
    assert found.severity is Severity.WARNING
    text = "购电视机10台，0.5万元每台，显示屏2个，6.3万元每个。"
    (found,) = findings(report_money_is_the_projects, typed(ProjectReport.completion, text))
    assert found.severity is None


@pytest.mark.parametrize(
    "text",
    [
        "购电视机1台，0.5万元每台。",
        "购电视机1台，0.5万元每台，显示屏1个，6.3万元每个，另付安装费9.5万元。",
        "资料1500册，6.7元/册，培训20场次，750元/场次，服务费14万元/年。",
    ],
)
def test_a_list_that_is_not_all_prices_or_rounds_is_left_alone(text: str) -> None:
    assert not said(report_money_is_the_projects, typed(ProjectReport.completion, text))


@pytest.mark.parametrize(
    ("entry", "text", "severity"),
    [
        (ProjectReport.plan, "该项目资金申报16.3万元、批复15.3万元。", None),
        (ProjectReport.plan, "该项目申报20万元，批复16.3万元。", Severity.WARNING),
        (ProjectReport.arrival, "资金到位15万元。", Severity.WARNING),
        (ProjectReport.use, "实际支出16.13万元。", None),
    ],
)
def test_the_money_of_a_project_told_otherwise_is_found(
    entry: Entry[str], text: str, severity: Severity | None
) -> None:
    (found,) = findings(report_money_is_the_projects, typed(entry, text))
    assert found.severity is severity
    assert found.places[0].entry is entry


@pytest.mark.parametrize(
    "text",
    ["该项目资金申报16.3万元、批复16.3万元。", "其中支出培训费2万元。", "下达第一批资金10万元。"],
)
def test_money_told_right_or_in_part_passes(text: str) -> None:
    assert not said(report_money_is_the_projects, typed(ProjectReport.plan, text))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("批复全年预算25.00", "批复全年预算52.00", "批复全年预算写成52.00万元"),
        ("支出决算20.00万元，完成", "支出决算25.00万元，完成", "支出决算写成25.00万元"),
        ("完成全年预算的80%", "完成全年预算的81%", "预算完成率写成81%，应为80.0%"),
        ("项目名称：馆藏数字化", "项目名称：库房改造", "报告写的项目名称是“库房改造”"),
    ],
)
def test_another_figure_of_a_printed_report_is_found(old: str, new: str, message: str) -> None:
    found = said(report_money_is_the_projects, rewritten(of_archive(), old, new))
    assert any(each.startswith(message) for each in found)


@pytest.mark.parametrize(
    ("shown", "other"), [("20.00", "25.00"), ("25.00", "20.00"), ("0.00", "1.00"), ("80%", "100%")]
)
def test_another_figure_in_the_table_of_funds_is_found(shown: str, other: str) -> None:
    def change(block: Block) -> Block:
        if not isinstance(block, Table) or block.label:
            return block
        body = tuple(
            tuple(cell._replace(text=other) if cell.text == shown else cell for cell in row)
            for row in block.body
        )
        return dataclasses.replace(block, body=body)

    found = said(report_money_is_the_projects, changed(of_archive(), change))
    assert found
    assert all(each.startswith("资金表") for each in found)


def test_s95_years_paid_at_once_are_pointed_out() -> None:
    for subject in (seed.printed(), of_sample()):
        (found,) = findings(years_are_paid_one_by_one, subject)
        assert found.message == (
            "“省级科普专项经费”的“天府科技云服务中心管理咨询费”一次列支了3年的费用"
        )


def test_years_told_in_the_report_alone_are_pointed_out() -> None:
    filing = dataclasses.replace(of_sample().filing, indicators=())
    subject = typed(ProjectReport.completion, "管理咨询3年，0.8万元每年。", filing)
    assert len(said(years_are_paid_one_by_one, subject)) == 1


@pytest.mark.parametrize(
    "facts", [{"unit": "次"}, {"actual": "1"}, {"category": IndicatorClass.QUALITY}]
)
def test_a_year_of_a_yearly_price_passes(facts: dict[str, Any]) -> None:
    cost = Indicator(
        project=1, category=IndicatorClass.COST, name="咨询费", unit="万元/年", actual="0.8", id=1
    )
    years = Indicator(
        project=1, category=IndicatorClass.QUANTITY, name="咨询费", unit="年", actual="3", id=2
    )
    rows = (cost, dataclasses.replace(years, **facts))
    subject = Subject(dataclasses.replace(archive(), indicators=rows), PACK)
    assert not said(years_are_paid_one_by_one, subject)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("3年，0.8万元每年", [("0.8万元每年", 3)]),
        ("每台0.5万元，购2台", [("每台0.5万元", None)]),
        ("电视机2台，每台0.5万元", [("每台0.5万元", 2)]),
        ("1500册，6.7元/册，20场次，750元/场次", [("6.7元/册", 1500), ("750元/场次", 20)]),
        ("补助0.8万元", []),
    ],
)
def test_prices_are_read_with_their_counts(text: str, read: list[tuple[str, int | None]]) -> None:
    assert [(each.words, each.count) for each in priced(text)] == read


def test_figures_known_to_the_fen_allow_no_rounding() -> None:
    filing = dataclasses.replace(archive(), precision=Precision.FEN)
    text = "该项目批复24.99万元。"
    assert len(said(report_money_is_the_projects, typed(ProjectReport.plan, text, filing))) == 1
