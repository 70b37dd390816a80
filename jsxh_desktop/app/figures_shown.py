"""Figures as a screen shows them: thousands apart, a true minus, the change against last year."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from jsxh_desktop.domain.money import FEN_IN, Money
from jsxh_desktop.domain.rounding import half_up

MINUS = "\N{MINUS SIGN}"
UNKNOWN = "—"
SAME = "持平"
KEPT = 10_000
FROM_NOTHING = "上年为 0"
UNITS = ("万元", "元")
"""What an amount can be looked at in; the data stays whole fen."""


def amount(value: Money | None, unit: str) -> str:
    """Two decimals: 1,234.50; nothing for a blank."""
    return "" if value is None else _amount(value.fen, unit)


@lru_cache(KEPT)
def _amount(fen: int, unit: str) -> str:
    """Budget and final figure of a line are often one, and shown again after every change."""
    return _signed(half_up(Fraction(fen, FEN_IN[unit]), 2), 2)


def exact_amount(value: Money | None, unit: str) -> str:
    """Every digit there is, two decimals at the least, without separators: what an editor holds."""
    if value is None:
        return ""
    digits = len(str(FEN_IN[unit])) - 1
    text = f"{half_up(Fraction(value.fen, FEN_IN[unit]), digits):f}"
    whole, _, decimals = text.partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(2, '0')}"


def last_year(value: Money | None, unit: str) -> str:
    """The figure of the year before; a dash where nobody knows it."""
    return UNKNOWN if value is None else amount(value, unit)


def difference(now: Money | None, before: Money | None, unit: str) -> str:
    """+0.23, or 持平; nothing while either is unknown."""
    if now is None or before is None:
        return ""
    moved = now - before
    return _plus(amount(moved, unit), positive=moved > Money()) if moved else SAME


def change(now: Money | None, before: Money | None, unit: str) -> str:
    """+0.23　+92.0%; a rate of nothing is not said."""
    moved = difference(now, before, unit)
    if now is None or before is None or now == before:
        return moved
    if not before:
        return f"{moved}　{FROM_NOTHING}"
    return f"{moved}　{_rate(Fraction(now.fen - before.fen, abs(before.fen)))}"


def count_change(now: int | None, before: int | None) -> str:
    """The same for a count."""
    if now is None or before is None:
        return ""
    moved = now - before
    return _plus(f"{moved:,}".replace("-", MINUS), positive=moved > 0) if moved else SAME


def completion(done: Money | None, budget: Money | None) -> str:
    """完成率, one decimal; nothing where there is no budget to complete."""
    return "" if done is None or not budget else _completion(done.fen, budget.fen)


@lru_cache(KEPT)
def _completion(done: int, budget: int) -> str:
    return f"{half_up(Fraction(done * 100, budget), 1):.1f}%".replace("-", MINUS)


def _rate(rate: Fraction) -> str:
    text = f"{half_up(rate * 100, 1):,.1f}%".replace("-", MINUS)
    return _plus(text, positive=rate > 0)


def _plus(text: str, *, positive: bool) -> str:
    return f"+{text}" if positive else text


def _signed(value: object, places: int) -> str:
    return f"{value:,.{places}f}".replace("-", MINUS)
