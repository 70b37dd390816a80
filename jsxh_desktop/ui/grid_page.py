"""The pages that are a grid, and grids as parts of other pages."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from typing import Any

from jsxh_desktop.app import initial_budget
from jsxh_desktop.app.grid_layout import Cell
from jsxh_desktop.app.grid_model import ListGrid
from jsxh_desktop.app.grid_pages import GRIDS
from jsxh_desktop.app.pages import BY_KEY
from jsxh_desktop.domain.expenditure import Budget
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.field_line import FieldLine
from jsxh_desktop.ui.grid_view import GridView
from jsxh_desktop.ui.page_head import Action, PageHead
from jsxh_desktop.ui.shell import Shell, View
from jsxh_desktop.ui.tabbed import Leaf, Tabbed, counted
from jsxh_desktop.ui.trail import left_of, resume

EMPTY = {
    "income": "还没有收入。选一行科目填起，或者从表格整块粘贴（Ctrl+V）",
    "expenditure": "还没有支出。选一行科目填起，或者从表格整块粘贴（Ctrl+V）",
    "economic": "还没有按经济分类的支出。填一行，或者从表格整块粘贴（Ctrl+V）",
    "receptions": "还没有公务接待。没有发生就在“预算与决算”里填 0",
    "institutions": "没有下属的二级预算单位就空着",
    "variances": "各科目决算都和全年预算一样，不用写原因",
    "stated_figures": "批复或一体化导出的表里有哪些数，填在这里，检查时逐个和填报的核对",
    "department": "还没有指标。先按 F4 选二级指标，再写三级指标、分值和得分，一行一条",
    "local_codes": "当地在国家科目之外加的科目填在这里，没有就空着",
}


class FilledGrid:
    """A grid with a margin and, maybe, a field above it; a View to be put on a page."""

    def __init__(
        self,
        parent: tk.Misc,
        shell: Shell,
        name: str,
        above: Callable[[tk.Misc, Callable[[], object]], FieldLine] | None = None,
    ) -> None:
        px = shell.theme.px
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        self._above: FieldLine | None = None
        if above:
            self._above = above(self.widget, lambda: self.grid.focus_first())
            self._above.widget.pack(fill="x", padx=px(20), pady=(0, px(8)))
        source = ListGrid(shell.workspace, GRIDS[name])
        self.grid = GridView(self.widget, shell, source, EMPTY.get(name, ""))
        self.grid.widget.pack(fill="both", expand=True, padx=px(20))

    def refresh(self) -> None:
        self.grid.refresh()
        if self._above:
            self._above.refresh()

    def show_place(self, place: Place) -> bool:
        if self._above and self._above.show_place(place):
            return True
        return self.grid.show_place(place)

    def focus_first(self) -> None:
        self.grid.focus_first()

    def flush(self) -> None:
        self.grid.flush()
        if self._above:
            self._above.flush()

    def topic(self) -> str:
        return self.grid.topic()

    def left(self) -> Cell:
        return self.grid.cell

    def resume(self, left: Cell) -> None:
        self.grid.select(left)


class GridPage:
    """A head whose buttons work on the grid that is shown, and the grid or several under tabs."""

    def __init__(
        self,
        parent: tk.Misc,
        shell: Shell,
        key: str,
        make: Callable[[tk.Misc], FilledGrid | Tabbed],
        *,
        coded: bool,
    ) -> None:
        self._shell = shell
        self._page = BY_KEY[key]
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        actions: list[Action] = [("从表格粘贴", "clipboard", lambda: self.grid.commands.paste())]
        if coded:
            actions += [
                ("加一行", "plus-lg", lambda: self.grid.commands.add()),
                ("选科目", "list-ul", lambda: self.grid.commands.choose_code()),
            ]
        self._head = PageHead(shell.theme, self.widget, self._page.title, actions=actions)
        self._body = make(self.widget)
        self._body.widget.pack(fill="both", expand=True)

    @property
    def grid(self) -> GridView:
        """The grid that is shown."""
        body = self._body
        shown = body.view if isinstance(body, Tabbed) else body
        assert isinstance(shown, FilledGrid)  # noqa: S101 - nothing else is put on these pages
        return shown.grid

    def refresh(self) -> None:
        self._body.refresh()
        unit = f"单位：{self._shell.workspace.unit}"
        said = (self._page.table, unit, "灰色列自动算出，不用填")
        self._head.say("　·　".join(part for part in said if part))

    def show_place(self, place: Place) -> bool:
        return self._body.show_place(place)

    def focus_first(self) -> None:
        self._body.focus_first()

    def flush(self) -> None:
        self._body.flush()

    def topic(self) -> str:
        return self._body.topic()

    def left(self) -> Any:
        return left_of(self._body)

    def resume(self, left: Any) -> None:
        resume(self._body, left)


def build_income(parent: tk.Misc, shell: Shell) -> View:
    """收入决算."""
    return GridPage(
        parent, shell, "income", lambda page: FilledGrid(page, shell, "income"), coded=True
    )


def build_expenditure(parent: tk.Misc, shell: Shell) -> View:
    """支出决算（功能）, with the unit's own codes on a second tab."""

    def total(above: tk.Misc, on: Callable[[], object]) -> FieldLine:
        workspace = shell.workspace
        return FieldLine(
            above,
            shell,
            Budget.initial_total,
            lambda: initial_budget.note(workspace.filing, workspace.unit),
            on,
        )

    leaves = (
        Leaf(lambda: "支出", lambda tab: FilledGrid(tab, shell, "expenditure", total)),
        Leaf(
            lambda: counted("本单位科目", len(shell.workspace.filing.local_codes), "个"),
            lambda tab: FilledGrid(tab, shell, "local_codes"),
        ),
    )
    return GridPage(
        parent,
        shell,
        "expenditure",
        lambda page: Tabbed(shell.theme, page, leaves),
        coded=True,
    )


def build_economic(parent: tk.Misc, shell: Shell) -> View:
    """基本支出（经济）."""
    return GridPage(
        parent, shell, "economic", lambda page: FilledGrid(page, shell, "economic"), coded=True
    )


def build_carryover(parent: tk.Misc, shell: Shell) -> View:
    """年初年末结转结余."""
    return GridPage(
        parent, shell, "carryover", lambda page: FilledGrid(page, shell, "carryover"), coded=False
    )


def build_receptions(parent: tk.Misc, shell: Shell) -> View:
    """公务接待明细, as a part of a page."""
    return FilledGrid(parent, shell, "receptions")


def build_institutions(parent: tk.Misc, shell: Shell) -> View:
    """下属单位, as a part of a page."""
    return FilledGrid(parent, shell, "institutions")


def build_stated_figures(parent: tk.Misc, shell: Shell) -> FilledGrid:
    """表中数, as a part of a page."""
    return FilledGrid(parent, shell, "stated_figures")


def build_variances(parent: tk.Misc, shell: Shell) -> View:
    """预决算差异, as a part of a page."""
    return FilledGrid(parent, shell, "variances")
