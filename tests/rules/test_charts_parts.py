"""D04–D06, D11: charts of parts."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.domain.money import wan
from jsxh_desktop.rules.charts.chart_rules import RULES
from jsxh_desktop.rules.charts.parts import (
    a_pie_has_more_than_one_slice,
    no_completion_is_drawn_as_a_share,
    parts_are_the_sections_own,
    parts_make_up_the_whole,
)
from tests.filings import archive
from tests.rules.tampering import (
    HARMLESS_CHARTS,
    chart,
    composed,
    findings,
    found_by,
    of_archive,
    of_sample,
    series,
    share_pie,
    with_chart,
)


def test_shares_that_do_not_make_100_are_found() -> None:
    subject = share_pie(3, ("基本支出占比", "项目支出占比"), "0.762", "0.242")
    assert findings(parts_make_up_the_whole, subject)


def test_shares_rounded_one_by_one_may_make_100_1() -> None:
    shares = [label.split("，")[1] for label in chart(of_sample(), 6).labels]
    assert shares == ["87.5%", "5.6%", "3.0%", "4.0%"]
    assert not findings(parts_make_up_the_whole, of_sample())


def test_slices_that_do_not_make_the_whole_are_found() -> None:
    subject = with_chart(of_archive(), 3, series=series(3, "90.00", "25.00"))
    (found,) = findings(parts_make_up_the_whole, subject)
    assert found.message == "图3各块合计115.00万元，本年支出合计是110.00万元"


def test_a_slice_left_out_is_found() -> None:
    own = chart(of_archive(), 3)
    cut = dataclasses.replace(own.series[0], values=own.series[0].values[:1])
    subject = with_chart(
        of_archive(), 3, categories=own.categories[:1], series=(cut,), labels=own.labels[:1]
    )
    assert found_by([parts_are_the_sections_own], subject)["D05"] == (
        "图3缺“项目支出”，本年是20.00万元",
    )


def test_s28_a_slice_of_nothing_is_no_part() -> None:
    names = ("公务接待支出占比", "其他支出占比")
    (found,) = findings(parts_are_the_sections_own, share_pie(7, names, "0.75", "0.25"))
    assert "“其他支出占比”不是这一节的构成项，本年有数的是：公务接待费" in found.message


def test_s28_completion_is_no_structure() -> None:
    names = ("公务接待支出占比", "其他支出占比")
    first, second = findings(no_completion_is_drawn_as_a_share, share_pie(7, names, "0.75", "0.25"))
    assert first.message == ("图7“公务接待支出占比”画的75%是完成预算的比率，它占“三公”经费的100%")
    assert "25%是完成率的余数" in second.message


def test_s28_a_completion_in_the_label_is_found() -> None:
    subject = with_chart(of_sample(), 7, labels=("0.48万元，75%",))
    assert findings(no_completion_is_drawn_as_a_share, subject)


def test_the_word_completion_has_no_place_in_a_structure() -> None:
    subject = with_chart(of_archive(), 3, categories=("基本支出完成率", "项目支出"))
    assert findings(no_completion_is_drawn_as_a_share, subject)


def test_a_share_that_happens_to_equal_completion_is_no_fault() -> None:
    filing = archive()
    public = dataclasses.replace(
        filing.three_public,
        running=wan("3.00"),
        reception_domestic=wan("1.00"),
        running_budget=wan("4.00"),
        reception_budget=wan("1.3333"),
    )
    filing = dataclasses.replace(filing, three_public=public)
    assert not findings(no_completion_is_drawn_as_a_share, composed(filing))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("社会保障和就业（类）", "社会保障和就业支出"),
        ("社会保障和就业（类）", "社会保障和就业类占比"),
        ("社会保障和就业（类）", "社会保障"),
    ],
)
def test_another_way_to_write_a_part_is_no_fault(old: str, new: str) -> None:
    names = tuple(new if name == old else name for name in chart(of_archive(), 6).categories)
    assert new in names
    assert (
        not found_by(RULES, with_chart(of_archive(), 6, categories=names)).keys() - HARMLESS_CHARTS
    )


def test_a_pie_of_one_slice_is_a_hint() -> None:
    assert findings(a_pie_has_more_than_one_slice, of_sample())[0].message == (
        "图2只有“一般公共预算财政拨款收入”一块"
    )
