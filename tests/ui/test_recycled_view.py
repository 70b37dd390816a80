"""A project deleted by mistake is put back from the list, and is there again."""

from __future__ import annotations

from collections.abc import Callable

from jsxh_desktop.domain.change import Removed
from jsxh_desktop.domain.project import Project
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.window import Window
from tests.ui.clerk import Clerk


def test_enter_puts_it_back_and_undo_takes_it_away(
    window: Window, application: Application, press: Callable[..., None]
) -> None:
    clerk = Clerk(application)
    before = window.workspace.filing.projects
    window.workspace.apply("删除", [Removed(Project, before[0].id)])
    window.go("projects")
    clerk.look()
    clerk.click("回收站")
    window.workspace.listeners.tell()  # as when the checks have come to an end meanwhile
    press("<Return>")
    assert clerk.sees(f"已找回“{before[0].name}”")
    assert window.workspace.filing.projects == before
    assert clerk.sees("回收站是空的")
    window.undo()
    assert len(window.workspace.filing.projects) == len(before) - 1
