"""The list below the desk says nothing it does not know."""

from __future__ import annotations

import tkinter as tk

import pytest

from jsxh_desktop.ui.findings_view import FindingsView
from jsxh_desktop.ui.window import Window
from tests.ui.checked import words


@pytest.mark.looks
def test_before_anything_is_known_no_count_is_made_up(window: Window) -> None:
    fresh = FindingsView(window, tk.Frame(window.root), lambda _row: None)
    fresh.show((), "organization", is_known=False)
    waiting = words(fresh.widget)
    fresh.show((), "organization", is_known=True)
    assert not any("错误" in each for each in waiting)
    assert "▲ 错误 0" in words(fresh.widget)
