"""G16: no amount ten thousand times what the tables say, or a part of it."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.organization import KeyWork
from jsxh_desktop.rules.rule import Severity
from jsxh_desktop.rules.subject import Subject
from tests.filings import BASIC, archive, received, spent
from tests.rules.worded import applied, judged, pack, rule


def spending(text: str) -> Filing:
    """161.94 万元 received and spent, and this key work."""
    return dataclasses.replace(
        archive(),
        income=(received("161.94"),),
        expenditure=(spent("2012601", BASIC, "161.94", "161.94"),),
        key_work=(KeyWork(text, id=1),),
    )


def told(text: str) -> list[str]:
    return [each.message for each in judged("G16", Subject(spending(text), pack()))]


def test_an_amount_of_the_tables_is_fine() -> None:
    assert not told("全年支出161.94万元，即1619400元。")


def test_an_amount_in_the_unit_below_is_told() -> None:
    (message,) = told("全年支出161.94元。")
    assert (
        message
        == "“全年支出161.94元”与收入支出决算总表里一般公共预算财政拨款收入的161.94万元差一万倍"
    )


def test_an_amount_in_the_unit_above_is_told() -> None:
    (message,) = told("全年支出1619400万元。")
    assert message.startswith("“全年支出1619400万元”与")


@pytest.mark.parametrize("written", ["161.94元", "1619400万元"])
def test_the_unit_is_put_right(written: str) -> None:
    filing = spending(f"全年支出{written}。")
    (finding,) = judged("G16", Subject(filing, pack()))
    after = applied(filing, finding)
    assert not judged("G16", Subject(after, pack()))
    assert finding.operands[0].name == "文中"


def test_an_amount_of_few_digits_may_be_another() -> None:
    assert not told("每次支出110元、经费12.3元。")


def test_an_amount_of_something_else_is_left_alone() -> None:
    assert not told("每台电脑单位售价161.94元。")
    assert not told("全年支出8237万元。")


def test_it_is_an_error() -> None:
    assert rule("G16").severity is Severity.ERROR
