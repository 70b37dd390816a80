"""The amounts of a text as they are written: digits, decimals, unit and what stands before them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from jsxh_desktop.rules.remembered import TEXTS

_AMOUNT = re.compile(r"(?<![\d.,])(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)\s*(?P<unit>万元|元)")
_LIMIT = re.compile(r"(?:单价|限额|超过|不足|低于|高于)$")
_LIMITED = re.compile(r"（含）|以上|以下|以内")
_BEFORE = 30


@dataclass(frozen=True, slots=True)
class WrittenAmount:
    """An amount from `start` to `end` of a text, with the words `before` it."""

    start: int
    end: int
    number: Decimal
    places: int
    unit: str
    before: str


@lru_cache(maxsize=TEXTS)
def written_amounts(text: str) -> tuple[WrittenAmount, ...]:
    """The amounts in 元 and 万元, but limits such as 单价50万元以上."""
    if "元" not in text:
        return ()
    return tuple(
        _amount(text, found)
        for found in _AMOUNT.finditer(text)
        if not _LIMIT.search(text[max(found.start() - 2, 0) : found.start()])
        and not _LIMITED.match(text, found.end())
    )


def _amount(text: str, found: re.Match[str]) -> WrittenAmount:
    number = found["number"].replace(",", "")
    places = len(number.partition(".")[2])
    before = text[max(found.start() - _BEFORE, 0) : found.start()]
    return WrittenAmount(*found.span(), Decimal(number), places, found["unit"], before)
