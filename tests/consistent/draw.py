"""Random choices that come out the same again for the same seed."""

from __future__ import annotations

import datetime
import os
import random
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from jsxh_desktop.domain.money import Money, wan

T = TypeVar("T")


class Draw:
    """What one filing is drawn with; amounts are whole steps of so many fen."""

    def __init__(self, seed: str, step: int = 1) -> None:
        self._random = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
        self.step = step

    def chance(self, share: float) -> bool:
        """Whether this time, so often of 1."""
        return self._random.random() < share

    def one(self, things: Sequence[T]) -> T:
        return self._random.choice(things)

    def count(self, least: int, most: int) -> int:
        return self._random.randint(least, most)

    def some(self, things: Sequence[T], least: int, most: int) -> list[T]:
        """So many different ones in their order, or all where there are fewer."""
        many = min(self.count(least, most), len(things))
        picked = sorted(self._random.sample(range(len(things)), many))
        return [things[place] for place in picked]

    def shuffled(self, things: Sequence[T]) -> list[T]:
        return self._random.sample(things, len(things))

    def amount(self, least: str, most: str) -> Money:
        """An amount between two, given in 万元; small ones are as likely as large ones."""
        low, high = (wan(typed).fen for typed in (least, most))
        fen = low + (high - low) * self._random.random() ** 3
        return self.whole(Money(int(fen)))

    def part(self, amount: Money, least: float = 0.0, most: float = 1.0) -> Money:
        """Some part of an amount."""
        return self.whole(Money(int(amount.fen * self._random.uniform(least, most))))

    def whole(self, amount: Money) -> Money:
        """The next lower whole step."""
        return Money(amount.fen // self.step * self.step)

    def split(self, amount: Money, parts: int) -> list[Money]:
        """Parts that add up to the amount, none of them negative."""
        cuts = sorted(self.part(amount) for _ in range(parts - 1))
        ends = [Money(), *cuts, amount]
        return [end - start for start, end in pairwise(ends)]


def seed_of_today() -> str:
    """The seed of a trial: the one it is given to be repeated, else the day it is made on."""
    return os.environ.get("JSXH_SEED") or datetime.datetime.now(tz=datetime.UTC).date().isoformat()
