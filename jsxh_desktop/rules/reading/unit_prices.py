"""Prices in running text: “3年，0.8万元每年，购电视机1台，0.5万元每台”."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from jsxh_desktop.rules.exactness import Known, printed
from jsxh_desktop.rules.reading.plain_text import plain
from jsxh_desktop.rules.reading.quantities import UNITS, quantities

_UNIT = "|".join(UNITS)
_PRICE = re.compile(
    rf"每(?P<before>{_UNIT})(?P<first>\d+(?:\.\d+)?)(?P<scale>万元|元)"
    rf"|(?P<number>\d+(?:\.\d+)?)(?P<of>万元|元)(?:/|／|每|一)(?P<per>{_UNIT})"
)


@dataclass(frozen=True, slots=True)
class Priced:
    """One thing at a price: how many of it, None where that is not told."""

    price: Known
    per: str
    count: int | None
    words: str

    @property
    def cost(self) -> Known:
        """What it comes to; one where it is not told how many."""
        return times(self.price, self.count or 1)


def times(amount: Known, count: int) -> Known:
    """So many times an amount."""
    return dataclasses.replace(
        amount,
        reads=amount.reads * count,
        low=amount.low * count,
        high=amount.high * count,
        step=amount.step * count,
    )


@lru_cache(maxsize=256)
def priced(text: str) -> tuple[Priced, ...]:
    """Every price of a text with the count of its unit told before it, behind the last price."""
    return tuple(_priced(plain(text)))


def _priced(text: str) -> Iterator[Priced]:
    counted = quantities(text)
    start = 0
    for found in _PRICE.finditer(text):
        number = found["first"] or found["number"]
        per = found["before"] or found["per"]
        places = len(number.partition(".")[2])
        amount = printed(Decimal(number), places, found["scale"] or found["of"])
        told = [
            each.number
            for each in counted
            if start <= each.start < found.start() and each.unit == per and each.exact
        ]
        count = int(told[-1]) if told and told[-1].denominator == 1 else None
        yield Priced(amount, per, count, found[0])
        start = found.end()
