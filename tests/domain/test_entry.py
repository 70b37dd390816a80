"""Entries: each kind reads what is typed, refuses with a sentence, and shows what it read."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.domain.disclosure import Procurement
from jsxh_desktop.domain.entry import Entry, show_day
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import LARGEST, Money
from jsxh_desktop.domain.organization import Organization, Staffing
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.terms import IndicatorNature, UnitNature

NAME = Organization.full_name
NATURE = Organization.nature
PUBLISHED = Organization.published
STAFF = Staffing.staff_worker
GOODS = Procurement.goods
FUNCTIONAL = ExpenditureLine.functional
ECONOMIC = ExpenditureLine.economic
CARRIED = ExpenditureLine.carried_over
PROJECT = ExpenditureLine.project
WEIGHT = Indicator.weight
PROCESS = Project.process


@pytest.mark.parametrize(
    ("entry", "typed", "value"),
    [
        (NAME, " 区科协\u3000", "区科协"),
        (NAME, "区科协\r\n（本级）", "区科协 （本级）"),
        (PROCESS, "一段\r\n二段", "一段\n二段"),
        (NATURE, "行政单位", UnitNature.ADMINISTRATIVE),
        (PUBLISHED, "2022年9月5日", datetime.date(2022, 9, 5)),
        (PUBLISHED, "2022-09-05", datetime.date(2022, 9, 5)),
        (PUBLISHED, "2022/9/5", datetime.date(2022, 9, 5)),
        (PUBLISHED, "２０２２．９．５", datetime.date(2022, 9, 5)),
        (PUBLISHED, "2022年9月5日前", datetime.date(2022, 9, 5)),
        (STAFF, "2", 2),
        (STAFF, "１，２００", 1200),
        (STAFF, "0", 0),
        (GOODS, "0.5", Money(500_000)),
        (FUNCTIONAL, "2060702", "2060702"),
        (FUNCTIONAL, "206 07 02", "2060702"),
        (ECONOMIC, "３０２０１", "30201"),
        (CARRIED, "是", True),
        (CARRIED, "否", False),
        (PROJECT, "3", 3),
        (WEIGHT, "12.50", Decimal("12.5")),
        (WEIGHT, "80%", Decimal(80)),
        (WEIGHT, "-1", Decimal(-1)),
        (Indicator.nature, "≥", IndicatorNature.AT_LEAST),
    ],
)
def test_a_field_reads_what_is_typed(entry: Entry[Any], typed: str, value: object) -> None:
    assert entry.parse(typed) == value


@pytest.mark.parametrize(
    ("entry", "typed", "sentence"),
    [
        (NAME, " ", "单位全称必填"),
        (NATURE, "机关", "单位性质只能填行政单位、参照公务员法管理的事业单位、其他事业单位"),
        (PUBLISHED, "明天", "公开时间应为日期，例如 2021年12月30日"),
        (PUBLISHED, "2021年2月30日", "公开时间不是真实存在的日期"),
        (PUBLISHED, "2021年12月", "公开时间应为日期，例如 2021年12月30日"),
        (STAFF, "八", "在职工勤人员应为整数"),
        (STAFF, "2.5", "在职工勤人员应为整数"),
        (STAFF, "-1", "在职工勤人员不得小于0"),
        (GOODS, "半万", "政府采购货物支出应为金额，例如 161.94"),
        (FUNCTIONAL, "2060", "功能分类科目应为3、5、7位数字编码"),
        (FUNCTIONAL, "科普", "功能分类科目应为3、5、7位数字编码"),
        (ECONOMIC, "2060702", "经济分类科目应为3、5位数字编码"),
        (CARRIED, "也许", "上年结转资金只能填是或否"),
        (PROJECT, "科普", "项目应为记录的编号"),
        (WEIGHT, "十", "分值应为数字，例如 93.8"),
        (WEIGHT, "NaN", "分值应为数字，例如 93.8"),
        (WEIGHT, "1e-9", "分值应为数字，例如 93.8"),
        (WEIGHT, "1_0", "分值应为数字，例如 93.8"),
    ],
)
def test_a_slip_is_answered_with_one_sentence(entry: Entry[Any], typed: str, sentence: str) -> None:
    with pytest.raises(ValueError, match="^" + sentence):
        entry.parse(typed)


def test_two_spellings_of_one_character_are_kept_as_one() -> None:
    assert NAME.parse("Caf\u0065\u0301") == "Caf\u00e9"


@pytest.mark.parametrize("entry", [NATURE, PUBLISHED, STAFF, GOODS, CARRIED, PROJECT, WEIGHT])
def test_nothing_typed_is_blank_and_not_zero(entry: Entry[Any]) -> None:
    assert entry.parse("") is None


@given(st.integers(-LARGEST // 1_000_000, LARGEST // 1_000_000))
def test_an_amount_in_hundredths_survives_show_and_parse(hundredths: int) -> None:
    amount = Money(hundredths * 10_000)
    assert GOODS.parse(GOODS.show(amount)) == amount


@given(st.integers(0, 10**15 - 1))
def test_a_count_survives_show_and_parse(count: int) -> None:
    assert STAFF.parse(STAFF.show(count)) == count


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_a_day_survives_show_and_parse(day: datetime.date) -> None:
    assert PUBLISHED.parse(show_day(day)) == day


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_a_number_survives_show_and_parse(number: Decimal) -> None:
    assert WEIGHT.parse(WEIGHT.show(number)) == number


@pytest.mark.parametrize("nature", UnitNature)
def test_a_choice_survives_show_and_parse(nature: UnitNature) -> None:
    assert NATURE.parse(NATURE.show(nature)) is nature


@given(st.text())
def test_any_text_read_once_stays_the_same_when_read_again(typed: str) -> None:
    once = PROCESS.parse(typed)
    assert PROCESS.parse(once) == once


def refusal(entry: Entry[Any], typed: str) -> str:
    """The sentence a field answers with, or nothing where it reads what is typed."""
    try:
        entry.parse(typed)
    except ValueError as refused:
        return str(refused)
    return ""


@given(st.text())
def test_any_typing_is_read_or_refused_but_never_breaks(typed: str) -> None:
    for entry in (NATURE, PUBLISHED, STAFF, GOODS, FUNCTIONAL, CARRIED, PROJECT, WEIGHT):
        assert refusal(entry, typed) == "" or refusal(entry, typed).startswith(entry.label)
