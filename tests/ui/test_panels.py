"""Ctrl+K and Ctrl+/: panels over the window that give the focus back to the very field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.keys import COUNTERPARTS, SHORTCUTS, with_caps_lock
from jsxh_desktop.ui.window import Window

Press = Callable[..., None]
Write = Callable[[str], None]

LEADS_AWAY = {"home", "copy", "print", "help", "next_page", "previous_page", "search", "keys"}
EVENTS = [
    (each.command, event)
    for each in (*SHORTCUTS, *COUNTERPARTS)
    for told in each.events
    for event in with_caps_lock(told)
]


@pytest.fixture
def field(window: Window) -> Any:
    """The first field of the desk, with the caret in it."""
    window.jump(Place(Organization.full_name))
    window.root.update()
    return window.root.focus_get()


def panel(application: Application) -> Any:
    assert application.panels.open is not None
    return application.panels.open


def test_the_search_leads_to_a_field(
    application: Application, window: Window, field: Any, press: Press, write: Write
) -> None:
    press("<Control-k>")
    write("国内公务接待批次")
    press("<Return>")
    assert window.page == "three_public"
    assert not panel(application).is_open
    write("12")
    press("<Return>")
    assert window.workspace.filing.three_public.batches == 12


@pytest.mark.looks
def test_escape_gives_the_focus_back_to_the_very_field(
    application: Application, window: Window, field: Any, press: Press, write: Write
) -> None:
    press("<Control-k>")
    write("yl")
    press("<Down>", "<Escape>")
    assert window.root.focus_get() is field
    assert window.page == "organization"


def test_what_is_typed_counts_before_it_is_searched(
    application: Application, window: Window, field: Any, press: Press, write: Write
) -> None:
    write("新的名字")
    press("<Control-k>")
    write("单位全称")
    assert panel(application).shown[0].value == "新的名字"
    press("<Escape>")


@pytest.mark.looks
def test_what_was_chosen_last_is_offered_first(
    application: Application, window: Window, field: Any, press: Press, write: Write
) -> None:
    press("<Control-k>")
    write("国内公务接待批次")
    press("<Return>", "<Control-k>")
    assert panel(application).shown[0].name == "国内公务接待批次"
    press("<Escape>")


def test_a_command_is_done_from_the_search(
    application: Application, window: Window, field: Any, press: Press, write: Write
) -> None:
    press("<Control-k>")
    write("万元、元互换")
    press("<Return>")
    assert window.workspace.unit == "元"
    assert application.settings.unit == "元"
    application.keep(unit="万元")


@pytest.mark.looks
def test_a_setting_is_gone_to_from_the_search(
    application: Application, window: Window, field: Any, press: Press, write: Write
) -> None:
    press("<Control-k>")
    write("字号")
    press("<Return>")
    assert window.page == "settings"


@pytest.mark.looks
def test_the_panel_closes_when_the_focus_goes_elsewhere(
    application: Application, window: Window, field: Any, press: Press
) -> None:
    press("<Control-k>")
    field.focus_set()
    window.root.update()
    assert not panel(application).is_open
    assert window.root.focus_get() is field


@pytest.mark.looks
def test_all_shortcuts_are_shown_and_escape_goes_back(
    application: Application, window: Window, field: Any, press: Press
) -> None:
    press("<Control-slash>")
    assert panel(application).is_open
    press("<Escape>")
    assert not panel(application).is_open
    assert window.root.focus_get() is field


@pytest.mark.looks
@pytest.mark.parametrize(
    ("command", "event"), [each for each in EVENTS if each[0] not in LEADS_AWAY]
)
def test_no_shortcut_changes_a_text(
    application: Application, window: Window, field: Any, press: Press, command: str, event: str
) -> None:
    before = application.settings
    window.root.clipboard_clear()
    window.root.clipboard_append("从别处复制的")
    press(event)
    assert window.workspace.filing.organization.full_name == "广元市朝天区科学技术协会"
    if application.settings != before or application.zoom:
        application.zoom = 0
        application.keep(scale=before.scale, unit=before.unit)


@pytest.mark.looks
def test_a_line_of_money_is_reached_by_initials(
    application: Application, window: Window, field: Any, press: Press, write: Write
) -> None:
    press("<Control-k>")
    write("gngwjdpc")
    assert panel(application).shown[0].place == Place(ThreePublic.batches)
    press("<Escape>")


def test_undo_is_undo_with_caps_lock_on(
    application: Application, window: Window, field: Any, press: Press, write: Write
) -> None:
    write("新的名字")
    press("<Return>", "<Control-Lock-z>")  # the key z, which then gives Z
    assert window.workspace.filing.organization.full_name == "广元市朝天区科学技术协会"
