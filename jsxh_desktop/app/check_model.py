"""What there is to look at in the filing on the desk: texts that do not read, what rules found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jsxh_desktop.app.checkup import Checked, CheckUp, State, about
from jsxh_desktop.app.field_texts import NOT_WRITTEN
from jsxh_desktop.app.pages import page_of
from jsxh_desktop.app.reading import quote
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.place import Place
from jsxh_desktop.rules.rule import Severity
from jsxh_desktop.store.findings import Seen

__all__ = ["SIGNS", "Row", "Severity", "State", "checked", "count", "rows"]

SIGNS = {Severity.ERROR: "▲", Severity.WARNING: "●", Severity.INFO: "◇"}
"""What stands before a sentence, so that colour is never alone."""


class Row(NamedTuple):
    """One line of the list: the page and place it is about, what is wrong, what to do.

    `checked` is the finding behind it; a text that does not read has none. `page` is empty where
    there is nowhere to go.
    """

    severity: Severity
    page: str
    sentence: str
    to_do: str
    place: Place | None = None
    checked: Checked | None = None
    state: State = State.OPEN

    @property
    def key(self) -> object:
        """What tells it from the others, whatever its figures."""
        if self.checked:
            return self.checked.rule.id, about(self.checked.finding)
        return self.place or self.sentence

    @property
    def words(self) -> str:
        """The very words pointed at, where it is about words."""
        return self.checked.finding.words if self.checked else ""


def rows(workspace: Workspace, found: CheckUp | None, kept: Sequence[Seen] = ()) -> tuple[Row, ...]:
    """Everything there is to say now: open before reviewed, the worst first, last the corrected."""
    known = map(_row, found.checked) if found else ()
    listed = sorted([*_unread(workspace), *known], key=_rank)
    return (*listed, *(_corrected(each) for each in kept if each.gone))


def count(listed: Sequence[Row], severity: Severity) -> int:
    """How many of one severity nobody has dealt with."""
    return sum(each.severity is severity and each.state is State.OPEN for each in listed)


def checked(listed: Sequence[Row], blank: int) -> str:
    """What a check has found, in one sentence."""
    counts = (
        (count(listed, Severity.ERROR), "处错误"),
        (count(listed, Severity.WARNING), "处提醒"),
        (blank, "处待填"),
    )
    said = [f"{number} {word}" for number, word in counts if number]
    if not counts[0][0]:
        said.insert(0, "没有发现错误")
    return f"检查完了：{'，'.join(said)}"


def _row(found: Checked) -> Row:
    finding = found.finding
    return Row(
        found.severity,
        found.page,
        finding.message,
        finding.to_do,
        found.place,
        found,
        found.state,
    )


def _corrected(seen: Seen) -> Row:
    said = f"{seen.rule}　{seen.message}"
    to_do = f"{seen.found} 找到，{seen.gone} 已改正"
    return Row(Severity(seen.severity), "", said, to_do, state=State.CORRECTED)


def _rank(row: Row) -> tuple[bool, int]:
    return row.state is not State.OPEN, list(Severity).index(row.severity)


def _unread(workspace: Workspace) -> Iterator[Row]:
    for place, typed in workspace.drafts.items():
        label, problem = place.entry.label, workspace.problem(place)
        if problem == NOT_WRITTEN:
            sentence, to_do = f"{label}写的“{quote(typed)}”还没有存进去", "清理磁盘，或者另存副本"
        elif typed:
            sentence, to_do = f"{label}写的是“{quote(typed)}”，认不出来", "改成能认的写法"
        else:
            sentence, to_do = problem, "补上"
        yield Row(Severity.ERROR, page_of(workspace.filing, place), sentence, to_do, place)
