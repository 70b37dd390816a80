"""The figures of a document that are one of the seven, cleared of what does not belong to them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from jsxh_desktop.charts.chart import Chart, Series
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.narrative.block import Figure
from jsxh_desktop.rules.charts.plan import PLANS, Change, Plan, Structure
from jsxh_desktop.rules.dictionaries import CHART_LEFTOVERS
from jsxh_desktop.rules.per_subject import per_subject
from jsxh_desktop.rules.rule import Finding
from jsxh_desktop.rules.statements.amount_findings import first_place
from jsxh_desktop.rules.subject import Subject

_NUMBER = re.compile(r"图\s*(\d{1,3})\s*[：:.．、]?\s*(.*)")


@dataclass(frozen=True, eq=False)
class Drawn:
    """A figure of the document, the number it bears, and what it has to show of the filing.

    Two are the same only if they are one: so what is worked out of one can be kept.
    """

    block: Figure
    number: int
    plan: Plan
    filing: Filing

    @property
    def name(self) -> str:
        return f"图{self.number}"

    @property
    def places(self) -> tuple[Place, ...]:
        """Where its figures are entered, the first of a list for all."""
        own = (self.plan.prior,) if isinstance(self.plan, Change) else self.plan.entered
        return tuple(first_place(self.filing, entry) for entry in own)

    @cached_property
    def parts(self) -> Mapping[str, Money]:
        """The parts of a whole, as the filing has them; nothing where years are compared."""
        return self.plan.parts(self.filing) if isinstance(self.plan, Structure) else {}

    @cached_property
    def chart(self) -> Chart | None:
        """What is drawn, in whole fen, without what the drawing program had put there."""
        return self.block.chart and _cleared(self.block.chart)

    @property
    def series(self) -> tuple[Series, ...]:
        return self.chart.series if self.chart else ()

    def finding(self, about: str, message: str, to_do: str, **more: Any) -> Finding:
        """What does not hold in this figure; the message begins behind its number."""
        return Finding(
            f"{self.name}{message}",
            to_do,
            f"{self.name} {about}".strip(),
            self.name,
            self.places,
            **more,
        )


def _cleared(chart: Chart) -> Chart:
    """A chart without leftovers, which D07 finds, and parts of a fen, which D12 finds."""
    kept = [n for n, name in enumerate(chart.categories) if not is_leftover(name)]
    rows = [series for series in chart.series if not is_leftover(series.name)]
    if not kept or not rows:
        return chart
    return replace(
        chart,
        categories=tuple(chart.categories[n] for n in kept),
        series=tuple(
            Series(each.name, tuple(_whole(each.values[n]) for n in kept)) for each in rows
        ),
        labels=tuple(chart.labels[n] for n in kept) if chart.labels else (),
    )


def _whole(value: Money | None) -> Money | None:
    return Money(round(value.fen)) if value is not None and value.fen % 1 else value


@lru_cache(maxsize=256)
def is_leftover(text: str) -> bool:
    """Whether a text is what a drawing program puts into a new chart (rule D07)."""
    return re.sub(r"\s", "", text) in CHART_LEFTOVERS


@lru_cache(maxsize=128)
def numbered(caption: str) -> tuple[int, str]:
    """The number and the title a caption has: 图3：… ; 0 where it has no number."""
    found = _NUMBER.match(caption.strip())
    return (int(found[1]), found[2]) if found else (0, caption.strip())


@per_subject
def drawn(subject: Subject) -> tuple[Drawn, ...]:
    """The figures that are one of the seven, by their title or else by their number."""
    found = []
    for block in subject.charts:
        own = block.chart.title if block.chart else ""
        number, title = numbered(block.caption or own)
        plan = titled(title) or titled(numbered(own)[1]) or PLANS.get(number)
        if plan is not None:
            found.append(Drawn(block, number or plan.number, plan, subject.filing))
    return tuple(found)


def titled(title: str) -> Plan | None:
    """The one of the seven that has this title."""
    return _TITLES.get(_bare_title(title))


@lru_cache(maxsize=128)
def _bare_title(title: str) -> str:
    return re.sub(r"[\s“”\"]|图$", "", title)


_TITLES = {_bare_title(plan.title): plan for plan in PLANS.values()}
