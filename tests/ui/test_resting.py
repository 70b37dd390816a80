"""What is built asks nothing of the input method, and no key is read before it listens again."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.ui import input_method
from jsxh_desktop.ui.window import Window
from tests.ui.checked import wait
from tests.ui.dead_keys import DEAD_ACUTE, E, keyboard_with_dead_keys, press


@pytest.fixture
def awake(window: Window) -> Iterator[Window]:
    """A window on which all is painted, and is again at the end."""
    wait(window, lambda: listens(window))
    yield window
    wait(window, lambda: listens(window))


def listens(window: Window) -> bool:
    return input_method.is_awake(window.root)


@contextmanager
def painting(window: Window) -> Iterator[list[bool]]:
    """Whether it listened, for each thing that was painted meanwhile."""
    window.root.update()
    painted: list[bool] = []
    bound = window.root.bind("<Expose>", lambda _: painted.append(listens(window)), add="+")
    yield painted
    window.root.unbind("<Expose>", bound)


def test_it_rests_while_a_page_is_built_and_wakes_when_it_is_painted(awake: Window) -> None:
    awake.go("terms")
    assert not listens(awake)
    awake.root.update()
    assert listens(awake)


def test_it_rests_while_a_page_is_shown_again(awake: Window) -> None:
    for page in ("terms", "organization", "terms"):
        awake.root.update()
        awake.go(page)
    assert not listens(awake)


def test_it_rests_while_a_tab_is_turned_to(awake: Window) -> None:
    page = awake.go("sign_off")
    awake.root.update()
    page.tabs.turn(1)
    assert not listens(awake)


def test_all_that_was_built_is_painted_at_rest(awake: Window) -> None:
    with painting(awake) as painted:
        awake.go("income")
        awake.root.update()
    assert painted.count(False) > 20
    assert painted.count(True) < 5, "one each time something is read"


def test_a_page_turned_to_while_one_is_painted_is_painted_at_rest_too(awake: Window) -> None:
    with painting(awake) as painted:
        awake.go("terms")
        turned = awake.root.bind("<Expose>", lambda _: awake.go("income"), add="+")
        awake.root.update()
        awake.root.unbind("<Expose>", turned)
    assert awake.page == "income"
    assert painted.count(False) > 20
    assert painted.count(True) < 5, "one each time something is read"


def test_keys_pressed_while_a_page_is_built_are_composed_on_it(awake: Window) -> None:
    with keyboard_with_dead_keys():
        awake.root.update()
        awake.go("three_public", Place(ThreePublic.reception_purpose))
        field = awake.root.focus_get()
        assert isinstance(field, tk.Text)
        press(field.winfo_id(), DEAD_ACUTE, E)
        awake.root.update()
    assert "é" in field.get("1.0", "end")


def test_no_binding_hears_that_the_field_is_told_of_the_keys_again(awake: Window) -> None:
    awake.go("terms")
    awake.root.update()
    field = awake.root.focus_get()
    assert field is not None
    heard: list[object] = []
    field.bind("<FocusIn>", heard.append, add="+")
    with input_method.resting(field):
        pass
    awake.root.update()
    assert not heard


def test_a_page_that_cannot_be_built_leaves_it_awake(
    awake: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_: object) -> None:
        raise RuntimeError("a page that cannot be built")

    monkeypatch.setattr("jsxh_desktop.ui.desk.build", fault)
    with pytest.raises(RuntimeError, match="cannot be built"):
        awake.go("terms")
    awake.root.update()
    assert listens(awake)


def test_what_is_built_before_the_window_is_shown_wakes_nothing(awake: Window) -> None:
    input_method.let_rest(awake.root)
    awake.go("terms")
    awake.root.update()
    assert not listens(awake)
    input_method.wake(awake.root)
