"""Words beside what the mouse rests on: those of this very place, nothing where there are none."""

from __future__ import annotations

import time
import tkinter as tk
from collections.abc import Iterator

import pytest

from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.pieces import tell_on_hover

REST = 0.6  # s


@pytest.fixture
def said() -> list[str]:
    """What there is to say; its last is what is true now."""
    return []


@pytest.fixture
def label(application: Application, said: list[str]) -> Iterator[tk.Label]:
    made = tk.Label(application.root, text="财政拨款")
    made.place(x=10, y=10)
    tell_on_hover(made, lambda: said[-1] if said else "")
    application.root.update()
    yield made
    made.destroy()


def shown(label: tk.Label) -> list[str]:
    """What stands beside it after a while."""
    end = time.monotonic() + REST
    while time.monotonic() < end:
        label.update()
        time.sleep(0.02)
    tips = [child for child in label.winfo_children() if isinstance(child, tk.Toplevel)]
    return [str(part.cget("text")) for tip in tips for part in tip.winfo_children()]


def test_words_come_when_the_mouse_rests(label: tk.Label, said: list[str]) -> None:
    said.append("一般公共预算")
    label.event_generate("<Enter>")
    assert shown(label) == ["一般公共预算"]


def test_nothing_comes_where_there_is_nothing_to_say(label: tk.Label) -> None:
    label.event_generate("<Enter>")
    assert shown(label) == []


def test_other_words_come_as_the_mouse_moves_on(label: tk.Label, said: list[str]) -> None:
    label.event_generate("<Enter>")
    shown(label)
    said.append("一般公共预算")
    label.event_generate("<Motion>")
    assert shown(label) == ["一般公共预算"]
    said.append("")
    label.event_generate("<Motion>")
    assert shown(label) == []
