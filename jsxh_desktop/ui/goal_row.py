"""One goal on the screen: its number, what was expected, what was done, what moves it."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Mapping, Sequence

from jsxh_desktop.app.check_model import SIGNS as SEVERITIES
from jsxh_desktop.app.mark import Mark
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.project import Goal
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.prose_input import ProseInput
from jsxh_desktop.ui.reactions import Reactions
from jsxh_desktop.ui.severity_signs import ORDER, is_wrong, note_of
from jsxh_desktop.ui.theme import Theme

SIDES: tuple[Entry[str], ...] = (Goal.expected, Goal.done)
NUMBER, SIGNS = 22, 74
UP, DOWN, AWAY = "↑", "↓", "×"
TOLD = {UP: "上移　Alt+↑", DOWN: "下移　Alt+↓", AWAY: "删去这一条"}


class GoalRow:
    """`key` is the id of its goal; the goals view says what happens in it."""

    def __init__(
        self,
        theme: Theme,
        parent: tk.Misc,
        key: int,
        reactions: Mapping[Entry[str], Reactions],
    ) -> None:
        self.key = key
        self._theme = theme
        px = theme.px
        self.area = pieces.frame(theme, parent)
        self.inputs: dict[Entry[str], ProseInput] = {}
        sides = [pieces.frame(theme, self.area) for _ in SIDES]
        for column, (side, entry) in enumerate(zip(sides, SIDES, strict=True)):
            self.area.columnconfigure(column, weight=1, uniform="side")
            side.grid(row=0, column=column, sticky="new", padx=(px(12) if column else 0, 0))
            side.columnconfigure(1, weight=1)
            made = self.inputs[entry] = ProseInput(theme, side, reactions[entry], least=1)
            made.widget.grid(row=0, column=1, sticky="new")
        first, self._last = sides
        first.columnconfigure(0, minsize=px(NUMBER))
        self._number = pieces.label(theme, first, "", "text2", "small")
        self._number.grid(row=0, column=0, sticky="nw", pady=(px(8), 0))
        self._told: list[Mark] = []
        pieces.tell_on_hover(self._number, lambda: "\n".join(mark.words for mark in self._told))
        self._signs: dict[str, tk.Label] = {}
        for column, sign in enumerate(TOLD, start=2):
            self._signs[sign] = self._sign(sign, column)

    def on_move(self, move: Callable[[int], object]) -> None:
        """What ↑ and ↓ do, by sign and by Alt and the arrow."""
        for sign, event, by in ((UP, "<Alt-Up>", -1), (DOWN, "<Alt-Down>", 1)):

            def call(_event: object = None, by: int = by) -> str:
                move(by)
                return "break"

            pieces.on_press(self._signs[sign], call, keys=False)
            for each in self.inputs.values():
                each.box.bind(event, call)

    def on_remove(self, remove: Callable[[], object]) -> None:
        """What × does, and Backspace where nothing is written."""

        def erase(_event: object) -> str | None:
            if any(each.text for each in self.inputs.values()):
                return None
            remove()
            return "break"

        pieces.on_press(self._signs[AWAY], remove, keys=False)
        for each in self.inputs.values():
            each.box.bind("<BackSpace>", erase)
            each.box.bind("<Alt-Delete>", self._away(remove))

    def on_paste(self, paste: Callable[[Entry[str]], str]) -> None:
        """What Ctrl+V does on a side."""
        for side, each in self.inputs.items():
            each.box.bind("<<Paste>>", lambda _event, side=side: paste(side))  # type: ignore[misc]  # bound now

    @staticmethod
    def _away(remove: Callable[[], object]) -> Callable[[object], str]:
        def call(_event: object) -> str:
            remove()
            return "break"

        return call

    def show(
        self, place: int, count: int, texts: Sequence[str], marks: Sequence[Mark | None]
    ) -> None:
        """Bring the row in line; signs that can do nothing here are pale."""
        self._told = [mark for mark in marks if mark]
        worst = min(self._told, key=lambda mark: ORDER.index(mark.severity), default=None)
        sign, colour = (SEVERITIES[worst.severity], note_of(worst)[1]) if worst else ("", "text2")
        self._number.configure(text=f"{sign}{place + 1}", foreground=self._theme.palette[colour])
        for each, text, mark in zip(self.inputs.values(), texts, marks, strict=True):
            each.show(text, wrong=is_wrong(mark))
        idle = {UP: place == 0, DOWN: place == count - 1}
        for sign, made in self._signs.items():
            colour = "line" if idle.get(sign) else "text3"
            made.configure(foreground=self._theme.palette[colour])

    def _sign(self, sign: str, column: int) -> tk.Label:
        px = self._theme.px
        made = pieces.label(self._theme, self._last, sign, "text3", "small", cursor="hand2")
        made.configure(padx=px(5), pady=px(6))
        made.grid(row=0, column=column, sticky="n")
        pieces.tell_on_hover(made, lambda: TOLD[sign])
        return made
