"""The two performance reports: of the department, and of each 专项预算项目."""

from __future__ import annotations

import tkinter as tk

from jsxh_desktop.app.department_rows import sheet_named
from jsxh_desktop.app.pages import BY_KEY
from jsxh_desktop.app.report_model import Chapter, department_chapters, project_chapters
from jsxh_desktop.app.report_texts import Report, last_year, none_due, project_reported, stray
from jsxh_desktop.domain.change import Removed
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport
from jsxh_desktop.narrative.project_report import reports_due
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.department_sheet import DepartmentSheetView
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.report_view import ReportView
from jsxh_desktop.ui.shell import Shell, View
from jsxh_desktop.ui.tabbed import Leaf, Tabbed


class DepartmentPage:
    """附件1."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell = shell
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        page = BY_KEY["department_report"]
        actions = (
            ("套用上年", "clock-history", self._take_over),
            ("F1 怎么填", "question-circle", lambda: shell.help(page.key)),
        )
        self._head = PageHead(shell.theme, self.widget, page.title, page.table, actions)
        leaves = (
            Leaf(lambda: "报告", self._make_report),
            Leaf(self._sheet_named, lambda tab: DepartmentSheetView(tab, shell)),
        )
        self.tabs = Tabbed(shell.theme, self.widget, leaves, self.refresh)
        self.tabs.widget.pack(fill="both", expand=True)

    def refresh(self) -> None:
        self.tabs.refresh()
        before = last_year(self._shell.workspace.filing, self._report()) is not None
        self._head.offer(0, offered=before and self.tabs.chosen == 0)
        said = self._view.said if self.tabs.chosen == 0 else "合计就是报告里的自评得分"
        self._head.say(f"{BY_KEY['department_report'].table}　·　{said}")

    def show_place(self, place: Place) -> bool:
        return self.tabs.show_place(place)

    def focus_first(self) -> None:
        self.tabs.focus_first()

    def flush(self) -> None:
        self.tabs.flush()

    def topic(self) -> str:
        return self.tabs.topic()

    def _make_report(self, tab: tk.Misc) -> ReportView:
        self._view = ReportView(tab, self._shell, self._report, self._chapters)
        return self._view

    def _sheet_named(self) -> str:
        """自评表 93.8 分, as far as it is told."""
        workspace = self._shell.workspace
        return sheet_named(workspace.filing, workspace.pack)

    def _take_over(self) -> None:
        self._view.take_over()

    def _report(self) -> DepartmentReport:
        return self._shell.workspace.filing.department_report

    def _chapters(self, _report: Report) -> tuple[Chapter, ...]:
        workspace = self._shell.workspace
        return department_chapters(workspace.filing, workspace.pack)


PREVIOUS, NEXT, TAKE_OVER, REMOVE, HELP = range(5)


class ProjectPage:
    """附件2 and on: one report at a time, of those that print."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell = shell
        self._number = 0
        self._shown: int | None = None
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        page = BY_KEY["project_report"]
        actions = (
            ("上一个", "chevron-left", lambda: self._turn(-1)),
            ("下一个", "chevron-right", lambda: self._turn(1)),
            ("套用上年", "clock-history", self._take_over),
            ("删去这份报告", "trash", self._remove),
            ("F1 怎么填", "question-circle", lambda: shell.help(page.key)),
        )
        self._head = PageHead(shell.theme, self.widget, page.title, page.table, actions)
        self._view = ReportView(self.widget, shell, self._report, self._chapters)
        self._empty = self._build_empty()

    @property
    def _due(self) -> tuple[ProjectReport, ...]:
        return reports_due(self._shell.workspace.filing)

    def refresh(self) -> None:
        due = self._due
        if not due:
            self._show_empty()
            return
        self._number = min(self._number, len(due) - 1)
        self._empty.pack_forget()
        self._view.widget.pack(fill="both", expand=True)
        if self._shown == due[self._number].project:
            self._view.refresh()
        else:
            self._shown = due[self._number].project
            self._view.begin()
        self._show_head(due)

    def show_place(self, place: Place) -> bool:
        for number, report in enumerate(self._due):
            if place.entry.entity is ProjectReport and report.id == place.key:
                self._go_to(number)
                return self._view.show_place(place)
        return False

    def focus_first(self) -> None:
        if self._due:
            self._view.focus_first()
        else:
            self._way_out.focus_set()

    def flush(self) -> None:
        if self._due:
            self._view.flush()

    def topic(self) -> str:
        return self._view.topic()

    def _report(self) -> ProjectReport:
        return self._due[self._number]

    def _chapters(self, report: Report) -> tuple[Chapter, ...]:
        assert isinstance(report, ProjectReport)  # noqa: S101 - `_report` gave it
        workspace = self._shell.workspace
        return project_chapters(workspace.filing, workspace.pack, report)

    def _project(self) -> Project | None:
        return project_reported(self._shell.workspace.filing, self._report())

    def _take_over(self) -> None:
        self._view.take_over()

    def _turn(self, by: int) -> None:
        self._go_to((self._number + by) % len(self._due))
        self._view.focus_first()

    def _go_to(self, number: int) -> None:
        if number != self._number:
            self.flush()
            self._number = number
            self.refresh()

    def _show_head(self, due: tuple[ProjectReport, ...]) -> None:
        filing, report, head = self._shell.workspace.filing, self._report(), self._head
        project = self._project()
        name = project.name if project and project.name else "没有名称的项目"
        several = len(due) > 1
        head.offer(PREVIOUS, offered=several)
        head.offer(NEXT, offered=several)
        head.offer(TAKE_OVER, offered=last_year(filing, report) is not None)
        head.offer(REMOVE, offered=stray(filing, report))
        of = (
            f"{len(due)} 份中的第 {self._number + 1} 份"
            if several
            else BY_KEY["project_report"].table
        )
        said = "不是专项预算项目，这份报告也会印" if stray(filing, report) else self._view.said
        head.say(f"专项项目自评报告　·　{of}　·　{said}", name)

    def _remove(self) -> None:
        report = self._report()
        self._shell.workspace.apply("删去项目自评报告", [Removed(ProjectReport, report.id)])
        self._shell.tell("已删去这份报告")

    def _build_empty(self) -> tk.Frame:
        theme, px = self._shell.theme, self._shell.theme.px
        area = pieces.frame(theme, self.widget)
        inner = pieces.frame(theme, area)
        inner.place(relx=0.5, rely=0.4, anchor="center")
        pieces.icon(theme, inner, "file-earmark-text", 32, "text3").pack()
        self._said = pieces.label(theme, inner, "", "text2")
        self._said.pack(pady=px(12))
        self._way_out = pieces.button(
            inner, "去项目自评表看预算类型", lambda: self._shell.go("projects"), "arrow-right"
        )
        self._way_out.pack()
        return area

    def _show_empty(self) -> None:
        self._view.widget.pack_forget()
        self._shown = None
        for place in range(HELP):
            self._head.offer(place, offered=False)
        page = BY_KEY["project_report"]
        self._head.say(page.table, page.title)
        self._said.configure(text=none_due(self._shell.workspace.filing))
        self._empty.pack(fill="both", expand=True)


def build_department(parent: tk.Misc, shell: Shell) -> View:
    """部门整体自评报告."""
    return DepartmentPage(parent, shell)


def build_project(parent: tk.Misc, shell: Shell) -> View:
    """专项项目自评报告."""
    return ProjectPage(parent, shell)
