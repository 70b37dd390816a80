"""The workbook on the desk and the year being filled in: what every page of the window talks to."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from jsxh_desktop.app import paths, reading
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.place import Place, record_at, value_at
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.session import Session
from jsxh_desktop.domain.change import Change
from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.store.errors import FileError
from jsxh_desktop.store.file import Workbook

T = TypeVar("T")
Listener = Callable[[], None]


class Workspace:
    """One open workbook, one year of it on the desk, texts that do not read, the unit of view.

    Every call is the window's thread; `saved` is called from the writer's. A file that cannot be
    written never interrupts: `trouble` is then the sentence for the clerk, and the text stays.
    `asked_for` are the blanks a check has found, so that their fields say so.
    """

    def __init__(
        self,
        workbook: Workbook,
        year: int | None = None,
        saved: Callable[[datetime.datetime], None] = lambda _at: None,
    ) -> None:
        self.unit = "万元"
        self.trouble = ""
        self.asked_for: frozenset[Place] = frozenset()
        self._workbook = workbook
        self._saved = saved
        self._listeners: list[Listener] = []
        self._keys = {filed: key for key, filed in workbook.filings()}
        self._take(max(self.years) if year is None else year)

    @classmethod
    def open(
        cls,
        path: Path,
        year: int | None = None,
        saved: Callable[[datetime.datetime], None] = lambda _at: None,
    ) -> Workspace:
        """Open a workbook with the code tables of its years; raises Problem."""
        try:
            return cls(Workbook.open(path, codes=paths.codes()), year, saved)
        except FileError as problem:
            raise Problem(str(problem)) from problem

    @property
    def path(self) -> Path:
        return self._workbook.path

    @property
    def filing(self) -> Filing:
        return self._session.filing

    @property
    def year(self) -> int:
        return self.filing.year

    @property
    def years(self) -> tuple[int, ...]:
        """Every year the workbook holds, the earliest first."""
        return tuple(self._keys)

    @property
    def pack(self) -> Pack:
        """The form set of the year; read when first asked for, as opening need not wait for it."""
        if self._pack is None:
            self._pack = load_pack(self.filing.pack)
        return self._pack

    def switch(self, year: int) -> None:
        """Put another year on the desk."""
        self.flush()
        self._take(year)
        self._tell()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Have the listener called after every change; the answer ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def look_in(self, unit: str) -> None:
        """Show amounts in 万元 or 元; the data stays what it is."""
        self.unit = unit
        self._tell()

    def text(self, place: Place) -> str:
        """What a field shows at rest: a text that did not read as it was typed, else the value."""
        draft = self._drafts.get(place)
        return self._shown(place) if draft is None else draft

    def exact_text(self, place: Place) -> str:
        """What a field holds while it is edited."""
        draft = self._drafts.get(place)
        if draft is not None:
            return draft
        return reading.exact(place.entry, value_at(self.filing, place), self.unit)

    def problem(self, place: Place) -> str:
        """Why the text of a field does not read; nothing where it does."""
        draft = self._drafts.get(place)
        if draft is None:
            return ""
        try:
            reading.read(place.entry, draft, self.unit)
        except ValueError as slip:
            return str(slip)
        return self.trouble

    @property
    def drafts(self) -> dict[Place, str]:
        """The texts that do not read, or could not be written, by place."""
        return dict(self._drafts)

    def typing(self, place: Place, text: str) -> None:
        """A key was pressed in a field; `text` is what stands in it now."""

    def leave(self, place: Place, typed: str, title: str = "") -> bool:
        """The clerk left a field: commit what reads, keep what does not; whether it was kept."""
        value = value_at(self.filing, place)
        if reading.is_unchanged(place.entry, value, typed, self.unit):
            self._settle(place)
            return True
        try:
            read = reading.read(place.entry, typed, self.unit)
            self._session.edit(place.entry, read, place.key, title=title)
        except ValueError:
            self._keep(place, typed)
            return False
        except FileError as problem:
            self.trouble = str(problem)
            self._keep(place, typed)
            return False
        self.trouble = ""
        self._settle(place)
        return True

    def apply(self, title: str, changes: Sequence[Change]) -> tuple[int, ...]:
        """Many changes as one step; the ids of the records added, none where the disk refuses.

        Raises ValueError for a value no column holds.
        """
        return self._attempt(lambda: self._session.apply(title, changes)) or ()

    def edit(self, place: Place, value: Any) -> None:
        """One value that needs no reading: a choice, a tick."""
        self._attempt(lambda: self._session.edit(place.entry, value, place.key))

    def add(self, record: Any, position: int | None = None) -> int | None:
        """Put a record into its list; its id, or None where the disk refuses."""
        return self._attempt(lambda: self._session.add(record, position))

    def remove(self, entity: type[Any], key: int) -> None:
        self._attempt(lambda: self._session.remove(entity, key))

    def move(self, entity: type[Any], key: int, position: int) -> None:
        self._attempt(lambda: self._session.move(entity, key, position))

    def undo(self) -> str | None:
        """Take the last step back; its title, or None where there is none."""
        return self._attempt(self._session.undo)

    def redo(self) -> str | None:
        """Do the step undone last again; its title, or None where there is none."""
        return self._attempt(self._session.redo)

    def turns(self) -> tuple[str, str]:
        """What undo and redo would do now; nothing where there is nothing to do."""
        return self._session.turns()

    def last_place(self) -> Place | None:
        """Where the last step changed something, as far as one field can say it."""
        found = self._session.last_place()
        if found is None:
            return None
        entity, key, name = found
        entry = getattr(entity, name) if name else entries(entity)[0]
        place = Place(entry, key)
        return place if record_at(self.filing, place) is not None else None

    def flush(self) -> None:
        """Wait until everything is on the disk, or `trouble` says why it is not."""
        self._attempt(self._session.flush)

    def copy_to(self, target: Path) -> None:
        """Write a verified copy; raises Problem."""
        self.flush()
        try:
            self._workbook.copy_to(target)
        except FileError as problem:
            raise Problem(str(problem)) from problem

    def close(self) -> None:
        """Write what is left and let the file go; raises Problem."""
        try:
            try:
                self._session.flush()
            finally:
                self._workbook.close()
        except FileError as problem:
            raise Problem(str(problem)) from problem

    def _attempt(self, work: Callable[[], T]) -> T | None:
        try:
            done = work()
        except FileError as problem:
            self.trouble = str(problem)
            self._tell()
            return None
        if self.trouble:
            self.trouble = ""
            self._tell()
        return done

    def _take(self, year: int) -> None:
        self._session = Session(self._workbook, self._keys[year], self._saved)
        self._session.listen(lambda _filing: self._tell())
        self._pack: Pack | None = None
        self._drafts: dict[Place, str] = {}

    def _shown(self, place: Place) -> str:
        return reading.shown(place.entry, value_at(self.filing, place), self.unit)

    def _keep(self, place: Place, typed: str) -> None:
        if self._drafts.get(place) != typed:
            self._drafts[place] = typed
            self._tell()

    def _settle(self, place: Place) -> None:
        if self._drafts.pop(place, None) is not None:
            self._tell()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
