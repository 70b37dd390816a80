"""How wide a text is, and as much of it as there is room for."""

from __future__ import annotations

import tkinter as tk
from tkinter import font as tkfont

CUT = "…"


class CutText:
    """Measures in one font by its characters: asking Tk for each text takes too long."""

    def __init__(self, font: str, root: tk.Misc) -> None:
        self._font = tkfont.nametofont(font, root=root)
        self._widths: dict[str, int] = {}

    @property
    def line(self) -> int:
        """How many pixels high a line is."""
        return int(self._font.metrics("linespace"))

    def width(self, text: str) -> int:
        """About how many pixels a text takes."""
        widths = self._widths
        for char in text:
            if char not in widths:
                widths[char] = self._font.measure(char)
        return sum(widths[char] for char in text)

    def cut(self, text: str, room: int) -> str:
        """The text in one line, or its beginning and a sign that there is more."""
        line = " ".join(text.split())
        if self.width(line) <= room:
            return line
        left = room - self.width(CUT)
        for place, char in enumerate(line):
            left -= self.width(char)
            if left < 0:
                return line[:place] + CUT
        return line
