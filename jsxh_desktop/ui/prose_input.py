"""Running text that grows with what is written."""

from __future__ import annotations

import tkinter as tk

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.clipboard_text import clipboard_text
from jsxh_desktop.ui.reactions import Reactions, bind_walking
from jsxh_desktop.ui.theme import Theme
from jsxh_desktop.ui.topic import focused

LEAST_LINES, MOST_LINES = 3, 8


class ProseInput:
    """Running text that grows from `least` lines to eight; Ctrl+Enter breaks a line."""

    def __init__(
        self, theme: Theme, parent: tk.Misc, react: Reactions, *, least: int = LEAST_LINES
    ) -> None:
        self._react = react
        self._least = least
        self._theme = theme
        self._editing = False
        self._held = ""
        self._card = pieces.card(theme, parent, "surface", "box")
        self._box = tk.Text(
            self._card,
            height=least,
            width=10,
            wrap="char",
            undo=True,
            font=theme.font("body"),
            background=theme.palette.surface,
            foreground=theme.palette.text,
            insertbackground=theme.palette.text,
            selectbackground=theme.palette.tint,
            inactiveselectbackground=theme.palette.tint,
            selectforeground=theme.palette.text,
            borderwidth=0,
            highlightthickness=0,
            padx=theme.px(8),
            pady=theme.px(5),
            spacing3=theme.px(2),
        )
        self._box.pack(fill="both", expand=True)
        self._box.bind("<FocusIn>", self._begin)
        self._box.bind("<FocusOut>", lambda _event: self.leave())
        self._box.bind("<<Modified>>", self._changed)
        self._box.bind("<Control-Return>", self._break_line)
        self._box.bind("<<Paste>>", lambda _event: self.paste())
        self._bind_tab()
        bind_walking(self._box, react)
        self._box.bind("<Configure>", lambda _event: self._fit())

    @property
    def widget(self) -> tk.Widget:
        return self._card

    @property
    def box(self) -> tk.Text:
        """The text itself, for what inserts at its caret."""
        return self._box

    @property
    def text(self) -> str:
        return self._box.get("1.0", "end-1c")

    def show(self, text: str, *, wrong: bool) -> None:
        self._edge(wrong=wrong)
        if not self._editing or self.text == self._held:
            self._held = text
            self._put(text)

    def focus(self) -> None:
        self._box.focus_set()

    def leave(self) -> None:
        if self._editing:
            self._editing = focused(self._box) is self._box
            self._held = self.text  # it is told, so that undo may show what was there before
            self._edge(wrong=self._wrong)
            self._react.left(self.text)  # the last thing: a text left blank may take its field away

    def put(self, text: str) -> None:
        """Have other words stand here, also while it is edited."""
        self._held = text
        self._put(text)

    @property
    def has_focus(self) -> bool:
        """Whether the caret is here, or will be when the window comes to the front again."""
        return self._box.focus_lastfor() is self._box

    def around_caret(self) -> tuple[str, str]:
        """What stands before and after the caret, or the selection."""
        selected = self._box.tag_ranges("sel")
        first, last = selected if selected else ("insert", "insert")
        return self._box.get("1.0", first), self._box.get(last, "end-1c")

    def insert(self, text: str) -> None:
        """Put words at the caret, as if typed."""
        self._box.focus_set()
        self._box.insert("insert", text)

    def paste(self) -> str:
        """Over what is selected, as everywhere but in Tk under X."""
        text = clipboard_text(self._box).replace("\r\n", "\n")
        if text and self._box.tag_ranges("sel"):
            self._box.delete("sel.first", "sel.last")
        self._box.insert("insert", text)
        self._box.see("insert")
        return "break"

    def _begin(self, _event: object) -> None:
        self._editing = True
        self._held = self.text
        self._edge(wrong=self._wrong)

    def _put(self, text: str) -> None:
        if self.text != text:
            self._box.replace("1.0", "end-1c", text)
            self._box.edit_reset()
            self._box.edit_modified(False)
        self._fit()

    def _changed(self, _event: object) -> None:
        if not self._box.edit_modified():
            return
        self._box.edit_modified(False)
        if self._editing:
            self._react.typed(self.text)  # before anything may paint it
        self._fit()

    def _bind_tab(self) -> None:
        """Tab goes to the next control, as anywhere, instead of into the text."""
        back = ["<Shift-Tab>"]
        if self._box.tk.call("tk", "windowingsystem") == "x11":
            back.append("<ISO_Left_Tab>")
        self._box.bind("<Tab>", lambda _event: _focus(self._box.tk_focusNext()))
        for event in back:
            self._box.bind(event, lambda _event: _focus(self._box.tk_focusPrev()))

    def _break_line(self, _event: object) -> str:
        self._box.insert("insert", "\n")
        return "break"

    def _fit(self) -> None:
        counted = self._box.count("1.0", "end", "displaylines") or (1,)
        lines = counted if isinstance(counted, int) else counted[0]
        wanted = min(MOST_LINES, max(self._least, lines))
        if wanted != int(self._box["height"]):
            self._box.configure(height=wanted)

    def _edge(self, *, wrong: bool) -> None:
        self._wrong = wrong
        colours = self._theme.palette
        colour = colours.danger if wrong else colours.primary if self._editing else colours.box
        self._card.configure(highlightbackground=colour, highlightcolor=colour)

    _wrong = False


def _focus(widget: tk.Misc | None) -> str:
    if widget:
        widget.focus_set()
    return "break"
