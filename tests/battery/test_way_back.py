"""T18, T18b, T38: there is a way back at any moment of the work, whatever the clock says."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from jsxh_desktop.store import backup as backups
from jsxh_desktop.store import steps
from jsxh_desktop.store.backup import Backup, BackupKind, thinned
from jsxh_desktop.store.canonical import digest_of
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.rescue import rescue
from tests.battery.counts import seeded, tell, times
from tests.battery.random_work import work

PAGE = 4096
DAY = datetime.timedelta(days=1)
YEARS = {"three years back": -3 * 365, "ten years on": 3650, "a day back": -1, "a day on": 1}


def _gone(path: Path, _: random.Random) -> None:
    path.unlink()


def _noise(path: Path, chance: random.Random) -> None:
    path.write_bytes(chance.randbytes(9_000))


def _cut(path: Path, chance: random.Random) -> None:
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size)])


def _pages(path: Path, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(content) // PAGE) * PAGE
        content[place : place + PAGE] = bytes(PAGE)
    path.write_bytes(content)


HARM: tuple[Callable[[Path, random.Random], None], ...] = (_gone, _noise, _cut, _pages, _pages)


def test_at_any_point_of_a_week_there_is_a_way_back(path: Path) -> None:
    points, chance = times(4, 300), seeded()
    folder, whole, told_of = path.with_name("备份"), 0, 0
    for point in range(points):
        with Workbook.open(path) as workbook:
            for number in work(workbook, chance, 6):
                if number == point % 5:
                    backups.backup(workbook, folder, BackupKind.AUTOMATIC)
                    saved = digest_of(workbook.load(1))
            worked = digest_of(workbook.load(1))
        harm = chance.choice(HARM)
        harm(path, chance)
        spoilt = path.read_bytes() if path.exists() else None
        (newest, *_) = backups.backups(folder, path.stem)
        if spoilt is None:
            backups.restore(newest.path, path)
            steps_back = None
        else:
            done = rescue(path, newest.path)
            assert done.aside.read_bytes() == spoilt
            done.aside.unlink()
            steps_back = done.steps
        with Workbook.open(path) as workbook:
            assert workbook.altered == ()
            found = digest_of(workbook.load(1))
        complete = steps_back is not None and not any(step.lost for step in steps_back)
        whole += found == worked
        told_of += not complete
        if complete:
            assert found == worked
        elif not steps_back:
            assert found in {worked, saved}
        newest.path.unlink()
    tell("T18", points=points, all_back=whole, told_incomplete=told_of)


@dataclass
class Clock:
    """A clock that jumps now and then, and the backups taken by it in their true order."""

    now: datetime.datetime
    chance: random.Random

    def tick(self) -> None:
        jump = self.chance.choice(tuple(YEARS.values())) if self.chance.random() < 0.01 else 0
        self.now += DAY + jump * DAY


@pytest.mark.parametrize("jumps", [False, True], ids=["steady", "jumping"])
def test_two_years_of_backups_leave_what_the_plan_says(*, jumps: bool) -> None:
    chance, runs = seeded(), times(1, 50)
    most = 0
    for _ in range(runs):
        clock = Clock(datetime.datetime(2025, 1, 1, 9, tzinfo=datetime.UTC), chance)
        pile: list[Backup] = []
        for number in range(730):
            kind = chance.choice(tuple(BackupKind)) if number % 30 == 0 else BackupKind.AUTOMATIC
            taken = Backup(Path(f"{number}"), clock.now, kind, 1)
            gone = thinned([*pile, taken], clock.now)
            assert taken not in gone
            assert not jumps or max(pile, default=taken, key=lambda each: each.at) not in gone
            pile = [each for each in (*pile, taken) if each not in gone]
            most = max(most, len(pile))
            if jumps:
                clock.tick()
            else:
                clock.now += DAY
        assert jumps or len(pile) <= 2 + 12 + 10 + 9 + 4 + 3 * 3
    tell("T18b", runs=runs, most=most)


class _Watch:
    """Stands for the clock of the computer."""

    def __init__(self) -> None:
        self.at = datetime.datetime(2022, 3, 4, 9, tzinfo=datetime.UTC)

    def now(self) -> datetime.datetime:
        return self.at


@pytest.mark.parametrize("days", YEARS.values(), ids=YEARS)
def test_whatever_the_clock_says_steps_are_undone_in_their_order(
    path: Path, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    rounds, chance = times(1, 50), seeded()
    watch = _Watch()
    monkeypatch.setattr(steps, "datetime", SimpleNamespace(datetime=watch))
    with Workbook.open(path) as workbook:
        seen = [workbook.load(1)]
        for _ in range(rounds):
            watch.at += datetime.timedelta(days=days * chance.randint(0, 1), minutes=1)
            for _ in work(workbook, random.Random(chance.random()), 2):  # noqa: S311 - a seeded choice
                pass
            seen.append(workbook.load(1))
        while workbook.undo(1):
            pass
        while workbook.redo(1):
            pass
        assert workbook.load(1) == seen[-1]
        numbers = [each.at for each in workbook.history(1)]
    assert numbers
    tell("T38", rounds=rounds)
