"""Where the window may stand again, and that it has its size there."""

from __future__ import annotations

import tkinter as tk
from typing import cast

import pytest

from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.screen import seen, stand_unseen

ROOM = (1366, 768)


def test_a_window_stands_again_where_it_stood() -> None:
    assert seen("1180x640+20+30", ROOM) == "1180x640+20+30"


@pytest.mark.parametrize("geometry", ["", "x", "1366x700+1920+0", "1920x1000+0+0", "800x600+-9+0"])
def test_a_window_that_could_not_be_seen_is_placed_anew(geometry: str) -> None:
    assert seen(geometry, ROOM) == ""


def test_a_window_that_stands_unseen_has_its_size(application: Application) -> None:
    window = tk.Toplevel(application.root)
    window.withdraw()
    window.geometry("300x200")
    stand_unseen(cast("tk.Tk", window))
    stood = window.winfo_viewable(), window.winfo_width()
    window.destroy()
    assert stood == (1, 300)
