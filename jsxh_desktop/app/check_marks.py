"""What a field says of itself: why its text does not read, or what the rules found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jsxh_desktop.app.check_model import SIGNS, Row, Severity, State
from jsxh_desktop.app.mark import Mark
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.place import Place

MOST_PLACES = 3
"""A finding about more places marks only the first: a whole column would say nothing."""
BLANK = "待填，打印会印成〔待填〕"


def marks(listed: Iterable[Row]) -> dict[Place, Mark]:
    """The marks of the fields, the worst of each; one that has more of them says so."""
    found: dict[Place, list[Row]] = {}
    for row in listed:
        if row.state is State.OPEN:
            for place in _places(row):
                found.setdefault(place, []).append(row)
    return {
        place: Mark(first.severity, f"{first.sentence}{_more(others)}", SIGNS[first.severity])
        for place, (first, *others) in found.items()
    }


def note(workspace: Workspace, place: Place) -> Mark | None:
    """What is to be said beside a field now; None where there is nothing wrong with it."""
    mark = unread(workspace.problem(place))
    if mark:
        return mark
    if place in workspace.asked_for:
        return Mark(Severity.WARNING, BLANK)
    return workspace.marks.get(place)


def severities(workspace: Workspace, places: Iterable[Place | None]) -> dict[int, Severity]:
    """How bad it is in each of these places that has a mark, by its number."""
    marked = ((n, workspace.marks.get(place)) for n, place in enumerate(places) if place)
    return {n: mark.severity for n, mark in marked if mark}


def unread(problem: str) -> Mark | None:
    """What is to be said of a text that does not read or could not be kept, if that is so."""
    return Mark(Severity.ERROR, problem, SIGNS[Severity.ERROR]) if problem else None


def _places(row: Row) -> Iterator[Place]:
    """A text that does not read is told of by its field anyway.

    A hint marks only words: a figure that is only remarkable is as right as any other.
    """
    if row.checked and (row.severity is not Severity.INFO or row.checked.finding.words):
        places = row.checked.finding.places
        yield from dict.fromkeys(
            places if len(places) <= MOST_PLACES else filter(None, [row.place])
        )


def _more(others: list[Row]) -> str:
    return f"（另有 {len(others)} 处）" if others else ""
