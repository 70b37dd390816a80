"""One field of a single record in a line of its own: above a grid it belongs to."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from typing import Any

from jsxh_desktop.app.check_marks import note
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.cut_label import CutLabel
from jsxh_desktop.ui.inputs import make_input
from jsxh_desktop.ui.reactions import Reactions
from jsxh_desktop.ui.severity_signs import is_wrong, note_of
from jsxh_desktop.ui.shell import Shell

WIDTH = 132


class FieldLine:
    """Label, input, unit and a note; `on` is where Enter goes."""

    def __init__(
        self,
        parent: tk.Misc,
        shell: Shell,
        entry: Entry[Any],
        note: Callable[[], str],
        on: Callable[[], object],
    ) -> None:
        self._shell, self._place, self._note = shell, Place(entry), note
        theme, workspace, px = shell.theme, shell.workspace, shell.theme.px
        self.widget: tk.Widget = pieces.frame(theme, parent)
        pieces.label(theme, self.widget, entry.label).pack(side="left", padx=(0, px(10)))
        room = pieces.frame(theme, self.widget, width=px(WIDTH), height=theme.row(35))
        room.pack_propagate(False)
        room.pack(side="left")
        reactions = Reactions(
            typed=lambda text: workspace.typing(self._place, text),
            left=lambda text: workspace.leave(self._place, text),
            entered=lambda: workspace.exact_text(self._place),
            walk=lambda _by: on(),
        )
        self._input = make_input(theme, room, entry, reactions)
        self._input.widget.pack(fill="both", expand=True)
        self._unit = pieces.label(theme, self.widget, "", "text2")
        self._unit.pack(side="left", padx=(px(8), px(16)))
        self._said = CutLabel(theme, self.widget, "text3", "small")
        self._said.widget.pack(side="left", fill="x", expand=True)
        self._said.widget.bind("<Configure>", lambda event: self._said.fit(event.width))
        self.refresh()

    def refresh(self) -> None:
        workspace = self._shell.workspace
        mark = note(workspace, self._place)
        self._input.show(workspace.text(self._place), wrong=is_wrong(mark))
        self._unit.configure(text=workspace.unit)
        said, colour = note_of(mark) if mark else (self._note(), "text3")
        self._said.say(said)
        self._said.widget.configure(foreground=self._shell.theme.palette[colour])
        if self._said.widget.winfo_ismapped():
            self._said.fit(self._said.widget.winfo_width())

    def show_place(self, place: Place) -> bool:
        """Put the caret into the field if it is this one."""
        if place == self._place:
            self._input.focus()
        return place == self._place

    def flush(self) -> None:
        self._input.leave()
