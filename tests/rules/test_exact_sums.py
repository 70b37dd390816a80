"""What figures add up to: the same together, in whole numbers, as one by one."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.terms import Precision
from jsxh_desktop.rules import exactness
from jsxh_desktop.rules.exactness import as_known, number, sum_of

FEN = st.integers(-(10**9), 10**9)
PLACES = st.integers(0, 4)


@given(st.lists(FEN, max_size=6), st.sampled_from(Precision))
def test_amounts_entered_add_up_as_each_of_them_is_known(
    fen: list[int], precision: Precision
) -> None:
    amounts = [Money(each) for each in fen]
    one_by_one = number(0)
    for amount in amounts:
        one_by_one += as_known(amount, precision)
    together = exactness.entered(amounts, precision)
    assert together == sum_of(as_known(each, precision) for each in amounts) == one_by_one
    assert together.sure == one_by_one.sure


@given(st.lists(st.tuples(FEN, PLACES), max_size=5))
def test_figures_add_up_to_the_same_together_as_one_by_one(printed: list[tuple[int, int]]) -> None:
    parts = [exactness.printed(Decimal(fen) / 10**6, places) for fen, places in printed]
    one_by_one = number(0)
    for part in parts:
        one_by_one += part
    together = sum_of(parts)
    assert together == one_by_one
    assert together.sure == one_by_one.sure
