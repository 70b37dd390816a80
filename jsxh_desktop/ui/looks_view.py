"""打印前看一眼: what is wrong, missing or unprintable, each line leading to it."""

from __future__ import annotations

import tkinter as tk
from functools import partial

from jsxh_desktop.app.before_print import Look, looks
from jsxh_desktop.app.proof import Proof
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.wrapped_label import WrappedLabel

SIGNS = {
    "error": ("exclamation-triangle-fill", "danger"),
    "gap": ("pencil-square", "warn"),
    "character": ("question-circle-fill", "warn"),
    "good": ("check-circle-fill", "ok"),
}
ADVICE = "可以先打印草稿，交上去之前把错误和待填改完。"


class LooksView:
    """Rebuilt only when there is something else to say."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell = shell
        self.shown: tuple[Look, ...] = ()
        theme = shell.theme
        self.widget = pieces.frame(theme, parent)
        pieces.label(theme, self.widget, "打印前看一眼", font="section").pack(anchor="w")
        self._lines = pieces.frame(theme, self.widget)
        self._lines.pack(fill="x", pady=(theme.px(4), theme.px(8)))
        self._lines.columnconfigure(1, weight=1)
        WrappedLabel(theme, self.widget, ADVICE, "text3", "small").widget.pack(fill="x")

    def refresh(self, proof: Proof | None) -> None:
        """Bring the lines in line with the filing and its print, once it is examined."""
        workspace, checker = self._shell.workspace, self._shell.checker
        if checker.found is None:
            return
        found = looks(
            workspace.filing,
            checker.rows,
            checker.gaps,
            proof.unprintable if proof else (),
        )
        if found != self.shown:
            self.shown = found
            for child in self._lines.winfo_children():
                child.destroy()
            for row, look in enumerate(found):
                self._put(row, look)

    def _put(self, row: int, look: Look) -> None:
        theme, px = self._shell.theme, self._shell.theme.px
        sign, colour = SIGNS[look.sign]
        pieces.icon(theme, self._lines, sign, 13, colour).grid(
            row=row, column=0, sticky="n", padx=(0, px(8)), pady=px(7)
        )
        words = WrappedLabel(theme, self._lines, look.words)
        words.widget.grid(row=row, column=1, sticky="ew", pady=px(4))
        if look.action:
            go = partial(self._shell.go, look.page, look.place)
            link = pieces.link(theme, self._lines, look.action, go)
            link.grid(row=row, column=2, sticky="n", padx=(px(8), 0), pady=px(4))
