"""Backups by themselves: the first of the day, and what changed on closing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app import backups
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.backup_clock import BackupClock
from jsxh_desktop.ui.window import Window


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def clock(application: Application, window: Window, said: list[str]) -> Iterator[BackupClock]:
    """A clock that was started on the sample."""
    made = BackupClock(application.root, _do, said.append)
    made.start(lambda: window.workspace)
    yield made
    made.stop()


def taken(window: Window) -> list[Path]:
    folder = backups.folder_of(window.workspace.path)
    return sorted(folder.iterdir()) if folder.is_dir() else []


def test_the_first_look_of_a_day_takes_a_backup(clock: BackupClock, window: Window) -> None:
    clock.look()
    clock.stop()
    clock.look()
    clock.stop()
    assert len(taken(window)) == 1


def test_closing_takes_one_of_what_changed(clock: BackupClock, window: Window) -> None:
    clock.closing(window.workspace)
    assert taken(window) == []
    clock.changed()
    clock.closing(window.workspace)
    assert len(taken(window)) == 1


def test_a_backup_that_cannot_be_taken_is_told_of(
    clock: BackupClock, window: Window, said: list[str]
) -> None:
    backups.folder_of(window.workspace.path).write_text("a file in its place", "utf-8")
    clock.changed()
    clock.closing(window.workspace)
    assert len(said) == 1
    assert said[0].startswith("这次备份没有做成：")


def _do(work: Callable[[], object]) -> None:
    """Where a window would post to its own thread."""
    work()
