"""What each of 图1–图7 has to show, worked out of the filing and never of the charts themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jsxh_desktop.charts.chart import Series
from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.code import class_name
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.stated import of
from jsxh_desktop.domain.three_public import ThreePublic

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_WORN = re.compile(r"占比.*$|\d+(\.\d+)?[%％]|[（(](类|款|项)[）)]|[（(]境[）)]|\s")
_TAILS = re.compile(r"(支出|收入|经费|费用|费|决算|类)+$")
SHORTEST = 4
"""A name cut shorter than this may stand for several parts."""


@dataclass(frozen=True)
class Change:
    """Columns by year: each side's figure of this year by a word of its name, and the year before.

    All sides had one figure the year before.
    """

    number: int
    title: str
    sides: Mapping[str, Callable[[Filing], Money]]
    prior: Entry[Money | None]

    def side(self, series: Series, place: int) -> Callable[[Filing], Money]:
        """What a series shows by its name, else by its place."""
        named = (self.sides[word] for word in self.sides if word in series.name)
        return next(named, [*self.sides.values()][place % len(self.sides)])


@dataclass(frozen=True)
class Structure:
    """A whole and the amounts of its parts by name, those of nothing among them.

    `entered` is where they come from.
    """

    number: int
    title: str
    whole: str
    parts: Callable[[Filing], Mapping[str, Money]]
    entered: tuple[Entry[Money | None], ...]


Plan = Change | Structure


def _classes(filing: Filing) -> dict[str, Money]:
    sums = totals.by_code(totals.general_budget_lines(filing), 3)
    return {class_name(filing.functional, code): amount for code, amount in sums.items()}


def _three(filing: Filing) -> dict[str, Money]:
    spent = filing.three_public
    return {
        "因公出国（境）费": of(ThreePublic.overseas, spent),
        "公务用车购置及运行维护费": spending.vehicles(spent),
        "公务接待费": spending.reception(spent),
    }


def _sources(filing: Filing) -> dict[str, Money]:
    return {str(name): amount for name, amount in totals.income_by_source(filing).items()}


def _kinds(filing: Filing) -> dict[str, Money]:
    return {str(name): amount for name, amount in totals.expenditure_by_kind(filing).items()}


PLANS: Mapping[int, Plan] = {
    plan.number: plan
    for plan in (
        Change(
            1,
            "收、支决算总计变动情况图",
            {"收入": totals.income_side, "支出": totals.expenditure_side},
            PriorYear.total,
        ),
        Structure(
            2,
            "收入决算结构图",
            "本年收入合计",
            _sources,
            (IncomeLine.final,),
        ),
        Structure(
            3,
            "支出决算结构图",
            "本年支出合计",
            _kinds,
            (ExpenditureLine.final,),
        ),
        Change(
            4,
            "财政拨款收、支决算总计变动情况",
            {
                "收入": totals.appropriation_income_side,
                "支出": totals.appropriation_expenditure_side,
            },
            PriorYear.appropriation_total,
        ),
        Change(
            5,
            "一般公共预算财政拨款支出决算变动情况",
            {"支出": totals.general_budget},
            PriorYear.general_budget,
        ),
        Structure(
            6,
            "一般公共预算财政拨款支出决算结构",
            "一般公共预算财政拨款支出",
            _classes,
            (ExpenditureLine.final,),
        ),
        Structure(
            7,
            "“三公”经费财政拨款支出结构",
            "“三公”经费财政拨款支出决算",
            _three,
            (ThreePublic.reception_domestic, ThreePublic.running, ThreePublic.overseas),
        ),
    )
}
"""图1–图7 by number."""


def year_in(text: str) -> int | None:
    """The year a category or a series stands for."""
    found = _YEAR.search(text)
    return int(found[1]) if found else None


def part_named(category: str, parts: Mapping[str, Money]) -> str | None:
    """The part a category means, however it shortens the name; None where it means none of them."""
    short = bare(category)
    for name in parts:
        whole = bare(name)
        if short == whole or (len(short) >= SHORTEST and whole.startswith(short)):
            return name
    return None


@lru_cache(maxsize=256)
def bare(name: str) -> str:
    """A name without 占比, 支出, （类） and the like, so that both ways to write it are one."""
    worn = _WORN.sub("", name)
    return _TAILS.sub("", worn) or worn
