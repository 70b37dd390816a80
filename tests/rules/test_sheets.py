"""The thirty rules together: on what is right, on gaps, and on the real report."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.app.sample import filing_from, sample
from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.narrative.document import PartBlocks
from jsxh_desktop.rules.rule import Finding, Severity, judge
from jsxh_desktop.rules.sheets.sheet_rules import RULES
from jsxh_desktop.rules.subject import Subject
from tests.examples import examples
from tests.filings import archive, gappy
from tests.rules.sheet_filings import (
    BY_ID,
    evaluated,
    findings,
    only,
    plain_pack,
    printed,
    scored_pack,
    verdict,
    with_reason,
)

SEED = Path(__file__).parent.parent / "files" / "seed_as_printed" / "filing.toml"


@pytest.fixture(scope="module")
def seed() -> Filing:
    """The real report of 2021 as a clerk would have typed it, mistakes and all."""
    return filing_from(tomllib.loads(SEED.read_text("utf-8")))


def test_there_are_thirty_rules() -> None:
    assert sorted(BY_ID) == [f"E{number:02}" for number in range(1, 31)]


@pytest.mark.parametrize("rule", sorted(BY_ID))
def test_a_sheet_as_it_should_be_passes(rule: str) -> None:
    assert verdict(rule, evaluated(), blocks=printed(evaluated())).passed


@pytest.mark.parametrize("rule", sorted(BY_ID))
def test_a_sheet_with_scores_as_it_should_be_passes(rule: str) -> None:
    assert verdict(rule, with_reason(), pack=scored_pack()).passed


@pytest.mark.parametrize("filing", [sample(), archive()], ids=["sample", "archive"])
def test_nothing_is_wrong_with_what_is_right(filing: Filing) -> None:
    assert errors(filing) == []


ODD = (
    "",
    "约5",
    "5至",
    "80～100",
    "2021年12月3前",
    "目标2：目标1：",
    "１００％",
    "-5",
    "0元/0",
    "∞",
)


@st.composite
def with_gaps(draw: st.DrawFn, texts: tuple[str, ...] = ("",)) -> Filing:
    """The evaluated project with some of what is typed for it left blank, or said oddly."""
    filing = evaluated()
    for entity, keys in ((Project, [1]), (Goal, [1]), (Indicator, [*range(1, 8)])):
        places = st.tuples(st.sampled_from(entries(entity)), st.sampled_from(keys))
        for entry, key in draw(st.sets(places, max_size=4)):
            said = draw(st.sampled_from(texts)) if entry.blank == "" else None
            if entry.name != "project":
                filing = with_value(filing, entry, said, key)
    return filing


@pytest.mark.parametrize("pack", [plain_pack(), scored_pack()], ids=["plain", "scored"])
@given(filing=gappy() | with_gaps(ODD))
@settings(max_examples=examples(10))
def test_no_rule_breaks_on_a_gap(pack: Pack, filing: Filing) -> None:
    subject = Subject(filing, pack, (PartBlocks("annexes", "附件", printed(filing)),))
    for rule in RULES:
        judge(rule, subject)


@given(filing=with_gaps())
@settings(max_examples=15)
def test_what_prints_of_a_filing_with_gaps_is_no_error(filing: Filing) -> None:
    assert not {"E01", "E02", "E13", "E15", "E20", "E21"} & {*errors(filing)}


def errors(filing: Filing) -> list[str]:
    tables = printed(filing)
    return [
        rule.id
        for rule in RULES
        for each in findings(rule.id, filing, blocks=tables)
        if (each.severity or rule.severity) is Severity.ERROR
    ]


def about(rule: str, filing: Filing) -> dict[str, Finding]:
    return {each.about: each for each in findings(rule, filing)}


def test_s12_a_price_of_6_7_explains_fifty_yuan(seed: Filing) -> None:
    finding = only("E14", seed)
    assert finding.severity is Severity.INFO
    assert finding.message == (
        "“天府科技云服务中心工作经费”的成本指标乘数量，合计50050元，"
        "比预算50000元多50元，是单价四舍五入造成的"
    )


def test_s82_six_dates_lack_their_last_sign(seed: Filing) -> None:
    found = findings("E11", seed)
    assert [each.words for each in found] == ["2021年12月3", "2021年12月30"] * 3
    assert [each.correction is None for each in found] == [True, False] * 3


def test_s83_a_delay_of_27_days_is_nowhere_explained(seed: Filing) -> None:
    found = findings("E10", seed)
    assert [each.computed for each in found] == ["27天"] * 3
    assert found[0].message == (
        "“科普经费”的“完成时间”完成值2021年12月30日，指标值2021年12月3日，晚了27天，没有写偏差原因"
    )


def test_s84_goals_that_begin_with_two_are_numbered_anew(seed: Filing) -> None:
    finding = about("E13", seed)["项目3"]
    assert finding.severity is None
    assert finding.message == "“省级科普专项经费”的目标自己写了编号2、3，应从1起连续编"
    assert finding.correction is not None
    assert len(finding.correction.changes) == 4


def test_s85_one_benefit_stands_four_times(seed: Filing) -> None:
    assert [place.key for place in only("E17", seed).places] == [14, 15, 47, 48]


def test_s86_eight_descriptions_have_a_percentage(seed: Filing) -> None:
    assert len(findings("E24", seed)) == 8


def test_s87_a_television_is_no_quality(seed: Filing) -> None:
    assert [each.words for each in findings("E18", seed)] == [
        "65寸智能机（小米）",
        "室内P2.5全彩4.26*2.02米表贴三合一全彩",
    ]


def test_s88_the_rate_of_satisfaction_stands_among_the_qualities(seed: Filing) -> None:
    finding = only("E25", seed)
    assert finding.places[0] == Place(Indicator.category, 38)


def test_s89_money_is_counted_in_a_person_and_in_years(seed: Filing) -> None:
    assert {"指标17", "指标34"} <= about("E22", seed).keys()


def test_s90_goal_and_indicator_count_in_two_measures(seed: Filing) -> None:
    finding = only("E23", seed)
    assert finding.places[:2] == (Place(Goal.expected, 5), Place(Indicator.unit, 18))


def test_s91_the_office_costs_are_no_goal(seed: Filing) -> None:
    assert about("E22", seed)["目标8"].severity is Severity.INFO


def test_s92_all_that_was_done_is_all_that_was_planned(seed: Filing) -> None:
    finding = only("E19", seed)
    assert [each.shown for each in finding.operands] == ["46条", "46条"]


def test_s93_what_the_report_plans_has_no_indicator(seed: Filing) -> None:
    message = only("E30", seed).message
    for planned in ("宣传栏8个", "小橱窗20个", "读物2000册", "桌椅6套"):
        assert planned in message


def test_the_corrections_of_the_dates_leave_no_date_to_correct(seed: Filing) -> None:
    filing = seed
    for finding in findings("E11", seed):
        for put in finding.correction.changes if finding.correction else ():
            assert isinstance(put, Put)
            filing = with_value(filing, put.entry, put.value, put.key)
    assert [each.correction for each in findings("E11", filing)] == [None] * 3
