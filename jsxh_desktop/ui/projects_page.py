"""项目自评表: the list of all projects, and the sheet of the one that is opened."""

from __future__ import annotations

import tkinter as tk

from jsxh_desktop.domain.place import Place, record_at
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.evaluation_view import EvaluationView, Leads
from jsxh_desktop.ui.project_list import ProjectList
from jsxh_desktop.ui.shell import Shell, View


class ProjectsPage:
    """Either the list or a sheet; a sheet whose project is gone gives way to the list."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell = shell
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        self.list = ProjectList(self.widget, shell, self.open)
        self.list.widget.pack(fill="both", expand=True)
        self.sheet: EvaluationView | None = None

    def refresh(self) -> None:
        if self.sheet and not self._fits(self.sheet):
            self._close()
        (self.sheet or self.list).refresh()

    def show_place(self, place: Place) -> bool:
        """Open the sheet a field is on."""
        record = record_at(self._shell.workspace.filing, place)
        if isinstance(record, Goal | Indicator):
            key = record.project
        else:
            key = place.key if isinstance(record, Project) else None
        if not key:
            self._close()
            self.list.focus_first()
            return False
        return self._opened(key).show_place(place)

    def show_step(self, place: Place) -> bool:
        """A step of the list stays in the list, as does a name, which stands in it."""
        return place.entry is Project.name and not self.sheet and self.list.select(place.key)

    def focus_first(self) -> None:
        (self.sheet or self.list).focus_first()

    def flush(self) -> None:
        if self.sheet:
            self.sheet.flush()

    def topic(self) -> str:
        """The field the caret is in, as the manual knows it."""
        return self.sheet.topic() if self.sheet else ""

    def open(self, key: int) -> None:
        """The sheet of a project; one without a name waits for it."""
        sheet = self._opened(key)
        named = any(each.name for each in self._shell.workspace.filing.projects if each.id == key)
        if named:
            sheet.focus_first()
        else:
            sheet.show_place(Place(Project.name, key))

    def _opened(self, key: int) -> EvaluationView:
        if self.sheet is None:
            self.list.widget.pack_forget()
            leads = Leads(self._to_list, self._turn)
            self.sheet = EvaluationView(self.widget, self._shell, leads, key)
            self.sheet.widget.pack(fill="both", expand=True)
        self.sheet.show(key)
        return self.sheet

    def _turn(self, key: int) -> None:
        """To another project, with the focus where it is."""
        if self.sheet:
            self.sheet.show(key)

    def _to_list(self) -> None:
        key = self.sheet.key if self.sheet else 0
        self._close()
        self.list.select(key)

    def _close(self) -> None:
        if self.sheet:
            self.sheet.flush()
            self.sheet.widget.destroy()
            self.sheet = None
            self.list.widget.pack(fill="both", expand=True)
            self.list.refresh()

    def _fits(self, sheet: EvaluationView) -> bool:
        """Whether its project is still there and the form still has, or has no, scores."""
        workspace = self._shell.workspace
        there = any(each.id == sheet.key for each in workspace.filing.projects)
        return there and sheet.sheet_form == workspace.pack.sheet


def build(parent: tk.Misc, shell: Shell) -> View:
    """项目自评表."""
    return ProjectsPage(parent, shell)
