"""部门概况: lists numbered by the program, counts that add up."""

from __future__ import annotations

import dataclasses

from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.organization import Institution, KeyWork, Organization, Staffing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.terms import UnitNature
from jsxh_desktop.narrative.overview import duties, institutions
from tests.narrative.reading import read


def test_duties_and_work_are_numbered_and_printed_as_typed(filing: Filing, pack: Pack) -> None:
    assert read(duties, filing, pack).splitlines() == [
        "（一）主要职能",
        "1.收集档案。",
        "2.保管档案；",
        "（二）2021年重点工作完成情况",
        "1.整理馆藏",
    ]


def test_further_lines_of_a_text_are_paragraphs_of_their_own(filing: Filing, pack: Pack) -> None:
    filing = dataclasses.replace(filing, key_work=(KeyWork("第一段。\n\n第二段。", id=1),))
    assert read(duties, filing, pack).splitlines()[-2:] == ["1.第一段。", "第二段。"]


def test_lists_nobody_typed_are_gaps(pack: Pack) -> None:
    said = read(duties, Filing(2021), pack)
    assert "〔待填：主要职能〕" in said
    assert "〔待填：重点工作〕" in said


def test_the_unit_is_introduced_with_both_its_names(filing: Filing, pack: Pack) -> None:
    said = read(institutions, filing, pack)
    assert said.startswith(
        "松溪县档案馆（以下简称县档案馆）为参照公务员法管理的事业单位，属财政一级预算单位，"
        "下属二级预算单位0个。"
    )


def test_a_unit_without_a_short_name_is_not_abbreviated(filing: Filing, pack: Pack) -> None:
    filing = with_value(filing, Organization.short_name, "")
    assert read(institutions, filing, pack).startswith("松溪县档案馆为")


def test_subordinate_units_are_counted_by_nature_and_listed(filing: Filing, pack: Pack) -> None:
    below = (
        Institution("甲所", UnitNature.INSTITUTION, id=1),
        Institution("乙所", UnitNature.ADMINISTRATIVE, id=2),
    )
    said = read(institutions, dataclasses.replace(filing, institutions=below), pack)
    assert (
        "下属二级预算单位2个，其中行政单位1个、参照公务员法管理的事业单位0个、其他事业单位1个。"
        in said
    )
    assert "纳入县档案馆2021年度部门决算编制范围的二级预算单位包括：\n1.甲所\n2.乙所" in said


def test_a_subordinate_unit_without_a_nature_is_a_gap_in_the_counts(
    filing: Filing, pack: Pack
) -> None:
    below = (Institution("甲所", id=1),)
    said = read(institutions, dataclasses.replace(filing, institutions=below), pack)
    assert "下属二级预算单位1个〔待填：下属单位性质〕。" in said


def test_posts_and_staff_add_up_without_the_classes_of_nobody(filing: Filing, pack: Pack) -> None:
    said = read(institutions, filing, pack)
    assert "总编制6名，其中行政编制4名、事业编制2名。" in said
    assert "在职人员总数6人，其中行政人员4人、事业人员2人。" in said
    assert "比编制多" not in said


def test_more_staff_than_posts_asks_why(filing: Filing, pack: Pack) -> None:
    filing = with_value(filing, Staffing.staff_worker, 2)
    assert "在职人员比编制多2人，原因是〔待填：在职超过编制的说明〕。" in read(
        institutions, filing, pack
    )


def test_a_blank_count_is_a_gap_and_not_a_zero(filing: Filing, pack: Pack) -> None:
    filing = with_value(filing, Staffing.posts_worker, None)
    said = read(institutions, filing, pack)
    assert (
        "总编制〔待填：工勤编制〕名，其中行政编制4名、事业编制2名、工勤编制〔待填：工勤编制〕名。"
        in said
    )
