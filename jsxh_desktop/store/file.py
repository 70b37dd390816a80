"""Workbook: the file of one unit with all its years."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from pathlib import Path
from sqlite3 import Connection
from types import TracebackType
from typing import Any, Self

from jsxh_desktop.domain.change import Added, Change, Moved, Put, Removed
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.store import batch, drafts, history, records, recycling, titles, whole_filing
from jsxh_desktop.store.backup import backups, folder_beside
from jsxh_desktop.store.codes import read_codes
from jsxh_desktop.store.connection import transaction
from jsxh_desktop.store.copying import copy_to, refuse_existing
from jsxh_desktop.store.disks import refuse_elsewhere, refuse_to_begin_elsewhere
from jsxh_desktop.store.drafts import Field, field_of
from jsxh_desktop.store.examining import recorded
from jsxh_desktop.store.findings import Seen, keep_findings, read_findings
from jsxh_desktop.store.header import absolute, look_at, refuse_no_file
from jsxh_desktop.store.inspecting import Fault, inspect
from jsxh_desktop.store.last_place import Place, last_place
from jsxh_desktop.store.lock import Lock
from jsxh_desktop.store.opening import prove_writing
from jsxh_desktop.store.sealing import bears
from jsxh_desktop.store.sign_off import edition, with_before
from jsxh_desktop.store.sign_offs import SignOffs
from jsxh_desktop.store.steps import Kind, Steps
from jsxh_desktop.store.writer import Writer


class Workbook:
    """An open workbook; every call is a job for the one thread that owns the connection.

    Each writing call is one transaction, one step of undo and a span of the change log; it returns
    after COMMIT. Where it raises, nothing was written: FileError for what a file or disk can do,
    ValueError for a value no column holds, LookupError for a record that is not there. `sign_offs`
    is the sign-off of its years; `altered` names what is not as it was last written.
    """

    def __init__(
        self, path: Path, codes: Path | None, lock: Lock, *, checked: bool = False
    ) -> None:
        """Take over a lock; `open` and `create` are the ways in."""
        self.path = path
        self._codes = codes
        self._lock = lock
        self._writer = Writer(path, checked=checked)
        self.sign_offs = SignOffs(self._writer)
        try:
            look_at(path)
            self._writer.do(lambda database, _: prove_writing(database))
            found = self._writer.altered
            self.altered = self._writer.do(lambda database, _: recorded(database, found))
        except BaseException:
            self.close()
            raise

    @classmethod
    def open(
        cls, path: Path, codes: Path | None = None, *, anywhere: bool = False, seal: str = ""
    ) -> Self:
        """Open a workbook, check it, and migrate it behind a verified copy; raises FileError.

        `codes` is the folder of code tables; without it a filing's codes have no names. One on a
        stick or a disk of the network is refused, unless `anywhere`, for a moment's work.
        What bears the `seal` it got when it was closed was checked then.
        """
        path = absolute(path)
        refuse_no_file(path)
        if not anywhere:
            refuse_elsewhere(path)
        lock = Lock(path)
        return cls(path, codes, lock, checked=bears(path, seal))

    @classmethod
    def create(cls, path: Path, codes: Path | None = None) -> Self:
        """Write a workbook without a filing and open it; raises FileError, never overwrites."""
        path = absolute(path)
        refuse_existing(path)
        refuse_to_begin_elsewhere(path)
        lock = Lock(path)
        try:
            refuse_existing(path)
            from jsxh_desktop.store.migrating import create_empty  # not needed to open

            create_empty(path)
        except BaseException:
            lock.release()
            raise
        return cls(path, codes, lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Finish what was handed over and let the file go; nothing is left beside it."""
        try:
            self._writer.close()
        finally:
            self._lock.release()

    def filings(self) -> tuple[tuple[int, int], ...]:
        """The id and the year of every filing, the earliest year first."""
        query = "SELECT id, year FROM filing ORDER BY year"
        return self._writer.do(lambda database, _: tuple(database.execute(query)))

    def load(self, filing_id: int) -> Filing:
        """A whole filing with its code tables and, where the workbook holds it, the year before."""

        def job(database: Connection, _: Steps) -> Filing:
            signed = edition(database, filing_id)
            return dataclasses.replace(with_before(database, filing_id), edition=signed)

        filing = self._writer.do(job)
        before = self._with_codes(filing.before) if filing.before else None
        filing = dataclasses.replace(filing, before=before, folder=self.path.parent)
        return self._with_codes(filing)

    def save(self, filing: Filing, title: str = "") -> int:
        """Write a whole filing as one step and return its id; one of the same year is replaced.

        Records keep their ids where these are free, else they and all references get new ones.
        """

        def job(database: Connection, steps: Steps) -> int:
            key = whole_filing.key_of_year(database, filing.year)
            if key:
                name, kind = title or titles.rewritten(filing.year), Kind.EDIT
            else:
                key = records.free_key(database, "filing")
                name, kind = title or titles.begun(filing.year), Kind.BEGIN
            with steps.step(key, name, kind):
                whole_filing.write_filing(database, key, filing)
            return key

        return self._writer.do(job)

    def apply(self, filing_id: int, title: str, changes: Iterable[Change]) -> tuple[int, ...]:
        """Make any number of changes as one step; the ids of the records added, in order."""
        return self.apply_later(filing_id, title, changes).result()

    def apply_later(
        self, filing_id: int, title: str, changes: Iterable[Change]
    ) -> Future[tuple[int, ...]]:
        """Hand changes over without waiting; the future is done once they are on the disk."""
        gathered = tuple(changes)

        def job(database: Connection, steps: Steps) -> tuple[int, ...]:
            recycling.keep_before_many_go(database, self.path, gathered)
            with steps.step(filing_id, title):
                return batch.apply_changes(database, filing_id, gathered)

        return self._writer.submit(job)

    def write(
        self, filing_id: int, entry: Entry[Any], value: object, key: int = 0, title: str = ""
    ) -> None:
        """Set one value; `key` is the id of a record in a list, `title` the step's own name."""
        self.write_later(filing_id, entry, value, key, title).result()

    def write_later(
        self, filing_id: int, entry: Entry[Any], value: object, key: int = 0, title: str = ""
    ) -> Future[tuple[int, ...]]:
        """Hand one value over without waiting; the future is done once it is on the disk."""
        put = Put(entry, value, key)
        return self.apply_later(filing_id, title or titles.edited(entry), [put])

    def add(self, filing_id: int, record: Any, position: int | None = None, title: str = "") -> int:
        """Put a record into its list, at the end or where `list.insert` would; return its id."""
        title = title or titles.added(type(record))
        (key,) = self.apply(filing_id, title, [Added(record, position)])
        return key

    def remove(self, filing_id: int, entity: type[Any], key: int, title: str = "") -> None:
        """Remove a record and what belongs to it, as `domain.filing.without` does."""
        self.apply(filing_id, title or titles.removed(entity), [Removed(entity, key)])

    def move(
        self, filing_id: int, entity: type[Any], key: int, position: int, title: str = ""
    ) -> None:
        """Move a record within its list to where `list.insert` would put it."""
        self.apply(filing_id, title or titles.moved(entity), [Moved(entity, key, position)])

    def drafts(self, filing_id: int) -> dict[Field, str]:
        """The texts that did not parse, by entity, name of the entry and id of the record."""
        return self._writer.do(lambda database, _: drafts.read_drafts(database, filing_id))

    def keep_draft_later(
        self, filing_id: int, entry: Entry[Any], key: int, typed: str
    ) -> Future[None]:
        """Hand over a text that does not parse; it is kept until the field gets a value."""
        return self.keep_drafts_later(filing_id, {field_of(entry, key): typed})

    def keep_drafts_later(self, filing_id: int, typed: Mapping[Field, str]) -> Future[None]:
        """The same of many texts, all or none of them."""

        def job(database: Connection, _: Steps) -> None:
            with transaction(database):
                for field, text in typed.items():
                    drafts.keep_draft(database, filing_id, field, text)

        return self._writer.submit(job)

    def drop_draft_later(self, filing_id: int, entry: Entry[Any], key: int) -> Future[None]:
        """Let go of the text kept for a field, if any, without waiting."""

        def job(database: Connection, _: Steps) -> None:
            with transaction(database):
                drafts.drop_drafts(database, filing_id, [field_of(entry, key)])

        return self._writer.submit(job)

    def findings(self, filing_id: int) -> tuple[Seen, ...]:
        """What checks have found, in the order it came."""
        return self._writer.do(lambda database, _: read_findings(database, filing_id))

    def keep_findings(self, filing_id: int, seen: Iterable[Seen]) -> None:
        """Keep what a check has found, each in place of what was kept of it; no step of undo."""

        def job(database: Connection, _: Steps) -> None:
            with transaction(database):
                keep_findings(database, filing_id, seen)

        self._writer.do(job)

    def undo(self, filing_id: int) -> str | None:
        """Take back the last step of a filing and return its title; None at its beginning."""
        return self._writer.do(lambda _, steps: steps.undo(filing_id))

    def redo(self, filing_id: int) -> str | None:
        """Do again the step undone last and return its title; None when there is none."""
        return self._writer.do(lambda _, steps: steps.redo(filing_id))

    def deleted_projects(self, filing_id: int) -> tuple[recycling.Deleted, ...]:
        """The projects that can be put back, the one deleted last first."""
        return self._writer.do(lambda database, _: recycling.deleted_projects(database, filing_id))

    def put_back(self, filing_id: int, deleted: recycling.Deleted) -> str:
        """Bring a deleted project back as one step; its title."""
        title = titles.put_back(deleted.name)

        def job(database: Connection, steps: Steps) -> str:
            with steps.step(filing_id, title):
                recycling.put_back(database, deleted)
            return title

        return self._writer.do(job)

    def turns(self, filing_id: int) -> tuple[str, str]:
        """The titles of what undo and redo would turn; "" where there is nothing."""
        return self._writer.do(lambda _, steps: steps.turns(filing_id))

    def last_place(self, filing_id: int) -> Place | None:
        """The first thing the last step of a filing changed, undone and redone ones too."""
        return self._writer.do(lambda database, _: last_place(database, filing_id))

    def history(self, filing_id: int, limit: int = 200) -> tuple[history.Change, ...]:
        """The latest lines of a filing's change log, newest first."""
        return self._writer.do(lambda database, _: history.changes(database, filing_id, limit))

    def edited_after(self, step: int) -> str:
        """When the first step after this one was made; "" where there is none."""
        return self._writer.do(lambda database, _: history.edited_after(database, step))

    def last_step(self) -> tuple[int, str]:
        """The number of the last step, and when it was made; 0 and "" where there is none."""
        return self._writer.do(lambda database, _: history.last_step(database))

    def inspect(self) -> tuple[Fault, ...]:
        """Everything wrong with it; it is put right while nobody has it open, `store.mending`."""
        copies = tuple(each.path for each in backups(folder_beside(self.path), self.path.stem))
        return self._writer.do(lambda database, _: inspect(database, copies))

    def copy_to(self, target: Path) -> None:
        """Write a complete, verified copy; raises FileError where there is a file already."""
        self._writer.do(lambda database, _: copy_to(database, target.resolve()))

    def _with_codes(self, filing: Filing) -> Filing:
        if self._codes is None:
            return filing
        return dataclasses.replace(
            filing,
            functional_codes=read_codes(self._codes, filing.year, "functional"),
            economic_codes=read_codes(self._codes, filing.year, "economic"),
        )
