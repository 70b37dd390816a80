"""Any clerk doing anything in any order: the file always agrees with memory."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from jsxh_desktop.app.sample import sample
from jsxh_desktop.app.session import Session
from jsxh_desktop.domain.change import Added, Change, Put, Removed
from jsxh_desktop.domain.entry import Entry, entries
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.domain.project import Project
from jsxh_desktop.store.file import Workbook
from tests.examples import examples
from tests.store.drawn import records, values

SINGLE_ENTRIES = [entry for entity in SINGLES.values() for entry in entries(entity)]
# The same code on a disk of memory, where there is one: a thousand commits wait for no platter.
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - mkdtemp below
ENTITIES = st.sampled_from([*LISTS.values()])


@cache
def blank_workbook() -> bytes:
    """A workbook with a short filing, made once for all runs."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "clerk.jsxh"
        with Workbook.create(path) as workbook:
            workbook.save(one_project())
        return path.read_bytes()


def one_project() -> Filing:
    """The first project of the sample with all that belongs to it, and little else."""
    first = sample().projects[0]
    return Filing(
        2021,
        duties=sample().duties[:2],
        projects=(first,),
        goals=tuple(goal for goal in sample().goals if goal.project == first.id),
        expenditure=tuple(line for line in sample().expenditure if line.project == first.id),
    )


def whole(filing: Filing) -> tuple[Filing, list[list[int]]]:
    """A filing with what its equality leaves out: which record is which."""
    return filing, [[record.id for record in getattr(filing, name)] for name in LISTS]


class Clerk(RuleBasedStateMachine):
    """`past` is what each undo has to bring back, `ahead` what each redo has to."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp(dir=MEMORY))
        self.path = self.folder / "clerk.jsxh"
        self.path.write_bytes(blank_workbook())
        self.past: list[object] = []
        self.ahead: list[object] = []
        self.workbook = Workbook.open(self.path)
        self.session = Session(self.workbook, 1)

    def teardown(self) -> None:
        self.workbook.close()
        shutil.rmtree(self.folder)

    @rule(entry=st.sampled_from(SINGLE_ENTRIES), data=st.data())
    def edit(self, entry: Entry[Any], data: st.DataObject) -> None:
        with self.a_step():
            self.session.edit(entry, data.draw(values(entry)))

    @precondition(lambda self: self.listed())
    @rule(data=st.data())
    def edit_in_a_list(self, data: st.DataObject) -> None:
        record = data.draw(st.sampled_from(self.listed()))
        entry = data.draw(st.sampled_from(entries(type(record))))
        with self.a_step():
            self.session.edit(entry, data.draw(values(entry, self.projects())), record.id)

    @rule(entity=ENTITIES, data=st.data(), position=st.none() | st.integers(-2, 3))
    def add(self, entity: type[Any], data: st.DataObject, position: int | None) -> None:
        record = data.draw(records(entity, self.projects()))
        with self.a_step():
            self.session.add(record, position)

    @precondition(lambda self: self.listed())
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        record = data.draw(st.sampled_from(self.listed()))
        with self.a_step():
            self.session.remove(type(record), record.id)

    @precondition(lambda self: self.projects())
    @rule(data=st.data())
    def remove_with_all_it_owns(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(self.projects()))
        with self.a_step():
            self.session.remove(Project, key)

    @precondition(lambda self: self.listed())
    @rule(data=st.data(), position=st.integers(-2, 3))
    def move(self, data: st.DataObject, position: int) -> None:
        record = data.draw(st.sampled_from(self.listed()))
        with self.a_step():
            self.session.move(type(record), record.id, position)

    @rule(data=st.data(), positions=st.lists(st.none() | st.integers(-2, 3), max_size=4))
    def paste(self, data: st.DataObject, positions: list[int | None]) -> None:
        """Some records come, and each of another list gets a value or goes."""
        entity = data.draw(ENTITIES)
        added = [Added(data.draw(records(entity, self.projects())), place) for place in positions]
        others = [record for record in self.listed() if not isinstance(record, (entity, Project))]
        changes: list[Change] = [*added]
        for record in others:
            entry = data.draw(st.sampled_from([None, *entries(type(record))]))
            changes.append(
                Put(entry, data.draw(values(entry, self.projects())), record.id)
                if entry
                else Removed(type(record), record.id)
            )
        with self.a_step():
            keys = self.session.apply("粘贴", changes)
        held = {record.id for record in self.listed() if isinstance(record, entity)}
        assert held.issuperset(keys)
        assert len(keys) == len(positions)

    @precondition(lambda self: self.listed())
    @rule(data=st.data(), typed=st.text(max_size=3) | st.just("\0"))
    def type_what_does_not_parse(self, data: st.DataObject, typed: str) -> None:
        record = data.draw(st.sampled_from(self.listed()))
        entry = data.draw(st.sampled_from(entries(type(record))))
        self.session.keep_draft(entry, record.id, typed)

    @rule()
    def undo(self) -> None:
        now = whole(self.session.filing)
        assert bool(self.session.undo()) == bool(self.past)
        if self.past:
            self.ahead.append(now)
            assert whole(self.session.filing) == self.past.pop()

    @rule()
    def redo(self) -> None:
        now = whole(self.session.filing)
        assert bool(self.session.redo()) == bool(self.ahead)
        if self.ahead:
            self.past.append(now)
            assert whole(self.session.filing) == self.ahead.pop()

    @rule()
    def undo_all(self) -> None:
        while self.past:
            self.undo()

    @rule()
    def reopen(self) -> None:
        before = whole(self.session.filing)
        self.workbook.close()
        self.workbook = Workbook.open(self.path)
        self.session = Session(self.workbook, 1)
        assert whole(self.session.filing) == before

    @invariant()
    def the_file_agrees(self) -> None:
        self.session.flush()
        assert whole(self.workbook.load(1)) == whole(self.session.filing)

    @invariant()
    def drafts_are_kept_and_stand_in_a_record(self) -> None:
        self.session.flush()
        held = {(type(record), record.id) for record in self.listed()}
        assert held >= {(entity, key) for entity, _, key in self.session.drafts()}
        assert self.session.drafts() == self.workbook.drafts(1)

    @invariant()
    def undo_and_redo_are_offered_where_there_is_something(self) -> None:
        self.session.flush()
        back, forth = self.session.turns()
        assert (bool(back), bool(forth)) == (bool(self.past), bool(self.ahead))
        assert self.session.turns() == self.workbook.turns(1)

    @contextmanager
    def a_step(self) -> Iterator[None]:
        """Something that can be undone, if it changes anything."""
        before = whole(self.session.filing)
        yield
        if whole(self.session.filing) != before:
            self.past.append(before)
            self.ahead.clear()

    def listed(self) -> list[Any]:
        return [record for name in LISTS for record in getattr(self.session.filing, name)]

    def projects(self) -> tuple[int, ...]:
        return tuple(project.id for project in self.session.filing.projects)


TestClerk = Clerk.TestCase
TestClerk.settings = settings(max_examples=examples(5), stateful_step_count=25)
