"""Amounts keyed a second time by somebody who does not see the first, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jsxh_desktop.app import figures_shown, reading
from jsxh_desktop.app.pages import BY_KEY, PAGES, page_of
from jsxh_desktop.app.problem import Problem, told
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place, record_at, value_at
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.store.drafts import Field, field_of

NOT_KEYED = {StatedFigure}
"""Typed from another paper to compare with, so keyed twice already."""

_ORDER = {page.key: place for place, page in enumerate(PAGES)}
_NAMING = (Kind.FUNCTIONAL, Kind.ECONOMIC, Kind.CHOICE, Kind.TEXT)


@dataclass(frozen=True, slots=True)
class Twice:
    """One amount that was keyed otherwise the second time."""

    place: Place
    what: str
    first: str
    second: str


class Rekeying:
    """What was keyed is kept at once, so that the work may go on another day."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        with told():
            self._keyed = workspace.workbook.sign_offs.rekeyed(workspace.filing_id)
        self.skipped: set[Place] = set()

    @property
    def places(self) -> tuple[Place, ...]:
        """Every amount to be keyed, in the order of the pages."""
        return places(self._workspace.filing)

    @property
    def count(self) -> int:
        """How many of them were."""
        return sum(_field(place) in self._keyed for place in self.places)

    @property
    def next(self) -> Place | None:
        """The first that was not, nor passed over."""
        waiting = (each for each in self.places if _field(each) not in self._keyed)
        return next((each for each in waiting if each not in self.skipped), None)

    def key(self, place: Place, typed: str) -> None:
        """Keep what was keyed, in the unit looked at; Problem where it does not read."""
        try:
            amount: Money | None = reading.read(place.entry, typed, self._workspace.unit)
        except ValueError as slip:
            raise Problem(str(slip)) from slip
        self._keyed[_field(place)] = amount
        offs = self._workspace.workbook.sign_offs
        with told():
            offs.keep_rekeyed_later(self._workspace.filing_id, _field(place), amount).result()

    def begin_anew(self) -> None:
        """Throw away what was keyed."""
        with told():
            self._workspace.workbook.sign_offs.drop_rekeyed(self._workspace.filing_id)
        self._keyed.clear()
        self.skipped.clear()

    def differing(self) -> tuple[Twice, ...]:
        """The amounts that are not what they were the first time; somebody has to look."""
        return tuple(self._differing())

    def _differing(self) -> Iterator[Twice]:
        filing, unit = self._workspace.filing, self._workspace.unit
        for place in self.places:
            field = _field(place)
            if field in self._keyed and self._keyed[field] != value_at(filing, place):
                both = (value_at(filing, place), self._keyed[field])
                first, second = (figures_shown.exact_amount(each, unit) for each in both)
                yield Twice(place, called(filing, place), first or "（空）", second or "（空）")


def places(filing: Filing) -> tuple[Place, ...]:
    """The amounts filled in; of a list each column that is used, blanks in it too."""
    found = [*_of_singles(filing), *_of_lists(filing)]
    return tuple(sorted(found, key=lambda place: _ORDER[page_of(filing, place)]))


def called(filing: Filing, place: Place) -> str:
    """Where an amount stands on paper: its page, its row, its column."""
    entity = place.entry.entity
    row = ""
    if entity in LISTS.values():
        record = record_at(filing, place)
        row = "　".join(
            _shown(filing, e, e.of(record)) for e in entries(entity) if _names(e, record)
        )
    page = BY_KEY[page_of(filing, place)].name
    return "　".join(part for part in (page, row, place.entry.label) if part)


def _of_singles(filing: Filing) -> Iterator[Place]:
    for name, entity in SINGLES.items():
        for entry in _amounts(entity):
            if entry.of(getattr(filing, name)) is not None:
                yield Place(entry)


def _of_lists(filing: Filing) -> Iterator[Place]:
    for name, entity in LISTS.items():
        records = getattr(filing, name)
        used = [e for e in _amounts(entity) if any(e.of(each) is not None for each in records)]
        for record in records:
            yield from (Place(entry, record.id) for entry in used)


def _amounts(entity: type[object]) -> list[Entry[Money | None]]:
    if entity in NOT_KEYED:
        return []
    return [entry for entry in entries(entity) if entry.kind is Kind.MONEY]


def _names(entry: Entry[object], record: object) -> bool:
    return entry.kind in _NAMING and bool(entry.of(record))


def _shown(filing: Filing, entry: Entry[object], value: object) -> str:
    """A code with its name, any other text as it is."""
    if entry.kind is Kind.FUNCTIONAL:
        return f"{value} {filing.functional.name(str(value))}"
    if entry.kind is Kind.ECONOMIC:
        return f"{value} {filing.economic.name(str(value))}"
    return str(value)


def _field(place: Place) -> Field:
    return field_of(place.entry, place.key)
