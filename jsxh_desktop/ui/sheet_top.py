"""What stands above the indicators: money, score and goals, or all of it folded into one line."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from dataclasses import dataclass

from jsxh_desktop.app.evaluation_model import SheetShown
from jsxh_desktop.app.evaluation_words import in_one_line
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.sheet_form import Sheet, SheetValue
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.funds_view import FundsView
from jsxh_desktop.ui.goals_view import GoalsView
from jsxh_desktop.ui.score_card import ScoreCardView
from jsxh_desktop.ui.shell import Shell

LOW = 600
GOALS_LOW, GOALS = 2, 5
"""How many goals are seen at once in a low window, and in any other."""


@dataclass(frozen=True, slots=True)
class Does:
    """What the parts ask for; `on` goes to the indicators, `fold` shows these alone or not."""

    add_line: Callable[[], object]
    spread: Callable[[], object]
    on: Callable[[], object]
    fold: Callable[[], object]


class SheetTop:
    """A `form` with scores has points; the others say how far they are written."""

    def __init__(self, parent: tk.Misc, shell: Shell, does: Does, form: Sheet) -> None:
        self._theme = theme = shell.theme
        self._does = does
        px = theme.px
        self.widget = pieces.frame(theme, parent)
        self._open = pieces.frame(theme, self.widget)
        upper = pieces.frame(theme, self._open)
        upper.pack(fill="x")
        upper.columnconfigure(0, weight=3)
        upper.columnconfigure(1, weight=2, minsize=px(300))
        self.funds = FundsView(upper, shell, does.add_line, form)
        self.funds.widget.grid(row=0, column=0, sticky="nsew")
        self.card = ScoreCardView(upper, shell, does.spread, scored=form.scheme.scored)
        self.card.widget.grid(row=0, column=1, sticky="nsew", padx=(px(12), 0))
        most = form.limits.get(SheetValue.GOALS_DONE, 0)
        self.goals = GoalsView(self._open, shell, does.on, most=most)
        self.goals.widget.pack(fill="x", pady=(px(10), 0))
        self._line = pieces.card(theme, self.widget, "band")
        self._words = pieces.label(theme, self._line, "", "text2")
        self._words.pack(side="left", padx=px(12), pady=px(5))
        unfold = pieces.link(theme, self._line, "展开 Ctrl+Shift+F", does.fold)
        unfold.pack(side="right", padx=px(12))
        self.is_folded = False
        self._chosen = False
        self._open.pack(fill="x")

    def show(self, sheet: SheetShown) -> None:
        """Bring everything in line."""
        self.funds.show(sheet)
        self.card.show(sheet)
        self.goals.show(sheet.project.id, sheet.goals)
        self._words.configure(text=in_one_line(sheet))

    def show_place(self, place: Place) -> bool:
        """Put the caret into a goal; whether it is one of this sheet."""
        if self.is_folded:
            self._does.fold()
        return self.goals.show_place(place)

    def toggle(self) -> None:
        """Fold it into one line, or unfold it, and leave it so."""
        self._chosen = True
        self._set_folded(not self.is_folded)

    def fit(self, height: int, *, below: int) -> None:
        """Leave the indicators below their room: with fewer goals at once, or folded.

        What the clerk unfolded stays so, and nothing goes from under the caret.
        """
        self.goals.fit(GOALS_LOW if height < self._theme.px(LOW) else GOALS)
        self.widget.update_idletasks()  # the goals may be lower now
        focused = self.widget.focus_lastfor()
        if not self._chosen and not str(focused).startswith(str(self._open)):
            self._set_folded(self._open.winfo_reqheight() + below > height)

    def _set_folded(self, folded: bool) -> None:
        if folded != self.is_folded:
            self.is_folded = folded
            away, here = (self._open, self._line) if folded else (self._line, self._open)
            away.pack_forget()
            here.pack(fill="x")
