"""The wheel moves what the mouse is over; what stands in an area is laid out for its room."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Iterator

import pytest
import ttkbootstrap as ttk

from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.scrolling import bar_beside, scrolled

LINES = 60


def filled(area: ttk.ScrolledFrame, lines: int = LINES) -> list[tk.Label]:
    labels = [tk.Label(area, text=f"第 {number} 行") for number in range(lines)]
    for label in labels:
        label.pack()
    area.update()
    return labels


def top(area: ttk.ScrolledFrame) -> float:
    first, _ = area.yview() or (0.0, 1.0)
    return first


@pytest.fixture
def area(application: Application) -> Iterator[ttk.ScrolledFrame]:
    made = scrolled(application.root, height=200)
    made.place(x=0, y=0, width=300, height=200)
    yield made
    made.destroy()


def test_over_whatever_stands_in_an_area(area: ttk.ScrolledFrame) -> None:
    labels = filled(area)
    labels[2].event_generate("<Button-5>")
    down = top(area)
    labels[2].event_generate("<Button-4>")
    assert down > top(area) == 0


def test_over_what_came_after_the_mouse(area: ttk.ScrolledFrame) -> None:
    filled(area)
    area.container.event_generate("<Enter>")
    late = tk.Label(area, text="后来的一行")
    late.pack()
    area.update()
    late.event_generate("<Button-5>")
    assert top(area) > 0


def test_an_area_in_another_moves_alone(area: ttk.ScrolledFrame) -> None:
    inner = scrolled(area, height=80)
    inner.pack()
    words = filled(inner)
    filled(area)
    words[0].event_generate("<Button-5>")
    assert top(inner) > 0
    assert top(area) == 0


def test_an_area_that_shows_all_of_itself_lets_the_one_around_it_move(
    area: ttk.ScrolledFrame,
) -> None:
    inner = scrolled(area, height=80)
    inner.pack()
    (word,) = filled(inner, 1)
    filled(area)
    word.event_generate("<Button-5>")
    assert top(area) > 0


def test_a_bar_that_hides_comes_and_goes_with_the_mouse(application: Application) -> None:
    area = scrolled(application.root, auto_hide=True)
    area.pack()
    shown = []
    for event in ("<Enter>", "<Leave>"):
        area.container.event_generate(event)
        shown.append(area.vbar.winfo_manager())
    area.destroy()
    assert shown == ["grid", ""]


def test_what_stands_in_an_area_is_laid_out_once_it_is_known_how_wide_it_is(
    application: Application,
) -> None:
    made = scrolled(application.root, width=500, height=200)
    part = tk.Frame(made, height=20)
    widths: list[int] = []
    part.bind("<Configure>", lambda event: widths.append(event.width))
    part.pack(fill="x")
    application.root.update_idletasks()
    made.place(x=0, y=0, width=300, height=200)
    application.root.update()
    made.destroy()
    assert len(widths) == 1
    assert 280 < widths[0] < 300


def bar(area: ttk.ScrolledFrame) -> bool:
    return any(
        isinstance(part, ttk.Scrollbar) and part.winfo_ismapped()
        for part in area.container.winfo_children()
    )


def test_a_bar_stands_only_where_there_is_more(area: ttk.ScrolledFrame) -> None:
    few = filled(area, 2)
    assert not bar(area)
    several = filled(area)
    assert bar(area)
    for label in (*several, *few[1:]):
        label.destroy()
    area.update()
    assert not bar(area)


def test_a_bar_takes_no_room_from_what_it_stands_beside(area: ttk.ScrolledFrame) -> None:
    filled(area, 2)
    width = area.winfo_width()
    filled(area)
    assert area.winfo_width() == width


def test_a_list_has_a_bar_only_where_there_is_more(application: Application) -> None:
    frame = tk.Frame(application.root)
    frame.place(x=0, y=0, width=300, height=200)
    tree = ttk.Treeview(frame)
    bar_beside(tree)
    tree.pack(side="left", fill="both", expand=True)
    for number in range(LINES):
        tree.insert("", "end", iid=str(number))
        if number == 0:
            frame.update()
            alone = tree.winfo_width()
    frame.update()
    beside = tree.winfo_width()
    tree.delete(*map(str, range(1, LINES)))
    frame.update()
    assert (alone, tree.winfo_width()) == (300, 300)
    assert beside < alone
    frame.destroy()
