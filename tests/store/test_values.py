"""What a field may hold in a file, and what is refused before it gets there."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.organization import Organization, Staffing
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.terms import ProjectClass, UnitNature
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.values import clean

NUMBER, MONEY, COUNT = Indicator.weight, ThreePublic.running, Staffing.staff_worker


@pytest.mark.parametrize("text", ["甲\0乙", "甲\ud842", "\udfb7"])
def test_text_a_column_would_cut_off_is_refused(workbook: Workbook, text: str) -> None:
    before = workbook.load(1)
    with pytest.raises(ValueError, match="单位全称含有无法保存的字符"):
        workbook.write(1, Organization.full_name, text)
    assert workbook.load(1) == before


@pytest.mark.parametrize("text", ["𠮷 😀 \u200b\x01\t<&>'\"]--;", "字" * 5000, "\r\n"])
def test_any_other_text_is_kept_whole(workbook: Workbook, text: str) -> None:
    workbook.write(1, Organization.full_name, text)
    assert workbook.load(1).organization.full_name == text


def test_text_is_kept_in_one_normal_form(workbook: Workbook) -> None:
    workbook.write(1, Organization.full_name, "e\u0301")
    assert workbook.load(1).organization.full_name == "\u00e9"


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        (MONEY, Money(2**63)),
        (COUNT, -(2**63)),
        (NUMBER, Decimal("NaN")),
        (NUMBER, Decimal("Infinity")),
    ],
)
def test_a_number_no_column_holds_is_refused(entry: Entry[Any], value: object) -> None:
    with pytest.raises(ValueError, match=entry.label):
        clean(entry, value)


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        (Organization.full_name, None),
        (Organization.full_name, 7),
        (Organization.nature, ProjectClass.SPECIAL),
        (Organization.nature, "公司"),
        (Organization.published, datetime.datetime(2022, 1, 1, tzinfo=datetime.UTC)),
        (COUNT, True),
        (COUNT, 1.0),
        (MONEY, 100),
        (NUMBER, 1.5),
        (Project.targeted, 1),
    ],
)
def test_a_value_of_another_kind_is_a_defect(entry: Entry[Any], value: object) -> None:
    with pytest.raises(TypeError):
        clean(entry, value)


def test_a_standard_term_is_what_it_was(workbook: Workbook) -> None:
    workbook.write(1, Organization.nature, UnitNature.INSTITUTION)
    assert workbook.load(1).organization.nature is UnitNature.INSTITUTION


@pytest.mark.parametrize("typed", ["甲", "1", "20607021"])
def test_what_is_no_code_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match="功能分类科目应为3、5、7位数字编码"):
        clean(ExpenditureLine.functional, typed)
