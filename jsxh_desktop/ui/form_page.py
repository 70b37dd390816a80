"""The pages that are one form."""

from __future__ import annotations

import tkinter as tk

from jsxh_desktop.app.form_layout import Section
from jsxh_desktop.app.form_model import filled
from jsxh_desktop.app.form_pages import OTHER_MATTERS, THREE_PUBLIC, UNIT
from jsxh_desktop.app.pages import BY_KEY
from jsxh_desktop.app.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.form_view import FormView
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.shell import Shell, View


class FormPage:
    """A head that counts, and the form."""

    def __init__(
        self, parent: tk.Misc, shell: Shell, key: str, sections: tuple[Section, ...]
    ) -> None:
        self._shell, self._sections = shell, sections
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        page = BY_KEY[key]
        self._printed = page.table
        self._head = PageHead(
            shell.theme,
            self.widget,
            page.title,
            actions=(("F1 怎么填", "question-circle", lambda: shell.help(key)),),
        )
        self._form = FormView(self.widget, shell, sections)
        self._form.widget.pack(fill="both", expand=True)
        self._count()

    def refresh(self) -> None:
        self._form.refresh()
        self._count()

    def show_place(self, place: Place) -> bool:
        return self._form.show_place(place)

    def focus_first(self) -> None:
        self._form.focus_first()

    def flush(self) -> None:
        self._form.flush()

    def _count(self) -> None:
        count, of = filled(self._shell.workspace, self._sections)
        said = f"{of} 项填了 {count} 项" if count < of else f"{of} 项都填了"
        self._head.say("　·　".join(part for part in (self._printed, said) if part))


def build_organization(parent: tk.Misc, shell: Shell) -> View:
    """单位概况."""
    return FormPage(parent, shell, "organization", UNIT)


def build_three_public(parent: tk.Misc, shell: Shell) -> View:
    """三公经费与接待."""
    return FormPage(parent, shell, "three_public", THREE_PUBLIC)


def build_other_matters(parent: tk.Misc, shell: Shell) -> View:
    """运行·采购·资产."""
    return FormPage(parent, shell, "other_matters", OTHER_MATTERS)
