"""Counts in running text: what is counted, how many, in which unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.texts.passages import Passage

UNITS = (
    *("人次", "期次", "场次", "批次", "平方米", "公里", "小时", "㎡", "台套"),
    *"人名位册份本期次场个家户件台套单条项篇幅块张处只亩吨株盏辆所间棵副届年天米",
)
"""Longest first; money is no count."""

TIMES = {"": 1, "万": 10_000, "亿": 100_000_000}
MANY = 10_000
ABOUT = "余多来"
LEAST = ("以上", "及以上")
_UNIT = "|".join(UNITS)
_COUNT = re.compile(
    rf"(?P<near>近|约|超过?|逾|不少于|不低于|至少|≥|＞|>)?(?<![第\d.])(?P<number>\d+(?:\.\d+)?)"
    rf"(?P<scale>[万亿]?)(?P<rest>[{ABOUT}]?)(?P<unit>{_UNIT})(?!月|元|代|级|月份)(?P<least>及?以上)?"
)
_CLAUSE = re.compile(r"[，,。；;：:、（）()“”‘’《》！？\n]")
_FILLING = re.compile(
    r"(?:达到了?|完成了?|总数为?|总计|共计|累计|合计|数量|数为|数|达|共|有|了|为|计|约|近|超|余)+$"
)
AT_LEAST = {"不少于", "不低于", "至少", "≥", "＞", ">"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """One count: the words before it in its clause, without the verb that leads to the number.

    `exact` is False for 40余 or 近40, `least` True for what is to be reached at least. `start` and
    `end` are its place in the text, without the label.
    """

    label: str
    number: Fraction
    unit: str
    exact: bool
    least: bool
    start: int
    end: int
    words: str

    @property
    def shown(self) -> str:
        return f"{plain(self.number)}{self.unit}"


def plain(number: Fraction) -> str:
    """A number as a sentence says it: 2883, 6.3万."""
    many = number >= MANY and not number % (MANY // 100)
    value = number / MANY if many else number
    return f"{Decimal(value.numerator) / Decimal(value.denominator):f}" + "万" * many


@lru_cache(maxsize=2 * TEXTS)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every count of a text in its order; a year, an ordinal and an amount of money are none."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[Quantity]:
    for found in _COUNT.finditer(text):
        number, scale, unit = found["number"], found["scale"], found["unit"]
        if unit == "年" and len(number) == 4:
            continue
        near = found["near"] or ""
        before = text[: found.start()]
        label = _FILLING.sub("", _CLAUSE.split(before[-60:])[-1])
        yield Quantity(
            label=label,
            number=Fraction(Decimal(number)) * TIMES[scale],
            unit=unit,
            exact=not (found["rest"] or near or found["least"]),
            least=near in AT_LEAST or bool(found["least"]),
            start=found.start(),
            end=found.end(),
            words=label + text[found.start() : found.end()],
        )


def counted(passages: tuple[Passage, ...]) -> Iterator[tuple[Passage, Quantity]]:
    """Every count of several texts, with the text it stands in."""
    for passage in passages:
        for quantity in quantities(passage.text):
            yield passage, quantity
