"""The sheet of the whole department: every indicator in its place, and what it comes to."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.domain import department_score
from jsxh_desktop.domain.department_indicator import DepartmentIndicator
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.domain.stated import NotStated
from tests.department import OWN, SCANS, changed, form, whole
from tests.filings import archive

PACK = load_pack("sichuan-2021")


def test_the_list_of_sichuan_has_25_30_and_45_points() -> None:
    assert [f"{each.name} {each.points}" for each in form().classes] == [
        "部门决策 25",
        "综合管理 30",
        "部门绩效 45",
    ]
    assert sum(len(group.given) for _, group in form().groups) == 27


def test_the_points_of_each_class_are_those_of_its_groups() -> None:
    for each in form().classes:
        assert sum(group.points or 0 for group in each.groups) == each.points


def test_the_score_is_the_sum_of_its_rounded_scores() -> None:
    filing = whole({"明确性": "4.5", "创新": "4.2"})
    assert department_score.points(filing, form()) == 100
    assert department_score.total(filing, form()) == Decimal("97.5")  # 10.8 of 12 for the scans


def test_an_indicator_of_ones_own_is_scored_as_those_of_projects_are() -> None:
    group = next(x for x in department_score.placed(whole(), form()) if x.group.name == OWN)
    scans, visits = group.indicators
    scheme = form().form.scheme
    assert department_score.score(scans, scheme) == Decimal("10.8")
    assert department_score.score(visits, scheme) == 8


def test_a_score_of_ones_own_goes_before_what_is_worked_out() -> None:
    filing = changed(whole(), SCANS, score=Decimal(11))
    assert department_score.total(filing, form()) == Decimal(99)


def test_points_of_the_form_go_before_those_that_are_entered() -> None:
    first = department_score.placed(changed(whole(), 1, weight=Decimal(50)), form())[0]
    assert first.indicators[0].points == 5


def test_what_the_form_gives_is_there_before_anybody_fills_it_in() -> None:
    groups = department_score.placed(archive(), form())
    assert sum(len(group.indicators) for group in groups) == 27
    assert not any(each.record.id for group in groups for each in group.indicators)


def test_what_stands_nowhere_in_the_form_comes_last() -> None:
    filing = changed(whole(), SCANS, group="其他")
    *_, last = department_score.placed(filing, form())
    assert (last.first, last.group.name, len(last.indicators)) == ("", "其他", 1)


@given(st.permutations(range(29)))
def test_the_order_of_entering_changes_nothing_but_that_of_ones_own(order: list[int]) -> None:
    filing = whole()
    mixed = tuple(filing.department_indicators[n] for n in order)
    again = dataclasses.replace(filing, department_indicators=mixed)
    assert department_score.total(again, form()) == department_score.total(filing, form())
    found = [x.record for g in department_score.placed(again, form()) for x in g.indicators]
    assert sorted(each.id for each in found) == list(range(1, 30))


def test_a_score_nobody_gave_is_asked_for() -> None:
    filing = changed(whole(), 1, score=None)
    with pytest.raises(NotStated, match=DepartmentIndicator.score.label):
        department_score.total(filing, form())


def test_a_sheet_with_targets_only_is_not_begun() -> None:
    targets = (DepartmentIndicator(OWN, "扫描档案", target="5000", weight=Decimal(20)),)
    filing = dataclasses.replace(archive(), department_indicators=targets)
    assert not department_score.is_begun(filing)
    with pytest.raises(NotStated, match="部门整体支出绩效自评表"):
        department_score.total(filing, form())


def test_the_execution_rate_counts_where_the_form_has_points_for_it() -> None:
    national = form("national-2020")
    record = DepartmentIndicator("数量指标", "扫描档案", score=Decimal(80), weight=Decimal(90))
    filing = dataclasses.replace(archive(), department_indicators=(record,))
    rate = department_score.total(filing, national) - 80
    assert 0 < rate <= 10
    assert department_score.points(filing, national) == 100


def test_the_report_says_what_the_unit_states_else_the_sum() -> None:
    stated = with_value(whole(), DepartmentReport.self_score, Decimal(95))
    assert department_score.self_score(stated, PACK) == 95
    assert department_score.self_score(whole(), PACK) == Decimal("98.8")
    with pytest.raises(NotStated, match="自评得分"):
        department_score.self_score(Filing(2021), PACK)
