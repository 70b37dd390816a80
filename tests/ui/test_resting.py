"""What is built asks nothing of the input method, and it is awake again soon after."""

from __future__ import annotations

import pytest

from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import input_method
from jsxh_desktop.ui.window import Window
from tests.ui.checked import wait


def awake(window: Window) -> bool:
    return input_method.is_awake(window.root)


def test_it_rests_while_a_page_is_built_and_wakes_by_itself(window: Window) -> None:
    wait(window, lambda: awake(window))
    window.go("terms")
    assert not awake(window)
    wait(window, lambda: awake(window))


def test_it_rests_while_a_tab_is_turned_to(window: Window) -> None:
    page = window.go("sign_off")
    wait(window, lambda: awake(window))
    page.tabs.turn(1)
    assert not awake(window)
    wait(window, lambda: awake(window))


def test_it_does_not_rest_on_the_way_to_another_field_of_the_page(window: Window) -> None:
    wait(window, lambda: awake(window))
    window.go("organization", Place(Organization.short_name))
    assert awake(window)


def test_a_key_that_comes_too_early_wakes_it_and_comes_once(window: Window) -> None:
    window.go("three_public")
    window.root.update()
    field = window.root.focus_get()
    assert field is not None
    input_method.let_rest(field)
    field.event_generate("<Key-7>")
    assert awake(window)
    assert field.get() == "7"  # type: ignore[attr-defined]  # it is a line to type in


def test_a_key_that_wakes_it_leaves_no_waking_behind(window: Window) -> None:
    window.go("three_public")
    field = window.root.focus_get()
    assert field is not None
    field.event_generate("<Key-7>")
    call = window.root.tk.call
    waiting = [str(call("after", "info", each)) for each in call("after", "info")]
    assert not [each for each in waiting if "useinputmethods" in each]


def test_a_key_after_it_woke_comes_once(window: Window) -> None:
    window.go("three_public")
    wait(window, lambda: awake(window))
    field = window.root.focus_get()
    assert field is not None
    field.event_generate("<Key-7>")
    assert field.get() == "7"  # type: ignore[attr-defined]  # as above


def test_waking_tells_no_field_twice_that_it_has_the_keys(window: Window) -> None:
    window.go("terms")
    field = window.root.focus_get()
    assert field is not None
    window.root.update()
    heard: list[object] = []
    field.bind("<FocusIn>", heard.append, add="+")
    input_method.let_rest(field)
    input_method.wake(field)
    wait(window, lambda: awake(window))
    assert not heard


def test_a_page_that_cannot_be_built_leaves_it_awake(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_: object) -> None:
        raise RuntimeError("a page that cannot be built")

    wait(window, lambda: awake(window))
    monkeypatch.setattr("jsxh_desktop.ui.desk.build", fault)
    with pytest.raises(RuntimeError, match="cannot be built"):
        window.go("terms")
    wait(window, lambda: awake(window))
