"""A copy on another disk is asked for once changes have waited a week, and is proved when made."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from jsxh_desktop.app import outside_copy, stick
from jsxh_desktop.app.outside_copy import Copied, days_waiting, last_copy, noted, to_remind_of
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.recent import Recent
from jsxh_desktop.app.settings import MOST_RECENT, Settings, load_settings, save_settings
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.store.file import Workbook

NOW = datetime.datetime(2026, 11, 26, 9, 0, tzinfo=datetime.UTC)
PATH = Path("/决算资料/科协.jsxh")


def days_ago(count: int) -> str:
    return (NOW - datetime.timedelta(days=count)).isoformat()


@pytest.mark.parametrize(("count", "waiting"), [(0, 0), (6, 0), (7, 7), (40, 40)])
def test_it_is_time_after_seven_days(count: int, waiting: int) -> None:
    assert days_waiting(days_ago(count), NOW) == waiting


def test_what_was_never_changed_waits_for_nothing() -> None:
    assert days_waiting("", NOW) == 0


def test_the_last_copy_is_kept_with_the_settings(tmp_path: Path) -> None:
    settings = Settings(copied=noted(Settings(), PATH, 12, NOW))
    save_settings(settings, tmp_path / "settings.json")
    assert last_copy(load_settings(tmp_path / "settings.json"), PATH) == Copied(12, NOW)
    assert last_copy(settings, PATH.with_name("别的.jsxh")) == Copied()


def test_a_later_copy_takes_the_place_of_the_one_before() -> None:
    settings = Settings(copied=noted(Settings(), PATH, 12, NOW))
    later = Settings(copied=noted(settings, PATH, 15, NOW))
    assert len(later.copied) == 1
    assert last_copy(later, PATH).step == 15


def recents(*waiting: tuple[str, int]) -> tuple[Recent, ...]:
    assert len(waiting) <= MOST_RECENT
    return tuple(
        Recent(PATH.with_name(f"{name}.jsxh"), name, "", "", 9, days_ago(days))
        for name, days in waiting
    )


def test_the_one_that_waited_longest_is_told_of() -> None:
    found = to_remind_of(Settings(), recents(("科协", 8), ("林业站", 20), ("司法所", 1)), NOW)
    assert found is not None
    assert found[1] == "“林业站”改过的 20 天没有复制到别的盘上了"


def test_nothing_is_told_where_all_is_copied() -> None:
    (waiting,) = recents(("科协", 8))
    settings = Settings(copied=noted(Settings(), waiting.path, waiting.step, NOW))
    assert to_remind_of(settings, (waiting,), NOW) is None


def test_a_copy_of_the_open_workbook_is_whole_and_may_be_pulled_out(
    workbook: Path, plugged_in: Path
) -> None:
    workspace = Workspace.open(workbook)
    workspace.leave(Place(Organization.short_name), "区科协")
    made = stick.copy_to(plugged_in, workspace)
    step, _ = workspace.workbook.last_step()
    workspace.close()
    assert made.step == step
    assert "可以安全弹出" in made.said
    assert [*made.path.parent.iterdir()] == [made.path]
    with Workbook.open(made.path, anywhere=True) as copy:
        assert copy.load(1).organization.short_name == "区科协"


def test_a_copy_of_a_closed_one_takes_the_place_of_the_earlier_of_the_day(
    workbook: Path, plugged_in: Path
) -> None:
    first = stick.copy_to(plugged_in, workbook)
    assert stick.copy_to(plugged_in, workbook) == first
    assert stick.sticks() == (plugged_in,)


def test_a_stick_that_gives_back_something_else_is_told_of(
    workbook: Path, plugged_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copyfile

    def copied(source: Path, target: Path) -> None:
        copy(source, target)
        if target.is_relative_to(plugged_in):
            target.write_bytes(source.read_bytes()[:-1] + b"x")

    monkeypatch.setattr(shutil, "copyfile", copied)
    with pytest.raises(Problem, match="U盘可能坏了"):
        stick.copy_to(plugged_in, workbook)


def test_the_settings_page_says_when_it_was_and_what_waits(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    now = datetime.datetime.now().astimezone()
    assert outside_copy.said_of(Settings(), workspace, now) == outside_copy.NEVER
    settings = Settings(copied=outside_copy.noted_of(Settings(), workspace, now))
    day = f"{now.year}年{now.month}月{now.day}日"
    assert outside_copy.said_of(settings, workspace, now) == f"上次复制到别的盘是 {day}"
    workspace.leave(Place(Organization.short_name), "区科协")
    workspace.flush()
    later = now + datetime.timedelta(days=9, hours=1)
    assert outside_copy.said_of(settings, workspace, later).endswith("后来改过的 9 天没有复制了")
    workspace.close()
