"""The field of a grid: one Text that has its keys all the time and opens in the cell typed into.

It rests, a point wide, in the cell of the cursor. So an input method that is composing does not
change fields when the cell opens, and shows its characters where they will stand.
"""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from jsxh_desktop.app.grid_layout import Align
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.clipboard_text import clipboard_text
from jsxh_desktop.ui.theme import Theme
from jsxh_desktop.ui.topic import focused

EDGE = 2
RESTS = 3
JUSTIFY: dict[Align, Literal["left", "center", "right"]] = {
    Align.LEFT: "left",
    Align.CENTRE: "center",
    Align.RIGHT: "right",
}


@dataclass(frozen=True, slots=True)
class EditorReactions:
    """What the editor tells.

    `begun`: something was typed while it rested; `typed`: the text after each key; `left`: the
    focus went elsewhere; `focused`: whether the keys come here.
    """

    begun: Callable[[str], object]
    typed: Callable[[str], object]
    left: Callable[[], object]
    focused: Callable[[bool], object]


class CellEditor:
    """`padding` is how far a text stands off the line of the grid."""

    def __init__(
        self, theme: Theme, canvas: tk.Canvas, padding: int, react: EditorReactions
    ) -> None:
        self.is_open = False
        self.many = False
        self._react, self._theme = react, theme
        self._held = ""
        self._bounds = (0, 0, 1, 1)
        self._edge = max(EDGE, theme.px(EDGE))
        colours = theme.palette
        self._frame = pieces.card(theme, canvas, "surface", "primary")
        self._frame.pack_propagate(False)
        self.box = tk.Text(
            self._frame,
            width=1,
            height=1,
            wrap="char",
            font=theme.font("body"),
            background=colours.surface,
            foreground=colours.text,
            selectbackground=colours.tint,
            selectforeground=colours.text,
            borderwidth=0,
            highlightthickness=0,
            padx=max(0, padding - self._edge),
            pady=0,
            spacing1=1,
        )
        self.box.pack(fill="both", expand=True)
        self.box.bind("<<Modified>>", lambda _event: self._modified())
        self.box.bind("<FocusIn>", lambda _event: react.focused(True))
        self.box.bind("<FocusOut>", lambda _event: self._focus_gone())
        self.rest(0, 0)

    @property
    def text(self) -> str:
        return self.box.get("1.0", "end-1c")

    @property
    def is_changed(self) -> bool:
        """Whether it holds something else than the cell did."""
        return self.text != self._held

    def open(
        self,
        bounds: tuple[int, int, int, int],
        held: str,
        typed: str | None,
        align: Align,
        *,
        many: bool,
    ) -> None:
        """Stand at x, y, width, height with what the cell holds, or with what was typed over it.

        `many` lets the text have several lines.
        """
        self.is_open, self.many, self._held, self._bounds = True, many, held, bounds
        if typed:
            self._react.typed(typed)  # before it is painted
        self.box.replace("1.0", "end", held if typed is None else typed)
        self.box.tag_configure("all", justify=JUSTIFY[align])
        self.box.tag_add("all", "1.0", "end")
        self.box.edit_modified(False)
        self.box.configure(insertbackground=self._theme.palette.text)
        self._frame.configure(highlightthickness=self._edge)
        self.box.mark_set("insert", "end-1c")
        self._fit()
        self._frame.lift()
        self.box.focus_set()

    def close(self) -> None:
        """Rest again; what stood in it is the caller's to have taken."""
        if self.is_open:
            x, y, _, _ = self._bounds
            self.rest(x, y)

    def rest(self, x: int, y: int) -> None:
        """Wait in the cell at x, y, without being seen."""
        self.is_open = False
        self.box.delete("1.0", "end")
        self.box.edit_modified(False)
        self.box.configure(insertbackground=self._theme.palette.surface)
        self._frame.configure(highlightthickness=0)
        self._frame.place(x=x + RESTS, y=y + RESTS, width=1, height=1)

    def follow(self, x: int, y: int) -> None:
        """The cells were scrolled."""
        if self.is_open:
            self._bounds = (x, y, *self._bounds[2:])
            self._frame.place_configure(x=x, y=y)
        else:
            self._frame.place_configure(x=x + RESTS, y=y + RESTS)

    def take_typed(self) -> None:
        """Open for what was typed while it rested, before anything else is done with the cell."""
        typed = self.text
        if not self.is_open and typed:
            self.rest(self._frame.winfo_x() - RESTS, self._frame.winfo_y() - RESTS)
            self._react.begun(typed)

    def undo(self) -> bool:
        """Take back what is being typed; whether there was anything to take back."""
        if not (self.is_open and self.is_changed):
            return False
        self.box.replace("1.0", "end-1c", self._held)
        return True

    def new_line(self) -> None:
        if self.many:
            self.box.insert("insert", "\n")

    def paste(self) -> None:
        """Over what is selected, as everywhere but in Tk under X."""
        pasted = clipboard_text(self.box)
        if self.box.tag_ranges("sel"):
            self.box.delete("sel.first", "sel.last")
        self.box.insert("insert", pasted if self.many else " ".join(pasted.split("\n")).strip())

    def _modified(self) -> None:
        if not self.box.edit_modified():
            return
        self.box.edit_modified(False)
        if self.is_open:
            self._react.typed(self.text)  # before it is painted
            self.box.tag_add("all", "1.0", "end")
            self._fit()
        else:
            self.take_typed()

    def _fit(self) -> None:
        """Grow downwards with the lines; never less than the cell."""
        x, y, width, height = self._bounds
        self._frame.place(x=x, y=y, width=width, height=height)
        self.box.update_idletasks()
        counted = self.box.count("1.0", "end", "ypixels") or (0,)
        wanted = (counted if isinstance(counted, int) else counted[0]) + 2 * self._edge
        if wanted > height:
            self._frame.place_configure(height=wanted)

    def _focus_gone(self) -> None:
        """To another field: what stands here counts. To another program: it stays open."""
        if focused(self.box) is None:
            return
        self._react.focused(False)
        if self.is_open:
            self._react.left()
