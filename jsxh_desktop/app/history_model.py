"""The history as the clerk reads it: when, who, which field, from what to what, day by day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from jsxh_desktop.app import figures_shown
from jsxh_desktop.app.pages import BY_KEY, PAGES, page_of
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import LISTS, Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place, record_at
from jsxh_desktop.store import history
from jsxh_desktop.store.history import Change
from jsxh_desktop.store.records import entity_of
from jsxh_desktop.store.titles import NOUNS

LIMIT = 3000
EMPTY, GONE, NAMELESS = "（空）", "已删去的项目", "还没有名称的项目"
KINDS = {"undo": "撤销", "redo": "重做"}
CAME, WENT, CHANGED = "+", "-", "="
OF_STEPS = "整步"
NEAR = {"今天": 1, "最近 7 天": 7, "最近 30 天": 30}


@dataclass(frozen=True, slots=True)
class Line:
    """One change: `field` and `part` name it for the filters, `part` is the page it is on.

    `turn` says that it was an undo or redo; before and after are whole texts; `change` is set
    where it can be put back.
    """

    at: datetime.datetime
    who: str
    title: str
    field: str
    row: str = ""
    turn: str = ""
    before: str = ""
    after: str = ""
    change: Change | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the clerk looks for: lines of one field, one person, one page, one span of time."""

    field: str = ""
    who: str = ""
    part: str = ""
    since: datetime.date = datetime.date.min
    until: datetime.date = datetime.date.max

    def has(self, line: Line) -> bool:
        return (
            self.field in {"", line.field}
            and self.who in {"", line.who}
            and self.part in {"", line.part}
            and self.since <= line.at.date() <= self.until
        )


@dataclass(frozen=True, slots=True)
class Day:
    """The changes of a day, the latest first."""

    name: str
    lines: tuple[Line, ...]


def lines(workspace: Workspace) -> tuple[Line, ...]:
    """The latest changes of the year on the desk, the newest first."""
    workspace.flush()
    found = workspace.workbook.history(workspace.filing_id, LIMIT)
    told: list[Line] = []
    for _, step in groupby(found, key=lambda each: (each.at, each.kind, each.title)):
        told += _step(workspace, list(step))
    return tuple(told)


def days(found: Sequence[Line], today: datetime.date) -> tuple[Day, ...]:
    """The same by day: 今天, 昨天, 2021-09-28."""
    return tuple(
        Day(_day(day, today), tuple(each))
        for day, each in groupby(found, lambda line: line.at.date())
    )


def fields(found: Sequence[Line]) -> tuple[str, ...]:
    """What can be filtered by: every field there is a change of, as often changed first."""
    names = [line.field for line in found if line.field != OF_STEPS]
    return tuple(sorted(dict.fromkeys(names), key=lambda name: -names.count(name)))


def people(found: Sequence[Line]) -> tuple[str, ...]:
    """Who there is a change of."""
    return tuple(dict.fromkeys(line.who for line in found if line.who))


def parts(found: Sequence[Line]) -> tuple[str, ...]:
    """The pages there is a change on, in the order of the work."""
    there = {line.part for line in found}
    return tuple(page.name for page in PAGES if page.name in there)


def spans(
    found: Sequence[Line], today: datetime.date
) -> dict[str, tuple[datetime.date, datetime.date]]:
    """Spans of time to choose from: 今天, 最近 7 天, then each month there is a change in."""
    days = {line.at.date() for line in found}
    near = {
        name: (today - datetime.timedelta(days=count - 1), today)
        for name, count in NEAR.items()
        if any(today - datetime.timedelta(days=count - 1) <= day <= today for day in days)
    }
    firsts = sorted({day.replace(day=1) for day in days}, reverse=True)
    months = {f"{first.year}年{first.month}月": (first, _month_end(first)) for first in firsts}
    return near | months


def restore(workspace: Workspace, line: Line) -> str:
    """Put one field back to what it was, as one step; a sentence where that cannot be done."""
    if line.change is None:
        return "这一处是增加、删除或移动，用撤销找回"
    try:
        workspace.restore(line.change)
    except ValueError as problem:
        return str(problem)
    return workspace.trouble


def _step(workspace: Workspace, step: list[Change]) -> Iterator[Line]:
    """The lines of one step: its changed fields, or what came and went as a whole."""
    first = step[0]
    at = datetime.datetime.fromisoformat(first.at)
    title = first.title
    if first.kind == "begin":
        yield Line(at, first.who, title, OF_STEPS, turn=KINDS.get(first.kind, ""))
        return
    told = False
    for change in step:
        entry = history.entry_of(change.table, change.field)
        if change.op == CHANGED and entry is not None:
            told = True
            yield _field(workspace, change, entry, at, title)
    for (op, table, _), cells in groupby(step, key=lambda each: (each.op, each.table, each.key)):
        if op in {CAME, WENT} and _noun(table):
            told = True
            yield _record(workspace.filing, op, table, list(cells), at, title)
    if not told:
        yield Line(at, first.who, title, OF_STEPS, turn=KINDS.get(first.kind, ""))


def _field(
    workspace: Workspace, change: Change, entry: Entry[Any], at: datetime.datetime, title: str
) -> Line:
    row = _row(workspace.filing, entry, change.key)
    old, new = (_shown(workspace, entry, cell) for cell in (change.old, change.new))
    turn = KINDS.get(change.kind, "")
    part = _part(workspace.filing, change.table, change.key, entry)
    return Line(at, change.who, title, entry.label, row, turn, old, new, change, part)


def _record(
    filing: Filing, op: str, table: str, cells: list[Change], at: datetime.datetime, title: str
) -> Line:
    noun, part = _noun(table), _part(filing, table, cells[0].key)
    who, turn = cells[0].who, KINDS.get(cells[0].kind, "")
    if op == CAME:
        return Line(at, who, title, noun, turn=turn, after="加了一条", part=part)
    held = [
        history.shown(entry, cell.old)
        for cell in reversed(cells)
        if cell.old not in (None, "") and (entry := history.entry_of(table, cell.field))
        if entry.kind is not Kind.REFERENCE
    ]
    before = " ".join(held)
    return Line(at, who, title, noun, turn=turn, before=before, after="删去了", part=part)


def _part(filing: Filing, table: str, key: int, entry: Entry[Any] | None = None) -> str:
    """The page a row is filled in on; nothing for what is on none."""
    entity = entity_of(table)
    if entity is None:
        return ""
    return BY_KEY[page_of(filing, Place(entry or entries(entity)[0], key))].name


def _row(filing: Filing, entry: Entry[Any], key: int) -> str:
    """What tells a record of a list apart: its name or code."""
    if entry.entity not in LISTS.values():
        return ""
    record = record_at(filing, Place(entry, key))
    if record is None:
        return "已删去的一条"
    for name in ("name", "functional", "economic", "text", "day"):
        value = getattr(record, name, None)
        if value and name != entry.name:
            return short(str(value), 14)
    return ""


def _shown(workspace: Workspace, entry: Entry[Any], cell: Any) -> str:
    if entry.kind is Kind.MONEY and isinstance(cell, int):
        return figures_shown.exact_amount(Money(cell), workspace.unit)
    if entry.kind is Kind.REFERENCE and cell:
        named = {project.id: project.name or NAMELESS for project in workspace.filing.projects}
        return named.get(cell, GONE)
    return history.shown(entry, cell) or EMPTY


def _noun(table: str) -> str:
    """What a record of a list is called; of what is no list the name of the step tells enough."""
    entity = entity_of(table)
    return next((NOUNS[name] for name, each in LISTS.items() if each is entity), "")


def short(text: str, longest: int) -> str:
    """One line of a text, no longer than that."""
    plain = " ".join(text.split())
    return plain if len(plain) <= longest else f"{plain[:longest]}…"


def _month_end(first: datetime.date) -> datetime.date:
    return (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)


def _day(day: datetime.date, today: datetime.date) -> str:
    word = {0: "今天", 1: "昨天"}.get((today - day).days)
    return f"{word}　{day.month}月{day.day}日" if word else f"{day:%Y}年{day.month}月{day.day}日"
