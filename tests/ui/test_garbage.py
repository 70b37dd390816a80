"""What Tk made ends in the window's thread, whichever thread makes garbage at that moment."""

from __future__ import annotations

import gc
import threading
import tkinter as tk
from concurrent.futures import ThreadPoolExecutor

from jsxh_desktop.ui.application import Application


class Ending(tk.StringVar):
    """Tells in which thread it ended."""

    ended: list[threading.Thread] = []  # noqa: RUF012 - of all of them

    def __del__(self) -> None:
        self.ended.append(threading.current_thread())
        super().__del__()


def test_a_variable_left_over_does_not_end_in_another_thread(application: Application) -> None:
    """There it would wait for the window, which waits for that thread: both for ever."""
    left = Ending(application.root)
    left.own = left  # type: ignore[attr-defined]  # a ring, as between a page and its fields
    del left

    def make_garbage() -> None:
        for _ in range(200_000):
            ring: list[object] = []
            ring.append(ring)

    with ThreadPoolExecutor(1) as other:
        other.submit(make_garbage).result()
    gc.collect()
    assert Ending.ended == [threading.main_thread()]
