"""The goals of a form against those there are: all as printed, or one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from jsxh_desktop.app.imports.evaluation_forms import Form, Spot, numbered
from jsxh_desktop.app.imports.field_cells import Cell
from jsxh_desktop.app.imports.plan import PlanCell, State
from jsxh_desktop.app.imports.source import plain
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.project import Goal
from jsxh_desktop.reports.sheets import evaluation as said

Ways = tuple[Callable[[Sequence[Goal]], str], ...]
Values = Mapping[Entry[Any], Cell]
PRINTED: Mapping[Entry[str], Ways] = {
    Goal.expected: (said.goals_expected, said.expected_together),
    Goal.done: (said.goals_done, said.done_together),
}
"""How the forms print all goals of a project."""


def told_goals(form: Form, held: Sequence[Goal]) -> Iterator[PlanCell]:
    """The cells that need no change, or that say another number of goals than there are."""
    for entry, spot in _spots(form):
        if _is_same(entry, spot, held):
            yield PlanCell(
                form.source.name,
                spot.address,
                spot.text,
                entry.label,
                State.SAME,
                spot.text,
                spot.text,
            )
        elif held and len(numbered(spot.text)) != len(held):
            count = len(numbered(spot.text))
            reason = f"已填{len(held)}条，表里是{count}条，请到项目自评表自己改"
            yield PlanCell(
                form.source.name, spot.address, spot.text, entry.label, State.UNREAD, reason=reason
            )


def goal_values(form: Form, held: Sequence[Goal]) -> Sequence[Values]:
    """What each goal says, by its place, as far as the form tells goals apart."""
    found: dict[int, dict[Entry[Any], Cell]] = {}
    for entry, spot in _spots(form):
        parts = numbered(spot.text)
        if not _is_same(entry, spot, held) and (not held or len(parts) == len(held)):
            for place, part in enumerate(parts):
                found.setdefault(place, {})[entry] = Cell(spot.address, part, part)
    return [found[place] for place in sorted(found)]


def _spots(form: Form) -> Iterator[tuple[Entry[str], Spot]]:
    for entry, spot in ((Goal.expected, form.expected), (Goal.done, form.done)):
        if spot:
            yield entry, spot


def _is_same(entry: Entry[str], spot: Spot, held: Sequence[Goal]) -> bool:
    printed = {plain(way(held)) for way in PRINTED[entry]} if held else set()
    return plain(spot.text) in printed
