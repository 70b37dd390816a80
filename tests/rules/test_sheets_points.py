"""E04–E09 and E26: points, scores, totals and grades."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.domain.filing import Filing, with_value, without
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.domain.scoring import indicator_score
from jsxh_desktop.domain.terms import Attainment, IndicatorClass, IndicatorNature
from jsxh_desktop.rules.rule import Severity
from tests.rules.sheet_filings import (
    COST,
    GROWTH,
    QUALITY,
    SATISFIED,
    SCANS,
    YEARS,
    changed,
    evaluated,
    findings,
    national,
    only,
    plain_pack,
    printed,
    scored_pack,
    verdict,
    with_reason,
)

SCORED = scored_pack()
JUDGED = IndicatorNature.QUALITATIVE


def concluded(text: str) -> Filing:
    return with_value(with_reason(), Project.conclusion, text, 1)


@pytest.mark.parametrize("rule", ["E04", "E05", "E06", "E07", "E08", "E09"])
def test_a_form_without_scores_is_asked_for_none(rule: str) -> None:
    filing = changed(evaluated(), SCANS, weight=Decimal(500), own_score=Decimal(-1))
    assert verdict(rule, filing, blocks=printed(filing)).passed


def test_e04_points_that_are_left_are_told() -> None:
    finding = only("E04", changed(evaluated(), SCANS, weight=Decimal(15)), pack=SCORED)
    assert finding.message == "“馆藏数字化”的指标已分85分，应为90分，还剩5分"


def test_e04_a_blank_is_not_counted_as_nothing() -> None:
    said = verdict("E04", changed(evaluated(), SCANS, weight=None), pack=SCORED)
    assert said.unjudged[0].places == (Place(Indicator.weight, SCANS),)
    assert said.findings == ()


def test_e04_too_many_points_are_too_many_with_a_blank_left() -> None:
    filing = changed(changed(evaluated(), SCANS, weight=None), COST, weight=Decimal(40))
    assert "多了10分" in only("E04", filing, pack=SCORED).message


def test_e04_points_below_zero_are_none() -> None:
    filing = changed(evaluated(), SCANS, weight=Decimal(-20))
    assert findings("E04", filing, pack=SCORED)[0].about == "指标1"


def test_e04_printed_points_are_added_again() -> None:
    blocks = national(("扫描档案", "20", "21"))
    assert "加起来是101分" in only("E04", with_reason(), pack=SCORED, blocks=blocks).message


def test_e05_a_class_has_the_points_of_the_scheme() -> None:
    filing = changed(changed(evaluated(), SCANS, weight=Decimal(25)), GROWTH, weight=Decimal(10))
    found = findings("E05", filing, pack=SCORED)
    assert [each.message for each in found] == [
        "“馆藏数字化”的产出指标已分55分，应为50分，多了5分",
        "“馆藏数字化”的效益指标已分25分，应为30分，还剩5分",
    ]


def test_e05_without_satisfaction_its_points_go_to_the_benefit() -> None:
    filing = without(evaluated(), Indicator, SATISFIED)
    assert verdict("E05", changed(filing, GROWTH, weight=Decimal(25)), pack=SCORED).passed


def test_e05_without_costs_the_newer_scheme_counts_as_the_older_one() -> None:
    filing = changed(evaluated(), COST, category=IndicatorClass.QUANTITY)
    filing = changed(filing, YEARS, category=IndicatorClass.SOCIAL_BENEFIT)
    assert verdict("E05", filing, pack=scored_pack("caiyu-2021-101")).passed


def test_e05_a_form_that_leaves_the_points_free_is_content() -> None:
    assert verdict("E05", evaluated(), pack=scored_pack("sichuan-0013zp")).passed


def test_e05_points_nobody_gave_cannot_be_judged() -> None:
    filing = evaluated()
    for each in filing.indicators:
        filing = changed(filing, each.id, weight=None)
    assert verdict("E05", filing, pack=SCORED).unjudged


@pytest.mark.parametrize("score", ["20.5", "-1"])
def test_e06_a_score_stays_within_its_points(score: str) -> None:
    filing = changed(evaluated(), SCANS, own_score=Decimal(score))
    assert only("E06", filing, pack=SCORED).places[0] == Place(Indicator.own_score, SCANS)


def test_e06_a_printed_score_stays_within_its_points() -> None:
    blocks = national(("扫描档案", "20.00", "21.00"))
    finding = only("E06", with_reason(), pack=SCORED, blocks=blocks)
    assert finding.message == "“馆藏数字化”的自评表里，“扫描档案”得分21分，分值20分"


def test_e07_a_printed_total_is_the_sum_of_its_scores() -> None:
    blocks = national(("总分", "98.00", "99.00"))
    finding = only("E07", with_reason(), pack=SCORED, blocks=blocks)
    assert finding.message == "“馆藏数字化”的自评表里总分是99分，各项得分相加是98分"


def test_e07_a_conclusion_names_the_score_of_the_sheet() -> None:
    finding = only("E07", concluded("项目完成较好，自评得分99.5分。"), pack=SCORED)
    assert finding.computed == "98分"


@pytest.mark.parametrize(
    "text",
    ["自评得分98分。", "自评总分为98.00分", "产出指标自评得分50分。", "2020年自评得分91分。", ""],
)
def test_e07_a_conclusion_may_name_other_scores(text: str) -> None:
    assert verdict("E07", concluded(text), pack=SCORED).passed


def test_e08_a_score_of_ones_own_is_explained() -> None:
    filing = changed(evaluated(), SCANS, own_score=Decimal(18))
    finding = only("E08", filing, pack=SCORED)
    assert finding.message == ("“馆藏数字化”的“扫描档案”自定得分18分，按完成值应得20分，没有写理由")
    assert verdict("E08", changed(filing, SCANS, deviation_reason="补扫"), pack=SCORED).passed


def test_e08_a_printed_score_is_worked_out_again() -> None:
    blocks = national(("扫描档案", "20.00", "19.00"))
    assert only("E08", with_reason(), pack=SCORED, blocks=blocks).computed == "20分"


@given(st.integers(1, 200), st.integers(0, 200))
@settings(max_examples=25)
def test_e08_the_score_that_is_worked_out_is_never_a_finding(target: int, actual: int) -> None:
    filing = changed(evaluated(), SCANS, target=f"{target}", actual=f"{actual}")
    score = indicator_score(filing.indicators[0], SCORED.sheet.scheme)
    assert not findings("E08", changed(filing, SCANS, own_score=score), pack=SCORED)


@pytest.mark.parametrize(
    ("attainment", "coefficient", "fits"),
    [
        (Attainment.REACHED, "1", True),
        (Attainment.REACHED, "0.8", True),
        (Attainment.REACHED, "0.79", False),
        (Attainment.PARTLY, "0.8", False),
        (Attainment.PARTLY, "0.6", True),
        (Attainment.MISSED, "0.6", False),
        (Attainment.MISSED, "0", True),
        (None, "1.2", False),
        (None, "0.7", True),
    ],
)
def test_e09_a_band_holds_its_coefficient(
    attainment: Attainment | None, coefficient: str, *, fits: bool
) -> None:
    given_ = {"attainment": attainment, "coefficient": Decimal(coefficient)}
    filing = changed(evaluated(), QUALITY, nature=JUDGED, **given_)
    assert verdict("E09", filing, pack=SCORED).passed is fits


def test_e09_says_the_band_a_score_would_have_to_lie_in() -> None:
    given_ = {"attainment": Attainment.PARTLY, "own_score": Decimal(9)}
    filing = changed(evaluated(), QUALITY, nature=JUDGED, **given_)
    finding = only("E09", filing, pack=SCORED)
    assert finding.message == (
        "“馆藏数字化”的“扫描合格率”选的是部分达成并具有一定效果，得分占90%，应在60%到80%（不含80%）"
    )


def test_e09_a_judgement_nobody_made_cannot_be_judged() -> None:
    assert verdict("E09", changed(evaluated(), QUALITY, nature=JUDGED), pack=SCORED).unjudged


def test_e26_a_grade_fits_the_score_beside_it() -> None:
    finding = only("E26", concluded("自评得分93.8分，评价等级为“良”。"))
    assert finding.message == "“馆藏数字化”的评价等级写的是“良”，93.8分应为“优”"
    assert not findings("E26", concluded("自评得分93.8分，等级为优。"))


def test_e26_a_grade_alone_is_held_against_the_sheet() -> None:
    assert only("E26", concluded("评价等级：良"), pack=SCORED).computed == "优"
    assert verdict("E26", concluded("评价等级：良"), pack=plain_pack()).passed


def test_e26_the_grade_of_the_whole_unit_fits_its_score() -> None:
    filing = with_value(evaluated(), DepartmentReport.self_score, Decimal("93.8"))
    filing = with_value(filing, DepartmentReport.conclusion, "评价结果为良。")
    assert only("E26", filing).places == (Place(DepartmentReport.conclusion),)


def test_s79_a_sheet_without_columns_for_points_cannot_count() -> None:
    blocks = printed(evaluated())
    for rule, missing in (
        ("E02", "执行率"),
        ("E03", "执行率得分"),
        ("E04", "分值"),
        ("E07", "总分"),
        ("E10", "偏差原因"),
    ):
        found = findings(rule, with_reason(), pack=SCORED, blocks=blocks)
        assert [f"没有{missing}" in each.message for each in found] == [True]
        assert found[0].severity in {None, Severity.ERROR}
