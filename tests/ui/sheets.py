"""A sheet on the desk for tests: opened, read, and its cells found by what they are."""

from __future__ import annotations

from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.ui.evaluation_view import EvaluationView
from jsxh_desktop.ui.projects_page import ProjectsPage
from jsxh_desktop.ui.window import Window


def opened(window: Window, key: int = 1) -> EvaluationView:
    page: ProjectsPage = window.go("projects")
    page.open(key)
    window.root.update()
    assert page.sheet is not None
    return page.sheet


def indicator(window: Window, key: int) -> Indicator:
    return next(each for each in window.workspace.filing.indicators if each.id == key)


def goals(window: Window) -> list[str]:
    return [goal.expected for goal in window.workspace.filing.goals if goal.project == 1]


def cell(sheet: EvaluationView, key: int, title: str) -> tuple[int, int]:
    titles = [column.title for column in sheet.grid.source.columns]
    rows = [row.key for row in sheet.grid.source.rows]
    return rows.index(key), titles.index(title)


def go_to(window: Window, sheet: EvaluationView, key: int, title: str) -> None:
    sheet.grid.select(cell(sheet, key, title))
    sheet.grid.focus()
    window.root.update()
