"""The value axis: round marks from zero, in whole fen."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import count

from jsxh_desktop.domain.money import FEN_IN
from jsxh_desktop.domain.rounding import half_up

INTERVALS = 5
"""The most intervals an axis has."""


def marks(values: list[int], unit: str) -> tuple[int, ...]:
    """Marks in fen, evenly spaced, that always hold zero and enclose all values (rule D10).

    The step is 1, 2 or 5 times a power of ten and never finer than 0.01 of the unit, the last place
    that is printed. Where all values are zero, zero is the only mark.
    """
    low, high = min(0, *values, 0), max(0, *values, 0)
    if low == high:
        return (0,)
    for step in _steps(FEN_IN[unit] // 100 or 1):
        first, last = low // step, -(-high // step)
        if last - first <= INTERVALS:
            return tuple(number * step for number in range(first, last + 1))
    raise AssertionError("the steps have no end")


def printed(mark: int, marked: tuple[int, ...], unit: str) -> str:
    """One mark with as many places as the finest of them needs."""
    places = next(p for p in (0, 1, 2) if p == 2 or _exact(marked, FEN_IN[unit], p))
    return f"{half_up(Fraction(mark, FEN_IN[unit]), places):f}"


def _exact(marked: tuple[int, ...], unit: int, places: int) -> bool:
    return all(mark * 10**places % unit == 0 for mark in marked)


def _steps(finest: int) -> Iterator[int]:
    for power in count():
        for leading in (1, 2, 5):
            yield leading * 10**power * finest
