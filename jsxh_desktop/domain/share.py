"""Shares, rates of change and rates of completion as the document prints them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.rounding import half_up


def percent(part: Money, whole: Money, places: int = 1) -> str:
    """`part` of `whole` in per cent; `whole` must not be zero.

    A share that is exact to the whole per cent prints bare (100%, 75%), every rounded one with
    all its places (87.5%, 3.0%), so a printed decimal always means that rounding took place. What
    would round to nothing, and is something, is said to be less than the last place.
    """
    exact = Fraction(part.fen * 100, whole.fen)
    if exact.denominator == 1:
        return f"{exact.numerator}%"
    rounded = half_up(exact, places)
    if not rounded and exact > 0:
        return f"不足{Decimal(1).scaleb(-places):f}%"
    return f"{rounded:f}%"
