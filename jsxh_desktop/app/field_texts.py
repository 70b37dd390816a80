"""The texts in the fields of one year, from the key that is pressed to the disk that keeps them."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

from jsxh_desktop.app import by_name, reading
from jsxh_desktop.app.logged_fields import field_at, is_new, is_row_to_come, place_of
from jsxh_desktop.app.session import Session
from jsxh_desktop.domain.entry import Kind
from jsxh_desktop.domain.filing import attribute_of
from jsxh_desktop.domain.place import Place, record_at, value_at
from jsxh_desktop.store.drafts import Field
from jsxh_desktop.store.keylog import KeyLog, Pending

NOT_WRITTEN = "还没有存进去，内容还在这里"


class FieldTexts:
    """What is typed goes to the key log at once, to the file when a field is left.

    `unwritten` are the texts the disk would not take; they are tried again with the next one.
    Every call but `kept` is the window's thread; those that write raise FileError for this or an
    earlier text, and then `missed` finds out which. `left_behind` are texts of a program that did
    not end well. A row that is no record yet is typed into under the id 0, together with what it
    will belong to; once a record of its kind is added the log lets go of it. One left behind makes
    way for another under an id below 0.
    """

    def __init__(
        self, session: Session, filing_id: int, log: KeyLog, left_behind: tuple[Pending, ...]
    ) -> None:
        self.unwritten: dict[Place, str] = {}
        self._session = session
        self._id = filing_id
        self._log = log
        self._handed: dict[Place, str] = {}
        self._open: set[Field] = set()
        self._one_at_a_time = threading.Lock()
        mine = [each for each in left_behind if each.filing_id == filing_id]
        self._left_behind = {place_of(each): each.text for each in mine}
        self._bases = {place_of(each): each.base for each in mine if each.base is not None}

    def draft(self, place: Place) -> str | None:
        """A text that is no value of the filing: it does not read, or could not be written."""
        unwritten = self.unwritten.get(place)
        return self._session.drafts().get(field_at(place)) if unwritten is None else unwritten

    def drafts(self) -> dict[Place, str]:
        """All of these, by place."""
        kept = self._session.drafts().items()
        drafts = {Place(getattr(entity, name), key): text for (entity, name, key), text in kept}
        return {**drafts, **self.unwritten}

    def shown(self, place: Place, unit: str) -> str:
        """What a field shows at rest: a text that did not read as it was typed, else the value."""
        draft = self.draft(place)
        if draft is not None:
            return draft
        return reading.shown(place.entry, value_at(self._session.filing, place), unit)

    def exact(self, place: Place, unit: str) -> str:
        """What a field holds while it is edited."""
        draft = self.draft(place)
        if draft is not None:
            return draft
        return reading.exact(place.entry, value_at(self._session.filing, place), unit)

    def problem(self, place: Place, unit: str) -> str:
        """Why the text of a field is no value yet; nothing where it is one."""
        draft = self.draft(place)
        if draft is None:
            return ""
        try:
            by_name.read(self._session.filing, place.entry, draft, unit)
        except ValueError as slip:
            return str(slip)
        return NOT_WRITTEN

    def typing(self, place: Place, text: str, unit: str) -> None:
        """A key was pressed; the log keeps an amount with the unit it is typed in.

        A text that is again what the file holds, as after Escape, need not be kept.
        """
        entity, name, key = field = field_at(place)
        held = "" if is_row_to_come(place) else self.exact(place, unit)
        with self._one_at_a_time:
            if is_row_to_come(place):
                self._make_way(entity)
            elif field not in self._open:
                self._log.typed(self._id, entity, key, name, _in_unit(place, held, unit))
            self._open.add(field)
            self._left_behind.pop(place, None)
            self._log.typed(self._id, entity, key, name, _in_unit(place, text, unit))
            is_waiting = place in self.unwritten or not self._session.is_kept(place.entry, key)
            if text == held and not is_waiting:
                self._settle(field)

    def typed(self) -> set[Place]:
        """The fields that are being typed in."""
        with self._one_at_a_time:
            return {Place(getattr(entity, name), key) for entity, name, key in self._open}

    def taken(self, place: Place) -> None:
        """The filing holds what was typed in a field: the log lets go once the disk has it."""
        self._open.discard(field_at(place))
        if self._session.is_kept(place.entry, place.key):
            self.kept(field_at(place))

    def gone(self, place: Place) -> None:
        """The row of a field is no more, and with it what was typed there."""
        with self._one_at_a_time:
            self._settle(field_at(place))

    def leave(self, place: Place, typed: str, unit: str, title: str = "") -> bool:
        """Commit a text, or keep it as a draft where it does not read; whether it reads."""
        self._handed[place] = _in_unit(place, typed, unit)
        session, value = self._session, value_at(self._session.filing, place)
        try:
            if reading.is_unchanged(place.entry, value, typed, unit):
                session.drop_draft(place.entry, place.key)
            else:
                read = reading.read(place.entry, typed, unit)
                session.edit(place.entry, read, place.key, title=title)
            reads = True
        except ValueError:
            session.keep_draft(place.entry, place.key, typed)
            reads = False
        self._handed_over(place)
        return reads

    def keep(self, texts: Mapping[Place, str], unit: str) -> None:
        """Keep many texts as drafts, none of which reads."""
        self._handed |= {place: _in_unit(place, typed, unit) for place, typed in texts.items()}
        self._session.keep_drafts({field_at(place): typed for place, typed in texts.items()})
        for place in texts:
            self._handed_over(place)

    def edit(self, place: Place, value: Any, unit: str) -> None:
        """Commit a value that needs no reading."""
        self._handed[place] = _in_unit(place, reading.exact(place.entry, value, unit), unit)
        self._session.edit(place.entry, value, place.key)

    def written(self) -> None:
        """Nothing is on its way any more: all of it is on the disk."""
        self._handed.clear()

    def missed(self, unit: str) -> None:
        """The disk refused something: what the file does not hold now waits in its field."""
        for place, typed in self._handed.items():
            if not self._holds(place, typed, unit):
                self.unwritten[place] = typed
        self._handed.clear()

    def retry(self, unit: str) -> bool:
        """Hand over once more what could not be written; whether there was any."""
        waiting = tuple(self.unwritten.items())
        for place, typed in waiting:
            if record_at(self._session.filing, place) is None:
                del self.unwritten[place]
            else:
                self.leave(place, typed, unit)
        return bool(waiting)

    def kept(self, field: Field) -> None:
        """From the writer's thread: a value or draft is on the disk, the log may let go of it.

        Not of what is being typed again, nor of what was left behind and not decided on.
        """
        entity, name, key = field
        with self._one_at_a_time:
            if is_new(entity, key):
                self._open.discard(field)
            if field in self._open or field in {field_at(place) for place in self._left_behind}:
                return
            self._log.left(self._id, entity, key, name)

    def left_behind(self, unit: str) -> dict[Place, str]:
        """What the file does not hold of the texts left behind, by place."""
        for place, text in tuple(self._left_behind.items()):
            if is_row_to_come(place):
                continue
            gone = record_at(self._session.filing, place) is None
            if gone or self._holds(place, text, unit):
                self.forget(place)
        for entity, key in self.rows():
            if not self._lacks(entity, key, unit):
                self.forget_row(entity, key)
        return {
            place: text
            for place, text in self._left_behind.items()
            if not is_row_to_come(place) or self._is_lost(place, text, unit)
        }

    def moved_from(self, place: Place, unit: str) -> str | None:
        """What a text left behind began from, where the file holds something else by now."""
        base = self._bases.get(place)
        return None if base is None or self._holds(place, base, unit) else base

    def rows(self) -> set[tuple[type[Any], int]]:
        """The rows of lists left behind before they were records."""
        return {(p.entry.entity, p.key) for p in self._left_behind if is_row_to_come(p)}

    def row(self, entity: type[Any], key: int) -> dict[Place, str]:
        """All that was typed for one of them."""
        found, at = self._left_behind.items(), (entity, key)
        return {place: text for place, text in found if (place.entry.entity, place.key) == at}

    def put_aside(self, row: Mapping[Place, str]) -> None:
        """A row to come is not finished: it is to be asked of as one left behind."""
        with self._one_at_a_time:
            self._left_behind.update(row)
            self._open -= {field_at(place) for place in row}

    def forget_row(self, entity: type[Any], key: int) -> None:
        """What was typed for a row is not wanted, or has become a record."""
        for place in self.row(entity, key):
            self.forget(place)

    def take_up(self, place: Place) -> None:
        """A text left behind is going to be used: the log keeps it until it is on the disk."""
        self._left_behind.pop(place, None)

    def forget(self, place: Place) -> None:
        """A text left behind is not wanted."""
        self.take_up(place)
        self.kept(field_at(place))

    def _settle(self, field: Field) -> None:
        entity, name, key = field
        self._open.discard(field)
        self._log.left(self._id, entity, key, name)

    def _handed_over(self, place: Place) -> None:
        """Only now may the log let go: what was handed over before is no longer the latest."""
        self.unwritten.pop(place, None)
        self.taken(place)

    def _make_way(self, entity: type[Any]) -> None:
        """Another row is begun: the one left behind is still to be asked of."""
        row = self.row(entity, 0)
        free = min((key for of, key in self.rows() if of is entity), default=0) - 1
        for place, text in row.items():
            self._left_behind[Place(place.entry, free)] = self._left_behind.pop(place)
            self._log.typed(self._id, entity, free, place.entry.name, text)
            self._log.left(self._id, entity, 0, place.entry.name)

    def _lacks(self, entity: type[Any], key: int, unit: str) -> bool:
        row = self.row(entity, key)
        return any(self._is_lost(place, text, unit) for place, text in row.items())

    def _is_lost(self, place: Place, text: str, unit: str) -> bool:
        """Whether no record of the list has a text of a row to come; what it belongs to, all do."""
        if not text.strip() or place.entry.kind is Kind.REFERENCE:
            return False
        records = getattr(self._session.filing, attribute_of(place.entry.entity))
        here = (Place(place.entry, record.id) for record in records)
        return not any(self._holds(each, text, unit) for each in here)

    def _holds(self, place: Place, typed: str, unit: str) -> bool:
        """Whether the file has a text, as a draft or a value."""
        if self._session.drafts().get(field_at(place)) == typed:
            return True
        value = value_at(self._session.filing, place)
        if reading.is_unchanged(place.entry, value, typed, unit):
            return True
        try:
            return bool(reading.read(place.entry, typed, unit) == value)
        except ValueError:
            return False


def _in_unit(place: Place, text: str, unit: str) -> str:
    """An amount with the unit it was typed in, as it may be read when another is looked at."""
    bare = place.entry.kind is Kind.MONEY and text.strip()[-1:].isdigit()
    return f"{text.strip()}{unit}" if bare else text
