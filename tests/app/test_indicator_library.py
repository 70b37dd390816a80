"""The indicator library: every line is one a clerk could have typed, the unit's own come first."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections import Counter
from typing import Any

import pytest

from jsxh_desktop.app.indicator_library import (
    INSTEAD,
    LAST_YEAR,
    LIBRARY,
    USED_HERE,
    Suggestion,
    indicator_from,
    kinds,
    likely_kind,
    suggestions,
)
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.paths import assets
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.terms import IndicatorClass, IndicatorNature

TYPED = tomllib.loads((assets() / "library" / "indicators.toml").read_text("utf-8"))["kinds"]
LINES: list[dict[str, str]] = [line for kind in TYPED for line in kind["indicators"]]
ENTRIES: dict[str, Entry[Any]] = {
    entry.name: entry
    for entry in (
        Indicator.category,
        Indicator.name,
        Indicator.nature,
        Indicator.target,
        Indicator.unit,
    )
}
ASKED_FOR = {"数量指标", "质量指标", "时效指标", "成本指标", "满意度指标"}
NATURAL = {"0", "1", "12", "90", "95", "98", "99", "100"}
IN_WORDS = {"定性", "日期", "是否"}
every_kind = pytest.mark.parametrize("kind", TYPED, ids=lambda kind: kind["name"])

USED = Indicator(
    project=1,
    category=IndicatorClass.QUANTITY,
    name="培训人次",
    nature=IndicatorNature.AT_LEAST,
    target="500",
    unit="人次",
    actual="487",
)
DATED = Indicator(
    category=IndicatorClass.TIMELINESS,
    name="完成时间",
    nature=IndicatorNature.DAY,
    target="2021年12月30日",
)


def names(offered: tuple[Suggestion, ...]) -> list[str]:
    return [each.name for each in offered]


def natural(line: dict[str, str]) -> bool:
    target = line.get("target", "")
    if line["nature"] == "定性":
        return bool(target) and not re.search(r"\d", target)
    return target in {"", *NATURAL}


def test_every_line_reads_through_the_fields_of_an_indicator() -> None:
    typed = [(ENTRIES[name], text) for line in LINES for name, text in line.items()]
    assert [text for entry, text in typed if entry.show(entry.parse(text)) != text] == []


def test_a_target_is_blank_or_one_that_is_natural() -> None:
    assert [line for line in LINES if not natural(line)] == []


def test_what_is_counted_has_a_unit_and_nothing_else_has() -> None:
    assert [x for x in LINES if bool(x.get("unit")) is (x["nature"] in IN_WORDS)] == []


def test_no_name_of_an_indicator_holds_a_number_or_a_full_stop() -> None:
    assert [x["name"] for x in LINES if re.search(r"[\d%。，、]", x["name"])] == []


@every_kind
def test_a_kind_offers_enough_to_choose_from_and_no_more(kind: dict[str, Any]) -> None:
    assert 8 <= len(kind["indicators"]) <= 16


@every_kind
def test_a_kind_measures_output_benefit_and_satisfaction(kind: dict[str, Any]) -> None:
    classes = {line["category"] for line in kind["indicators"]}
    assert classes >= ASKED_FOR
    assert any("效益" in name for name in classes)


@every_kind
def test_no_indicator_stands_twice_in_a_kind(kind: dict[str, Any]) -> None:
    lines = Counter(line["name"] for line in kind["indicators"])
    assert [name for name, times in lines.items() if times > 1] == []


def test_every_class_has_indicators_or_takes_them_from_another() -> None:
    there = {IndicatorClass(line["category"]) for kind in TYPED for line in kind["indicators"]}
    assert there | {INSTEAD[category] for category in there & INSTEAD.keys()} == set(IndicatorClass)


def test_no_key_word_speaks_of_two_kinds() -> None:
    words = Counter(word for kind in TYPED for word in kind["words"])
    assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("科普经费", "宣传科普"),
        ("天府科技云服务中心工作经费", "宣传科普"),
        ("省级科普专项经费", "宣传科普"),
        ("农民技能培训经费", "培训"),
        ("培训设备购置", "设备购置"),
        ("办公设备维修", "维修改造"),
        ("消防宣传", "宣传科普"),
        ("森林防灭火专项资金", "安全生产与应急"),
        ("第七次人口普查经费", "统计调查普查"),
        ("农村人居环境整治资金", "环境整治"),
        ("村道公路建设补助资金", "基础设施建设"),
        ("国土空间规划编制费", "规划编制与咨询服务"),
        ("乡村振兴产业发展资金", "乡村振兴与产业发展"),
        ("临时救助金", "救助补贴发放"),
        ("村干部报酬", "人员经费补助"),
        ("信息系统运维费", "信息化建设运维"),
        ("社区工作经费", "基层治理与党建"),
        ("机关工作经费", "物业与机关运行"),
    ],
)
def test_a_project_is_known_by_its_name(name: str, kind: str) -> None:
    assert likely_kind(name) == kind


def test_a_name_that_says_nothing_has_no_kind() -> None:
    assert likely_kind("其他") is None


def test_kinds_come_in_the_order_of_the_file() -> None:
    assert kinds() == tuple(kind["name"] for kind in TYPED)


def test_a_new_unit_is_offered_the_list_of_the_kind() -> None:
    offered = suggestions(Filing(2021), "培训")
    assert {each.source for each in offered} == {LIBRARY}
    assert names(offered)[:2] == ["举办培训班期数", "培训人次"]


def test_the_units_own_come_first_and_then_only_what_is_new() -> None:
    filing = Filing(2021, indicators=(USED,))
    offered = suggestions(filing, "培训")
    assert offered[0] == Suggestion(
        IndicatorClass.QUANTITY, "培训人次", IndicatorNature.AT_LEAST, "500", "人次", USED_HERE
    )
    assert names(offered).count("培训人次") == 1


def test_what_was_used_last_year_comes_after_what_is_used_this_year() -> None:
    before = Filing(2020, indicators=(USED, DATED))
    offered = suggestions(Filing(2021, indicators=(USED,), before=before), None)
    assert [(each.name, each.source) for each in offered] == [
        ("培训人次", USED_HERE),
        ("完成时间", LAST_YEAR),
    ]


def test_last_years_day_is_not_taken_over() -> None:
    (offered,) = suggestions(Filing(2021, before=Filing(2020, indicators=(DATED,))), None)
    assert offered.target == ""


def test_an_indicator_without_a_class_is_not_offered() -> None:
    unfinished = dataclasses.replace(USED, category=None)
    assert suggestions(Filing(2021, indicators=(unfinished,)), None) == ()


@every_kind
def test_everything_offered_has_its_place_on_the_form(kind: dict[str, Any]) -> None:
    filing = Filing(2021)
    sheet = load_pack(filing.pack).sheet
    for each in suggestions(filing, kind["name"]):
        sheet.printed(each.category)


def test_cost_goes_where_the_form_has_a_place_for_it() -> None:
    cost = dataclasses.replace(USED, category=IndicatorClass.ECONOMIC_COST)
    (offered,) = suggestions(Filing(2021, indicators=(cost,)), None)
    assert offered.category is IndicatorClass.COST


def test_the_sample_is_offered_each_of_its_own_indicators_once() -> None:
    own = suggestions(sample(), None)
    assert len(own) == len({(each.category, each.name) for each in own})
    assert {each.name for each in own} == {each.name for each in sample().indicators}


def test_a_suggestion_becomes_an_indicator_of_the_project() -> None:
    (offered,) = suggestions(Filing(2021, indicators=(USED,)), None)
    assert indicator_from(offered, 7) == dataclasses.replace(USED, project=7, actual="")


def test_a_kind_nobody_knows_is_refused() -> None:
    with pytest.raises(KeyError):
        suggestions(Filing(2021), "航天")
