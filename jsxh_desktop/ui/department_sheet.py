"""The 部门整体支出绩效自评表 to be filled in: goals where the form has them, and its indicators."""

from __future__ import annotations

import tkinter as tk

from jsxh_desktop.domain.department_indicator import DepartmentIndicator
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal
from jsxh_desktop.domain.sheet_form import SheetValue
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.goals_view import GoalsView
from jsxh_desktop.ui.grid_page import FilledGrid
from jsxh_desktop.ui.shell import Shell

GOALS = 3
"""How many goals are seen at once."""


class DepartmentSheetView:
    """`grid` holds the indicators; `goals` are those of no project, None where none are asked."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell = shell
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        self._filled = FilledGrid(self.widget, shell, "department")
        self.grid = self._filled.grid
        self._filled.widget.pack(fill="both", expand=True)
        self.goals: GoalsView | None = None
        self.refresh()

    @property
    def _asks_goals(self) -> bool:
        sheet = self._shell.workspace.pack.department
        values = (SheetValue.GOALS_EXPECTED, SheetValue.GOALS_EXPECTED_TOGETHER)
        return sheet is not None and any(map(sheet.form.shows, values))

    def refresh(self) -> None:
        if self._asks_goals and self.goals is None:
            self._build_goals()
        elif self.goals and not self._asks_goals:
            self.goals.widget.destroy()
            self.goals = None
        if self.goals:
            goals = self._shell.workspace.filing.goals
            self.goals.show(None, [goal for goal in goals if goal.project is None])
        self._filled.refresh()

    def _build_goals(self) -> None:
        px = self._shell.theme.px
        self.goals = GoalsView(self.widget, self._shell, self.grid.focus_first)
        self.goals.fit(GOALS)
        above = self._filled.widget
        self.goals.widget.pack(fill="x", padx=px(20), pady=(0, px(10)), before=above)

    def show_place(self, place: Place) -> bool:
        if place.entry.entity is Goal:
            return self.goals is not None and self.goals.show_place(place)
        return place.entry.entity is DepartmentIndicator and self._filled.show_place(place)

    def focus_first(self) -> None:
        self._filled.focus_first()

    def flush(self) -> None:
        if self.goals:
            self.goals.flush()
        self._filled.flush()

    def topic(self) -> str:
        """The field the caret is in, as the manual knows it."""
        return (self.goals.topic() if self.goals else "") or self._filled.topic()
