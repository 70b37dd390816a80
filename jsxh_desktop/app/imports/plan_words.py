"""A plan in words: what was recognised, what changes and what was not understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jsxh_desktop.app.imports.plan import Found, ImportPlan, PlanCell, State
from jsxh_desktop.app.reading import quote

NOTHING = "表里的数和已经填的一样，没有要改的"
UNKNOWN = "没有认出一张要导入的表"


def lines(plan: ImportPlan) -> Iterator[str]:
    """The whole plan, a line each; what stays the same is only counted."""
    for table in plan.tables:
        yield heading(table)
        yield from (f"　{cell_line(cell)}" for cell in table.cells if cell.state is not State.SAME)
    yield from (f"没有认出来：{name}" for name in plan.unknown)
    yield from (f"注意：{note}" for note in plan.notes)
    yield conclusion(plan)


def heading(table: Found) -> str:
    """What a table is, where it stands, and how many cells of each state it has."""
    where = "" if table.title == table.sheet else f"（{table.sheet}）"
    return f"{table.title}{where}：{said(table.counts) or '没有数'}"


def conclusion(plan: ImportPlan) -> str:
    """What importing would do, in one sentence."""
    if not plan.tables:
        return UNKNOWN
    if not plan.changes and not plan.counts[State.UNREAD]:
        return NOTHING
    return f"共{len(plan.tables)}张表：{said(plan.counts)}"


def cell_line(cell: PlanCell) -> str:
    """One cell: where, what it is, what was and what would be there."""
    where = f"{cell.address} {cell.what}".strip()
    match cell.state:
        case State.UNREAD:
            return f"{where}：“{quote(cell.text)}”看不懂，{cell.reason}"
        case State.CHANGED:
            told = f"{where}：{quote(cell.old)} → {quote(cell.new)}"
        case State.REMOVED:
            told = f"{where}，要删去：{cell.old}"
        case _:
            told = f"{where}：{quote(cell.new)}"
    return f"{told}（{cell.reason}）" if cell.reason else told


def said(counts: Counter[State]) -> str:
    """新增 7 处，改变 1 处."""
    return "，".join(f"{state.value}{counts[state]}处" for state in State if counts[state])
