"""One filing being worked on: it changes at once in memory and follows on the disk."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable, Mapping, Sequence, Set
from concurrent.futures import Future
from typing import Any, TypeVar

from jsxh_desktop.app.former_value import former_value
from jsxh_desktop.app.kept_records import after
from jsxh_desktop.domain.change import Added, Change, Moved, Put
from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import (
    LISTS,
    REFERS_TO,
    Filing,
    attribute_of,
    with_value,
    without,
)
from jsxh_desktop.store import titles
from jsxh_desktop.store.drafts import Field, field_of
from jsxh_desktop.store.errors import FileError
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.history import Change as LoggedChange
from jsxh_desktop.store.last_place import Place, place_of
from jsxh_desktop.store.records import NO_SUCH_PROJECT
from jsxh_desktop.store.recycling import Deleted
from jsxh_desktop.store.values import clean, keepable

T = TypeVar("T")
Listener = Callable[[Filing], None]
Saved = Callable[[datetime.datetime], None]
Kept = Callable[[Field], None]


class Session:
    """Commits one edit at a time and tells its listeners; there is no Save to forget.

    An edited field is in `filing` when `edit` returns and on the disk when `saved` is called; a
    text that does not parse is held beside it as a draft in the same way. `kept` is called with
    each field whose value or draft is on the disk, so that the key log may let go of it. Both come
    from the writer's thread; a window must hand them on to its own. What could not be written
    comes as an error out of the next call; `filing` is then again what the file holds.
    """

    def __init__(
        self,
        workbook: Workbook,
        filing_id: int,
        saved: Saved = lambda _at: None,
        kept: Kept = lambda _field: None,
    ) -> None:
        self.filing = workbook.load(filing_id)
        self._workbook = workbook
        self._id = filing_id
        self._saved = saved
        self._kept = kept
        self._listeners: list[Listener] = []
        self._pending: list[tuple[Field, Future[Any]]] = []
        self._latest: dict[Field, Future[Any]] = {}
        self._minding = threading.Lock()
        self._drafts = workbook.drafts(filing_id)
        self._turns = workbook.turns(filing_id)
        self._place: Place | None = None
        self._unsure = False

    def listen(self, listener: Listener) -> None:
        """Have the listener called with the filing after every change of it."""
        self._listeners.append(listener)

    def turns(self) -> tuple[str, str]:
        """The titles of what undo and redo would turn; "" where there is nothing."""
        return self._turns

    def last_place(self) -> Place | None:
        """The first thing the last step, undo or redo changed; None before the first."""
        return self._place

    def drafts(self) -> dict[Field, str]:
        """The texts that do not parse, by entity, name of the entry and id of the record."""
        return dict(self._drafts)

    def keep_draft(self, entry: Entry[Any], key: int, typed: str) -> None:
        """Keep a text that does not parse until its field gets a value; no step of undo.

        Raises LookupError where there is no such record.
        """
        self.keep_drafts({field_of(entry, key): typed})

    def keep_drafts(self, typed: Mapping[Field, str]) -> None:
        """The same of many texts, in one transaction."""
        self._raise_failures()
        self._refuse_strangers({(entity, key) for entity, _, key in typed})
        drafts = {field: keepable(text) for field, text in typed.items()}
        new = {field: text for field, text in drafts.items() if self._drafts.get(field) != text}
        for field in drafts.keys() - new.keys():
            self._tell_if_kept(field)
        if new:
            self._drafts.update(new)
            self._follow(self._workbook.keep_drafts_later(self._id, new), *new)

    def drop_draft(self, entry: Entry[Any], key: int) -> None:
        """Let go of the text kept for a field, if any."""
        self._raise_failures()
        field = field_of(entry, key)
        if self._drafts.pop(field, None) is None:
            self._tell_if_kept(field)
        else:
            self._follow(self._workbook.drop_draft_later(self._id, entry, key), field)

    def edit(self, entry: Entry[Any], value: object, key: int = 0, title: str = "") -> None:
        """Change one value: one transaction, one step of undo; `key` is a list record's id.

        Raises ValueError for a value the file cannot hold, LookupError where there is no such
        record; nothing has changed then.
        """
        self._raise_failures()
        value = clean(entry, value)
        if value == entry.of(self._record(entry.entity, key)):
            self.drop_draft(entry, key)
            return
        if entry.kind is Kind.REFERENCE and not self._may_refer_to(value):
            raise ValueError(NO_SUCH_PROJECT)
        title = title or titles.edited(entry)
        field = field_of(entry, key)
        self._follow(self._workbook.write_later(self._id, entry, value, key, title), field)
        self._drafts.pop(field, None)
        self._turns = title, ""
        self._place = place_of(Put(entry, value, key))
        self._show(with_value(self.filing, entry, value, key))

    def restore(self, change: LoggedChange | Deleted) -> None:
        """Put back what a line of the history took, as a step; ValueError says why it cannot be."""
        if isinstance(change, Deleted):
            self._turned(self._done(lambda: self._workbook.put_back(self._id, change)))
            return
        entry, value = former_value(change)
        try:
            self.edit(entry, value, change.key, titles.restored(entry))
        except LookupError:
            raise ValueError(f"{entry.label}所在的一行已经删除，请先恢复这一行") from None

    def apply(self, title: str, changes: Sequence[Change]) -> tuple[int, ...]:
        """Make many changes as one step; the ids of the records added, in order.

        All of it is on the disk when this returns. Raises as `edit` does; nothing has changed then.
        """
        keys = self._done(lambda: self._workbook.apply(self._id, title, changes))
        if changes:
            now = after(self.filing, changes, keys) or self._workbook.load(self._id)
            self._settle(now, place_of(changes[0], *keys))
        self._tell_of(changes)
        return keys

    def add(self, record: Any, position: int | None = None, title: str = "") -> int:
        """Put a record into its list, at the end or where `list.insert` would; return its id."""
        (key,) = self.apply(title or titles.added(type(record)), [Added(record, position)])
        return key

    def remove(self, entity: type[Any], key: int, title: str = "") -> None:
        """Remove a record; a project takes along what belongs to it."""
        self._done(lambda: self._workbook.remove(self._id, entity, key, title))
        self._settle(without(self.filing, entity, key), (entity, key, None))

    def move(self, entity: type[Any], key: int, position: int, title: str = "") -> None:
        """Move a record within its list to where `list.insert` would put it."""
        self.apply(title or titles.moved(entity), [Moved(entity, key, position)])

    def undo(self) -> str | None:
        """Take back the last step and return its title; None when there is none."""
        return self._turned(self._done(lambda: self._workbook.undo(self._id)))

    def redo(self) -> str | None:
        """Do the step undone last again and return its title; None when there is none."""
        return self._turned(self._done(lambda: self._workbook.redo(self._id)))

    def flush(self) -> None:
        """Wait until everything is on the disk; raise what kept it from getting there."""
        pending, self._pending = self._pending, []
        problems = [problem for _, job in pending if (problem := job.exception())]
        self._unsure = self._unsure or bool(problems)
        if self._unsure:
            self._look_again()
        if problems:
            raise problems[0]

    def is_settled(self) -> bool:
        """Whether all that was handed over is on the disk; never waits, raises as `flush` does."""
        self._raise_failures()
        return not self._pending

    def _raise_failures(self) -> None:
        """Forget what is written; where something was not, settle the rest and raise."""
        self._pending = [each for each in self._pending if not _is_kept(each[1])]
        if self._unsure or any(job.done() for _, job in self._pending):
            self.flush()

    def _done(self, work: Callable[[], T]) -> T:
        """Wait for work on the file, behind all that was handed over."""
        self.flush()
        try:
            return work()
        except FileError:
            self._unsure = True
            self._look_again()
            raise

    def _look_again(self) -> None:
        """Show what the file holds; after a failure of the disk only reading tells.

        Raises FileError where it cannot be read either; the next call then tries again.
        """
        self._look_up()
        filing = self._workbook.load(self._id)
        self._unsure = False
        self._show(filing)

    def _turned(self, title: str | None) -> str | None:
        if title is not None:
            self._settle(self._workbook.load(self._id), self._workbook.last_place(self._id))
        return title

    def _settle(self, filing: Filing, place: Place | None) -> None:
        """Show what is on the disk already."""
        self._look_up()
        self._place = place
        self._show(filing)
        self._saved(datetime.datetime.now().astimezone())

    def _show(self, filing: Filing) -> None:
        self.filing = filing
        for listener in self._listeners:
            listener(filing)

    def _look_up(self) -> None:
        self._turns = self._workbook.turns(self._id)
        self._drafts = self._workbook.drafts(self._id)

    def _follow(self, job: Future[Any], *fields: Field) -> None:
        """Mind a job that was handed over, and tell when it is on the disk."""

        def tell(done: Future[Any]) -> None:
            if not done.exception():
                with self._minding:  # a newer text of a field may just be handed over
                    for field in fields:
                        if self._latest.get(field) is done:
                            self._kept(field)
                self._saved(datetime.datetime.now().astimezone())

        with self._minding:
            self._latest.update(dict.fromkeys(fields, job))
        self._pending += ((field, job) for field in fields)
        job.add_done_callback(tell)

    def is_kept(self, entry: Entry[Any], key: int) -> bool:
        """Whether the latest that was handed over of a field is on the disk."""
        job = self._latest.get(field_of(entry, key))
        return job is None or _is_kept(job)

    def _tell_if_kept(self, field: Field) -> None:
        """Tell of a field that has nothing new; one still on its way is told of on arrival."""
        if field not in {waiting for waiting, _ in self._pending}:
            self._kept(field)

    def _tell_of(self, changes: Sequence[Change]) -> None:
        """Tell of the fields that are on the disk now; those of new records have no id."""
        fields = {field_of(each.entry, each.key) for each in changes if isinstance(each, Put)}
        added = {type(each.record) for each in changes if isinstance(each, Added)}
        fields |= {field_of(entry, 0) for entity in added for entry in entries(entity)}
        for field in fields:
            self._kept(field)

    def _may_refer_to(self, project: object) -> bool:
        known = getattr(self.filing, attribute_of(REFERS_TO))
        return project is None or project in {each.id for each in known}

    def _refuse_strangers(self, records: Set[tuple[type[Any], int]]) -> None:
        for entity in {entity for entity, _ in records} & set(LISTS.values()):
            known = {record.id for record in getattr(self.filing, attribute_of(entity))}
            if strange := {key for of, key in records if of is entity} - known:
                raise LookupError(f"no {entity.__name__} {strange}")

    def _record(self, entity: type[Any], key: int) -> Any:
        held = getattr(self.filing, attribute_of(entity))
        if entity not in LISTS.values():
            return held
        for record in held:
            if record.id == key:
                return record
        raise LookupError(f"no {entity.__name__} {key}")


def _is_kept(job: Future[Any]) -> bool:
    return job.done() and not job.exception()
