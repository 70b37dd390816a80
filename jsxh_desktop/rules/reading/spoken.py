"""What sentences say in figures, as values: amounts, shares, movements, completion, items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from jsxh_desktop.rules.exactness import Known

Span = tuple[int, int]
LAST_YEAR = -1
"""The year of what is said of 上年 without naming it."""


class Amount(NamedTuple):
    """An amount of money in fen, with what it is called and the year it is said of.

    `label` is empty where its clause does not name it. `year` is the one its own clause gives
    (`own_year`), else the one its sentence or paragraph is about, else None. `way` is the verb
    where something moved by it (增加). What is only `about` so much proves nothing.
    """

    span: Span
    value: Known
    places: int
    unit: str
    label: str
    year: int | None
    own_year: bool = False
    way: str = ""
    about: bool = False


class Percent(NamedTuple):
    """A percentage with its decimals; `way` is its verb (增长), `below` says 不足0.1%."""

    span: Span
    value: Known
    places: int
    way: str = ""
    below: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """“占…的76.3%”: the amount that is the part, and the whole where that is named."""

    percent: Percent
    part: Amount | None
    whole: str


@dataclass(frozen=True, slots=True)
class Completion:
    """“完成全年预算的75%”; `base` is 预算 alone where it is not said which.

    `planned` where the budget stands in between: 完成全年预算20.00万元的75%.
    """

    percent: Percent
    base: str
    final: Amount | None
    planned: Amount | None = None


@dataclass(frozen=True, slots=True)
class Movement:
    """How a figure moved: what, from what, by how much, at which rate.

    `base` is what it is compared with as written (2020年, 上年, 年初预算), `year` that year, None
    for 年初预算. `last` is the figure compared with where it is given, `now` the amount told just
    before. `way` is the verb of the amount, or 持平 and its like; `rate` has its own.
    """

    span: Span
    what: str
    base: str
    year: int | None
    now: Amount | None
    last: Amount | None
    way: str
    amount: Amount | None
    rate: Percent | None


@dataclass(frozen=True, slots=True)
class ItemName:
    """“科学技术（类）科学技术普及（款）科普活动（项）”; a level that is not named is empty.

    `opens` where the paragraph begins with it, so that what follows is told of it.
    """

    span: Span
    names: tuple[str, str, str]
    opens: bool


@dataclass(frozen=True, slots=True)
class Variance:
    """“决算数小于预算数”: its verb, and where its reason begins; None where none is given."""

    span: Span
    word: str
    reason: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a text says in figures, each kind in the order of the text.

    `text` is the text in one width; every span counts in it and in the text itself. `reasons` are
    the places where “主要原因是” ends.
    """

    text: str
    amounts: tuple[Amount, ...]
    percents: tuple[Percent, ...]
    shares: tuple[Share, ...]
    completions: tuple[Completion, ...]
    movements: tuple[Movement, ...]
    items: tuple[ItemName, ...]
    variances: tuple[Variance, ...]
    reasons: tuple[int, ...]

    @property
    def speaks(self) -> bool:
        """Whether it says anything in figures."""
        return bool(self.amounts or self.percents or self.movements or self.items)
