"""A list of terms in the window: what is typed into it is kept from the first character on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.store.keylog import beside, recovered
from jsxh_desktop.ui.window import Window

Press = Callable[..., None]
Write = Callable[[str], None]

NATURE = Place(Organization.nature)


@pytest.fixture
def box(window: Window) -> Any:
    """The list of terms, with the caret in it."""
    window.jump(NATURE)
    window.root.update()
    focused = window.root.focus_get()
    assert focused is not None
    assert focused.winfo_class() == "TCombobox"
    return focused


@pytest.mark.looks
def test_what_an_input_method_writes_is_in_the_key_log_at_once(
    window: Window, box: Any, write: Write
) -> None:
    box.delete(0, "end")
    write("行政")
    assert "行政" in [each.text for each in recovered(beside(window.workspace.path))]


def test_the_terms_that_fit_are_offered(box: Any, write: Write) -> None:
    box.delete(0, "end")
    write("行政")
    offered = box.cget("values")
    assert offered
    assert all("行政" in term for term in offered)


def test_a_change_elsewhere_leaves_what_is_being_typed(
    window: Window, box: Any, write: Write
) -> None:
    box.delete(0, "end")
    write("行政")
    window.workspace.edit(Place(Organization.contact), "李四")
    window.root.update()
    assert box.get() == "行政"


def test_a_term_that_is_typed_whole_is_kept_when_enter_goes_on(
    window: Window, box: Any, press: Press, write: Write
) -> None:
    box.delete(0, "end")
    write("行政单位")
    press("<Return>")
    assert window.workspace.filing.organization.nature == "行政单位"


def test_a_change_from_elsewhere_is_shown(window: Window, box: Any) -> None:
    window.workspace.edit(NATURE, Organization.nature.parse("行政单位"))
    window.root.update()
    assert box.get() == "行政单位"
