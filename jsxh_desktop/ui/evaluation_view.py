"""The self-evaluation sheet of one project: money, score, goals, and its indicators as a grid."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jsxh_desktop.app import weights
from jsxh_desktop.app.evaluation_grid import EvaluationGrid
from jsxh_desktop.app.evaluation_model import sheet_shown
from jsxh_desktop.app.evaluation_steps import (
    first_line,
    from_last_year,
    from_library,
    last_years,
    project_at,
)
from jsxh_desktop.app.indicator_library import Suggestion
from jsxh_desktop.app.project_form import PROJECT
from jsxh_desktop.domain.change import Change
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.form_view import FormView
from jsxh_desktop.ui.grid_view import GridView
from jsxh_desktop.ui.keys import bind_while
from jsxh_desktop.ui.library_panel import WIDTH, LibraryPanel, Wishes
from jsxh_desktop.ui.score_tip import ScoreTip
from jsxh_desktop.ui.sheet_head import HeadDoes, SheetHead
from jsxh_desktop.ui.sheet_top import Does, SheetTop
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.symbol_palette import SymbolPalette, write_in
from jsxh_desktop.ui.topic import focused

LEAST = 206
"""The room the indicators need at 100 %: their heads, four rows, the line of hints."""


@dataclass(frozen=True, slots=True)
class Leads:
    """Where the head leads: to the list of all projects, and to another one by its id."""

    to_list: Callable[[], object]
    to_project: Callable[[int], object]


class EvaluationView:
    """One project at a time; `show` turns to another. `key` is its id."""

    def __init__(self, parent: tk.Misc, shell: Shell, leads: Leads, key: int) -> None:
        self._shell, self._theme, self._leads = shell, shell.theme, leads
        self.key = key
        self.sheet_form = shell.workspace.pack.sheet
        self.scored = self.sheet_form.scheme.scored
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        self._source = EvaluationGrid(shell.workspace, key)
        self._window = 0
        self.form: FormView | None = None
        self.library: LibraryPanel | None = None
        does = HeadDoes(
            leads.to_list, self._step, self._toggle_form, self._take_over, self._toggle_library
        )
        self.head = SheetHead(self.widget, shell, does)
        self._build_body()
        bind_while(self.widget, "<Control-F>", self._fold)

    def show(self, key: int) -> None:
        """Turn to another project."""
        if key != self.key:
            self.flush()
            was_open = self.form is not None
            self._drop_form()
            self.key = key
            if was_open:
                self._opened_form()
        self.refresh()

    def refresh(self) -> None:
        workspace = self._shell.workspace
        sheet = sheet_shown(workspace.filing, self.key, workspace.pack.sheet, workspace.unit)
        if sheet is None:
            return  # the page goes back to its list
        self.head.show(sheet, form_is_open=self.form is not None)
        self.top.show(sheet)
        self._source.show(self.key)
        self.grid.refresh()
        _, count = sheet.filled.indicators
        self._count.configure(text=f"{count} 条" if count else "还没有指标")
        if self.form:
            self.form.refresh()
        if self.library:
            self.library.show(self.key, sheet.project.name)

    def show_place(self, place: Place) -> bool:
        """Put the caret into a field of the project, a goal or an indicator."""
        entity = place.entry.entity
        if entity is Project:
            return self._opened_form().show_place(place)
        self._close_form()
        if not self._window:
            self._settle()
        if entity is Goal:
            return self.top.show_place(place)
        return entity is Indicator and self.grid.show_place(place)

    def focus_first(self) -> None:
        if self.form:
            self.form.focus_first()
        else:
            self._to_grid()

    def flush(self) -> None:
        self.top.goals.flush()
        self.grid.flush()
        if self.form:
            self.form.flush()

    def topic(self) -> str:
        """The field the caret is in, as the manual knows it."""
        if self.form:
            return self.form.topic()
        return self.top.goals.topic() or self.grid.topic()

    def _project(self) -> Project | None:
        return project_at(self._shell.workspace.filing, self.key)

    def _step(self, by: int) -> None:
        keys = [project.id for project in self._shell.workspace.filing.projects]
        place = keys.index(self.key) + by
        if 0 <= place < len(keys):
            self._leads.to_project(keys[place])

    def _build_body(self) -> None:
        theme, px = self._theme, self._theme.px
        self._body = pieces.frame(theme, self.widget)
        self._body.pack(fill="both", expand=True, padx=px(20))
        self._sheet = pieces.frame(theme, self._body)
        self._sheet.pack(fill="both", expand=True)
        does = Does(self._add_line, self._spread, self._to_grid, self._fold)
        self.top = SheetTop(self._sheet, self._shell, does, self.sheet_form)
        self.top.widget.pack(fill="x")
        head = pieces.frame(theme, self._sheet)
        head.pack(fill="x", pady=(px(10), px(6)))
        pieces.label(theme, head, "绩效指标", font="small_strong").pack(side="left")
        self._count = pieces.label(theme, head, "", "text2", "small")
        self._count.pack(side="left", padx=px(8))
        said = "得分自动算，停在得分上看算法" if self.scored else ""
        pieces.label(theme, head, said, "text3", "small").pack(side="left", padx=px(8))
        self._only = pieces.link(theme, head, "只看指标 Ctrl+Shift+F", self._fold)
        self.grid = GridView(self._sheet, self._shell, self._source)
        SymbolPalette(theme, head, self._into_cell).widget.pack(side="right")
        self.grid.widget.pack(fill="both", expand=True)
        self.tip = ScoreTip(theme, self.grid) if self.scored else None
        self._body.bind("<Configure>", self._fit)

    def _fit(self, _event: object = None) -> None:
        """To the height of the window; the findings below the desk may come and go."""
        window = self._shell.root.winfo_height()
        if self._window not in (0, window):
            self._settle()

    def _settle(self) -> None:
        """With all heights known: what is above the indicators leaves them their room."""
        self.widget.update_idletasks()
        self._window = self._shell.root.winfo_height()
        self.top.fit(self._body.winfo_height(), below=self._theme.row(LEAST))
        self._show_only()

    def _to_grid(self) -> None:
        """To the cell the cursor was on, at first to the first indicator or where one is added."""
        if not self._window:
            self._settle()
        if not self.grid.cells.has_cursor:
            self.widget.update_idletasks()  # it can only scroll to a cell when it has its height
            typed = (row for row, each in enumerate(self._source.rows) if not each.band)
            self.grid.select((next(typed, len(self._source.rows)), 0))
        self.grid.focus()

    def _into_cell(self, sign: str) -> bool:
        """A sign for a cell that is not open yet goes behind what it holds."""
        editor = self.grid.editor
        if editor.is_open or focused(self._shell.root) is not editor.box:
            return False
        self.grid.edit()
        if editor.is_open:
            write_in(editor.box, sign)
        return True

    def _fold(self, _event: object = None) -> str | None:
        """Ctrl+Shift+F, wherever the focus is on this page."""
        if self.form or not (self.widget.winfo_exists() and self.widget.winfo_ismapped()):
            return None
        self.top.toggle()
        self._show_only()
        if self.top.is_folded:
            self._to_grid()
        return "break"

    def _show_only(self) -> None:
        """The way to fold what is above stands there while it is unfolded."""
        if self.top.is_folded:
            self._only.pack_forget()
        else:
            self._only.pack(side="left", padx=self._theme.px(8))

    def _opened_form(self) -> FormView:
        """The fields of the project in the place of the sheet."""
        if self.form is None:
            self._body.pack_forget()
            self.form = FormView(self.widget, self._shell, PROJECT, key=self.key)
            self.form.widget.pack(fill="both", expand=True)
            self.refresh()
        return self.form

    def _drop_form(self) -> None:
        if self.form:
            self.form.widget.destroy()
            self.form = None
            self._body.pack(fill="both", expand=True, padx=self._theme.px(20))

    def _close_form(self) -> None:
        if self.form:
            self.form.flush()
            self._drop_form()
            self.refresh()

    def _toggle_form(self) -> None:
        if self.form:
            self._close_form()
            self.head.info.focus_set()
        else:
            self._opened_form().focus_first()

    # What is done to the sheet.

    def _apply(self, title: str, changes: Sequence[Change]) -> tuple[int, ...]:
        workspace = self._shell.workspace
        keys = workspace.apply(title, changes)
        if not workspace.trouble:
            self._shell.tell(f"已{title}", "撤销", self._shell.do["undo"])
        return keys

    def _spread(self) -> None:
        self.flush()
        workspace = self._shell.workspace
        own = [each for each in workspace.filing.indicators if each.project == self.key]
        puts = weights.spread(own, workspace.pack.sheet)
        if puts:
            self._apply("分完剩余分值", puts)
        else:
            self._shell.tell("分不下去：有的类多了，或者还没有指标。看看各类后面的字")

    def _take_over(self) -> None:
        self.flush()
        workspace, project = self._shell.workspace, self._project()
        if project is None:
            return
        changes = from_last_year(workspace.filing, project, workspace.pack.sheet)
        if changes:
            self._apply(f"带入上年 {len(changes)} 条目标和指标", changes)
        elif last_years(workspace.filing, project):
            self._shell.tell("上年的目标和指标都已经在这里了")
        else:
            self._shell.tell(f"{workspace.year - 1} 年度没有同名的项目")

    def _add_line(self) -> None:
        key = self._shell.workspace.add(first_line(self.key))
        if key is not None:
            self._shell.jump(Place(ExpenditureLine.functional, key))

    def _toggle_library(self) -> None:
        if self.library:
            self._close_library()
            return
        self._close_form()
        wishes = Wishes(self._add_suggestions, self._close_library)
        self.library = LibraryPanel(self._body, self._shell, wishes)
        project = self._project()
        self.library.show(self.key, project.name if project else "")
        self.library.widget.place(
            relx=1, rely=0, relheight=1, width=self._theme.row(WIDTH), anchor="ne"
        )
        self.library.focus()

    def _close_library(self) -> None:
        if self.library:
            self.library.widget.destroy()
            self.library = None
            self._to_grid()

    def _add_suggestions(self, chosen: Sequence[Suggestion]) -> None:
        changes = from_library(self._shell.workspace.filing, chosen, self.key)
        self._apply(f"加入 {len(changes)} 条指标", changes)
