"""After 彻底清除 what was deleted is in no file of the workbook, and what stands is untouched."""

from __future__ import annotations

from pathlib import Path

import pytest

from jsxh_desktop.domain.change import Added, Removed
from jsxh_desktop.domain.edition import Act
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.store.backup import BackupKind, backup, backups, folder_beside
from jsxh_desktop.store.errors import FileIsLocked
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.keylog import KeyLog, beside
from jsxh_desktop.store.mending import inspected
from jsxh_desktop.store.purging import purge
from tests.store.another_program import behind, told

NUMBERS = [f"51081219900101{number:04d}" for number in range(60)]


@pytest.fixture
def used(path: Path) -> Path:
    """Numbers were typed, backed up, kept as a draft, deleted; the program ended badly."""
    with Workbook.open(path) as workbook:
        keys = workbook.apply(1, "增加", [Added(Duty(each)) for each in NUMBERS])
        backup(workbook, folder_beside(path), BackupKind.AUTOMATIC)
        workbook.write(1, Organization.telephone, NUMBERS[0])
        workbook.write(1, Organization.telephone, "")
        workbook.apply(1, "删除", [Removed(Duty, key) for key in keys])
    log = KeyLog(beside(path))
    log.typed(1, Organization, 0, "contact", NUMBERS[1])
    log.close()
    return path


def hits(folder: Path) -> dict[str, int]:
    """How often the numbers stand in each file."""
    files = [each for each in folder.rglob("*") if each.is_file()]
    counts = {
        each.name: sum(each.read_bytes().count(number.encode()) for number in NUMBERS)
        for each in files
    }
    return {name: count for name, count in counts.items() if count}


def test_nothing_that_was_deleted_is_left_in_any_file(used: Path) -> None:
    assert len(hits(used.parent)) == 4  # the file, two backups, the key log
    with Workbook.open(used) as workbook:
        before = workbook.load(1)
    assert purge(used, old_copies=True) == 2
    assert hits(used.parent) == {}
    with Workbook.open(used) as workbook:
        assert workbook.load(1) == before
        assert workbook.altered == ()
        assert workbook.undo(1) is None
    assert inspected(used) == ()


def test_a_backup_of_the_new_file_takes_the_place_of_the_old_ones(used: Path) -> None:
    purge(used, old_copies=True)
    assert [each.kind for each in backups(folder_beside(used), used.stem)] == [BackupKind.MANUAL]


def test_backups_stay_unless_they_are_given_up(used: Path) -> None:
    assert purge(used, old_copies=False) == 0
    assert len(hits(used.parent)) == 2


def test_signatures_and_editions_stay(path: Path) -> None:
    with Workbook.open(path) as workbook:
        workbook.sign_offs.sign(1, Act.HAND_OVER)
        workbook.sign_offs.sign(1, Act.FINALISE)
    purge(path, old_copies=True)
    with Workbook.open(path) as workbook:
        titles = [each.title for each in workbook.sign_offs.signatures(1)]
        assert len(workbook.sign_offs.editions(1)) == 1
    assert titles == ["彻底清除删掉的内容", "定稿（第1版）", "送复核"]


def test_work_goes_on_after_it(used: Path) -> None:
    purge(used, old_copies=True)
    with Workbook.open(used) as workbook:
        workbook.write(1, Organization.short_name, "区协")
        assert workbook.undo(1)
        workbook.redo(1)
    assert inspected(used) == ()


def test_nothing_is_purged_that_is_open(path: Path) -> None:
    with Workbook.open(path), pytest.raises(FileIsLocked):
        purge(path, old_copies=True)


def test_where_files_have_no_second_name_it_is_done_as_well(
    used: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_old: Path, _path: Path) -> None:
        raise OSError(1, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    purge(used, old_copies=True)
    assert hits(used.parent) == {}


def test_what_a_time_before_left_is_written_over(used: Path) -> None:
    used.with_name(f".{used.name}.old").write_text(NUMBERS[5], "utf-8")
    purge(used, old_copies=True)
    assert hits(used.parent) == {}


def test_what_was_changed_behind_is_told_of_afterwards_as_before(path: Path) -> None:
    with Workbook.open(path) as workbook:
        workbook.write(1, Organization.short_name, "区协")
    behind(
        path,
        "UPDATE duty SET text = '别的' WHERE id = 1",
        "DROP TRIGGER seal_change_update",
        "UPDATE change SET old = '别的' WHERE seq = 1",
    )
    row, log = told(path)
    assert (row[:4], log) == ("主要职能", "修改记录")
    purge(path, old_copies=True)
    (left,) = told(path)
    assert left[:4] == "主要职能"
