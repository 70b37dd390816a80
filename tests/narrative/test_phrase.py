"""The words that follow from figures agree with them, whichever way they moved."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.narrative.phrase import change, completion, moved, share, variance
from jsxh_desktop.narrative.wording import Amount, Wording
from tests.filings import FEN_AMOUNTS


def amount(typed: str) -> Amount:
    return lambda: wan(typed)


def missing(label: str) -> Amount:
    def ask() -> Money:
        raise NotStated(label)

    return ask


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        ("161.94", "149.12", "支出比2020年增加12.82万元，增长8.6%"),
        ("149.12", "161.94", "支出比2020年减少12.82万元，下降7.9%"),
        ("5.00", "5.00", "支出与2020年持平"),
        ("0", "0", "支出与2020年持平"),
        ("3.00", "0", "支出比2020年增加3.00万元（上年无此项支出）"),
        ("0", "3.00", "支出比2020年减少3.00万元，下降100%"),
        ("3.00", "1.00", "支出比2020年增加2.00万元，增长200%"),
        ("5.000001", "5.00", "支出与2020年基本持平"),
        ("5.00", "-1.00", "支出比2020年增加6.00万元"),
    ],
)
def test_a_change_says_direction_amount_and_rate_of_one_comparison(
    words: Wording, now: str, before: str, said: str
) -> None:
    assert change(words, "than", amount(now), amount(before), what="支出") == said


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("each", "与2020年的2.00万元相比，收、支总计各增加1.00万元，增长50%"),
        ("compared", "与2020年的2.00万元相比，收、支总计增加1.00万元，增长50%"),
        ("than", "收、支总计比2020年增加1.00万元，增长50%"),
    ],
)
def test_a_change_is_said_in_the_form_of_its_section(words: Wording, form: str, said: str) -> None:
    assert change(words, form, amount("3.00"), amount("2.00"), what="收、支总计") == said


def test_a_year_before_nobody_stated_is_a_gap_in_the_comparison(words: Wording) -> None:
    said = change(words, "than", amount("1.00"), missing("上年公务接待费"), what="公务接待费")
    assert said == "公务接待费与2020年相比增减〔待填：上年公务接待费〕"


@pytest.mark.parametrize("form", ["each", "compared", "than", "adjusted"])
@given(now=FEN_AMOUNTS, before=FEN_AMOUNTS)
def test_the_direction_word_is_the_sign_of_the_difference(
    words: Wording, form: str, now: Money, before: Money
) -> None:
    said = change(words, form, lambda: now, lambda: before, what="某项")
    moved_visibly = abs(now - before).show() != "0.00"
    assert ("增加" in said) == (now > before and moved_visibly)
    assert ("减少" in said) == (now < before and moved_visibly)
    assert "下降" not in said or "减少" in said
    assert "增长" not in said or "增加" in said


@pytest.mark.parametrize(
    ("now", "reason", "said"),
    [
        ("3.00", "业务增加", "支出比2020年增加1.00万元，增长50%。主要变动原因是业务增加。"),
        (
            "3.00",
            "",
            "支出比2020年增加1.00万元，增长50%。主要变动原因是〔待填：收支总计变动原因〕。",
        ),
        ("2.00", "业务增加", "支出与2020年持平。"),
        ("3.00", "业务增加。", "支出比2020年增加1.00万元，增长50%。主要变动原因是业务增加。"),
    ],
)
def test_what_moved_owes_its_reason_and_what_did_not_has_none(
    words: Wording, now: str, reason: str, said: str
) -> None:
    filing = dataclasses.replace(words.filing, reasons=Reasons(total=reason))
    words = Wording(filing, words.pack)
    assert moved(words, "than", amount(now), amount("2.00"), Reasons.total, what="支出") == said


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("", "支出与2020年相比增减〔待填：上年数〕。"),
        ("业务增加", "支出与2020年相比增减〔待填：上年数〕。主要变动原因是业务增加。"),
    ],
)
def test_a_change_that_is_not_known_asks_once_and_keeps_a_reason_already_typed(
    words: Wording, reason: str, said: str
) -> None:
    words = Wording(dataclasses.replace(words.filing, reasons=Reasons(total=reason)), words.pack)
    now, before = amount("1.00"), missing("上年数")
    assert moved(words, "than", now, before, Reasons.total, what="支出") == said


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (amount("1.00"), amount("1.00"), "，占100%"),
        (amount("1.00"), amount("3.00"), "，占33.3%"),
        (amount("0"), amount("3.00"), "，占0%"),
        (amount("0"), amount("0"), ""),
        (missing("甲"), amount("3.00"), ""),
        (amount("1.00"), missing("合计"), "，占〔待填：合计〕"),
    ],
)
def test_a_share_is_said_of_a_whole_there_is(
    words: Wording, part: Amount, whole: Amount, said: str
) -> None:
    assert share(words, part, whole) == said


@pytest.mark.parametrize(
    ("final", "budget", "done", "differs"),
    [
        ("1.00", "1.00", "，完成全年预算的100%", "，决算数等于预算数"),
        ("0.48", "0.64", "，完成全年预算的75%", "，决算数小于预算数的主要原因是节约"),
        ("3.00", "2.00", "，完成全年预算的150%", "，决算数大于预算数的主要原因是节约"),
        ("0", "2.00", "，完成全年预算的0%", "，决算数小于预算数的主要原因是节约"),
        ("3.00", "0", "，未安排预算", "，决算数大于预算数的主要原因是节约"),
        ("0", "0", "，未安排预算", "，决算数等于预算数"),
        ("1.00", "-1.00", "", "，决算数大于预算数的主要原因是节约"),
    ],
)
def test_completion_and_variance_follow_from_final_and_budget(
    words: Wording, final: str, budget: str, done: str, differs: str
) -> None:
    assert completion(words, amount(final), amount(budget)) == done
    assert variance(words, amount(final), amount(budget), lambda: "节约") == differs


def test_a_missing_budget_is_one_gap_and_no_comparison(words: Wording) -> None:
    final, budget = amount("1.00"), missing("全年预算数")
    assert completion(words, final, budget) == "，完成全年预算的〔待填：全年预算数〕"
    assert variance(words, final, budget, lambda: "节约") == ""


@given(st.integers(0, 3))
def test_shares_have_the_decimals_of_the_pack(words: Wording, places: int) -> None:
    pack = dataclasses.replace(words.pack, percent_places=places)
    said = share(Wording(words.filing, pack), amount("1.00"), amount("3.00"))
    assert said == f"，占{1 / 3:.{places}%}"
