"""C31, C32, C33: posts, staff and subordinate units are counted alike everywhere."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.domain.filing import Filing, with_added, with_value
from jsxh_desktop.domain.organization import Institution, KeyWork, Staffing
from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.domain.terms import UnitNature
from jsxh_desktop.rules.rule import Severity
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.unit.institutions import units_add_up
from jsxh_desktop.rules.unit.posts_and_staff import posts_and_staff_add_up, staff_is_one_number
from tests import seed
from tests.filings import archive
from tests.rules.report_texts import only
from tests.rules.tampering import (
    PACK,
    composed,
    findings,
    of_archive,
    of_sample,
    rewritten,
    unjudged,
)

WORKERS = Staffing(4, 1, 0, 4, 1, 2)
SOME = (
    Institution("县城建档案室", UnitNature.INSTITUTION, id=1),
    Institution("县志办公室", UnitNature.CIVIL_SERVICE_MANAGED, id=2),
    Institution("县电子文件中心", UnitNature.INSTITUTION, id=3),
)


def over(note: str = "") -> Filing:
    staffing = dataclasses.replace(WORKERS, over_establishment=note)
    return dataclasses.replace(archive(), staffing=staffing)


@pytest.fixture(scope="module")
def with_units() -> Subject:
    return composed(dataclasses.replace(archive(), institutions=SOME))


@pytest.mark.parametrize("subject", [of_archive(), composed(over("工勤人员不占编制"))])
def test_what_is_composed_of_posts_and_staff_is_right(subject: Subject) -> None:
    assert not findings(posts_and_staff_add_up, subject)
    assert not findings(staff_is_one_number, subject)
    assert not findings(units_add_up, subject)


def test_s15_staff_above_the_establishment_owes_a_word() -> None:
    (found,) = findings(posts_and_staff_add_up, only(over()))
    assert found.message == "在职7人，比编制5名多2人，没有说明原因"
    assert found.severity is Severity.WARNING
    assert found.places[0].entry is Staffing.over_establishment
    assert findings(posts_and_staff_add_up, of_sample())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("总编制6名", "总编制7名", "总编制写成7名，填的是6名"),
        ("行政编制4名", "行政编制5名", "行政编制写成5名，填的是4名"),
        ("、事业编制2名", "", "事业编制有2名，文中没有写"),
        ("在职人员总数6人", "在职人员总数9人", "在职总数写成9人，填的是6人"),
        ("事业人员2人", "事业人员1人", "各类4＋1合起来是5人"),
        ("核定编制6名", "核定编制8名", "总编制写成8名，填的是6名"),
    ],
)
def test_a_wrong_number_of_posts_or_staff_is_found(old: str, new: str, said: str) -> None:
    found = findings(posts_and_staff_add_up, rewritten(of_archive(), old, new))
    assert any(said in each.message for each in found)


def test_the_number_above_the_establishment_is_checked() -> None:
    subject = rewritten(composed(over("工勤")), "比编制多2人", "比编制多3人")
    (found,) = findings(posts_and_staff_add_up, subject)
    assert found.message == "在职比编制多的人数写成3人，填的是2人"


def test_a_note_in_the_very_words_of_the_sentence_hides_none_of_it() -> None:
    assert not findings(posts_and_staff_add_up, composed(over("工勤人员2人")))


def test_posts_nobody_entered_are_unjudged() -> None:
    filing = with_value(archive(), Staffing.posts_worker, None)
    assert [each.reason for each in unjudged(posts_and_staff_add_up, composed(filing))] == [
        "工勤编制还没有填"
    ]


def test_the_staff_of_the_annex_is_the_units() -> None:
    subject = rewritten(of_archive(), "年末在职人员6人", "年末在职人员8人")
    (found,) = findings(staff_is_one_number, subject)
    assert found.message == "在职人数写成8人，填的是6人"
    (late,) = findings(staff_is_one_number, rewritten(of_archive(), "2021年末在职", "2020年末在职"))
    assert late.message == "在职人数写的是2020年末的，本年度是2021年"


def test_staff_typed_in_the_report_is_the_units() -> None:
    filing = with_value(archive(), DepartmentReport.composition, "单位全年在职9人，设两个股。")
    (found,) = findings(staff_is_one_number, only(filing))
    assert found.message == "在职人数写成9人，填的是6人"
    assert found.places[0].entry is DepartmentReport.composition


def test_people_who_are_not_staff_are_not_compared() -> None:
    filing = with_value(archive(), KeyWork.text, "培训在职职工120人，慰问非在职人员9人。", key=1)
    assert not findings(staff_is_one_number, only(filing))


def test_s16_all_hands_are_as_many_as_there_are() -> None:
    (found,) = findings(staff_is_one_number, seed.printed())
    assert found.message == "写“全员8人”，在职人数填的是7人"
    assert found.severity is Severity.WARNING
    assert found.words == "全员8人"


def test_s14_the_kinds_of_units_add_up_to_their_number() -> None:
    first, second = findings(units_add_up, seed.printed())
    assert first.message == "下属单位总数写0个，各类1＋0合起来是1个"
    assert second.message == "参照公务员法管理的事业单位写成1个，填的是0个"


def test_units_listed_and_counted_are_right(with_units: Subject) -> None:
    assert not findings(units_add_up, with_units)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("预算单位3个", "预算单位4个", "下属单位数写成4个，填的是3个"),
        ("其他事业单位2个", "其他事业单位1个", "其他事业单位写成1个，填的是2个"),
        (
            "财政一级预算单位",
            "财政二级预算单位",
            "写的是“财政二级预算单位”，预算级次填的是一级预算单位",
        ),
        ("2.县志办公室", "2.县党史办公室", "下属单位“县志办公室”没有列在文中"),
    ],
)
def test_a_unit_counted_or_named_otherwise_is_found(
    with_units: Subject, old: str, new: str, said: str
) -> None:
    found = findings(units_add_up, rewritten(with_units, old, new))
    assert said in [each.message for each in found]


def test_units_of_no_kind_yet_are_unjudged(with_units: Subject) -> None:
    filing = with_added(with_units.filing, Institution("县地名室", None, id=4))
    subject = Subject(filing, PACK, with_units.parts)
    assert [each.reason for each in unjudged(units_add_up, subject)] == ["下属单位性质还没有填"]
