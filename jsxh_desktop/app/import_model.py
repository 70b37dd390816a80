"""A file of tables on its way in: what is shown of its plan, what the clerk says, what is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jsxh_desktop.app.backups import take_before_import
from jsxh_desktop.app.imports import plan_words
from jsxh_desktop.app.imports.free_tables import OFFERED, Columns, FreeTable, guessed
from jsxh_desktop.app.imports.importing import plan_of
from jsxh_desktop.app.imports.known_heads import Said, heads_file
from jsxh_desktop.app.imports.plan import Found, ImportPlan, PlanCell, State
from jsxh_desktop.app.imports.source import Source
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.reports.excel.entered import LIST_NAMES

CHANGES, UNREAD, ALL = "要改的", "看不懂的", "全部"
WANTED = {
    CHANGES: {State.ADDED, State.CHANGED, State.REMOVED, State.UNREAD},
    UNREAD: {State.UNREAD},
    ALL: set(State),
}
"""What the list can be narrowed to."""

DONE = {State.ADDED, State.CHANGED, State.REMOVED}
MOST = 300
"""So many cells of a table are shown; of more only how many there are."""


@dataclass(frozen=True, slots=True)
class Group:
    """A table in the list: what it is, the cells shown, how many are not."""

    heading: str
    cells: Sequence[PlanCell]
    more: int


class ImportModel:
    """One file against the filing on the desk; its plan is made anew when that has changed."""

    def __init__(
        self, workspace: Workspace, path: Path, sources: Sequence[Source], heads: Path | None = None
    ) -> None:
        self._workspace = workspace
        self._sources = sources
        self._said = Said(heads or heads_file(workspace.path.parent))
        self._free: dict[str, FreeTable] = {}
        self._plan: ImportPlan | None = None
        self._made_for: Filing | None = None
        self._asked = 0
        self.path = path

    @property
    def plan(self) -> ImportPlan:
        """What importing would do now."""
        if self._plan is None or not self.is_worked_out:
            self._plan = self._made()
        return self._plan

    @property
    def is_worked_out(self) -> bool:
        """Whether the plan is at hand, so that asking for it takes no time."""
        return self._plan is not None and self._made_for is self._workspace.filing

    def work_out(self) -> None:
        """Make the plan now, in whatever thread this is; one that was overtaken is dropped."""
        asked = self._asked
        made = self._made()
        if asked == self._asked:
            self._plan = made

    @property
    def count(self) -> int:
        """How many places would change."""
        return sum(self.plan.counts[state] for state in DONE)

    @property
    def said(self) -> str:
        """The whole plan in one sentence."""
        return plan_words.conclusion(self.plan)

    def groups(self, wanted: str) -> Iterator[Group]:
        """The tables with the cells asked for."""
        for table in self.plan.tables:
            cells = [cell for cell in table.cells if cell.state in WANTED[wanted]]
            if cells or wanted == ALL:
                yield Group(_heading(table), cells[:MOST], max(0, len(cells) - MOST))

    @property
    def free(self) -> tuple[FreeTable, ...]:
        """The sheets that are no form of anybody's but look like a list, once a plan was made."""
        return tuple(self._free.values())

    def columns(self, table: FreeTable) -> Columns | None:
        """Which list a sheet is and which column is which field; None where nobody said so yet."""
        return self._said.columns(table)

    def say(self, table: FreeTable, name: str) -> None:
        """A sheet is the list of this name; its columns are told by their heads at first."""
        attribute = next(each for each in OFFERED if LIST_NAMES[each] == name)
        self.correct(table, guessed(table, attribute))

    def correct(self, table: FreeTable, columns: Columns) -> None:
        """Its columns are these."""
        self._said.say(table, columns)
        self._asked += 1
        self._plan = None

    def apply(self) -> str:
        """Make the changes as one step; the sentence for the clerk.

        Raises Problem with why nothing is written.
        """
        count, plan = self.count, self.plan
        brought_in(self._workspace, plan)
        try:
            self._said.keep()
        except Problem as problem:
            return f"已导入 {count} 处；各栏是什么没有记下来，{problem}"
        return f"已导入 {count} 处"

    def _made(self) -> ImportPlan:
        filing = self._workspace.filing
        plan = plan_of(self._sources, filing, self._workspace.pack, self._known)
        self._made_for = filing
        return plan

    def _known(self, table: FreeTable) -> Columns | None:
        """What is said of a sheet; each that is asked for is offered to the clerk."""
        self._free[table.source.name] = table
        return self._said.columns(table)


def brought_in(workspace: Workspace, plan: ImportPlan) -> None:
    """A plan made a step behind a backup; Problem where lock, value, disk or backup refuses."""
    if workspace.lock.refusal:
        raise Problem(workspace.lock.refusal)
    take_before_import(workspace)
    try:
        workspace.apply(plan.title, plan.changes)
    except ValueError as slip:
        raise Problem(f"没有导入：{slip}") from slip
    if workspace.trouble:
        raise Problem(workspace.trouble)


LISTS = tuple(LIST_NAMES[attribute] for attribute in OFFERED)
"""What a sheet nothing is known of can be said to be."""


def line(cell: PlanCell) -> tuple[str, str, str, str, str]:
    """A cell in the columns of the list: where, what, before, after, its state and why."""
    after = f"“{cell.text}”" if cell.state is State.UNREAD else cell.new
    told = "　".join(filter(None, (cell.state.value, cell.reason)))
    return cell.address, cell.what, cell.old, after, told


def _heading(table: Found) -> str:
    sign = "?" if table.counts[State.UNREAD] else "✓"
    return f"{sign} {table.title}　{plan_words.said(table.counts) or '没有数'}"
