"""T03, T04, T11: the plug is pulled on a real file system; what was said to be kept is kept."""

from __future__ import annotations

import random
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from jsxh_desktop.app.copies import save_copy
from jsxh_desktop.app.safe_write import written_whole
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.store import connection
from jsxh_desktop.store.backup import folder_beside
from tests.battery.counts import seeded, tell, times
from tests.battery.holding import acknowledged, settled
from tests.battery.numbers import number_of, numbered
from tests.battery.small_disk import NO_LOOP, NO_ROOT, Plugged, plugged
from tests.battery.workshop import Job, Workshop

A_LOOK = 0.05  # seconds between the word that it is kept and the plug
MOST_LOST = 6  # keys
pytestmark = pytest.mark.skipif(
    NO_ROOT or NO_LOOP, reason="only root, where the kernel has loop devices, can pull a plug"
)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Plugged]:
    with plugged(tmp_path) as made:
        yield made


def settled_in(disk: Plugged, path: Path) -> Path:
    """The workbook on the disk, wholly there before the plug may be pulled; alone, for room."""
    shutil.rmtree(folder_beside(disk.place / "科协.jsxh"), ignore_errors=True)
    inside = disk.place / "科协.jsxh"
    shutil.copy(path, inside)
    disk.unplug()
    disk.plug_in()
    return inside


def cut_off(disk: Plugged, job: Job, chance: random.Random, enough: int) -> list[dict[str, int]]:
    """Pull the plug a look after so much was said, or in the middle; plug in again."""
    while len(job.told) < enough and job.hear() is not None:
        pass
    time.sleep(chance.uniform(0, A_LOOK))
    disk.pull()
    told = job.end()
    disk.unplug()
    disk.plug_in()
    return told


def test_what_was_said_to_be_kept_is_there_after_a_power_cut(
    shop: Workshop, path: Path, disk: Plugged
) -> None:
    cuts, chance, number, kept = times(1, 400), seeded(), 0, 0
    for turn in range(cuts):
        if turn % 10 == 0:
            inside, number = settled_in(disk, path), 0
        job = shop.start("edit", inside, chance.random())
        told = cut_off(disk, job, chance, chance.randint(1, 30))
        number = settled(inside, told, number)
        kept += acknowledged(told)
    tell("T03", cuts=cuts, acknowledged=kept)


def test_by_the_usual_settings_of_sqlite_the_last_step_would_be_lost(
    path: Path, disk: Plugged
) -> None:
    """The control: a step kept as other programs do is gone, so that the cut is a real one."""
    cuts, lost = times(1, 100), 0
    for _ in range(cuts):
        inside = settled_in(disk, path)
        with closing(sqlite3.connect(inside)) as database:
            database.execute("UPDATE organization SET short_name = '丢了'")
            database.commit()
            disk.pull()
        disk.unplug()
        disk.plug_in()
        with closing(sqlite3.connect(inside)) as database:
            lost += database.execute("SELECT short_name FROM organization").fetchone() == ("0",)
    tell("T03 control", cuts=cuts, lost=lost)
    assert lost * 2 > cuts  # the disk may write its journal of its own accord just then


def test_of_what_is_typed_a_power_cut_takes_a_few_keys(
    shop: Workshop, path: Path, disk: Plugged
) -> None:
    cuts, chance, lost = times(1, 300), seeded(), list[int]()
    for _ in range(cuts):
        inside = settled_in(disk, path)
        job = shop.start("type_slowly", inside)
        told = cut_off(disk, job, chance, chance.randint(2, 20))
        workspace = Workspace.open(inside)
        found = workspace.texts.left_behind("万元").get(Place(Organization.supervisor), "")
        workspace.close()
        typed = str(told[-1]["text"])
        assert typed.startswith(found) or found.startswith(typed)
        lost.append(max(0, len(typed) - len(found)))
    tell("T04", cuts=cuts, keys_lost=sum(lost), most=max(lost))
    assert max(lost) <= MOST_LOST


def test_a_file_that_was_written_is_whole_after_the_stick_was_pulled(disk: Plugged) -> None:
    pulls, chance = times(1, 500), seeded()
    target = disk.place / "材料.pdf"
    for _ in range(pulls):
        content = chance.randbytes(chance.randint(1, 3_000_000))
        with written_whole(target) as file:
            file.write(content)
        time.sleep(chance.uniform(0, 0.02))
        disk.pull()
        disk.unplug()
        disk.plug_in()
        assert target.read_bytes() == content
    tell("T11", pulls=pulls)


def test_a_copy_that_was_written_is_whole_after_the_stick_was_pulled(
    path: Path, disk: Plugged
) -> None:
    pulls, number = times(1, 200), 0
    target = disk.place / "副本.jsxh"
    workspace = Workspace.open(path)
    for _ in range(pulls):
        number += 1
        workspace.apply("改一步", numbered(workspace.filing, number))
        save_copy(workspace, target)
        disk.pull()
        disk.unplug()
        disk.plug_in()
        with closing(connection.connect(target, "ro")) as copy:
            assert copy.execute("SELECT short_name FROM organization").fetchone() == (str(number),)
    assert number_of(workspace.filing) == number
    workspace.close()
    tell("T11 of copies", pulls=pulls)


def test_a_file_written_plainly_would_not_be_there(disk: Plugged) -> None:
    """The control: without a sync nothing of it gets to the stick."""
    pulls, there = times(1, 60), 0
    for number in range(pulls):
        target = disk.place / f"{number}.pdf"
        target.write_bytes(bytes(3_000_000))
        disk.pull()
        disk.unplug()
        disk.plug_in()
        there += target.exists() and target.stat().st_size == 3_000_000
    tell("T11 control", pulls=pulls, there=there)
    assert there == 0
