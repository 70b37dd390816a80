"""E15–E19, E22, E24, E25, E30: classes, names and texts of the indicators."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.filing import Filing, with_added, with_value, without
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.report_text import ProjectReport
from jsxh_desktop.domain.terms import IndicatorClass
from jsxh_desktop.rules.rule import Severity
from tests.rules.sheet_filings import (
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
    reworded,
    scored_pack,
    verdict,
    with_goals,
)

SENTENCE = "提高群众查档便利程度，弘扬档案文化，服务全县发展"


def with_second(filing: Filing, name: str) -> Filing:
    """The filing with a second project of one indicator."""
    filing = with_added(filing, Project(name="库房修缮", id=2))
    made = Indicator(project=2, category=IndicatorClass.SOCIAL_BENEFIT, name=name, id=20)
    return with_added(filing, made)


def test_e15_a_class_the_form_does_not_have_is_told() -> None:
    filing = changed(evaluated(), QUALITY, category=IndicatorClass.SOCIAL_COST)
    finding = only("E15", filing)
    assert finding.message == "“馆藏数字化”的“扫描合格率”选的是社会成本指标，这一年的表里没有"


def test_s80_the_older_name_does_not_belong_on_a_form_with_scores() -> None:
    pack = plain_pack()
    sheet = dataclasses.replace(pack.sheet, scheme=scored_pack().sheet.scheme)
    finding = only("E15", evaluated(), pack=dataclasses.replace(pack, sheet=sheet))
    assert finding.message == "计分的自评表还用旧表的“完成指标”"


def test_s80_the_older_name_printed_on_the_newer_form_is_told() -> None:
    (found,) = findings("E15", evaluated(), pack=scored_pack(), blocks=printed(evaluated()))
    assert found.to_do == "改成“产出指标”"


@pytest.mark.parametrize(
    ("key", "other", "name"),
    [(SCANS, QUALITY, "完成指标"), (GROWTH, YEARS, "效益指标")],
)
def test_e16_a_sheet_has_outputs_and_benefits(key: int, other: int, name: str) -> None:
    filing = evaluated()
    own = [filing.indicators[key - 1].category, filing.indicators[other - 1].category]
    gone = [each.id for each in filing.indicators if each.category in own or each.id in {3, 4}]
    if name == "效益指标":
        gone = [GROWTH, YEARS]
    for each in gone:
        filing = without(filing, Indicator, each)
    assert only("E16", filing).message == f"“馆藏数字化”没有{name}"


def test_e16_satisfaction_is_only_asked_for() -> None:
    finding = only("E16", without(evaluated(), Indicator, SATISFIED))
    assert finding.severity is Severity.INFO


def test_e16_an_indicator_without_a_class_may_be_the_missing_one() -> None:
    filing = changed(evaluated(), SATISFIED, category=None)
    assert verdict("E16", filing).unjudged[0].reason == "“馆藏数字化”的二级指标还没有填"


def test_s81_a_benefit_stands_under_its_first_level_name() -> None:
    (table,) = printed(evaluated())
    found = findings("E16", evaluated(), blocks=(reworded(table, "效益指标", ""),))
    assert found[0].message == "“馆藏数字化”的自评表里，“社会效益指标”上面空着，应为“效益指标”"


def test_s81_a_benefit_does_not_stand_under_the_output() -> None:
    blocks = national(("查档人次增长率", "效益指标", "产出指标"))
    found = findings("E16", evaluated(), pack=scored_pack(), blocks=blocks)
    assert [each.words for each in found] == ["产出指标"]


def test_e17_two_indicators_of_one_class_have_two_names() -> None:
    filing = changed(evaluated(), QUALITY, category=IndicatorClass.QUANTITY, name="扫描档案。")
    assert only("E17", filing).places[0] == Place(Indicator.name, QUALITY)


def test_e17_a_cost_may_be_named_after_its_output() -> None:
    filing = changed(evaluated(), QUALITY, category=IndicatorClass.COST, name="扫描档案")
    assert verdict("E17", filing).passed


def test_e17_a_benefit_copied_from_another_project_is_told_once() -> None:
    filing = changed(evaluated(), GROWTH, name=SENTENCE)
    finding = only("E17", with_second(filing, f"{SENTENCE}。"))
    assert finding.message == (
        "效益指标“提高群众查档便利程度，弘……”在“馆藏数字化”“库房修缮”里写了2次，一字不差"
    )
    assert [place.key for place in finding.places] == [GROWTH, 20]


def test_e17_a_measure_may_be_used_by_many() -> None:
    assert verdict("E17", with_second(evaluated(), "查档人次增长率")).passed


@pytest.mark.parametrize("name", ["65寸智能机（小米）", "室内P2.5全彩屏", "4.26*2.02米显示屏"])
def test_e18_a_specification_is_no_quality(name: str) -> None:
    assert only("E18", changed(evaluated(), QUALITY, name=name)).words == name


@pytest.mark.parametrize("name", ["65寸电视验收合格率", "PM2.5浓度达标天数", "7×24小时响应"])
def test_e18_a_quality_may_name_a_size(name: str) -> None:
    assert verdict("E18", changed(evaluated(), QUALITY, name=name)).passed


def test_e19_actuals_that_all_are_their_targets_are_told() -> None:
    filing = evaluated()
    rows = tuple(
        dataclasses.replace(each, actual=each.target, id=each.id + 100 * batch)
        for batch in (1, 2)
        for each in filing.indicators
    )
    finding = only("E19", dataclasses.replace(filing, indicators=rows))
    assert finding.message == "12条指标（不算时效）的完成值和指标值全都一模一样"


def test_e19_a_few_may_come_out_as_planned() -> None:
    filing = evaluated()
    rows = tuple(dataclasses.replace(each, actual=each.target) for each in filing.indicators)
    assert verdict("E19", dataclasses.replace(filing, indicators=rows)).passed


@pytest.mark.parametrize(
    ("name", "target", "unit"), [("人员办公经费", "配备1人", ""), ("管理咨询费", "3", "年")]
)
def test_e22_money_is_not_counted_in_people_or_years(name: str, target: str, unit: str) -> None:
    filing = changed(evaluated(), SCANS, name=name, target=target, unit=unit)
    assert "是一笔钱" in only("E22", filing).message


@pytest.mark.parametrize("name", ["减免学费人数", "经费到位率", "扫描档案"])
def test_e22_other_names_may_be_counted_in_people(name: str) -> None:
    assert verdict("E22", changed(evaluated(), SCANS, name=name, unit="人")).passed


def test_s91_money_is_no_goal() -> None:
    finding = only("E22", with_goals(evaluated(), "扫描档案", "办公经费0.5万元"))
    assert finding.severity is Severity.INFO
    assert finding.message == "“馆藏数字化”的目标2“办公经费0.5万元”是要花的钱，不是要做成的事"


def test_e22_a_goal_may_say_what_its_money_achieves() -> None:
    assert verdict("E22", with_goals(evaluated(), "投入25万元，扫描档案5000卷")).passed


def test_e24_a_description_has_no_percentage() -> None:
    finding = only("E24", changed(evaluated(), GROWTH, name=SENTENCE, target="95"))
    assert "指标值写95%没法衡量" in finding.message


@pytest.mark.parametrize("name", ["查档人次增长率", "提高群众办事满意度", "带动就业比例"])
def test_e24_a_rate_has_one(name: str) -> None:
    assert verdict("E24", changed(evaluated(), GROWTH, name=name)).passed


def test_e25_satisfaction_moves_to_its_class() -> None:
    finding = only("E25", changed(evaluated(), QUALITY, name="管理咨询满意率"))
    assert finding.correction is not None
    put = Put(Indicator.category, IndicatorClass.SATISFACTION, QUALITY)
    assert finding.correction.changes == (put,)


def test_e25_a_survey_of_satisfaction_may_be_counted() -> None:
    assert verdict("E25", changed(evaluated(), SCANS, name="满意度调查次数")).passed


def test_e25_where_points_are_counted_the_clerk_moves_it() -> None:
    filing = changed(evaluated(), QUALITY, name="管理咨询满意率")
    assert only("E25", filing, pack=scored_pack()).correction is None


def test_e30_what_the_report_counts_has_an_indicator() -> None:
    text = "扫描馆藏档案5000卷，购置扫描仪2台，制作宣传栏8个，接待300人。"
    filing = with_value(evaluated(), ProjectReport.content, text, 1)
    finding = only("E30", filing)
    assert finding.message == (
        "“馆藏数字化”的项目主要内容里有购置扫描仪2台、制作宣传栏8个，2项都没有对应的指标"
    )
    assert finding.places[0] == Place(ProjectReport.content, 1)


def test_e30_an_output_with_its_indicator_is_fine() -> None:
    filing = with_value(evaluated(), ProjectReport.content, "购置扫描仪2台", 1)
    assert verdict("E30", changed(filing, SCANS, name="购置扫描仪")).passed
