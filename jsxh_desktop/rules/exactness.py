"""Tolerance: a figure is exact or known by rounding, and two figures agree or cannot.

The one module that knows of 尾差. A figure known only as printed stands for all that rounds to it:
161.94万元 for [161.935, 161.945). What is worked out of such figures is known between two ends in
turn. Amounts count in fen, rates in per cent, both as exact fractions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import lru_cache

from jsxh_desktop.domain.money import FEN_IN, Money
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.terms import Precision
from jsxh_desktop.rules.remembered import TEXTS

Number = Fraction | Decimal | int
HUNDREDTH_WAN = Fraction(FEN_IN["万元"], 100)


class Fit(Enum):
    """What a stated figure is to one that was worked out."""

    EQUAL = "equal"
    ROUNDING = "explained by rounding"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Known:
    """A number as it reads, and the ends between which it truly lies.

    `step` is one unit of the last place it reads in, 0 for an exact number or one that was never
    written. An end that is not `_in` is not reached. One that is said to be `below` another reads
    as that other, which it is not; one that is `sure` may be what it reads.
    """

    reads: Fraction
    low: Fraction
    high: Fraction
    low_in: bool = True
    high_in: bool = True
    step: Fraction = Fraction(0)
    sure: bool = field(default=False, compare=False)

    @property
    def is_exact(self) -> bool:
        return self.low == self.high

    @property
    def is_one(self) -> bool:
        """Whether it was made of one exact number, as most are."""
        return self.reads is self.low is self.high

    @property
    def reads_true(self) -> bool:
        """Whether it may be the very number it reads."""
        return self.sure or self.low < self.reads < self.high or self.reads in self

    @property
    def may_be_zero(self) -> bool:
        return Fraction(0) in self

    def __contains__(self, value: Fraction | int) -> bool:
        above = self.low < value or (self.low_in and self.low == value)
        return above and (value < self.high or (self.high_in and self.high == value))

    def __neg__(self) -> Known:
        if self.is_one:
            return number(-self.reads)
        ends = -self.high, -self.low, self.high_in, self.low_in
        return Known(-self.reads, *ends, self.step, self.sure)

    def __add__(self, other: Known) -> Known:
        return sum_of((self, other))

    def __sub__(self, other: Known) -> Known:
        return self + -other

    def __abs__(self) -> Known:
        return -self if self.reads < 0 else self


def number(value: Number) -> Known:
    """An exact number."""
    whole = value if isinstance(value, Fraction) else Fraction(value)
    return Known(whole, whole, whole, sure=True)


def exact(amount: Money) -> Known:
    """An amount known to the fen."""
    return number(amount.fen)


def rounded(value: Number, step: Fraction) -> Known:
    """All that rounds half up, away from zero, to a number written in units of `step`."""
    reads, half = Fraction(value), step / 2
    return Known(reads, reads - half, reads + half, reads > 0, reads < 0, step, bool(step))


@lru_cache(maxsize=TEXTS)
def printed(amount: Decimal, places: int, unit: str = "万元") -> Known:
    """An amount as printed with so many decimals in its unit; no decimals at all count too."""
    fen = FEN_IN[unit]
    step = Fraction(fen, 10**places)
    return number(Fraction(amount) * fen) if step <= 1 else rounded(Fraction(amount) * fen, step)


@lru_cache(maxsize=TEXTS)
def percent(rate: Decimal, places: int) -> Known:
    """A rate in per cent as printed with so many decimals."""
    return rounded(Fraction(rate), Fraction(1, 10**places))


def below(rate: Decimal) -> Known:
    """A rate said to be less than so many per cent, but something."""
    most = Fraction(rate)
    return Known(most, Fraction(0), most, False, False)


@lru_cache(maxsize=TEXTS)
def as_known(amount: Money, precision: Precision | None) -> Known:
    """An amount entered, known to what its filing or its table says."""
    if precision is Precision.HUNDREDTH_WAN:
        return rounded(amount.fen, HUNDREDTH_WAN)
    return exact(amount)


def entered(amounts: Sequence[Money], precision: Precision | None) -> Known:
    """What amounts entered add up to, each of them `as_known`: all of it whole."""
    fen = [amount.fen for amount in amounts]
    if precision is not Precision.HUNDREDTH_WAN or not fen:
        return number(sum(fen))
    reads, half = sum(fen), len(fen) * int(HUNDREDTH_WAN / 2)
    return Known(
        Fraction(reads),
        Fraction(reads - half),
        Fraction(reads + half),
        min(fen) > 0,
        max(fen) < 0,
        HUNDREDTH_WAN,
        sure=True,
    )


def sum_of(parts: Iterable[Known]) -> Known:
    """What figures add up to; nothing adds up to zero."""
    added = tuple(parts)
    reads = _added([part.reads for part in added])
    if all(part.is_one for part in added):
        return number(reads)
    return Known(
        reads,
        _added([part.low for part in added]),
        _added([part.high for part in added]),
        all(part.low_in for part in added),
        all(part.high_in for part in added),
        max(part.step for part in added),
        all(part.sure for part in added),
    )


def _added(numbers: Sequence[Fraction]) -> Fraction:
    """Their sum; most are whole, and whole numbers are added much sooner."""
    whole = [number.numerator for number in numbers if number.denominator == 1]
    return Fraction(sum(whole)) if len(whole) == len(numbers) else sum(numbers, Fraction(0))


def difference(first: Known, second: Known) -> Known:
    """How much more the first is."""
    return first - second


def ratio(part: Known, whole: Known) -> Known | None:
    """A part in per cent of its whole; None where the whole may be zero."""
    if whole.low <= 0 <= whole.high:
        return None
    if part.low >= 0 and whole.low > 0:
        return _positive_ratio(part, whole)
    ends = [
        (100 * end / by, (end_in and by_in) or (end_in and not end))
        for end, end_in in ((part.low, part.low_in), (part.high, part.high_in))
        for by, by_in in ((whole.low, whole.low_in), (whole.high, whole.high_in))
    ]
    low, high = min(end for end, _ in ends), max(end for end, _ in ends)
    return Known(
        100 * part.reads / whole.reads,
        low,
        high,
        any(reached for end, reached in ends if end == low),
        any(reached for end, reached in ends if end == high),
    )


def _positive_ratio(part: Known, whole: Known) -> Known:
    """The usual case, in which it is plain which ends belong together."""
    return Known(
        100 * part.reads / whole.reads,
        100 * part.low / whole.high,
        100 * part.high / whole.low,
        part.low_in and (whole.high_in or not part.low),
        part.high_in and whole.low_in,
        sure=part.sure and whole.sure,
    )


def growth(now: Known, before: Known) -> Known | None:
    """By how many per cent a figure grew, negative where it fell; None where there was nothing."""
    rate = ratio(now, before)
    return None if rate is None else rate - number(100)


def fit(stated: Known, worked_out: Known) -> Fit:
    """What a stated figure is to one that was worked out otherwise; both count the same.

    Equal where they read the same in the coarser one's last place, impossible where nothing lies
    between both pairs of ends: an end that is not reached explains nothing.
    """
    if not stated.reads_true or not worked_out.reads_true:
        return Fit.EQUAL if meet(stated, worked_out) else Fit.IMPOSSIBLE
    if stated.reads == worked_out.reads:
        return Fit.EQUAL
    step = max(stated.step, worked_out.step)
    if _in_steps(stated.reads, step) == _in_steps(worked_out.reads, step):
        return Fit.EQUAL
    return Fit.ROUNDING if meet(stated, worked_out) else Fit.IMPOSSIBLE


def fit_difference(stated: Known, first: Known, second: Known) -> Fit:
    """What a stated difference is to two figures, whichever of them is more."""
    if abs(stated.reads) == abs(first.reads - second.reads):
        return Fit.EQUAL
    return fit(abs(stated), abs(difference(first, second)))


def fit_ratio(stated: Known, part: Known, whole: Known) -> Fit:
    """What a stated rate is to a part in per cent of its whole; equal where that may be zero."""
    if whole.reads and _reads_as(stated, 100 * part.reads / whole.reads):
        return Fit.EQUAL
    worked_out = ratio(part, whole)
    return fit(stated, worked_out) if worked_out else Fit.EQUAL


def fit_growth(stated: Known, now: Known, before: Known) -> Fit:
    """What a stated rate, told without its sign, is to two figures; equal from zero."""
    if before.reads and _reads_as(stated, 100 * abs(now.reads - before.reads) / before.reads):
        return Fit.EQUAL
    worked_out = growth(now, before)
    return fit(abs(stated), abs(worked_out)) if worked_out else Fit.EQUAL


def meet(first: Known, second: Known) -> bool:
    """Whether both may be the same number."""
    low, high = max(first.low, second.low), min(first.high, second.high)
    return low < high or (low == high and low in first and low in second)


def _reads_as(stated: Known, value: Fraction) -> bool:
    """Whether a number rounds to a stated one: the usual case, in which no end is asked for."""
    return _in_steps(value, stated.step) == stated.reads and stated.reads_true


def _in_steps(value: Fraction, step: Fraction) -> Fraction:
    return Fraction(half_up(value / step, 0)) * step if step else value
