"""What a workshop does until it is ended: each says what it is about to do and what is done."""

from __future__ import annotations

import dataclasses
import random
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from jsxh_desktop.app import backups, copies
from jsxh_desktop.app.import_model import brought_in
from jsxh_desktop.app.imports.gate import Refused
from jsxh_desktop.app.imports.plan import ImportPlan
from jsxh_desktop.app.imports.reader import sheets
from jsxh_desktop.app.safe_write import written_whole
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.change import Added, Removed
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.store.errors import FileIsLocked
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.lock import Lock
from jsxh_desktop.store.rescue import rescue
from tests.battery.numbers import number_of, numbered
from tests.battery.workshop import tell

LONGEST_TYPED = 40
KEY = 0.12  # seconds
PROJECTS, INDICATORS = 200, 1_000


def edit(path: str, seed: int) -> None:
    """Step after step, undone and done again, written as a whole, records coming and going."""
    chance = random.Random(seed)  # noqa: S311 - it chooses what to do
    with Workbook.open(Path(path)) as workbook:
        number = number_of(workbook.load(1))
        while True:
            way = chance.choice((_stepped, _stepped, _stepped, _rewritten, _come_and_gone, _undone))
            number = way(workbook, number)


def _stepped(workbook: Workbook, number: int) -> int:
    tell({"to": number + 1})
    workbook.apply(1, "改一步", numbered(workbook.load(1), number + 1))
    tell({"at": number + 1})
    return number + 1


def _rewritten(workbook: Workbook, number: int) -> int:
    filing = workbook.load(1)
    first, *others = filing.duties
    tell({"to": number + 1})
    workbook.save(
        dataclasses.replace(
            filing,
            staffing=dataclasses.replace(filing.staffing, staff_worker=number + 1),
            organization=dataclasses.replace(filing.organization, short_name=str(number + 1)),
            duties=(dataclasses.replace(first, text=f"{number + 1}：重写"), *others),
        )
    )
    tell({"at": number + 1})
    return number + 1


def _come_and_gone(workbook: Workbook, number: int) -> int:
    tell({"to": number + 1})
    filing = workbook.load(1)
    rows = [Added(Duty(f"第{place}条" * 20)) for place in range(40)]
    keys = workbook.apply(1, "成批加", [*numbered(filing, number + 1), *rows])
    tell({"at": number + 1})
    tell({"to": number + 2})
    gone = [Removed(Duty, key) for key in keys]
    workbook.apply(1, "成批删", [*numbered(filing, number + 2), *gone])
    tell({"at": number + 2})
    return number + 2


def _undone(workbook: Workbook, number: int) -> int:
    number = _stepped(workbook, number)
    tell({"to": number - 1})
    workbook.undo(1)
    tell({"at": number - 1})
    tell({"to": number})
    workbook.redo(1)
    tell({"at": number})
    return number


def bring_in(path: str) -> None:
    """An import behind a backup: projects, each with indicators, as one step."""
    workspace = Workspace.open(Path(path))
    number = number_of(workspace.filing) + 1
    projects = [Added(Project(f"导入{place}")) for place in range(PROJECTS)]
    indicators = [
        Added(Indicator(name=f"指标{place}"), under=place % PROJECTS) for place in range(INDICATORS)
    ]
    changes = (*projects, *indicators, *numbered(workspace.filing, number))
    tell({"to": number})
    brought_in(workspace, ImportPlan("导入", (), changes))
    workspace.flush()
    tell({"at": number})
    workspace.close()


def type_(path: str, seed: int) -> None:
    """Keys in one field, each said once the log has it; the field is left now and then."""
    chance = random.Random(seed)  # noqa: S311 - it chooses what to type
    workspace = Workspace.open(Path(path))
    place, text = Place(Organization.supervisor), workspace.filing.organization.supervisor
    while True:
        text = f"{text}{chance.choice('甲乙丙丁戊')}"[-LONGEST_TYPED:]
        workspace.typing(place, text)
        tell({"text": text})
        if chance.random() < 0.05:
            workspace.leave(place, text)
            workspace.flush()


def type_slowly(path: str) -> None:
    """Eight keys a second into one field, each longer than the one before."""
    workspace = Workspace.open(Path(path))
    text = ""
    while True:
        text += "字"
        workspace.typing(Place(Organization.supervisor), text)
        tell({"text": text})
        time.sleep(KEY)


def look(path: str) -> None:
    """Open what was left behind, which rolls back what was under way, and wait for the end."""
    workspace = Workspace.open(Path(path))
    tell({"at": number_of(workspace.filing), "typed": len(workspace.texts.drafts())})
    signal.pause()


def write_out(target: str, number: int, seed: int) -> None:
    """One file written over and over; each has its number in every block."""
    chance = random.Random(seed)  # noqa: S311 - it chooses the size
    while True:
        number += 1
        tell({"to": number})
        with written_whole(Path(target)) as file:
            for _ in range(chance.randint(1, 400)):
                file.write(number.to_bytes(4, "big") * 256)
        tell({"at": number})


def copy_out(path: str, target: str) -> None:
    """A copy written over the one before, and a backup, after each step."""
    workspace = Workspace.open(Path(path))
    number = number_of(workspace.filing)
    while True:
        number += 1
        tell({"to": number})
        workspace.apply("改一步", numbered(workspace.filing, number))
        copies.save_copy(workspace, Path(target))
        tell({"at": number})
        backups.take_now(workspace)
        tell({"backed": number})


def migrate(path: str) -> None:
    """Open a file of an earlier release, which brings it up to date."""
    with Workbook.open(Path(path)) as workbook:
        tell({"at": len(workbook.load(1).indicators)})


def bring_back(path: str, backup: str) -> None:
    """Put a backup in the place of a damaged workbook."""
    done = rescue(Path(path), Path(backup))
    tell({"aside": str(done.aside)})


def probe(path: str) -> None:
    """Try to get into a workbook that another process has open, past its lock too."""
    try:
        Lock(Path(path)).release()
    except FileIsLocked:
        tell({"locked": True})
    try:
        with closing(sqlite3.connect(path, timeout=0)) as file:
            file.execute("UPDATE step SET who = who WHERE 0")
        tell({"database": "let in"})
    except sqlite3.OperationalError as problem:
        tell({"database": problem.sqlite_errorname})


def read_tables(*paths: str) -> None:
    """Read files of tables as the reader does, within the same limits."""
    for path in paths:
        try:
            tell({"read": len(sheets(Path(path)))})
        except (Refused, MemoryError) as refused:
            tell({"refused": str(refused)})
