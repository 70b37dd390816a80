"""T06, T07: a disk that fails or is full takes nothing away, and what is not kept is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.battery.counts import LONG, seeded, tell, times
from tests.battery.holding import held, is_hot, settled
from tests.battery.numbers import number_of
from tests.battery.small_disk import NO_ROOT, small_disk
from tests.battery.workshop import Workshop

NEVER = 1 << 30
PAGE = 4096


def test_an_error_of_the_disk_at_any_call_is_told_and_loses_nothing(
    striking_shop: Workshop, path: Path
) -> None:
    chance, blank, troubles, present = seeded(), path.read_bytes(), 0, 0
    (*_, last) = striking_shop.do("work_until_a_call", path, NEVER, 0)
    every = range(1, last["calls"] + 1)
    for at in every if LONG else chance.sample(every, 3):
        path.write_bytes(blank)
        told = striking_shop.do("work_until_a_call", path, at, 0)
        numbers = [each["at"] for each in told if "at" in each]
        refused = [each for each in told if each.get("trouble") or "closed" in each]
        assert all("请" in (each.get("trouble") or each.get("closed")) for each in refused)
        found = number_of(held(path))
        assert found == (numbers[-1] if numbers else 0)
        troubles += bool(refused)
        present += any(each.get("trouble") and each["at"] == n for n, each in enumerate(told, 1))
    tell("T06", calls=len(every), told=troubles, present=present)


def test_ended_at_any_call_what_was_said_to_be_kept_is_kept(
    striking_shop: Workshop, path: Path
) -> None:
    chance, blank, hot = seeded(), path.read_bytes(), 0
    (*_, last) = striking_shop.do("work_until_a_call", path, NEVER, 0)
    every = range(1, last["calls"] + 1)
    for at in every if LONG else chance.sample(every, 3):
        path.write_bytes(blank)
        told = striking_shop.start("work_until_a_call", path, at, 1).finish()
        hot += is_hot(path)
        settled(path, told, 0)
    tell("T02 at each call", calls=len(every), journals=hot)


def test_without_room_what_was_typed_waits_and_goes_in_later(shop: Workshop, path: Path) -> None:
    ends, chance, blank = times(2, 300), seeded(), path.read_bytes()
    for _ in range(ends):
        path.write_bytes(blank)
        _filled(shop.do("fill_up", path, chance.randrange(PAGE, 40 * PAGE), ""), path)
    tell("T07 of a limit", ends=ends)


@pytest.mark.skipif(NO_ROOT, reason="only root may make a disk of a few pages")
def test_on_a_full_disk_what_was_typed_waits_and_goes_in_later(shop: Workshop, path: Path) -> None:
    ends, chance = times(2, 300), seeded()
    with small_disk(path.with_name("小盘")) as disk:
        for _ in range(ends):
            inside = Path(shutil.copy(path, disk / "科协.jsxh"))
            filler = disk / "别的"
            room = shutil.disk_usage(disk).free - chance.randrange(20 * PAGE, 80 * PAGE)
            filler.write_bytes(bytes(room))
            _filled(shop.do("fill_up", inside, 0, filler), inside)
    tell("T07 of a disk", ends=ends)


def _filled(told: list[dict[str, object]], path: Path) -> None:
    """What was told while a disk was full and after; the file holds it."""
    *_, full, freed, end = told
    assert "磁盘" in str(full["trouble"])
    assert full["waiting"]
    (*_, on_the_disk) = (each["at"] for each in told if "at" in each)
    assert freed["kept"] == on_the_disk or not on_the_disk
    assert freed["whole"]
    assert end == {"trouble": ""}
    assert set(held(path).organization.full_name) == {"字"}
