"""Hands work from other threads to the window's own."""

from __future__ import annotations

import queue
import tkinter as tk
from collections.abc import Callable

EVERY = 25  # ms: shorter than anyone sees, long enough to rest


class Mailbox:
    """Anyone posts, the window's thread does; Tk itself must not be called from elsewhere."""

    def __init__(self, root: tk.Misc) -> None:
        self._root = root
        self._letters: queue.SimpleQueue[Callable[[], object]] = queue.SimpleQueue()
        self._next = root.after(EVERY, self._empty)

    def post(self, work: Callable[[], object]) -> None:
        """Have something done soon in the window's thread."""
        self._letters.put(work)

    def close(self) -> None:
        """Do what came in, then stop."""
        self._root.after_cancel(self._next)
        self._do_all()

    def _empty(self) -> None:
        self._next = self._root.after(EVERY, self._empty)
        self._do_all()

    def _do_all(self) -> None:
        while True:
            try:
                letter = self._letters.get_nowait()
            except queue.Empty:
                return
            letter()
