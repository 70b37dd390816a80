"""T02, T08, T21: ended at any moment, the program has lost nothing it said to be kept."""

from __future__ import annotations

import shutil
from pathlib import Path

from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.store import backup
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.rescue import FOLDER
from tests.battery.counts import seeded, tell, times
from tests.battery.holding import acknowledged, ended, held, settled
from tests.battery.jobs import LONGEST_TYPED
from tests.battery.numbers import number_of
from tests.battery.workshop import Workshop

RELEASE = Path(__file__).parents[1] / "files" / "release-0.1.0.jsxh"
A_WORKBOOK = 20  # ends each must survive


def test_what_was_said_to_be_kept_is_kept(shop: Workshop, path: Path) -> None:
    ends, chance, kept, number = times(2, 1_000), seeded(), 0, 0
    blank = path.read_bytes()
    for turn in range(ends):
        if turn % A_WORKBOOK == 0:
            path.write_bytes(blank)
            number = 0
        told = ended(shop.start("edit", path, chance.random()), chance, times(10, 40), 0.02)
        number = settled(path, told, number)
        kept += acknowledged(told)
    tell("T02", ends=ends, acknowledged=kept)


def test_being_ended_over_what_an_end_left_changes_nothing(shop: Workshop, path: Path) -> None:
    ends, chance, number, replayed = times(2, 500), seeded(), 0, 0
    blank = path.read_bytes()
    journal = path.with_name(f"{path.name}-journal")
    for turn in range(ends):
        if turn % A_WORKBOOK == 0:
            path.write_bytes(blank)
            number = 0
        told = ended(shop.start("edit", path, chance.random()), chance, 10, 0.01)
        for _ in range(2):
            replayed += journal.exists() and journal.stat().st_size > 0
            ended(shop.start("look", path), chance, 0, 0.05)
        number = settled(path, told, number)
    tell("T08 of a step", ends=3 * ends, journals=replayed)


def test_being_ended_over_a_rescue_leaves_the_workbook_or_the_way_back(
    shop: Workshop, path: Path
) -> None:
    ends, chance, between = times(2, 500), seeded(), 0
    sound = Path(shutil.copy(path, path.with_name("备份.jsxh")))
    spoilt = path.read_bytes()[:-40_000]
    for _ in range(ends):
        path.write_bytes(spoilt)
        ended(shop.start("bring_back", path, sound), chance, 0, 0.15)
        if not path.exists():  # ended between the two renames
            between += 1
            aside = max((path.parent / FOLDER).glob("*.jsxh"), key=lambda each: each.name)
            assert aside.read_bytes() == spoilt
            backup.restore(sound, path)
        elif path.stat().st_size == len(spoilt):
            assert path.read_bytes() == spoilt
            shop.do("bring_back", path, sound)
        assert number_of(held(path)) == 0
        for lost in (path.parent / FOLDER).iterdir():
            lost.unlink()
    tell("T08 of a rescue", ends=ends, between=between)


def test_what_was_typed_is_found_though_finding_it_was_ended(shop: Workshop, path: Path) -> None:
    ends, chance = times(2, 300), seeded()
    for _ in range(ends):
        told = ended(shop.start("type_", path, chance.random()), chance, 60, 0.01)
        ended(shop.start("look", path), chance, 0, 0.03)
        workspace = Workspace.open(path)
        stored = workspace.filing.organization.supervisor
        found = workspace.texts.left_behind("万元").get(Place(Organization.supervisor), stored)
        workspace.close()
        if told:  # a key more may have been pressed that was not told of any more
            last = told[-1]["text"]
            assert last in {found, found[:-1], (last[:1] + found[:-1])[:LONGEST_TYPED]}
    tell("T08 of typing", ends=2 * ends)


def test_a_migration_goes_on_where_it_was_ended(shop: Workshop, tmp_path: Path) -> None:
    ends, chance, path, done = times(2, 1_000), seeded(), tmp_path / "旧.jsxh", 0
    for _ in range(ends):
        shutil.copy(RELEASE, path)
        done += acknowledged(ended(shop.start("migrate", path), chance, 0, 0.4))
        with Workbook.open(path) as workbook:
            assert workbook.altered == ()
            assert len(workbook.load(1).indicators) == 49
        for each in tmp_path.glob("备份/*"):
            each.unlink()
    tell("T21", ends=ends, done=done)
