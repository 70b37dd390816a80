"""Tolerance: what rounding explains is no fault, and one unit beyond it always is."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.terms import Precision
from jsxh_desktop.rules import exactness
from jsxh_desktop.rules.exactness import (
    Fit,
    Known,
    as_known,
    difference,
    exact,
    fit,
    fit_difference,
    fit_growth,
    fit_ratio,
    growth,
    meet,
    number,
    ratio,
    rounded,
    sum_of,
)

FEN = st.integers(-(10**9), 10**9)
SPENT = st.integers(1, 10**9)
PLACES = st.integers(0, 4)
STEP = 10_000
"""Fen in 0.01万元."""


def printed(text: str, unit: str = "万元") -> Known:
    return exactness.printed(Decimal(text), len(text.partition(".")[2]), unit)


def percent(text: str) -> Known:
    return exactness.percent(Decimal(text), len(text.partition(".")[2]))


def shown(fen: int) -> Known:
    """An amount as it prints, in 万元 with two decimals."""
    return exactness.printed(half_up(Fraction(fen, 10**6), 2), 2)


def rate_shown(rate: Fraction, places: int) -> Known:
    return exactness.percent(half_up(rate, places), places)


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("161.94", ["161.935", "161.9449"], ["161.945", "161.9349"]),
        ("-161.94", ["-161.935", "-161.9449"], ["-161.945", "-161.9349"]),
        ("0.00", ["0.0049", "-0.0049"], ["0.005", "-0.005"]),
        ("38.3", ["38.25", "38.34"], ["38.35", "38.24"]),
        ("38", ["37.5", "38.49"], ["38.5", "37.4"]),
    ],
)
def test_a_printed_amount_stands_for_all_that_rounds_to_it(
    text: str, inside: list[str], outside: list[str]
) -> None:
    known = printed(text)
    assert all(wan(each).fen in known for each in inside)
    assert not any(wan(each).fen in known for each in outside)


def test_an_amount_in_yuan_with_fen_is_exact() -> None:
    assert printed("1234.56", "元") == number(123456)
    assert printed("1234", "元").low == 123350


@given(FEN, PLACES)
def test_whatever_rounds_to_a_number_lies_in_it(fen: int, places: int) -> None:
    value = Fraction(fen, 997)
    assert value in rounded(half_up(value, places), Fraction(1, 10**places))


@given(FEN, PLACES)
def test_what_lies_in_a_number_rounds_to_it(fen: int, places: int) -> None:
    step = Fraction(1, 10**places)
    reads = Fraction(fen, 10**places)
    known = rounded(reads, step)
    for value in (known.low, known.high, reads, known.low + step / 10**9, known.high - step / 7):
        assert (value in known) == (Fraction(half_up(value, places)) == reads)


def test_a_filing_of_fen_is_exact_and_one_of_printed_figures_is_not() -> None:
    assert as_known(wan("161.94"), Precision.FEN).is_exact
    assert as_known(wan("161.94"), Precision.HUNDREDTH_WAN) == printed("161.94")


@given(st.lists(FEN, min_size=1, max_size=8))
def test_printed_parts_never_contradict_the_printed_total(parts: list[int]) -> None:
    together = sum_of(map(shown, parts))
    assert fit(shown(sum(parts)), together) is not Fit.IMPOSSIBLE


@given(st.lists(FEN, min_size=1, max_size=8), st.sampled_from([1, -1]))
def test_a_total_beyond_what_rounding_explains_is_impossible(parts: list[int], way: int) -> None:
    together = sum_of(map(shown, parts))
    beyond = (len(parts) + 1) // 2 + 1
    moved = Money(int(together.reads) + way * beyond * STEP)
    assert fit(shown(moved.fen), together) is Fit.IMPOSSIBLE


@given(SPENT, SPENT)
def test_a_printed_difference_never_contradicts_both(now: int, last: int) -> None:
    moved = difference(shown(now), shown(last))
    assert fit(shown(now - last), moved) is not Fit.IMPOSSIBLE
    for units in (2, -2):
        assert fit(shown(int(moved.reads) + units * STEP), moved) is Fit.IMPOSSIBLE


@given(SPENT, st.integers(STEP, 10**9), PLACES)
def test_a_printed_share_never_contradicts_both(part: int, whole: int, places: int) -> None:
    share = ratio(shown(part), shown(whole))
    if share is not None:
        assert fit(rate_shown(Fraction(100 * part, whole), places), share) is not Fit.IMPOSSIBLE


@given(SPENT, SPENT, st.integers(0, 3), st.sampled_from([1, -1]))
def test_a_share_one_unit_off_is_impossible_where_the_amounts_are_exact(
    part: int, whole: int, places: int, way: int
) -> None:
    share = ratio(number(part), number(whole))
    right = rate_shown(Fraction(100 * part, whole), places)
    assert share is not None
    assert fit(right, share) is Fit.EQUAL
    wrong = rounded(right.reads + way * right.step, right.step)
    assert fit(wrong, share) is Fit.IMPOSSIBLE


@given(SPENT, SPENT, PLACES, st.sampled_from([1, -1]))
def test_a_share_beyond_the_ends_of_the_printed_amounts_is_impossible(
    part: int, whole: int, places: int, way: int
) -> None:
    share = ratio(shown(part), shown(whole))
    if share is not None:
        end = share.high if way > 0 else share.low
        beyond = Fraction(half_up(end, places)) + way * Fraction(1, 10**places)
        assert fit(rounded(beyond, Fraction(1, 10**places)), share) is Fit.IMPOSSIBLE


@given(SPENT, SPENT)
def test_growth_is_the_ratio_less_one_hundred(now: int, last: int) -> None:
    grown = growth(number(now), number(last))
    assert grown is not None
    assert grown.reads == Fraction(100 * (now - last), last)


@given(FEN, FEN, FEN, FEN)
def test_a_ratio_holds_the_ratio_of_whatever_its_sides_hold(
    part: int, whole: int, inside: int, within: int
) -> None:
    first, second = rounded(part, Fraction(STEP)), rounded(whole, Fraction(STEP))
    share = ratio(first, second)
    if share is not None:
        one = first.low + abs(inside) % STEP
        other = second.low + abs(within) % STEP
        assert one not in first or other not in second or 100 * one / other in share


@given(FEN, SPENT, st.integers(-3, 3), st.integers(0, 2), st.booleans())
def test_the_short_way_to_a_verdict_is_the_long_way(
    now: int, last: int, off: int, places: int, precise: bool
) -> None:
    known = exact if precise else lambda money: shown(money.fen)
    first, second = known(Money(now)), known(Money(last))
    step = Fraction(1, 10**places)
    rate = half_up(Fraction(100 * now, last), places)
    stated = rounded(Fraction(rate) + off * step, step)
    share = ratio(first, second)
    assert fit_ratio(stated, first, second) is (fit(stated, share) if share else Fit.EQUAL)
    grown = growth(first, second)
    assert fit_growth(stated, first, second) is (
        fit(abs(stated), abs(grown)) if grown else Fit.EQUAL
    )
    moved = shown(now - last + off * STEP)
    assert fit_difference(moved, first, second) is fit(abs(moved), abs(first - second))


@given(FEN, SPENT, PLACES)
def test_what_is_sure_to_be_what_it_reads_lies_between_its_ends(
    fen: int, other: int, places: int
) -> None:
    said = rounded(fen, Fraction(STEP, 10**places)), number(other), exactness.below(Decimal(1))
    worked_out = [one + two for one in said for two in said] + [
        one - two for one in said for two in said
    ]
    worked_out += [known for one in said for two in said if (known := ratio(one, two))]
    for known in (*said, *worked_out):
        assert not known.sure or known.reads in known


def test_nothing_is_a_share_of_nothing() -> None:
    assert ratio(exact(wan("1")), exact(Money())) is None
    assert ratio(printed("1.00"), printed("0.00")) is None
    assert growth(printed("1.00"), printed("0.00")) is None


@pytest.mark.parametrize(
    ("stated", "verdict"),
    [
        ("12.82", Fit.EQUAL),
        ("12.83", Fit.ROUNDING),
        ("12.81", Fit.ROUNDING),
        ("12.84", Fit.IMPOSSIBLE),
    ],
)
def test_s01_the_difference_of_161_94_and_149_12(stated: str, verdict: Fit) -> None:
    assert fit(printed(stated), printed("161.94") - printed("149.12")) is verdict


def test_s02_two_values_of_one_figure_are_never_rounding() -> None:
    assert fit(printed("149.11"), printed("149.12")) is Fit.IMPOSSIBLE
    assert fit(printed("149.1"), printed("149.12")) is Fit.EQUAL


def test_s03_the_share_that_was_bent_to_reach_one_hundred() -> None:
    share = ratio(printed("141.65"), printed("161.94"))
    assert share is not None
    assert (round(float(share.low), 4), round(float(share.high), 4)) == (87.4649, 87.4765)
    assert fit(percent("87.4"), share) is Fit.IMPOSSIBLE
    assert fit(percent("87.5"), share) is Fit.EQUAL


@pytest.mark.parametrize(
    ("stated", "verdict"),
    [("92", Fit.EQUAL), ("93", Fit.ROUNDING), ("98", Fit.ROUNDING), ("99", Fit.IMPOSSIBLE)],
)
def test_s04_the_growth_of_0_25_to_0_48(stated: str, verdict: Fit) -> None:
    grown = growth(printed("0.48"), printed("0.25"))
    assert grown is not None
    assert (round(float(grown.low), 2), round(float(grown.high), 2)) == (86.27, 97.96)
    assert fit(percent(stated), grown) is verdict


@pytest.mark.parametrize(
    ("part", "whole", "rate"),
    [
        ("123.64", "161.94", "76.3493"),
        ("38.30", "161.94", "23.6507"),
        ("141.65", "161.94", "87.4707"),
        ("8.99", "161.94", "5.5514"),
        ("4.84", "161.94", "2.9888"),
        ("6.46", "161.94", "3.9891"),
        ("161.94", "112.44", "144.02"),
        ("6.98", "9.29", "75.13"),
    ],
)
def test_shares_of_the_real_report(part: str, whole: str, rate: str) -> None:
    share = ratio(exact(wan(part)), exact(wan(whole)))
    assert share is not None
    assert fit(percent(rate), share) is Fit.EQUAL


@pytest.mark.parametrize(
    ("total", "parts"),
    [
        ("161.94", ("123.64", "38.30")),
        ("161.94", ("141.65", "8.99", "4.84", "6.46")),
        ("141.65", ("6.41", "96.94", "5.00", "33.30")),
        ("123.64", ("96.94", "6.41", "8.99", "4.84", "6.46")),
        ("123.64", ("107.37", "16.27")),
    ],
)
def test_sums_of_the_real_report(total: str, parts: tuple[str, ...]) -> None:
    assert fit(printed(total), sum_of(map(printed, parts))) is Fit.EQUAL
    assert fit(exact(wan(total)), sum_of(exact(wan(part)) for part in parts)) is Fit.EQUAL


def test_a_share_below_the_last_place_is_below_it() -> None:
    below = exactness.below(Decimal("0.1"))
    assert fit(below, number(Fraction(4, 100))) is Fit.EQUAL
    assert fit(below, number(Fraction(2, 10))) is Fit.IMPOSSIBLE
    assert fit(below, number(Fraction(1, 10))) is Fit.IMPOSSIBLE


def test_two_numbers_meet_at_an_end_that_both_reach() -> None:
    assert meet(printed("1.00"), number(wan("0.995").fen))
    assert not meet(printed("1.00"), number(wan("1.005").fen))
