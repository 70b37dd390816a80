"""The pages that are one form."""

from __future__ import annotations

import tkinter as tk
from typing import Any

from jsxh_desktop.app.form_layout import Section
from jsxh_desktop.app.form_pages import OTHER_MATTERS, THREE_PUBLIC, UNIT
from jsxh_desktop.app.pages import BY_KEY
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.form_view import FormView
from jsxh_desktop.ui.lists_beside import institutions, receptions
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.shell import Shell, View
from jsxh_desktop.ui.tabbed import Leaf, Tabbed
from jsxh_desktop.ui.trail import left_of, resume


class FormPage:
    """A head that counts, and the form; a list that belongs to it stands under a second tab."""

    def __init__(
        self,
        parent: tk.Misc,
        shell: Shell,
        key: str,
        sections: tuple[Section, ...],
        name: str = "",
        beside: Leaf | None = None,
    ) -> None:
        self._shell, self._key = shell, key
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        page = BY_KEY[key]
        self._printed = page.table
        self._head = PageHead(
            shell.theme,
            self.widget,
            page.title,
            actions=(("F1 怎么填", "question-circle", lambda: shell.help(key)),),
        )
        self._body: FormView | Tabbed
        if beside:
            form = Leaf(lambda: name, lambda tab: FormView(tab, shell, sections))
            self._body = Tabbed(shell.theme, self.widget, (form, beside))
        else:
            self._body = FormView(self.widget, shell, sections)
        self._body.widget.pack(fill="both", expand=True)

    def refresh(self) -> None:
        self._body.refresh()
        self._count()

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

    def _count(self) -> None:
        state = self._shell.checker.states.get(self._key)
        said = state.words if state else ""  # until it was checked, nobody knows what is asked for
        self._head.say("　·　".join(part for part in (self._printed, said) if part))


def build_organization(parent: tk.Misc, shell: Shell) -> View:
    """单位概况."""
    return FormPage(parent, shell, "organization", UNIT, "基本情况", institutions(shell))


def build_three_public(parent: tk.Misc, shell: Shell) -> View:
    """三公经费与接待."""
    beside = receptions(shell)
    return FormPage(parent, shell, "three_public", THREE_PUBLIC, "预算与决算", beside)


def build_other_matters(parent: tk.Misc, shell: Shell) -> View:
    """运行·采购·资产."""
    return FormPage(parent, shell, "other_matters", OTHER_MATTERS)
