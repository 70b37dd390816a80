"""Which view stands on the desk: the table of pages, each view made when it is first wanted."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from importlib import import_module

from jsxh_desktop.ui.shell import Shell, View

Build = Callable[[tk.Misc, Shell], View]

BUILT_BY = {
    "organization": ("form_page", "build_organization"),
    "duties": ("duties_page", "build"),
    "income": ("grid_page", "build_income"),
    "expenditure": ("grid_page", "build_expenditure"),
    "economic": ("grid_page", "build_economic"),
    "carryover": ("grid_page", "build_carryover"),
    "three_public": ("form_page", "build_three_public"),
    "other_matters": ("form_page", "build_other_matters"),
    "projects": ("projects_page", "build"),
    "department_report": ("report_page", "build_department"),
    "project_report": ("report_page", "build_project"),
    "reasons": ("reasons_page", "build"),
    "terms": ("terms_page", "build"),
    "charts": ("charts_page", "build"),
    "checks": ("checks_page", "build"),
    "sign_off": ("sign_off_page", "build"),
    "preview": ("preview_page", "build"),
    "history": ("history_page", "build"),
    "settings": ("settings_page", "build"),
    "help": ("help_page", "build"),
    "about": ("about_view", "build"),
    "backups": ("backups_view", "build"),
    "purge": ("purge_view", "build"),
    "recycled": ("recycled_view", "build"),
    "inspection": ("inspection_view", "build"),
    "recovery": ("recovery_view", "build"),
    "new_year": ("new_year_view", "build"),
    "import": ("import_page", "build"),
}
"""Page → the module of this room and the function in it that makes the view."""


def build(page: str, parent: tk.Misc, shell: Shell) -> View:
    """The view of a page; its module is imported now, never before the window stands."""
    module, function = BUILT_BY[page]
    make: Build = getattr(import_module(f"jsxh_desktop.ui.{module}"), function)
    return make(parent, shell)
