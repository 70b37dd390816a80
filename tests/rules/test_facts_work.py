"""C34, C35, C38: what running text counts, split up and priced."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from jsxh_desktop.domain.organization import KeyWork
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.report_text import ProjectReport
from jsxh_desktop.domain.terms import IndicatorClass, IndicatorNature
from jsxh_desktop.rules.reading.quantities import quantities
from jsxh_desktop.rules.rule import Finding, Severity
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.unit.told_counts import told_once
from jsxh_desktop.rules.unit.told_parts import parts_make_the_whole, prices_are_alike
from tests import seed
from tests.filings import archive
from tests.rules.report_texts import said
from tests.rules.tampering import PACK, findings, of_sample


def working(*texts: str, **parts: Any) -> Subject:
    """The archive with these texts as its key work."""
    key_work = tuple(KeyWork(text, id=number) for number, text in enumerate(texts, 1))
    return Subject(dataclasses.replace(archive(), key_work=key_work, **parts), PACK)


def counted(name: str, actual: str, unit: str, project: int = 1, key: int = 1) -> Indicator:
    return Indicator(
        project=project,
        category=IndicatorClass.QUANTITY,
        name=name,
        nature=IndicatorNature.AT_LEAST,
        target=actual,
        unit=unit,
        actual=actual,
        id=key,
    )


def test_s17_the_same_work_is_told_with_one_number() -> None:
    subject = working("推送各类科普知识13期次，开展宣讲4场次。", "定期推送各类科普知识16期次。")
    (found,) = findings(told_once, subject)
    assert found.message == "“推送各类科普知识”重点工作第1条写13期次，重点工作第2条写16期次"
    assert [place.key for place in found.places] == [1, 2]


def test_s20_the_unit_printed_no_less_than_one_of_its_projects() -> None:
    subject = working(
        "编印各类宣传资料3000册，发放2万余份。",
        indicators=(
            counted("印发科普宣传资料", "1万", "册"),
            counted("印发宣传资料", "1500", "册"),
        ),
    )
    (found,) = findings(told_once, subject)
    assert found.message.startswith("“编印各类宣传资料”全年3000册，比")
    assert "1万册还少" in found.message


@pytest.mark.parametrize("subject", [seed.printed(), of_sample()])
def test_s17_s20_both_are_found_in_the_report_itself(subject: Subject) -> None:
    assert [each.about for each in findings(told_once, subject)] == [
        "推送各类科普知识（期次）",
        "宣传资料（册）",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("开展科技培训下乡60场次。", "开展技术培训60场次，培训农民2300余人次。"),
        ("走访企业13家。", "走访企业30家。"),  # too short a name to be sure of
        ("集中学习党的理论40余场次。", "集中学习党的理论43场次。"),
        ("编印各类宣传资料3000册。", "发放各类宣传资料2000册。"),
        ("一等奖7个，二等奖7个，三等奖6个。", "获省级青少年科技创新大赛三等奖3个。"),
        ("推送各类科普知识13期次，推送各类科普知识16期次。",),
    ],
)
def test_different_work_may_have_different_numbers(texts: tuple[str, ...]) -> None:
    assert not said(told_once, working(*texts))


def test_two_projects_may_count_alike_named_things_differently() -> None:
    rows = (counted("印发宣传资料", "1万", "册"), counted("印发宣传资料", "500", "册", 2, 2))
    assert not said(told_once, working(indicators=rows))


def test_one_project_is_counted_alike_in_report_and_sheet() -> None:
    report = ProjectReport(project=1, completion="印发科普宣传资料800册。", id=1)
    rows = (counted("印发科普宣传资料", "1000", "册"),)
    (found,) = findings(told_once, working(project_reports=(report,), indicators=rows))
    assert found.message.endswith("自评表“印发科普宣传资料”写1000册")


def test_a_goal_is_counted_as_done_as_its_sheet_says() -> None:
    goals = (Goal(project=1, expected="", done="数字化馆藏档案9000卷册", id=1),)
    subject = working(goals=goals, projects=(Project(name="馆藏数字化", id=1),))
    assert not said(told_once, subject)


def test_parts_that_make_their_whole_pass() -> None:
    text = "18个项目参展，其中：重点推介专场项目2个，广元推介专场项目16个，促进了对接。"
    assert not said(parts_make_the_whole, working(text))


@pytest.mark.parametrize(
    ("parts", "severity"),
    [("甲类2个，乙类17个", Severity.WARNING), ("甲类2个、乙类15个", Severity.INFO)],
)
def test_parts_that_do_not_make_their_whole_are_found(parts: str, severity: Severity) -> None:
    (found,) = findings(parts_make_the_whole, working(f"18个项目参展，其中：{parts}，促进了对接。"))
    assert found.severity is severity
    assert found.message.startswith("“18个”其中2＋1")


@pytest.mark.parametrize(
    "text",
    [
        "用户达3745人，其中注册科技工作者2883人，组织机构注册309个，开创工作室223个。",
        "在职职工40人，其中党员25人、女职工20人。",
        "企业50家，其中国有企业10家。",
        "企业50家，其中国有企业10家、民营企业20家等。",
        "成交857单，成交金额2.34亿元，其中：所能、所需成交812单，成交金额8237万元。",
        "活动9次，其中上半年3次、参加500人次，下半年2次。",
    ],
)
def test_what_is_no_clear_split_is_left_alone(text: str) -> None:
    assert not said(parts_make_the_whole, working(text))


def test_s19_prices_wildly_apart_want_a_look() -> None:
    for subject in (seed.printed(), of_sample()):
        (found,) = findings(prices_are_alike, subject)
        assert "其余45单15163.00万元，平均每单336.96万元" in found.message


def test_prices_that_are_alike_pass() -> None:
    text = "成交100单，成交金额1000万元，其中：线上成交60单，成交金额500万元。"
    assert not said(prices_are_alike, working(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("全年播放达到24小时", ["全年播放 24小时"]),
        ("浏览量达6.3万次", ["浏览量 6.3万次"]),
        ("2021年，第36届大赛排位第2名", []),
        ("花费8237万元，补发30个月", []),
        ("入驻平台达到3000人以上", ["入驻平台 3000人"]),
        ("不少于20场次", [" 20场次"]),
    ],
)
def test_counts_are_read_with_what_they_count(text: str, shown: list[str]) -> None:
    assert [f"{each.label} {each.shown}" for each in quantities(text)] == shown


def test_a_finding_stays_the_same_while_its_figures_do() -> None:
    def about(number: int) -> Finding:
        texts = (f"推送各类科普知识{number}期次。", "推送各类科普知识16期次。")
        return findings(told_once, working(*texts))[0]

    assert about(13).about == about(14).about
    assert about(13).figures != about(14).figures
