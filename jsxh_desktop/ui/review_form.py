"""One line to account for a finding: why it is right as it is, and who says so."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme

WHO = 9  # characters
ASKED = "为什么没有问题"


class ReviewForm:
    """Enter in either field confirms, Esc gives up.

    `typed` is called at every key and `confirm` at the end, with the reason and the name.
    """

    def __init__(
        self,
        theme: Theme,
        parent: tk.Misc,
        typed: Callable[[str, str], object],
        confirm: Callable[[str, str], object],
        give_up: Callable[[], object],
    ) -> None:
        self._theme, self._typed, self._confirm, self._give_up = theme, typed, confirm, give_up
        px = theme.px
        self.widget = pieces.frame(theme, parent)
        head = pieces.frame(theme, self.widget)
        head.pack(fill="x")
        self._asked = pieces.label(theme, head, ASKED, "text2", "small")
        self._asked.pack(side="left")
        line = pieces.frame(theme, self.widget)
        line.pack(fill="x", pady=(px(4), 0))
        self._words = tk.StringVar(self.widget), tk.StringVar(self.widget)
        self._is_put = False
        self._reason = ttk.Entry(line, width=1, textvariable=self._words[0])
        self._reason.pack(side="left", fill="x", expand=True)
        self._who = ttk.Entry(
            head,
            width=WHO,
            textvariable=self._words[1],
            font=theme.font("small"),
            style="Small.TEntry",
        )
        self._who.pack(side="right")
        pieces.label(theme, head, "核实人", "text2", "small").pack(side="right", padx=px(6))
        confirm_button = pieces.button(line, "确认", self._entered)
        confirm_button.pack(side="left", padx=(px(8), 0))
        for box, words in zip((self._reason, self._who), self._words, strict=True):
            pieces.on_each_change(box, words, self._changed)
            box.bind("<Return>", lambda _event: self._entered())
            box.bind("<KP_Enter>", lambda _event: self._entered())
            box.bind("<Escape>", lambda _event: self._left())

    def begin(self, reason: str, who: str) -> None:
        """Take the keys, with what was written before."""
        self._is_put = True
        for words, text in zip(self._words, (reason, who), strict=True):
            words.set(text)
        self._is_put = False
        self._say(ASKED, "text2")
        self._reason.focus_set()
        self._reason.selection_range(0, "end")

    def refuse(self, sentence: str) -> None:
        """Say what is missing; the caret goes there."""
        self._say(f"▲ {sentence}", "danger")
        self._reason.focus_set()

    def _say(self, words: str, colour: str) -> None:
        self._asked.configure(text=words, foreground=self._theme.palette[colour])

    def _changed(self) -> None:
        if not self._is_put:
            self._typed(*self.written)

    @property
    def written(self) -> tuple[str, str]:
        """The reason and the name."""
        return self._reason.get(), self._who.get().strip()

    def _entered(self) -> str:
        self._confirm(*self.written)
        return "break"

    def _left(self) -> str:
        self._give_up()
        return "break"
