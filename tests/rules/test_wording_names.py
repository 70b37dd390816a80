"""G11: the unit is called by its full and its short name only."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.rules.subject import Subject
from tests.rules.worded import applied, judged, pack, report_printed, report_typed, typing


def called(text: str, full: str = "广元市朝天区科学技术协会", short: str = "朝天区科协") -> Filing:
    return dataclasses.replace(typing(text), organization=Organization(full, short))


def told(text: str, *names: str) -> list[str]:
    return [each.message for each in judged("G11", Subject(called(text, *names), pack()))]


def test_full_and_short_name_are_fine() -> None:
    assert not told("广元市朝天区科学技术协会成立，朝天区科协办公，我单位负责。")


@pytest.mark.parametrize("name", ["区科协", "朝天区科学技术协会", "区科学技术协会"])
def test_any_other_name_is_told(name: str) -> None:
    assert told(f"由{name}负责。") == [f"除全称、简称外，单位还被称作“{name}”1次"]


def test_the_short_name_behind_its_place_is_the_short_name() -> None:
    assert not told("广元市朝天区科协负责。")


@pytest.mark.parametrize(
    "text", ["利州区科协来访。", "各区科协来访。", "市科协、省科协来访。", "乡镇科协成立。"]
)
def test_other_units_keep_their_names(text: str) -> None:
    assert not told(text)


def test_a_government_may_be_called_as_everybody_does() -> None:
    assert not told("镇政府负责。", "松溪县曾家镇人民政府", "曾家镇政府")


def test_one_click_renames_in_every_field() -> None:
    filing = dataclasses.replace(
        typing("区科协主办。", "区科协协办，利州区科协参加。"),
        organization=Organization("广元市朝天区科学技术协会", "朝天区科协"),
    )
    (finding,) = judged("G11", Subject(filing, pack()))
    assert finding.message == "除全称、简称外，单位还被称作“区科协”2次"
    after = [work.text for work in applied(filing, finding).key_work]
    assert after == ["朝天区科协主办。", "朝天区科协协办，利州区科协参加。"]


def test_without_a_short_name_nothing_is_renamed_by_itself() -> None:
    (finding,) = judged("G11", Subject(called("区科学技术协会主办。", short=""), pack()))
    assert finding.correction is None


def test_without_a_name_nothing_can_be_told() -> None:
    assert not told("区科协主办。", "", "")


@pytest.mark.parametrize("name", ["“两癌”检查中心", "①2.5％", "8341部队"])
def test_a_name_that_begins_with_no_character_is_a_name(name: str) -> None:
    assert not told("区科协主办。", name, name)


def test_s56_names_of_the_unit_in_the_report() -> None:
    (typed,) = judged("G11", Subject(report_typed(), pack()))
    (printed,) = judged("G11", report_printed())
    assert "“区科协”" in typed.message
    assert "“朝天区科学技术协会”" in printed.message
