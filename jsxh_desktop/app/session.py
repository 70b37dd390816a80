"""One filing being worked on: it changes at once in memory and follows on the disk."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import (
    LISTS,
    REFERS_TO,
    Filing,
    attribute_of,
    with_added,
    with_value,
    without,
)
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.records import NO_SUCH_PROJECT
from jsxh_desktop.store.values import clean

Listener = Callable[[Filing], None]
Saved = Callable[[datetime.datetime], None]


class Session:
    """Commits one edit at a time and tells its listeners; there is no Save to forget.

    An edited field is in `filing` when `edit` returns and on the disk when `saved` is called, from
    the writer's thread, so a window must hand that on to its own. What could not be written comes
    as an error out of the next call, whichever it is; `filing` is then again what the file holds.
    """

    def __init__(self, workbook: Workbook, filing_id: int, saved: Saved = lambda _at: None) -> None:
        self.filing = workbook.load(filing_id)
        self._workbook = workbook
        self._id = filing_id
        self._saved = saved
        self._listeners: list[Listener] = []
        self._pending: list[Future[None]] = []

    def listen(self, listener: Listener) -> None:
        """Have the listener called with the filing after every change of it."""
        self._listeners.append(listener)

    def edit(self, entry: Entry[Any], value: object, key: int = 0) -> None:
        """Change one value: one transaction, one step of undo; `key` is a list record's id.

        Raises ValueError for a value the file cannot hold, LookupError where there is no such
        record; nothing has changed then.
        """
        self._raise_failures()
        value = clean(entry, value)
        if value == entry.of(self._record(entry.entity, key)):
            return
        if entry.kind is Kind.REFERENCE and not self._may_refer_to(value):
            raise ValueError(NO_SUCH_PROJECT)
        job = self._workbook.write_later(self._id, entry, value, key)
        self._pending.append(job)
        self._show(with_value(self.filing, entry, value, key))
        job.add_done_callback(self._tell_saved)

    def add(self, record: Any, position: int | None = None) -> int:
        """Put a record into its list, at the end or where `list.insert` would; return its id."""
        self.flush()
        key = self._workbook.add(self._id, record, position)
        kept = {entry.name: clean(entry, entry.of(record)) for entry in entries(type(record))}
        self._settle(with_added(self.filing, type(record)(**kept, id=key), position))
        return key

    def remove(self, entity: type[Any], key: int) -> None:
        """Remove a record; a project takes along what belongs to it."""
        self.flush()
        self._workbook.remove(self._id, entity, key)
        self._settle(without(self.filing, entity, key))

    def move(self, entity: type[Any], key: int, position: int) -> None:
        """Move a record within its list to where `list.insert` would put it."""
        self.flush()
        self._workbook.move(self._id, entity, key, position)
        self._settle(self._workbook.load(self._id))

    def undo(self) -> str | None:
        """Take back the last step and return its title; None when there is none."""
        self.flush()
        return self._turned(self._workbook.undo(self._id))

    def redo(self) -> str | None:
        """Do the step undone last again and return its title; None when there is none."""
        self.flush()
        return self._turned(self._workbook.redo(self._id))

    def flush(self) -> None:
        """Wait until everything is on the disk; raise what kept it from getting there."""
        pending, self._pending = self._pending, []
        problems = [problem for job in pending if (problem := job.exception())]
        if problems:
            self._show(self._workbook.load(self._id))
            raise problems[0]

    def _raise_failures(self) -> None:
        """Forget what is written; where something was not, settle the rest and raise."""
        self._pending = [job for job in self._pending if not job.done() or job.exception()]
        if any(job.done() for job in self._pending):
            self.flush()

    def _turned(self, title: str | None) -> str | None:
        if title:
            self._settle(self._workbook.load(self._id))
        return title

    def _settle(self, filing: Filing) -> None:
        """Show what is on the disk already."""
        self._show(filing)
        self._saved(datetime.datetime.now().astimezone())

    def _show(self, filing: Filing) -> None:
        self.filing = filing
        for listener in self._listeners:
            listener(filing)

    def _tell_saved(self, job: Future[None]) -> None:
        if not job.exception():
            self._saved(datetime.datetime.now().astimezone())

    def _may_refer_to(self, project: object) -> bool:
        known = getattr(self.filing, attribute_of(REFERS_TO))
        return project is None or project in {each.id for each in known}

    def _record(self, entity: type[Any], key: int) -> Any:
        held = getattr(self.filing, attribute_of(entity))
        if entity not in LISTS.values():
            return held
        for record in held:
            if record.id == key:
                return record
        raise LookupError(f"no {entity.__name__} {key}")
