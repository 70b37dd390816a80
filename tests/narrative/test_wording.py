"""A sentence of the pack: a blank is a gap in place, typed text stands in it as typed."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.narrative.block import Gap
from jsxh_desktop.narrative.wording import Wording, entered, known, told


def wording(pack: Pack, sentence: str, filing: Filing | None = None) -> Wording:
    filing = filing or Filing(2021, organization=Organization(full_name="甲馆", short_name="馆"))
    return Wording(filing, dataclasses.replace(pack, wording={"said": sentence}))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (wan("161.94"), "161.94万元"),
        (Money(), "0.00万元"),
        (5, "5"),
        (Decimal("93.80"), "93.8"),
        ("文字", "文字"),
        (Gap("甲"), "〔待填：甲〕"),
        (lambda: wan("5"), "5.00万元"),
    ],
)
def test_a_value_is_said_by_its_kind(pack: Pack, value: object, said: str) -> None:
    assert wording(pack, "{value}").write("said", value=value) == said


def test_nothing_is_never_said(pack: Pack) -> None:
    with pytest.raises(TypeError):
        wording(pack, "{value}").write("said", value=None)


def test_only_the_missing_figure_of_a_sentence_is_a_gap(pack: Pack) -> None:
    spent = ThreePublic(overseas=wan("1"))
    words = wording(pack, "出国{a}，预算{b}。")
    said = words.write(
        "said",
        a=entered(ThreePublic.overseas, spent),
        b=entered(ThreePublic.overseas_budget, spent),
    )
    assert said == "出国1.00万元，预算〔待填：因公出国（境）费全年预算〕。"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("业务增加", "原因是业务增加。"),
        ("业务增加。", "原因是业务增加。"),
        ("业务增加；", "原因是业务增加。"),
        ("业务\n增加。\n", "原因是业务增加。"),
        ("真的吗？", "原因是真的吗？"),
        ("说“好。”", "原因是说“好。”"),
        ("{year}<b>&", "原因是{year}<b>&。"),
        ("", "原因是〔待填：收支总计变动原因〕。"),
    ],
)
def test_typed_text_ends_its_sentence_once(pack: Pack, typed: str, said: str) -> None:
    reason = told(Reasons.total, Reasons(total=typed))
    assert wording(pack, "原因是{reason}。").write("said", reason=reason) == said


@pytest.mark.parametrize(
    ("organization", "said"),
    [
        (Organization(full_name="甲县档案馆", short_name="县档案馆"), "县档案馆"),
        (Organization(full_name="甲县档案馆"), "甲县档案馆"),
        (Organization(), "〔待填：单位全称〕"),
    ],
)
def test_the_unit_has_one_name_in_running_text(
    pack: Pack, organization: Organization, said: str
) -> None:
    words = wording(pack, "{unit}", Filing(2021, organization=organization))
    assert words.write("said") == said


def test_year_and_year_before_are_at_hand(pack: Pack) -> None:
    assert wording(pack, "{year}年比{before}年").write("said") == "2021年比2020年"


def test_a_defect_is_not_taken_for_a_blank() -> None:
    def broken() -> Money:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        known(broken)


def test_what_is_known_is_handed_on_and_what_is_not_becomes_its_gap() -> None:
    def blank() -> Money:
        raise NotStated("甲")

    assert known(lambda: 5) == 5
    assert known(blank) == Gap("甲")
