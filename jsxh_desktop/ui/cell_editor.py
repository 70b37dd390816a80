"""The field that opens in a cell: one Text, moved to where it is wanted."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from jsxh_desktop.app.grid_layout import Align
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme

EDGE = 2
BESIDE = 2  # px tksheet leaves between the line of the grid and a text, less our edge
JUSTIFY: dict[Align, Literal["left", "center", "right"]] = {
    Align.LEFT: "left",
    Align.CENTRE: "center",
    Align.RIGHT: "right",
}


@dataclass(frozen=True, slots=True)
class EditorReactions:
    """What the editor tells: `typed` after each key; `left` with rows and columns to go on by.

    `given_up` is Esc; `pick` is F4.
    """

    typed: Callable[[str], object]
    left: Callable[[int, int], object]
    given_up: Callable[[], object]
    pick: Callable[[], object]


class CellEditor:
    """Lives on the canvas of the cells, so that it moves with them when they are scrolled."""

    def __init__(self, theme: Theme, canvas: tk.Canvas, react: EditorReactions) -> None:
        self.is_open = False
        self._canvas, self._react, self._theme = canvas, react, theme
        self._held = ""
        self._many = False
        self._least = 0
        edge = max(EDGE, theme.px(EDGE))
        self._edge = edge
        self._frame = pieces.card(theme, canvas, "surface", "primary")
        self._frame.configure(
            highlightthickness=edge, highlightcolor=theme.palette.primary, width=1, height=1
        )
        self._frame.pack_propagate(False)
        self.box = self._text(theme)
        self.box.pack(fill="both", expand=True)
        self._window = canvas.create_window(0, 0, window=self._frame, anchor="nw", state="hidden")
        self._bind()

    @property
    def text(self) -> str:
        return self.box.get("1.0", "end-1c")

    @property
    def is_changed(self) -> bool:
        """Whether it holds something else than the cell did."""
        return self.text != self._held

    def open(
        self,
        at: tuple[int, int, int, int],
        held: str,
        typed: str | None,
        column: Align,
        *,
        many: bool,
    ) -> None:
        """Stand at x, y, width, height with what the cell holds, or with what was typed over it.

        `many` lets the text have several lines.
        """
        x, y, width, height = at
        self._held, self._many, self._least = held, many, height
        self.box.delete("1.0", "end")
        self.box.insert("1.0", held if typed is None else typed)
        self.box.tag_configure("all", justify=JUSTIFY[column])
        self._justify()
        self.box.edit_modified(False)
        self._canvas.coords(self._window, x, y)
        self._canvas.itemconfigure(self._window, width=width, height=height, state="normal")
        self._frame.lift()
        self.is_open = True
        self.box.mark_set("insert", "end-1c")
        self.box.focus_set()
        self._fit()
        if typed:
            self._react.typed(typed)

    def close(self) -> None:
        """Go away; what stands in it is the caller's to have taken."""
        if self.is_open:
            self.is_open = False
            self._canvas.itemconfigure(self._window, state="hidden")

    def _text(self, theme: Theme) -> tk.Text:
        colours = theme.palette
        return tk.Text(
            self._frame,
            width=1,
            height=1,
            wrap="char",
            font=theme.font("body"),
            background=colours.surface,
            foreground=colours.text,
            insertbackground=colours.text,
            selectbackground=colours.tint,
            selectforeground=colours.text,
            borderwidth=0,
            highlightthickness=0,
            padx=theme.px(BESIDE) + EDGE,
            pady=0,
            spacing1=1,
        )

    def _bind(self) -> None:
        box = self.box
        for event, rows, columns in (
            ("<Return>", 1, 0),
            ("<KP_Enter>", 1, 0),
            ("<Shift-Return>", -1, 0),
            ("<Tab>", 0, 1),
            ("<Shift-Tab>", 0, -1),
        ):
            box.bind(event, self._leaving(rows, columns))
        if box.tk.call("tk", "windowingsystem") == "x11":
            box.bind("<ISO_Left_Tab>", self._leaving(0, -1))
        box.bind("<Up>", lambda _event: self._arrow(-1))
        box.bind("<Down>", lambda _event: self._arrow(1))
        box.bind("<Escape>", lambda _event: self._give_up())
        box.bind("<F4>", lambda _event: self._pick())
        for newline in ("<Control-Return>", "<Alt-Return>"):
            box.bind(newline, lambda _event: self._new_line())
        box.bind("<Control-z>", lambda _event: self._undo())
        box.bind("<<Modified>>", lambda _event: self._modified())
        box.bind("<<Paste>>", lambda _event: self._paste())
        box.bind("<FocusOut>", lambda _event: self._focus_gone())

    def _leaving(self, rows: int, columns: int) -> Callable[[object], str]:
        def leave(_event: object) -> str:
            self._react.left(rows, columns)
            return "break"

        return leave

    def _arrow(self, rows: int) -> str | None:
        if self._many:
            return None
        self._react.left(rows, 0)
        return "break"

    def _new_line(self) -> str:
        if self._many:
            self.box.insert("insert", "\n")
        return "break"

    def _give_up(self) -> str:
        self._react.given_up()
        return "break"

    def _pick(self) -> str:
        self._react.pick()
        return "break"

    def _undo(self) -> str | None:
        """First what is being typed is taken back; only then a step of the program."""
        if not self.is_changed:
            return None
        self.box.replace("1.0", "end-1c", self._held)
        return "break"

    def _paste(self) -> str:
        """Over what is selected, as everywhere but in Tk under X."""
        try:
            pasted = self.box.clipboard_get()
        except tk.TclError:  # nothing there
            return "break"
        if self.box.tag_ranges("sel"):
            self.box.delete("sel.first", "sel.last")
        self.box.insert("insert", pasted if self._many else " ".join(pasted.split("\n")).strip())
        return "break"

    def _modified(self) -> None:
        if not self.box.edit_modified():
            return
        self.box.edit_modified(False)
        self._justify()
        if self.is_open:
            self._fit()
            self._react.typed(self.text)

    def _justify(self) -> None:
        self.box.tag_add("all", "1.0", "end")

    def _fit(self) -> None:
        """Grow downwards with the lines; never less than the cell."""
        self.box.update_idletasks()
        counted = self.box.count("1.0", "end", "ypixels") or (0,)
        wanted = (counted if isinstance(counted, int) else counted[0]) + 2 * self._edge
        self._canvas.itemconfigure(self._window, height=max(self._least, wanted))

    def _focus_gone(self) -> None:
        """To another field: what stands here counts. To another program: it stays open."""
        if self.is_open and self.box.focus_get() is not None:
            self._react.left(0, 0)
