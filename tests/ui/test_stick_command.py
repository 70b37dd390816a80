"""Time for a copy on a stick: a line says so, a press makes it, and then it is done."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from jsxh_desktop.app import stick
from jsxh_desktop.app.outside_copy import NEVER
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.stick_command import WORDS
from jsxh_desktop.ui.window import Window
from tests.ui.clerk import Clerk


def test_the_settings_page_copies_and_says_when(
    window: Window, application: Application, plugged_in: Path
) -> None:
    clerk = Clerk(application)
    page = window.go("settings")
    clerk.look()
    page.show_setting("copy")
    assert clerk.sees(NEVER)
    clerk.press("<Return>")
    clerk.wait(lambda: clerk.sees("可以安全弹出"))
    assert clerk.sees("上次复制到别的盘是")
    assert len(list((plugged_in / stick.FOLDER).iterdir())) == 1


def test_without_a_stick_it_is_said_what_to_do(window: Window, application: Application) -> None:
    clerk = Clerk(application)
    page = window.go("settings")
    clerk.look()
    page.show_setting("copy")
    clerk.press("<Return>")
    assert clerk.sees(stick.NONE)


def test_the_first_page_reminds_until_it_is_done(
    window: Window, application: Application, plugged_in: Path
) -> None:
    clerk = Clerk(application)
    path = window.workspace.path
    application.keep(recent=application.settings.recent[:1])  # the line stands below all of them
    application.welcome()
    assert application.lobby
    notes = json.loads(application.lobby.notes.read_text("utf-8"))
    long_ago = datetime.datetime.now().astimezone() - datetime.timedelta(days=9)
    notes[str(path)]["uncopied"] = long_ago.isoformat()
    application.lobby.notes.write_text(json.dumps(notes), "utf-8")
    application.lobby.go("welcome")
    clerk.look()
    assert clerk.sees(WORDS)
    clerk.click(WORDS)
    clerk.wait(lambda: clerk.sees("可以安全弹出"))
    assert not clerk.sees(WORDS)
