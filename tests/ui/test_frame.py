"""The frame: navigation, findings, status line, undo by name, units, and the keys of texts."""

from __future__ import annotations

import gc
import tkinter as tk
import weakref
from collections.abc import Callable

import pytest

from jsxh_desktop.app.pages import PAGES
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.keys import COUNTERPARTS, SHORTCUTS
from jsxh_desktop.ui.window import Window

Press = Callable[..., None]
Write = Callable[[str], None]

EVENTS = [event for each in (*SHORTCUTS, *COUNTERPARTS) for event in each.events]


@pytest.mark.looks
def test_every_page_opens_and_shows_something(window: Window) -> None:
    for page in PAGES:
        window.go(page.key)
        window.root.update()
        assert window.page == page.key


@pytest.mark.looks
def test_the_navigation_walks_by_arrows_and_goes_by_enter(window: Window, press: Press) -> None:
    window.go("organization")
    press("<F6>", "<F6>", "<F6>")  # desk → findings → top bar → navigation
    press("<Down>", "<Return>")
    assert window.page == "duties"


def test_the_next_finding_is_one_key_away(window: Window, press: Press) -> None:
    window.workspace.leave(Place(ThreePublic.running), "零点八")
    window.check()
    window.go("terms")  # where nothing is to be looked at
    press("<F8>")
    assert window.page == "three_public"


def test_a_message_names_the_step_undone_and_offers_to_redo_it(
    window: Window, press: Press, write: Write
) -> None:
    window.jump(Place(Organization.contact))
    window.root.update()
    write("李会计")
    press("<Return>", "<Control-z>")
    assert "已撤销“修改填表人”" in shown(window.root)
    assert window.workspace.filing.organization.contact == ""


def test_undo_returns_to_where_the_step_was(window: Window, press: Press, write: Write) -> None:
    window.jump(Place(Organization.contact))
    window.root.update()
    write("李会计")
    press("<Return>")
    window.go("charts")
    press("<Control-z>")
    assert window.page == "organization"


@pytest.mark.looks
def test_the_unit_of_view_changes_what_is_shown_and_not_what_is_kept(
    window: Window, press: Press
) -> None:
    before = window.workspace.filing
    window.jump(Place(ThreePublic.reception_domestic))
    press("<Control-u>")
    assert window.workspace.text(Place(ThreePublic.reception_domestic)) == "4,800.00"
    press("<Control-u>")
    assert window.workspace.filing == before


def test_no_shortcut_changes_a_text_of_lines_one_is_in(
    application: Application, window: Window
) -> None:
    """One in a line stays as well: test_panels.py."""
    before, unit = window.workspace.filing, application.settings.unit
    for event in EVENTS:
        frame = application.window  # a larger type builds it anew
        assert frame is not None
        frame.jump(Place(Duty.text, 1))
        application.root.update()
        box = application.root.focus_get()
        assert box is not None
        box.event_generate(event)
        application.root.update()
    application.root.event_generate("<Escape>")
    application.magnify(0)
    application.keep(unit=unit)
    assert window.workspace.filing == before


def shown(widget: tk.Misc) -> list[str]:
    """The words of every label that is on the screen."""
    own = [str(widget["text"])] if isinstance(widget, tk.Label) and widget.winfo_ismapped() else []
    return [*own, *(text for child in widget.winfo_children() for text in shown(child))]


def test_a_name_of_any_length_leaves_the_bar_its_room(window: Window) -> None:
    window.workspace.leave(Place(Organization.full_name), "长" * 3000)
    window.workspace.leave(Place(Organization.short_name), "短" * 3000)
    window.root.update()
    assert "短" * 14 + "…" in shown(window.root)
    assert len(window.root.title()) < 60


@pytest.mark.looks
def test_a_window_that_is_built_anew_lets_go_of_the_former(
    application: Application, window: Window
) -> None:
    """Each change of the year builds one; kept, they filled the memory of a long day."""
    year = f"{window.workspace.year}年度"
    window.do["year"](year)  # the one that pytest holds is gone
    assert application.window
    for page in ("projects", "income", "help", "organization"):
        application.window.go(page)
    application.window.jump(Place(Indicator.actual, 20))
    former = weakref.ref(application.window)
    application.window.do["year"](year)
    application.root.update()
    gc.collect()
    assert former() is None
