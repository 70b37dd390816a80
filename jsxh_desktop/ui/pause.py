"""Something to be done once the clerk has paused."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable

LENGTH = 3000  # ms


class Pause:
    """Waits anew with each `begin`; a widget that is gone by then is left alone."""

    def __init__(self, widget: tk.Misc, do: Callable[[], object]) -> None:
        self._widget = widget
        self._do = do
        self._waiting = ""
        widget.bind("<Destroy>", lambda _event: self.end(), add="+")

    def begin(self, length: int = LENGTH) -> None:
        """A key was pressed: wait from now on."""
        self.end()
        self._waiting = self._widget.after_idle(self._painting, length)  # once the work is done

    def end(self) -> None:
        """It need not be done any more."""
        if self._waiting:
            self._widget.after_cancel(self._waiting)
            self._waiting = ""

    def _painting(self, length: int) -> None:
        """The work is done; what is to be painted may wait behind this, long on a slow machine."""
        self._waiting = self._widget.after_idle(self._begun, length)

    def _begun(self, length: int) -> None:
        self._waiting = self._widget.after(length, self._over)

    def _over(self) -> None:
        self._waiting = ""
        self._do()
