"""One term: its name, whose words explain it, and the explanation to type over."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable

from jsxh_desktop.app.mark import Mark
from jsxh_desktop.app.terms_model import Explained, Whose
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.prose_input import ProseInput
from jsxh_desktop.ui.reactions import Reactions
from jsxh_desktop.ui.severity_signs import is_wrong, note_of
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.wrapped_label import WrappedLabel

NUMBER, STATE = 32, 190
COLOURS = {Whose.GIVEN: "text3", Whose.OWN: "primary", Whose.NOBODY: "warn"}


class TermBlock:
    """`undo` is the link at the right: back to the given words, or away with an added term."""

    def __init__(
        self,
        shell: Shell,
        parent: tk.Frame,
        name: str,
        react: Reactions,
        undo: Callable[[], object],
    ) -> None:
        theme, px = shell.theme, shell.theme.px
        self._theme = theme
        self.area = pieces.frame(theme, parent)
        self.area.columnconfigure(0, minsize=px(NUMBER))
        self.area.columnconfigure(1, weight=1)
        self._number = pieces.label(theme, self.area, "", "text2")
        self._number.grid(row=0, column=0, sticky="ne", padx=(0, px(8)))
        head = pieces.frame(theme, self.area)
        head.grid(row=0, column=1, sticky="ew")
        head.columnconfigure(0, weight=1)
        title = WrappedLabel(theme, head, name, font="strong").widget
        title.grid(row=0, column=0, sticky="ew")
        self._whose = pieces.label(theme, head, "", "text3", "small")
        self._whose.grid(row=0, column=1, sticky="ne", padx=(px(12), 0), pady=(px(2), 0))
        self._undo = pieces.link(theme, head, "", undo)
        self._undo.grid(row=0, column=2, sticky="ne", padx=(px(12), 0))
        self.input = ProseInput(theme, self.area, react, least=1)
        self.input.widget.grid(row=1, column=1, sticky="ew", pady=(px(4), 0))
        self._note = WrappedLabel(theme, self.area, "", "danger", "small")

    def show(self, number: int, term: Explained, text: str, mark: Mark | None) -> None:
        """Bring the block in line."""
        self._number.configure(text=str(number))
        self.input.show(text, wrong=is_wrong(mark))
        self._whose.configure(
            text=term.whose.value, foreground=self._theme.palette[COLOURS[term.whose]]
        )
        words = "删去" if term.added else "恢复原文" if term.whose is Whose.OWN else ""
        self._undo.configure(text=words, takefocus=bool(words))
        if words:
            self._undo.grid()
        else:
            self._undo.grid_remove()
        said, colour = note_of(mark)
        self._note.say(said)
        self._note.widget.configure(foreground=self._theme.palette[colour])
        if said:
            self._note.widget.grid(row=2, column=1, sticky="ew")
        else:
            self._note.widget.grid_forget()
