"""T24, T25: one program at a time, whatever the first one is doing."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from jsxh_desktop.app import backups, commands, copies, report_for_help
from jsxh_desktop.app.imports.importing import plan_of_file
from jsxh_desktop.app.packs import pack_of
from jsxh_desktop.app.rekeying import Rekeying
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.app.verify import verify
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.store.errors import FileIsLocked
from jsxh_desktop.store.file import Workbook
from tests.battery.counts import seeded, tell, times
from tests.battery.holding import ended, held
from tests.battery.workshop import Workshop


def test_a_second_program_is_kept_out_while_the_first_works(shop: Workshop, path: Path) -> None:
    trials, chance = times(3, 300), seeded()
    before = path.stat().st_ino
    for _ in range(trials):
        job = shop.start("edit", path, chance.random()).hear_until("at")
        for _ in range(chance.randint(0, 5)):
            job.hear()
        with pytest.raises(FileIsLocked, match=f"进程 {job.pid}"):
            Workbook.open(path)
        assert ended(job, chance, 0, 0)
        held(path)  # nothing a killed program left stands in the way
        assert path.stat().st_ino == before
    tell("T24", trials=trials)


def _exported(workspace: Workspace) -> None:
    from jsxh_desktop.app.excel_files import excel_volumes, write_excel_files

    filing = workspace.filing
    wanted = excel_volumes(filing, pack_of(filing), "万元")
    [*write_excel_files(wanted, filing, workspace.path.with_name("Excel"))]


def _imported(workspace: Workspace) -> None:
    table = workspace.path.with_name("表.csv")
    table.write_text("科目,数\n1,2\n", "utf-8")
    plan_of_file(table, workspace.filing, workspace.pack)


def _worded(workspace: Workspace) -> None:
    from jsxh_desktop.app.one_file import write_file

    write_file(workspace.filing, Selection(sheet=1), ".docx", workspace.path.with_name("a.docx"))


FEATURES: dict[str, Callable[[Workspace], object]] = {
    "backup": backups.take_now,
    "list of backups": lambda workspace: backups.of_workbook(workspace.path),
    "years of a backup": lambda workspace: [
        backups.years_of(each) for each in backups.of_workbook(workspace.path)
    ],
    "copy": lambda workspace: copies.save_copy(workspace, workspace.path.with_name("副本.jsxh")),
    "name of a copy": lambda workspace: copies.name_for(workspace, datetime.date(2022, 3, 4)),
    "excel": _exported,
    "word": _worded,
    "import": _imported,
    "verify": lambda workspace: verify(workspace.workbook, "645A FF9D E402 3902 09B6"),
    "report for help": lambda workspace: report_for_help.write_report(workspace.path.parent),
    "second keying": lambda workspace: [*Rekeying(workspace).places],
    "history": lambda workspace: workspace.workbook.history(1),
    "list of codes": lambda _: [*commands.list_codes("206", 2021, "functional")],
}


@pytest.mark.parametrize("feature", FEATURES)
def test_no_feature_lets_another_program_in(shop: Workshop, path: Path, feature: str) -> None:
    workspace = Workspace.open(path)
    try:
        FEATURES[feature](workspace)
        assert shop.do("probe", path) == [{"locked": True}, {"database": "SQLITE_BUSY"}]
    finally:
        workspace.close()


def test_what_the_probe_finds_is_a_lock(shop: Workshop, path: Path) -> None:
    """The control: a plain read of the live file would let the other program in."""
    workspace = Workspace.open(path)
    try:
        path.read_bytes()
        assert shop.do("probe", path) == [{"locked": True}, {"database": "let in"}]
    finally:
        workspace.close()
