"""彻底清除 asks by its page, does it by one press, and work goes on."""

from __future__ import annotations

from jsxh_desktop.app import backups
from jsxh_desktop.domain.change import Removed
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.window import Window
from tests.ui.clerk import Clerk

NUMBER = "510812199001010013"


def test_one_press_clears_what_was_deleted_and_its_backups(
    window: Window, application: Application
) -> None:
    clerk = Clerk(application)
    workspace, path = window.workspace, window.workspace.path
    key = workspace.add(Duty(NUMBER))
    backups.take_now(workspace)
    workspace.apply("删除", [Removed(Duty, key or 0)])
    page = window.go("purge")
    clerk.look()
    assert "一起清掉 1 份" in page.asked
    page.purge()
    clerk.look()
    assert clerk.sees("1 份旧备份也清掉了")
    clerk.window.go("history")
    assert clerk.window.workspace.turns() == ("", "")
    application.welcome()
    files = [each for each in path.parent.rglob("*") if each.is_file()]
    assert [each for each in files if NUMBER.encode() in each.read_bytes()] == []


def test_the_cleared_file_is_not_called_older_than_it_was(
    window: Window, application: Application
) -> None:
    clerk = Clerk(application)
    for contact in ("李会计", "王会计"):
        window.workspace.edit(Place(Organization.contact), contact)
    window.go("purge").purge()
    assert clerk.window.workspace.older == ""
