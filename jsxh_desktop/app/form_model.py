"""What each field of a form shows, whichever window shows it."""

from __future__ import annotations

from typing import Any, NamedTuple

from jsxh_desktop.app import figures_shown
from jsxh_desktop.app.check_marks import note
from jsxh_desktop.app.form_layout import PRIOR_TYPED, Derived, Field
from jsxh_desktop.app.mark import Mark
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain import spending
from jsxh_desktop.domain.entry import Entry, Kind
from jsxh_desktop.domain.filing import SINGLES, Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place, value_at
from jsxh_desktop.domain.stated import NotStated


class Shown(NamedTuple):
    """One field as it stands on the screen.

    `mark` is what is wrong with it; `missing` names what a derived figure waits for.
    """

    text: str
    last_year: str = ""
    change: str = ""
    mark: Mark | None = None
    missing: str = ""


def shown(workspace: Workspace, field: Field, key: int = 0) -> Shown:
    """A field of this year beside the same of the year before; `key` is a list record's id."""
    if isinstance(field, Derived):
        return _derived(workspace, field)
    place = Place(field, key)
    now, before = value_at(workspace.filing, place), _before(workspace.filing, field)
    return Shown(
        workspace.text(place),
        _last_year(field.kind, before, workspace.unit),
        _change(field.kind, now, before, workspace.unit),
        note(workspace, place),
    )


def unit_of(field: Field, line_unit: str, view: str) -> str:
    """The unit beside an input: amounts follow the view."""
    is_money = field.unit == "万元" if isinstance(field, Derived) else field.kind is Kind.MONEY
    return view if is_money else line_unit or field.unit


def _derived(workspace: Workspace, field: Derived) -> Shown:
    filing, unit = workspace.filing, workspace.unit
    try:
        now = field.compute(filing)
    except NotStated as blank:
        return Shown("", missing=blank.label)
    before = _computed_before(filing, field)
    if isinstance(now, Money):
        return Shown(
            figures_shown.amount(now, unit),
            _last_year(Kind.MONEY, before, unit),
            _change(Kind.MONEY, now, before, unit),
        )
    if isinstance(now, int):
        return Shown(
            f"{now:,}",
            _last_year(Kind.WHOLE, before, unit),
            _change(Kind.WHOLE, now, before, unit),
        )
    return Shown(now, "—" if before is None else str(before))


def _computed_before(filing: Filing, field: Derived) -> Any:
    if filing.before is None:
        return field.prior(filing.prior_year) if field.prior else None
    try:
        return field.compute(filing.before)
    except NotStated:
        return None


def _before(filing: Filing, entry: Entry[Any]) -> Any:
    """The same field in the year before, of a single record."""
    name = next((name for name, entity in SINGLES.items() if entity is entry.entity), None)
    if name is None:
        return None
    if filing.before is not None:
        return entry.of(getattr(filing.before, name))
    prior = PRIOR_TYPED.get(entry.name) if name == "three_public" else None
    return prior.of(spending.prior_year(filing)) if prior else None


def _last_year(kind: Kind, before: Any, unit: str) -> str:
    if kind is Kind.MONEY:
        return figures_shown.last_year(before, unit)
    if kind is Kind.WHOLE:
        return _count(before)
    return ""


def _count(before: int | None) -> str:
    """A count of the year before; a dash where nobody knows it."""
    return figures_shown.UNKNOWN if before is None else f"{before:,}"


def _change(kind: Kind, now: Any, before: Any, unit: str) -> str:
    if kind is Kind.MONEY:
        return figures_shown.change(now, before, unit)
    if kind is Kind.WHOLE:
        return figures_shown.count_change(now, before)
    return ""
