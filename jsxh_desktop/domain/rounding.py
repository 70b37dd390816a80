"""The one place where a number is rounded: 四舍五入, half away from zero."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def half_up(value: Fraction | Decimal | int, places: int) -> Decimal:
    """The exact value rounded half up to `places` decimals, never to even."""
    numerator, denominator = value.as_integer_ratio()
    scaled = numerator * 10**places
    whole = (abs(scaled) * 2 + denominator) // (2 * denominator)
    return Decimal(whole if scaled >= 0 else -whole).scaleb(-places)
