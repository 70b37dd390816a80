"""A filing changes by value: edits, additions and removals leave the old one alone."""

from __future__ import annotations

import pickle

import pytest

from jsxh_desktop.domain.code import Code, CodeTable, ancestors, without_suffix
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import (
    LISTS,
    SINGLES,
    Filing,
    attribute_of,
    with_added,
    with_value,
    without,
)
from jsxh_desktop.domain.local_code import Classification, LocalCode
from jsxh_desktop.domain.organization import Duty, Staffing
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.report_text import ProjectReport
from jsxh_desktop.domain.stated import NotStated

FILING = Filing(
    2021,
    duties=(Duty("甲", id=1), Duty("乙", id=2)),
    projects=(Project(name="一", id=1), Project(name="二", id=2)),
    goals=(Goal(1, "目标", id=1), Goal(2, "目标", id=2)),
    indicators=(Indicator(project=1, name="指标", id=1),),
    project_reports=(ProjectReport(project=1, id=1),),
    expenditure=(ExpenditureLine("2060702", project=1, id=1), ExpenditureLine("2060701", id=2)),
)


def test_every_entity_has_one_place_in_a_filing() -> None:
    for name, entity in {**SINGLES, **LISTS}.items():
        assert attribute_of(entity) == name


def test_one_value_of_a_single_record_changes() -> None:
    changed = with_value(FILING, Staffing.staff_worker, 2)
    assert changed.staffing == Staffing(staff_worker=2)
    assert FILING.staffing == Staffing()


def test_one_value_of_one_record_in_a_list_changes() -> None:
    changed = with_value(FILING, Duty.text, "丙", key=2)
    assert [duty.text for duty in changed.duties] == ["甲", "丙"]


def test_a_record_is_added_at_the_end_or_where_it_belongs() -> None:
    last = with_added(FILING, Duty("丙", id=3))
    first = with_added(FILING, Duty("丙", id=3), position=0)
    assert [duty.text for duty in last.duties] == ["甲", "乙", "丙"]
    assert [duty.text for duty in first.duties] == ["丙", "甲", "乙"]


def test_a_record_is_removed_by_its_id() -> None:
    assert without(FILING, Duty, 1).duties == (Duty("乙"),)


def test_what_was_added_and_removed_leaves_no_trace() -> None:
    assert without(with_added(FILING, Duty("丙", id=3)), Duty, 3) == FILING


def test_a_removed_project_takes_its_own_and_leaves_the_money() -> None:
    left = without(FILING, Project, 1)
    assert (len(left.goals), left.indicators, left.project_reports) == (1, (), ())
    assert [line.project for line in left.expenditure] == [None, None]


TABLE = CodeTable("功能分类", {"2060702": Code("2060702", "科普活动")})


def test_a_local_code_adds_a_name_and_never_replaces_an_official_one() -> None:
    own = (
        LocalCode(Classification.FUNCTIONAL, "2060702", "别名", id=1),
        LocalCode(Classification.FUNCTIONAL, "2060780", "本地科普", id=2),
        LocalCode(Classification.ECONOMIC, "30280", "本地费用", id=3),
    )
    filing = Filing(2021, local_codes=own, functional_codes=TABLE)
    assert filing.functional.name("2060702") == "科普活动"
    assert filing.functional.name("2060780") == "本地科普"
    assert "30280" not in filing.functional
    assert filing.economic.name("30280") == "本地费用"


def test_a_code_the_year_does_not_know_is_asked_about() -> None:
    with pytest.raises(NotStated, match="科目2069999的名称"):
        TABLE.name("2069999")


def test_a_code_names_everything_above_it() -> None:
    assert ancestors("2060702") == ("206", "20607", "2060702")
    assert ancestors("30201") == ("302", "30201")


def test_a_class_is_said_without_its_last_word() -> None:
    assert without_suffix("科学技术支出") == "科学技术"
    assert without_suffix("科普活动") == "科普活动"


def test_a_filing_goes_to_another_process_though_a_property_is_kept_meanwhile() -> None:
    kept = []

    class WorkedOutMeanwhile:
        def __reduce__(self) -> tuple[type[str], tuple[()]]:
            kept.append(filing.functional)
            return str, ()

    filing = Filing(2021, pack=WorkedOutMeanwhile())  # type: ignore[arg-type]  # it is only pickled
    assert pickle.loads(pickle.dumps(filing)).year == 2021  # noqa: S301 - our own bytes
    assert kept
