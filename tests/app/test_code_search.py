"""Codes are found by digits, names and initials, the unit's own first."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.app.code_search import code_named, search
from jsxh_desktop.domain.entry import Kind
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.local_code import Classification, LocalCode
from tests.app.coded import coded


def found(filing: Filing, typed: str, kind: Kind = Kind.FUNCTIONAL) -> list[str]:
    return [offer.text for offer in search(filing, kind, typed)]


@pytest.mark.parametrize("typed", ["yl", "2101101", "210110", "行政单位医疗", "单位医疗", "XZDWYL"])
def test_a_code_is_found_by_digits_name_and_initials(typed: str) -> None:
    assert "2101101" in found(coded(), typed)


def test_what_the_unit_uses_comes_first() -> None:
    own = dataclasses.replace(coded(), expenditure=(ExpenditureLine(functional="2060701"),))
    assert found(own, "机构运行")[0] == "2060701"
    assert found(own, "")[0] == "2060701"
    assert search(own, Kind.FUNCTIONAL, "")[0].usual


def test_what_the_unit_used_last_year_counts_as_its_own() -> None:
    before = dataclasses.replace(coded(), expenditure=(ExpenditureLine(functional="2060701"),))
    assert found(dataclasses.replace(coded(), before=before), "jgyx")[0] == "2060701"


def test_a_code_itself_comes_before_those_below_it() -> None:
    assert found(coded(), "20607")[0] == "20607"


def test_an_offer_names_what_the_code_belongs_to() -> None:
    (offer,) = search(coded(), Kind.FUNCTIONAL, "2101101")
    assert offer.cells == ("2101101", "行政单位医疗", "行政事业单位医疗")


def test_a_code_of_the_place_is_found_like_the_others() -> None:
    local = LocalCode(Classification.ECONOMIC, "30298", "村级运转")
    filing = dataclasses.replace(coded(), local_codes=(local,))
    assert found(filing, "cjyz", Kind.ECONOMIC) == ["30298"]


def test_a_name_stands_for_its_code_where_only_one_has_it() -> None:
    assert code_named(coded(), Kind.FUNCTIONAL, "科普活动") == "2060702"
    assert code_named(coded(), Kind.FUNCTIONAL, "行政运行") is None


def test_of_several_of_one_name_the_one_in_use_is_meant() -> None:
    own = dataclasses.replace(coded(), expenditure=(ExpenditureLine(functional="2060701"),))
    assert code_named(own, Kind.FUNCTIONAL, "机构运行") == "2060701"
