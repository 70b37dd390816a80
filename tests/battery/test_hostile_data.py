"""T22, T31, T33, T35: hostile files, hostile texts, wrong figures, and a net nobody asks for."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from jsxh_desktop.app.packs import pack_of
from jsxh_desktop.app.rekeying import Rekeying
from jsxh_desktop.app.sample import sample
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.entry import Kind, entries
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing, with_value
from jsxh_desktop.reports.excel.disclosure import public_table_sheets
from jsxh_desktop.reports.excel.entered import entered_sheets
from jsxh_desktop.store.errors import FileError, FileIsLocked
from jsxh_desktop.store.file import Workbook
from tests.app.imports.bombs import spoilt
from tests.app.imports.files import written
from tests.battery.counts import LONG, seeded, tell, times

ROOT = Path(__file__).parents[2]
ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x"
COLUMNS = "x AS id, 1 AS filing_id, x AS position, '' AS text"
HOSTILE = (
    f"CREATE VIEW strange AS {ENDLESS} FROM c",
    f"DROP TABLE duty; CREATE VIEW duty AS {ENDLESS.removesuffix('x')}{COLUMNS} FROM c",
    "CREATE TABLE big AS SELECT zeroblob(2000000) AS id",
    "CREATE TRIGGER t AFTER UPDATE ON step BEGIN DELETE FROM duty; END",
    "CREATE TRIGGER t AFTER INSERT ON change BEGIN UPDATE duty SET text = 'x'; END",
    "ALTER TABLE duty ADD COLUMN twice TEXT AS (text || text)",
    "PRAGMA writable_schema = on; "
    "UPDATE sqlite_master SET sql = 'CREATE TABLE duty (id)' WHERE name = 'duty'",
    "PRAGMA foreign_keys = off; UPDATE goal SET project = 99",
    "PRAGMA user_version = -5",
)
PAYLOADS = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=WEBSERVICE("http://a")',
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
)


def test_a_hostile_database_is_refused_or_does_no_harm(path: Path) -> None:
    whole, before = path.read_bytes(), sample().duties[1:]
    refused = 0
    for statements in HOSTILE:
        path.write_bytes(whole)
        with closing(sqlite3.connect(path)) as file:
            file.executescript(statements)
        try:
            with Workbook.open(path) as workbook:
                assert workbook.load(1).duties[1:] == before
                workbook.apply(1, "一步", [])
        except FileError:
            refused += 1
    tell("T31", files=len(HOSTILE), refused=refused)


def test_a_database_spoilt_at_random_is_refused_or_told_of(path: Path) -> None:
    trials, chance = times(8, 2_000), seeded()
    whole, refused = path.read_bytes(), 0
    with Workbook.open(path) as workbook:
        before = workbook.load(1)
    for _ in range(trials):
        path.write_bytes(spoilt(whole, chance.randrange(1 << 30)))
        try:
            with Workbook.open(path) as workbook:
                assert workbook.altered or workbook.load(1) == before
        except FileIsLocked:  # the one before is still held
            raise
        except FileError:
            refused += 1
    tell("T31 at random", files=trials, refused=refused)


def formulas_everywhere(shift: int = 0) -> Filing:
    """The sample with one of the payloads in each text, another one after each shift."""
    filing: Filing = sample()
    for name, entity in {**SINGLES, **LISTS}.items():
        held = getattr(filing, name)
        for number, entry in enumerate(entries(entity)):
            if entry.kind in {Kind.TEXT, Kind.PROSE}:
                for key in [each.id for each in held] if name in LISTS else [0]:
                    payload = PAYLOADS[(number + key + shift) % len(PAYLOADS)]
                    filing = with_value(filing, entry, payload, key)
    return filing


def test_no_text_becomes_a_formula_in_a_workbook(tmp_path: Path) -> None:
    filing = formulas_everywhere()
    sheets = (entered_sheets(filing), public_table_sheets(filing, pack_of(filing), "元"))
    cells = 0
    for number, made in enumerate(sheets):
        with zipfile.ZipFile(written(made, tmp_path / f"{number}.xlsx")) as archive:
            for part in archive.namelist():
                content = archive.read(part)
                assert b"<f>" not in content
                assert b"<f " not in content
                cells += content.count(b"<c ")
    tell("T33", cells=cells)


@pytest.mark.parametrize("again", range(times(1, 20)))
def test_of_amounts_keyed_twice_the_wrong_ones_are_listed_and_no_other(
    path: Path, again: int
) -> None:
    chance = seeded()
    workspace = Workspace.open(path)
    rekeying = Rekeying(workspace)
    wrong = {place for place in rekeying.places if chance.random() < 0.05}
    for place in rekeying.places:
        held = workspace.exact_text(place)
        rekeying.key(place, f"1{held}" if place in wrong else held)
    assert {each.place for each in rekeying.differing()} == wrong
    assert workspace.filing == workspace.workbook.load(1)  # merging them needs a person
    workspace.close()
    tell("T22", amounts=len(rekeying.places), wrong=len(wrong))


WALK = """
import json, sys
from pathlib import Path
asked, started = [], []
def watch(event, given):
    if event in {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname"}:
        asked.append(f"{event} {given}")
    if event in {"subprocess.Popen", "os.exec", "os.posix_spawn", "os.system"}:
        started.append(str(given[1]))
sys.addaudithook(watch)
from jsxh_desktop.app import commands, package
from jsxh_desktop.app.selection import Selection
here = Path(sys.argv[1])
book = here / "a.jsxh"
commands.write_sample(book)
list(commands.summary(book, None))
commands.check_lines(book, None, as_json=True)
commands.print_set(book, here / "print", Selection(part="名词解释"), own_fonts=False)
commands.word_set(book, here / "word", Selection(sheet=1))
commands.excel_set(book, here / "excel", None, "元")
package.pack_file(book, here / "a.jsxpkg", None)
list(commands.import_tables(book, here / "a.jsxpkg", None, None, agreed=True))
print(json.dumps([asked, started]))
"""


@pytest.mark.skipif(not LONG, reason="a walk through all of the program takes seconds")
def test_nothing_is_asked_of_a_network_and_only_our_own_program_is_started(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WALK, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    asked, started = json.loads(done.stdout.splitlines()[-1])
    strangers = [each for each in started if "jsxh_desktop." not in each and "fc-list" not in each]
    tell("T35", sockets=len(asked), programs=len(started), strangers=len(strangers))
    assert asked == []
    assert strangers == []


def test_a_batch_is_still_one_step(path: Path) -> None:
    """The control of T22: an amount that was really changed is a difference."""
    workspace = Workspace.open(path)
    rekeying = Rekeying(workspace)
    place = rekeying.places[0]
    rekeying.key(place, workspace.exact_text(place))
    workspace.apply("改", [Put(place.entry, None, place.key)])
    assert [each.place for each in rekeying.differing()] == [place]
    workspace.close()
