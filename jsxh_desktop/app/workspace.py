"""The workbook on the desk and the year being filled in: what every page of the window talks to."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from jsxh_desktop.app import paths
from jsxh_desktop.app.field_texts import FieldTexts
from jsxh_desktop.app.listeners import Listeners
from jsxh_desktop.app.logged_fields import left_behind
from jsxh_desktop.app.problem import Problem, told
from jsxh_desktop.app.session import Session
from jsxh_desktop.app.year_lock import year_lock
from jsxh_desktop.domain.change import Change
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place, place_in, record_at
from jsxh_desktop.store.errors import FileError, YearIsLocked
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.history import Change as Logged
from jsxh_desktop.store.keylog import KeyLog, beside
from jsxh_desktop.store.recycling import Deleted

if TYPE_CHECKING:
    from jsxh_desktop.app.mark import Mark
    from jsxh_desktop.domain.pack import Pack

T = TypeVar("T")
Saved = Callable[[datetime.datetime], None]
Warned = Callable[[str], None]


class Workspace:
    """One open workbook, one year of it on the desk, texts that do not read, the unit of view.

    Every call is the window's thread; `saved` and `warned`, which gets a sentence, are called from
    any; `listeners` hear of every change. A file that cannot be written never interrupts: `trouble`
    says so to the clerk, the text stays and is tried again with the next. `older` says that the
    file is not as it was left. A check leaves the blanks it `asked_for` and its `marks`; `texts`
    are those in the fields, `lock` says whether the year is closed to changes.
    """

    def __init__(self, workbook: Workbook, year: int | None, saved: Saved, warned: Warned) -> None:
        """Take over an open workbook; `open` is the way in."""
        self.unit = "万元"
        self.trouble = self.older = ""
        self.asked_for: frozenset[Place] = frozenset()
        self.marks: Mapping[Place, Mark] = {}
        self.workbook = workbook
        self._pack: Pack | None = None
        self._saved, self._warned = saved, warned
        self.listeners = Listeners()
        self._keys = {filed: key for key, filed in workbook.filings()}
        if not self._keys:
            raise Problem(f"“{workbook.path}”里还没有任何年度，请换一个文件")
        self._log = KeyLog(beside(workbook.path), lambda problem: warned(str(problem)))
        self._take(max(self.years) if year is None else year)

    @classmethod
    def open(
        cls,
        path: Path,
        year: int | None = None,
        saved: Saved = lambda _at: None,
        warned: Warned = lambda _sentence: None,
        seal: str = "",
    ) -> Workspace:
        """Open a workbook with the code tables of its years; raises Problem."""
        with told():
            workbook = Workbook.open(path, codes=paths.codes(), seal=seal)
            try:
                return cls(workbook, year, saved, warned)
            except BaseException:
                workbook.close()
                raise

    @property
    def path(self) -> Path:
        return self.workbook.path

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
        if self._pack is None or self._pack.id != self.filing.pack:
            from jsxh_desktop.app.packs import pack_of

            self._pack = pack_of(self.filing)
        return self._pack

    def switch(self, year: int) -> None:
        """Put another year on the desk; not while `trouble` keeps texts of this one waiting."""
        self.flush()
        if not self.trouble:
            self._take(year)
            self.listeners.tell()

    def look_in(self, unit: str) -> None:
        """Show amounts in 万元 or 元; the data stays what it is."""
        self.flush()  # what is on its way was typed in the other unit
        self.unit = unit
        self.listeners.tell()

    def text(self, place: Place) -> str:
        """What a field shows at rest: a text that did not read as it was typed, else the value."""
        return self.texts.shown(place, self.unit)

    def exact_text(self, place: Place) -> str:
        """What a field holds while it is edited."""
        return self.texts.exact(place, self.unit)

    def problem(self, place: Place) -> str:
        """Why the text of a field is no value yet; nothing where it is one."""
        return self.texts.problem(place, self.unit)

    @property
    def drafts(self) -> dict[Place, str]:
        """The texts that do not read, or could not be written, by place."""
        return self.texts.drafts()

    def typing(self, place: Place, text: str) -> None:
        """A key was pressed in a field; `text` is what stands in it now."""
        if not self.lock.refusal:
            self.texts.typing(place, text, self.unit)

    def leave(self, place: Place, typed: str, title: str = "") -> bool:
        """The clerk left a field: commit what reads, keep what does not; whether it was kept."""
        if record_at(self.filing, place) is None:  # its row went while it was left
            self.texts.gone(place)
            return True
        if self.lock.refusal:
            return typed in {self.text(place), self.exact_text(place)} or self.may_write()
        before = self.texts.draft(place)
        reads = self._hand_over(lambda: self.texts.leave(place, typed, self.unit, title))
        if self.texts.draft(place) != before:
            self.listeners.tell()
        return bool(reads) and not self.trouble

    def keep(self, texts: Mapping[Place, str]) -> None:
        """Keep texts that do not read, each in its field, and tell once of all of them."""
        if texts and self.may_write():
            self._hand_over(lambda: self.texts.keep(texts, self.unit))
            self.listeners.tell()

    def apply(self, title: str, changes: Sequence[Change]) -> tuple[int, ...]:
        """Many changes as one step; the ids of the records added, none where the disk refuses.

        Raises ValueError for a value no column holds.
        """
        return self._write(lambda: self._session.apply(title, changes)) or ()

    def edit(self, place: Place, value: Any) -> None:
        """One value that needs no reading: a choice, a tick."""
        if self.may_write():
            self._hand_over(lambda: self.texts.edit(place, value, self.unit))

    def add(self, record: Any, position: int | None = None) -> int | None:
        """Put a record into its list; its id, or None where the disk refuses."""
        return self._write(lambda: self._session.add(record, position))

    def remove(self, entity: type[Any], key: int) -> None:
        self._write(lambda: self._session.remove(entity, key))

    def move(self, entity: type[Any], key: int, position: int) -> None:
        self._write(lambda: self._session.move(entity, key, position))

    def undo(self) -> str | None:
        """Take the last step back; its title, or None where there is none."""
        return self._write(self._session.undo)

    def redo(self) -> str | None:
        """Do the step undone last again; its title, or None where there is none."""
        return self._write(self._session.redo)

    def turns(self) -> tuple[str, str]:
        """What undo and redo would do now; nothing where there is nothing to do."""
        return self._session.turns()

    def last_place(self) -> Place | None:
        """Where the last step changed something, as far as one field can say it."""
        found = self._session.last_place()
        return place_in(self.filing, *found) if found else None

    def flush(self) -> None:
        """Wait until everything is on the disk, or `trouble` says why it is not."""
        self._attempt(self._session.flush)

    def is_saved(self) -> bool:
        """Whether all that was handed over is on the disk; never waits."""
        try:
            return self._session.is_settled() and not self.texts.unwritten
        except FileError as problem:
            self._fail(problem)
            return False

    def restore(self, logged: Logged | Deleted) -> None:
        """Set one field back to before a line of the history, or a project that is gone: a step.

        Raises ValueError with a sentence where that cannot be done.
        """
        self._write(lambda: self._session.restore(logged))
        self.flush()

    def begin(self, filing: Filing, title: str = "") -> bool:
        """Write a whole year into the workbook and put it on the desk; whether it was written."""
        self.flush()
        key = self._attempt(lambda: self.workbook.save(filing, title))
        if key is None:
            return False
        self._keys = dict(sorted({**self._keys, filing.year: key}.items()))
        self.switch(filing.year)
        return True

    def copy_to(self, target: Path) -> None:
        """Write a verified copy; raises Problem."""
        self.flush()
        with told():
            self.workbook.copy_to(target)

    def close(self) -> None:
        """Write what is left and let the file go; raises Problem."""
        with told():
            try:
                self._session.flush()
            finally:
                self.workbook.close()
                self._log.close()

    def _write(self, work: Callable[[], T]) -> T | None:
        """As `_attempt`, but of a signed-off year nothing is done."""
        return self._attempt(work) if self.may_write() else None

    def may_write(self) -> bool:
        """Whether the year may be changed; if not, the clerk is told and sees it as it is."""
        if self.lock.refusal:
            self._warned(self.lock.refusal)
            self.listeners.tell()
        return not self.lock.refusal

    def _hand_over(self, work: Callable[[], T]) -> T | None:
        """What nobody waits for, unless the disk has refused something."""
        try:
            done = work()
        except FileError as problem:
            self._fail(problem)
            return None
        if self.trouble:
            self.flush()  # whether the disk takes it now has to be known
        return done

    def _attempt(self, work: Callable[[], T]) -> T | None:
        """What waits for the disk anyway; after it, what could not be written is tried again."""
        done = None
        try:
            done = work()
            self.texts.written()
            waited = self.texts.retry(self.unit) or bool(self.trouble)
            if waited:
                self._session.flush()
                self.texts.written()
        except YearIsLocked as refusal:
            self._warned(str(refusal))
            return done
        except FileError as problem:
            self._fail(problem)
            return done
        self.trouble = ""
        if waited:
            self.listeners.tell()
        return done

    def _fail(self, problem: FileError) -> None:
        """The file is as before what it would not take; the texts of that wait in their fields."""
        self.trouble = str(problem)
        self.texts.missed(self.unit)
        self.listeners.tell()

    def _take(self, year: int) -> None:
        key = self._keys[year]
        self._session = Session(self.workbook, key, self._saved, lambda each: texts.kept(each))
        self.texts = texts = FieldTexts(self._session, key, self._log, left_behind(self.path))
        self._session.listen(lambda _filing: self.listeners.tell())
        self._pack = None
        self.filing_id = key
        self.lock = year_lock(self.workbook, self._keys, year)
