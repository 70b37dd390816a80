"""Shares, rates of change and rates of completion as the document prints them."""

from __future__ import annotations

from fractions import Fraction

from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.rounding import half_up


def percent(part: Money, whole: Money, places: int = 1) -> str:
    """`part` of `whole` in per cent; `whole` must not be zero.

    A share that is exact to the whole per cent prints bare (100%, 75%), every rounded one with
    all its places (87.5%, 3.0%), so a printed decimal always means that rounding took place.
    """
    exact = Fraction(part.fen * 100, whole.fen)
    if exact.denominator == 1:
        return f"{exact.numerator}%"
    return f"{half_up(exact, places):f}%"
