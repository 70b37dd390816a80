"""Backups: whole, named by their moment, thinned out over the years, restored beside the old."""

from __future__ import annotations

import dataclasses
import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.store.backup import (
    MOST_BYTES,
    Backup,
    BackupKind,
    backup,
    backups,
    folder_beside,
    restore,
    thin_out,
    thinned,
)
from jsxh_desktop.store.errors import (
    FileCannotBeWritten,
    FileIsDamaged,
    FileIsForeign,
    FileIsLocked,
    FileIsMissing,
)
from jsxh_desktop.store.file import Workbook

FIRST = datetime.datetime(2025, 1, 1, 9, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
TWO_YEARS = 2 * 365 * 24
HOURS = st.lists(st.integers(0, TWO_YEARS), max_size=80, unique=True)
KINDS = st.sampled_from(BackupKind)
AUTOMATIC = BackupKind.AUTOMATIC


def taken(hour: int, kind: BackupKind = AUTOMATIC) -> Backup:
    at = FIRST + datetime.timedelta(hours=hour)
    return Backup(Path(f"{hour} {kind}"), at, kind, 1)


@st.composite
def piles(draw: st.DrawFn) -> tuple[list[Backup], datetime.datetime]:
    """Backups of up to two years in any order, and a moment not before the last."""
    pile = [taken(hour, draw(KINDS)) for hour in draw(HOURS)]
    return pile, FIRST + datetime.timedelta(hours=TWO_YEARS + draw(st.integers(0, 100)))


def kept(pile: list[Backup], now: datetime.datetime) -> list[Backup]:
    gone = thinned(pile, now)
    return sorted((each for each in pile if each not in gone), key=lambda each: each.at)


@given(pile=piles())
def test_the_newest_always_stays(pile: tuple[list[Backup], datetime.datetime]) -> None:
    backups, now = pile
    newest = max((each.at for each in backups), default=None)
    assert newest in [each.at for each in kept(backups, now)] or newest is None


@given(pile=piles(), days=st.integers(0, 700))
def test_today_and_yesterday_stay_whole(
    pile: tuple[list[Backup], datetime.datetime], days: int
) -> None:
    backups, now = pile
    now -= days * DAY
    assert not [each for each in thinned(backups, now) if each.at.date() >= (now - DAY).date()]


@given(pile=piles())
def test_what_was_taken_before_a_risk_stays_for_ninety_days(
    pile: tuple[list[Backup], datetime.datetime],
) -> None:
    backups, now = pile
    risky = {BackupKind.BEFORE_MIGRATION, BackupKind.BEFORE_IMPORT}
    gone = [each for each in thinned(backups, now) if each.kind in risky]
    assert not [each for each in gone if now - each.at <= 90 * DAY]


@given(pile=piles(), years=st.integers(0, 10))
def test_the_last_three_before_each_risk_stay_however_far_the_clock_jumps(
    pile: tuple[list[Backup], datetime.datetime], years: int
) -> None:
    backups, now = pile
    stay = kept(backups, now + years * 365 * DAY)
    for risk in set(BackupKind) - {AUTOMATIC, BackupKind.MANUAL}:
        taken_before_it = sorted((b for b in backups if b.kind is risk), key=lambda b: b.at)
        assert set(taken_before_it[-3:]) <= set(stay)


@given(pile=piles())
def test_thinning_again_takes_nothing_more(pile: tuple[list[Backup], datetime.datetime]) -> None:
    backups, now = pile
    assert thinned(kept(backups, now), now) == ()


@given(pile=piles())
def test_of_the_time_before_a_few_stay(pile: tuple[list[Backup], datetime.datetime]) -> None:
    backups, now = pile
    plain = [each for each in backups if each.kind is AUTOMATIC]
    earlier = [each for each in kept(plain, now) if each.at.date() < (now - DAY).date()]
    assert len({each.at.date() for each in earlier}) == len({each.at for each in earlier})
    assert len({each.at.date() for each in earlier}) <= 12 + 10 + 9


@given(pile=piles())
def test_the_last_days_weeks_and_months_have_one_each(
    pile: tuple[list[Backup], datetime.datetime],
) -> None:
    backups, now = pile
    earlier = sorted({b.at.date() for b in backups if b.at.date() < (now - DAY).date()})
    days = {each.at.date() for each in kept(backups, now)}
    assert days.issuperset(earlier[-12:])
    if older := earlier[:-12]:
        weeks = sorted({day.isocalendar()[:2] for day in older})
        daily = {day.isocalendar()[:2] for day in earlier[-12:]}
        wanted = [week for week in weeks if week not in daily][-10:]
        assert {day.isocalendar()[:2] for day in days}.issuperset(wanted)


@given(pile=piles(), size=st.integers(1, 2 * MOST_BYTES))
def test_what_is_kept_of_the_time_before_fits_into_its_room(
    pile: tuple[list[Backup], datetime.datetime], size: int
) -> None:
    backups, now = pile
    large = [dataclasses.replace(each, size=size) for each in backups]
    left = kept(large, now)
    recent = [each for each in left if each.at.date() >= (now - DAY).date()]
    assert len(left) <= max(1, len(recent), MOST_BYTES // size)
    assert [each.path for each in kept(backups, now)][-len(left) :] == [x.path for x in left]
    assert thinned(left, now) == ()


def test_daily_work_for_two_years_leaves_what_the_plan_says() -> None:
    pile: list[Backup] = []
    for day in range(2 * 365):
        pile.append(taken(day * 24))
        pile.append(taken(day * 24 + 8))
        pile = kept(pile, pile[-1].at)
    now = pile[-1].at
    ages = [(now.date() - each.at.date()).days for each in reversed(pile)]
    assert ages[:16] == [0, 0, 1, 1, *range(2, 14)]
    weeks, months = ages[16:26], ages[26:]
    assert [later - earlier for earlier, later in pairwise(weeks)] == [7] * 9
    assert len(months) == 9
    assert {later - earlier for earlier, later in pairwise(months)} <= {*range(24, 38)}


def test_a_backup_is_named_by_the_moment_and_the_reason(workbook: Workbook) -> None:
    folder = folder_beside(workbook.path)
    path = backup(workbook, folder, AUTOMATIC)
    (found,) = backups(folder, "科协")
    assert path.name == f"科协 {found.at:%Y%m%d-%H%M%S} 自动.jsxh"
    assert found == Backup(path, found.at, AUTOMATIC, path.stat().st_size)


def test_a_backup_is_the_whole_workbook(workbook: Workbook) -> None:
    workbook.write(1, Organization.full_name, "甲")
    path = backup(workbook, folder_beside(workbook.path), BackupKind.MANUAL)
    with Workbook.open(path) as copied:
        assert copied.load(1) == workbook.load(1)
        assert copied.undo(1) == "修改单位全称"


def test_backups_of_one_second_have_names_of_their_own_in_their_order(workbook: Workbook) -> None:
    folder = folder_beside(workbook.path)
    paths = [backup(workbook, folder, AUTOMATIC) for _ in range(3)]
    assert [each.path for each in backups(folder, "科协")] == paths[::-1]


@pytest.mark.parametrize(
    "name",
    [
        "科协 旧 20261123-094107 自动.jsxh",
        "科协 20261123-094107 随便.jsxh",
        "科协 20261323-094107 自动.jsxh",
        "科协 20261123-094107 自动.jsxh.part",
        ".科协 20261123-094107 自动.jsxh.part",
        "科协.jsxh",
    ],
)
def test_other_files_are_no_backups(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("甲")
    (tmp_path / "科协 20261123-094107 自动.jsxh").mkdir()
    assert backups(tmp_path, "科协") == ()


def test_a_folder_that_is_not_there_has_no_backups(tmp_path: Path) -> None:
    assert backups(tmp_path / "no", "科协") == ()


def test_what_is_no_folder_is_told_of(path: Path) -> None:
    with pytest.raises(FileIsMissing):
        backups(path, "科协")


def test_a_name_may_hold_any_characters(tmp_path: Path) -> None:
    with Workbook.create(tmp_path / "朝天区 (1)+[终稿].jsxh") as workbook:
        path = backup(workbook, tmp_path, AUTOMATIC)
    assert [each.path for each in backups(tmp_path, "朝天区 (1)+[终稿]")] == [path]


def test_a_backup_without_its_place_is_told_of(workbook: Workbook, tmp_path: Path) -> None:
    with pytest.raises(FileIsMissing):
        backup(workbook, tmp_path / "no" / "备份", AUTOMATIC)
    (tmp_path / "备份").write_text("甲")
    with pytest.raises(FileCannotBeWritten):
        backup(workbook, tmp_path / "备份", AUTOMATIC)


def test_what_may_go_is_removed_and_nothing_else(tmp_path: Path) -> None:
    names = [f"科协 2020{month:02}01-0{n}0000 自动.jsxh" for month in range(1, 13) for n in (1, 2)]
    for name in (*names, "科协 说明.txt"):
        (tmp_path / name).write_text("甲")
    thin_out(tmp_path, "科协")
    stay = [name for name in names if "01-02" in name]
    assert {each.name for each in tmp_path.iterdir()} == {*stay, "科协 说明.txt"}


def test_a_backup_becomes_a_new_workbook(workbook: Workbook, tmp_path: Path) -> None:
    path = backup(workbook, folder_beside(workbook.path), AUTOMATIC)
    workbook.write(1, Organization.full_name, "甲")
    before = path.read_bytes()
    restore(path, tmp_path / "找回.jsxh")
    with Workbook.open(tmp_path / "找回.jsxh") as restored:
        assert restored.load(1) == sample()
    assert path.read_bytes() == before


def test_nothing_is_restored_over_a_file(workbook: Workbook, tmp_path: Path) -> None:
    path = backup(workbook, tmp_path, AUTOMATIC)
    (tmp_path / "mine.jsxh").write_text("mine")
    with pytest.raises(FileCannotBeWritten, match="已经存在"):
        restore(path, tmp_path / "mine.jsxh")
    assert (tmp_path / "mine.jsxh").read_text() == "mine"


def test_what_is_no_whole_workbook_is_not_restored(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "找回.jsxh"
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    (tmp_path / "text").write_text("收入支出决算总表" * 99)
    with pytest.raises(FileIsDamaged):
        restore(path, target)
    with pytest.raises(FileIsForeign):
        restore(tmp_path / "text", target)
    with pytest.raises(FileIsMissing):
        restore(tmp_path / "no", target)
    assert not target.exists()


def test_an_open_workbook_is_no_backup(workbook: Workbook, tmp_path: Path) -> None:
    with pytest.raises(FileIsLocked):
        restore(workbook.path, tmp_path / "找回.jsxh")
    assert workbook.load(1) == sample()
