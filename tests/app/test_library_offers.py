"""The library of indicators for one project: by source, narrowed, without offering twice."""

from __future__ import annotations

from jsxh_desktop.app.indicator_library import USED_HERE
from jsxh_desktop.app.library_offers import Line, shelves
from jsxh_desktop.app.sample import sample

KIND = "培训"


def lines(wanted: str = "", project: int = 1) -> list[Line]:
    return [line for shelf in shelves(sample(), project, KIND, wanted) for line in shelf.lines]


def test_the_units_own_come_before_those_of_the_kind() -> None:
    names = [shelf.name for shelf in shelves(sample(), 1, KIND, "")]
    assert names == [USED_HERE, "指标库 · 培训"]


def test_what_is_on_the_sheet_is_marked_and_comes_last() -> None:
    (own, _) = shelves(sample(), 1, KIND, "")
    there = [line.is_there for line in own.lines]
    assert there == sorted(there)
    assert sum(there) == 16


def test_a_text_narrows_the_list_by_name_class_and_unit() -> None:
    assert {line.suggestion.name for line in lines("场次")} >= {"完成注册培训"}
    assert all("成本" in str(line.suggestion.category) for line in lines("成本指标"))


def test_initials_find_what_cannot_be_typed() -> None:
    assert "完成注册培训" in {line.suggestion.name for line in lines("wczcpx")}


def test_a_shelf_without_anything_that_fits_is_left_out() -> None:
    assert shelves(sample(), 1, KIND, "没有这样的指标") == ()


def test_what_is_said_in_words_is_cut_to_its_nature() -> None:
    (line,) = [each for each in lines("办公经费") if each.measure == "定性"]
    assert line.whole_measure == "定性 配备工作人员1人"
