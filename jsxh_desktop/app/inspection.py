"""The inspection of a workbook as the clerk reads it: what is wrong, what is done about each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jsxh_desktop.app.problem import told
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.store.inspecting import Fault, Trouble
from jsxh_desktop.store.mending import MENDED, inspected, mend

TODO = {
    Trouble.BROKEN: "修不了，用备份恢复",
    Trouble.INDEX: "重建索引",
    Trouble.TRIGGERS: "补上",
    Trouble.ORPHAN: "移出来另外留着",
    Trouble.CELL: "清空，原来写的另外留着",
    Trouble.DRAFT: "移出来另外留着",
    Trouble.ALTERED: "核对过，就按现在的记下",
    Trouble.FORMER: "备份里有原来的，可以改回去",
}
NOTHING = "没有发现问题：每一页、索引、修改记录、每一行、每一格都查过"


@dataclass(frozen=True, slots=True)
class Inspection:
    """A sentence, a line for each thing that is wrong with what to do, how many of which kind."""

    said: str
    lines: tuple[tuple[str, str], ...] = ()
    mendable: int = 0
    altered: int = 0
    former: int = 0
    is_broken: bool = False


def of_file(path: Path) -> Inspection:
    """Inspect a workbook nobody has open; raises Problem."""
    with told():
        return _read(inspected(path))


def of_open(workspace: Workspace) -> Inspection:
    """Inspect the one on the desk; raises Problem."""
    with told():
        return _read(workspace.workbook.inspect())


def mended(
    path: Path, *, repair: bool = False, restore: bool = False, accept: bool = False
) -> Inspection:
    """Put right what can be, behind a copy, and tell what is left; raises Problem.

    Of rows that changed behind the program `restore` brings those back that a backup has, `accept`
    takes all for what they ought to be.
    """
    if not (repair or restore or accept):
        return of_file(path)
    chosen = (MENDED if repair else set()) | ({Trouble.FORMER} if restore else set())
    with told():
        done = mend(path, chosen, accept=accept)
    start = f"处理了 {done.count} 处，之前的一份在“{done.copy}”。" if done.copy else ""
    return _read(done.left, start)


def _read(faults: Iterable[Fault], start: str = "") -> Inspection:
    faults = tuple(faults)
    lines = tuple((each.said, TODO[each.trouble]) for each in faults)
    said = f"发现 {len(lines)} 处问题" if lines else NOTHING
    kinds = [each.trouble for each in faults]
    return Inspection(
        f"{start}{said}",
        lines,
        sum(kind in MENDED for kind in kinds),
        kinds.count(Trouble.ALTERED) + kinds.count(Trouble.FORMER),
        kinds.count(Trouble.FORMER),
        Trouble.BROKEN in kinds,
    )
