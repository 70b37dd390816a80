"""The bands above the desk say what there is to know of the whole file."""

from __future__ import annotations

import shutil

from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.window import Window
from tests.ui.clerk import Clerk


def test_an_earlier_copy_put_in_place_of_the_file_is_told_of(
    window: Window, application: Application
) -> None:
    clerk, path = Clerk(application), window.workspace.path
    earlier = path.with_name("早先.bak")
    shutil.copy(path, earlier)
    window.workspace.edit(Place(Organization.contact), "王会计")
    application.welcome()
    shutil.copy(earlier, path)
    application.open(path)
    clerk.look()
    assert clerk.sees("比上次在这台电脑上关闭时旧")
    clerk.click("看备份 →")
    assert clerk.sees("恢复备份")
