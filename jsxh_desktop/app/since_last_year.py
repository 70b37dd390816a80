"""This year against the last as a reviewer goes through it: each figure and what moved most."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jsxh_desktop.app import figures_shown
from jsxh_desktop.app.comparisons import COMPARISONS, Comparison
from jsxh_desktop.app.movers import movers
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.stated import NotStated


@dataclass(frozen=True, slots=True)
class Moved:
    """One figure of both years and the change; `parts` are what moved most, the reason given."""

    name: str
    before: str
    now: str
    change: str
    parts: str
    reason: str


def since_last_year(filing: Filing, unit: str) -> tuple[Moved, ...]:
    """The figures the document compares with the year before, in its order."""
    return tuple(_moved(filing, unit))


def _moved(filing: Filing, unit: str) -> Iterator[Moved]:
    for comparison in COMPARISONS:
        if any(comparison.called):
            continue
        before, now = _figures(filing, comparison)
        parts = "、".join(
            f"{part.name} {figures_shown.difference(part.by, Money(), unit)}"
            for part in movers(filing, comparison.reason)
        )
        yield Moved(
            comparison.name,
            figures_shown.last_year(before, unit),
            figures_shown.last_year(now, unit),
            figures_shown.change(now, before, unit),
            parts,
            str(comparison.reason.of(filing.reasons)),
        )


def _figures(filing: Filing, comparison: Comparison) -> tuple[Money | None, Money | None]:
    found: list[Money | None] = []
    for figure in (comparison.first, comparison.second):
        try:
            found.append(figure(filing))
        except NotStated:
            found.append(None)
    return found[0], found[1]
