"""T12, T13: ended over a file, a copy, a backup or an import, there is all of it or none."""

from __future__ import annotations

from pathlib import Path

from jsxh_desktop.store import backup
from jsxh_desktop.store.backup import is_sound
from tests.battery.counts import seeded, tell, times
from tests.battery.holding import acknowledged, ended, held, may_be, settled
from tests.battery.jobs import INDICATORS, PROJECTS
from tests.battery.numbers import number_of
from tests.battery.workshop import Workshop


def test_a_file_written_over_is_the_old_one_or_the_new_one(shop: Workshop, tmp_path: Path) -> None:
    ends, chance, target, number, written = times(5, 1_000), seeded(), tmp_path / "材料.pdf", 0, 0
    for _ in range(ends):
        told = ended(shop.start("write_out", target, number, chance.random()), chance, 8, 0.02)
        written += acknowledged(told)
        if target.exists():
            content = target.read_bytes()
            held_now = int.from_bytes(content[:4], "big")
            assert content == held_now.to_bytes(4, "big") * (len(content) // 4)
            assert held_now in may_be(told, number)
            number = held_now
        assert target.exists() or not written
    shop.start("write_out", target, number, 0).hear_until("at").end()
    assert len([*tmp_path.iterdir()]) <= 2  # what ends left is cleared by the next to come
    tell("T12 of files", ends=ends, written=written)


def test_a_copy_written_over_and_each_backup_is_whole(shop: Workshop, path: Path) -> None:
    ends, chance, number, seen = times(2, 1_000), seeded(), 0, 0
    target, folder = path.with_name("副本.jsxh"), path.with_name("备份")
    for _ in range(ends):
        told = ended(shop.start("copy_out", path, target), chance, times(4, 12), 0.1)
        number = settled(path, told, number)
        if target.exists():
            assert is_sound(target)
        for each in backup.backups(folder, path.stem):
            assert is_sound(each.path)
            each.path.unlink()
            seen += 1
    tell("T12 of copies", ends=ends, backups=seen)


def test_an_import_is_all_there_or_not_at_all(shop: Workshop, path: Path) -> None:
    ends, chance, whole = times(2, 500), seeded(), 0
    blank, before = path.read_bytes(), held(path)
    for _ in range(ends):
        path.write_bytes(blank)
        ended(shop.start("bring_in", path), chance, 1, chance.choice((0.1, 0.5)))
        filing = held(path)
        if number_of(filing):
            whole += 1
        else:
            assert filing == before
            shop.do("bring_in", path)
            filing = held(path)
        assert len(filing.projects) == len(before.projects) + PROJECTS
        assert len(filing.indicators) == len(before.indicators) + INDICATORS
        for each in path.with_name("备份").glob("*"):
            each.unlink()
    tell("T13", ends=ends, whole=whole)
