"""Money in whole fen: read from what is typed, shown in 万元 or 元."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from jsxh_desktop.domain.rounding import half_up

FEN_IN = {"分": 1, "元": 100, "万元": 1_000_000, "亿元": 10_000_000_000}
LARGEST = 10**16
_TYPED = re.compile(
    r"([+-]?(?:(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?|\.\d+))(亿元|万元|元|分)?", re.ASCII
)
_BESIDE = re.compile(r"[\s¥￥]")
_LOOKS = str.maketrans({"−": "-", "－": "-", "—": "-", "，": ",", "。": "."})


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """An amount of whole fen; sums and differences stay exact."""

    fen: int = 0

    @classmethod
    def parse(cls, typed: str, unit: str = "万元") -> Money:
        """Read a typed or pasted amount; a unit written behind the number wins over `unit`.

        Raises ValueError with a sentence for the clerk.
        """
        plain = unicodedata.normalize("NFKC", typed.translate(_LOOKS))
        plain = _BESIDE.sub("", plain)
        found = _TYPED.fullmatch(plain)
        if not found:
            raise ValueError("应为金额，例如 161.94")
        number, named = found.groups()
        amount, parts = Decimal(number.replace(",", "")).as_integer_ratio()
        fen, rest = divmod(amount * FEN_IN[named or unit], parts)
        if rest:
            raise ValueError("金额最小到分，请核对小数位")
        if abs(fen) > LARGEST:
            raise ValueError("金额太大，请核对单位是元还是万元")
        return cls(fen)

    def show(self, unit: str = "万元") -> str:
        """The amount with two decimals, without a separator and without its unit."""
        return _shown(self.fen, unit)

    def __add__(self, other: Money) -> Money:
        return Money(self.fen + other.fen)

    def __sub__(self, other: Money) -> Money:
        return Money(self.fen - other.fen)

    def __neg__(self) -> Money:
        return Money(-self.fen)

    def __abs__(self) -> Money:
        return Money(abs(self.fen))

    def __bool__(self) -> bool:
        return self.fen != 0


@lru_cache(maxsize=4096)
def _shown(fen: int, unit: str) -> str:
    return f"{half_up(Fraction(fen, FEN_IN[unit]), 2):.2f}"


def wan(typed: str) -> Money:
    """Read an amount in 万元; for literals."""
    return Money.parse(typed)


def added(amounts: Iterable[Money]) -> Money:
    """The exact sum; nothing adds up to zero."""
    return Money(sum([amount.fen for amount in amounts]))
