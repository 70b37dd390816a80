"""G15: no number that belongs to a person."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.rules.rule import Severity
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.wording.privacy import private
from tests.filings import archive
from tests.rules.worded import corrected, judged, messages, pack, report_printed, rule, typed

IDENTITY = "11010519491231002X"
"""The example of GB 11643: no person has it."""
MOBILE = "13800138000"
CARD = "6222021234567890128"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"联系人{IDENTITY}。", "写有身份证号110***********002X，公开前应隐去"),
        (f"联系电话：{MOBILE}", "写有手机号138****8000，公开前应隐去"),
        ("联系电话：138 0013 8000", "写有手机号138****8000，公开前应隐去"),
        (f"账号{CARD}", "写有银行卡号622************0128，公开前应隐去"),
        ("家庭住址：松溪县城关镇解放路12号", "写有个人住址，公开前应隐去"),
    ],
)
def test_what_belongs_to_a_person_is_told(text: str, message: str) -> None:
    assert messages("G15", text) == [message]


def test_the_digits_in_the_middle_are_hidden() -> None:
    assert corrected("G15", f"联系电话：{MOBILE}。") == "联系电话：138****8000。"


@pytest.mark.parametrize(
    "text",
    [
        "联系电话：0839-8621234",
        "11010519491231002Y，110105194912310021",
        "110105194913310020",
        "13800138000元，13800138000万元",
        "6222021234567890129",
        "项目编码51081221T000000138001",
        "文号2021138001380001380013800",
        "比重0.13800138000",
        "改造老旧住宅，住址不明的档案12号卷",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not typed("G15", text)


def test_a_mobile_number_in_a_field_for_telephones_is_told() -> None:
    organization = dataclasses.replace(archive().organization, telephone=MOBILE)
    filing = dataclasses.replace(archive(), organization=organization)
    (finding,) = judged("G15", Subject(filing, pack()))
    assert finding.where == "联系电话"


def test_the_real_report_names_no_number_of_a_person() -> None:
    assert not judged("G15", report_printed())


def test_it_is_an_error() -> None:
    assert rule("G15").severity is Severity.ERROR


@settings(max_examples=40)
@given(st.integers(0, 16), st.integers(1, 9))
def test_a_changed_digit_is_no_identity_number(place: int, more: int) -> None:
    digit = (int(IDENTITY[place]) + more) % 10
    changed = f"{IDENTITY[:place]}{digit}{IDENTITY[place + 1 :]}"
    assert not [slip for slip in private(changed) if "身份证" in slip.message]
