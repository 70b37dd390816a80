"""Waiting for the checks beside the window, and the words and buttons of what they show."""

from __future__ import annotations

import time
import tkinter as tk
from collections.abc import Callable
from typing import Any

from jsxh_desktop.ui.window import Window

PATIENCE, BLINK = 3000, 0.01  # looks, and seconds from one to the next
SOON = 50  # ms after opening until all is checked, where that is waited for


def wait(window: Window, so: Callable[[], object]) -> None:
    """Look until something is there."""
    for _ in range(PATIENCE):
        window.root.update()
        if so():
            return
        time.sleep(BLINK)
    raise AssertionError("nothing came of it")


def settle(window: Window) -> Window:
    """Have all examined that was typed, and wait for it."""
    window.checks.changed(0)
    wait(window, lambda: window.checker.is_current)
    return window


def words(widget: tk.Misc) -> list[str]:
    """Every word of the labels and buttons within."""
    own = [str(widget["text"])] if widget.winfo_class() in {"Label", "TButton"} else []
    return [*own, *(text for child in widget.winfo_children() for text in words(child))]


def press_button(widget: tk.Misc, text: str) -> None:
    """The button that begins with these words."""
    below: list[Any] = [widget]
    while below:
        each = below.pop()
        below += each.winfo_children()
        if each.winfo_class() == "TButton" and str(each["text"]).startswith(text):
            each.invoke()
            widget.update()
            return
    raise AssertionError(f"no {text} in {words(widget)}")
