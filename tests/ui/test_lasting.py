"""What is drawn or shown anew all day long leaves nothing behind in Tk."""

from __future__ import annotations

import tkinter as tk

from jsxh_desktop.app.live_figures import Live
from jsxh_desktop.app.report_model import Said
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.grid_view import GridView
from jsxh_desktop.ui.running_text import RunningText
from jsxh_desktop.ui.scrolling import scrolled

FIGURES = (Live(3, 9, "income"), Live(12, 18, "economic"))


def commands(root: tk.Tk) -> int:
    """How many functions Tk can call, of which each keeps what it is of."""
    return len(root.tk.splitlist(root.tk.call("info", "commands")))


def test_a_grid_is_drawn_again_and_again(application: Application, grid: GridView) -> None:
    before = commands(application.root)
    for _ in range(5):
        grid.refresh()
    assert commands(application.root) == before


def test_an_area_that_scrolls_goes_with_all_it_called(application: Application) -> None:
    before = commands(application.root)
    area = scrolled(application.root)
    area.pack()
    area.destroy()
    assert commands(application.root) == before


def test_a_text_with_other_figures_is_written_again_and_again(application: Application) -> None:
    text = RunningText(application.theme, application.root, lambda _live: None)
    text.widget.pack(fill="x")
    text.show([Said("收入10.00万元，支出20.00万元。", FIGURES)])
    application.root.update()
    before = commands(application.root)
    for amount in range(11, 16):
        text.show([Said(f"收入{amount}.00万元，支出20.00万元。", FIGURES)])
    after = commands(application.root)
    text.widget.destroy()
    assert after == before


def test_a_click_on_a_figure_goes_to_that_figure(application: Application) -> None:
    gone: list[Live] = []
    text = RunningText(application.theme, application.root, gone.append)
    text.widget.pack(fill="x")
    text.show([Said("收入10.00万元，支出20.00万元。", FIGURES)])
    application.root.update()
    (box,) = text.widget.winfo_children()
    assert isinstance(box, tk.Text)
    for at in ("1.6", "1.16"):
        x, y, *_ = box.bbox(at) or (0, 0)
        box.event_generate("<Motion>", x=x + 2, y=y + 2)
        box.event_generate("<Button-1>", x=x + 2, y=y + 2)
    text.widget.destroy()
    assert tuple(gone) == FIGURES
