"""What is typed or pasted into a grid on its way to the filing: one step, however much it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from typing import Any, NamedTuple

from jsxh_desktop.app import grid_reading, reading
from jsxh_desktop.app.clipboard import keepable
from jsxh_desktop.app.list_layout import as_typed
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.change import Added, Change, Put
from jsxh_desktop.domain.entry import Entry, Kind
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.frozen import changed
from jsxh_desktop.domain.place import Place, value_at
from jsxh_desktop.store import titles


class _Taken(NamedTuple):
    """A text as it can be kept, whether it reads, and as what."""

    text: str
    reads: bool
    read: Any = None


@dataclass(slots=True)
class _Coming:
    """A record to be added: what reads is in it, what does not follows as soon as it is there."""

    start: Any
    values: dict[str, Any] = field(default_factory=dict)
    unread: dict[Entry[Any], str] = field(default_factory=dict)

    @property
    def record(self) -> Any:
        return changed(self.start, **self.values)


class Batch:
    """Takes texts one by one, then commits those that read and keeps the others as typed."""

    def __init__(
        self,
        workspace: Workspace,
        fresh: Callable[[Filing], Any] | None,
        understood: Callable[[Entry[Any], str], str] = as_typed,
    ) -> None:
        self._workspace = workspace
        self._fresh = fresh
        self._puts: list[Put] = []
        self._unread: dict[Place, str] = {}
        self._settled: dict[Place, Any] = {}
        self._coming: dict[int, _Coming] = {}
        # A column of a pasted block says the same over and over.
        self._taken = cache(partial(_taken, workspace.filing, workspace.unit, understood))

    def take(self, row: int, record: Any | None, texts: Mapping[Entry[Any], str]) -> None:
        """Texts for fields of a row; `record` is None, or without id, where it is to come."""
        if record is None or not record.id:
            self._take_new(row, record, texts)
            return
        for entry, text in texts.items():
            self._take_known(record, entry, text)

    def commit(self, title: str) -> tuple[int, ...]:
        """Bring everything to the filing; the ids of the records added."""
        with self._workspace.listeners.once():
            return self._committed(title)

    def _committed(self, title: str) -> tuple[int, ...]:
        coming = list(self._coming.values())
        changes: list[Change] = [*self._puts, *(Added(each.record) for each in coming)]
        keys: tuple[int, ...] = ()
        if len(changes) == 1 and self._puts:
            self._put_one(self._puts[0], title)
        elif changes:
            keys = self._workspace.apply(title or _title(changes), changes)
        for key, each in zip(keys, coming, strict=False):
            self._unread |= {Place(entry, key): text for entry, text in each.unread.items()}
        for place in self._workspace.drafts.keys() & self._settled.keys():
            self._settle(place)
        for place in self._workspace.texts.typed() & self._settled.keys():
            if value_at(self._workspace.filing, place) == self._settled[place]:
                self._workspace.texts.taken(place)
        self._workspace.keep(self._unread)
        return keys

    def _take_known(self, record: Any, entry: Entry[Any], typed: str) -> None:
        place, value = Place(entry, record.id), entry.of(record)
        text, reads, read = self._taken(entry, typed)
        if self._is_held(entry, text, value):
            read = value
        elif not reads:
            self._unread[place] = text
            return
        if read != value:
            self._puts.append(Put(entry, read, record.id))
        self._settled[place] = read

    def _take_new(self, row: int, offered: Any | None, texts: Mapping[Entry[Any], str]) -> None:
        if offered is None and self._fresh is None:
            return
        coming = self._coming.get(row) or _Coming(self._start if offered is None else offered)
        values, unread = coming.values, coming.unread
        for entry, typed in texts.items():
            text, reads, read = self._taken(entry, typed)
            if not text.strip():
                continue
            if offered is not None and self._is_held(entry, text, entry.of(offered)):
                continue  # what is offered stays an offer
            if reads:
                values[entry.name] = read
            else:
                unread[entry] = text
        if values or unread:
            self._coming[row] = coming

    @cached_property
    def _start(self) -> Any:
        """What each new record begins as."""
        assert self._fresh is not None  # noqa: S101 - asked by the only caller
        return self._fresh(self._workspace.filing)

    def _is_held(self, entry: Entry[Any], text: str, value: Any) -> bool:
        """Whether a text is what an editor holds of a value: then it is that value."""
        filing, unit = self._workspace.filing, self._workspace.unit
        return text.strip() == grid_reading.exact(filing, entry, value, unit)

    def _put_one(self, put: Put, title: str) -> None:
        """One value goes to the disk behind the clerk's back, where many are waited for."""
        workspace, place = self._workspace, Place(put.entry, put.key)
        text = reading.exact(put.entry, put.value, workspace.unit)
        before = value_at(workspace.filing, place)
        same = reading.is_unchanged(put.entry, before, text, workspace.unit)
        if same or put.entry.kind is Kind.REFERENCE:  # to the eye, not to the fen; no text says it
            workspace.edit(place, put.value)
        else:
            workspace.leave(place, text, title)

    def _settle(self, place: Place) -> None:
        """What reads now is no draft any more, even where its value was the same all along."""
        value = value_at(self._workspace.filing, place)
        self._workspace.leave(place, reading.exact(place.entry, value, self._workspace.unit))


def _taken(
    filing: Filing,
    unit: str,
    understood: Callable[[Entry[Any], str], str],
    entry: Entry[Any],
    typed: str,
) -> _Taken:
    text = keepable(understood(entry, typed))
    try:
        return _Taken(text, True, grid_reading.read(filing, entry, text, unit))
    except ValueError:
        return _Taken(text, False)


def _title(changes: list[Change]) -> str:
    match changes:
        case [Added(record)]:
            return titles.added(type(record))
        case _:
            return f"填写 {len(changes)} 处"
