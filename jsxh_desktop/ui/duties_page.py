"""职责与重点工作: two ordered lists under two tabs."""

from __future__ import annotations

import tkinter as tk
from typing import Any

from jsxh_desktop.app.pages import BY_KEY
from jsxh_desktop.app.text_list import LISTS, TextList, records
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.shell import Shell, View
from jsxh_desktop.ui.tabbed import Leaf, Tabbed
from jsxh_desktop.ui.text_list_view import TextListView
from jsxh_desktop.ui.trail import left_of, resume

KEY = "duties"


class DutiesPage:
    """The list of the chosen tab is shown; the names of the tabs count."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell = shell
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        page = BY_KEY[KEY]
        actions = (
            ("套用上年", "clock-history", self._take_over),
            ("F1 怎么填", "question-circle", lambda: shell.help(KEY)),
        )
        self._head = PageHead(shell.theme, self.widget, page.title, page.table, actions)
        self._body = Tabbed(shell.theme, self.widget, [_leaf(shell, texts) for texts in LISTS])
        self._body.widget.pack(fill="both", expand=True)

    def refresh(self) -> None:
        self._head.offer(0, offered=self._shell.workspace.filing.before is not None)
        self._body.refresh()

    def show_place(self, place: Place) -> bool:
        return self._body.show_place(place)

    def focus_first(self) -> None:
        self._body.focus_first()

    def topic(self) -> str:
        return self._body.topic()

    def left(self) -> Any:
        return left_of(self._body)

    def resume(self, left: Any) -> None:
        resume(self._body, left)

    def flush(self) -> None:
        self._body.flush()

    def _take_over(self) -> None:
        if isinstance(self._body.view, TextListView):
            self._body.view.take_over()


def _leaf(shell: Shell, texts: TextList) -> Leaf:
    """One list as a tab that counts."""
    return Leaf(
        lambda: f"{texts.name} {len(records(shell.workspace.filing, texts))}",
        lambda tab: TextListView(tab, shell, texts),
    )


def build(parent: tk.Misc, shell: Shell) -> View:
    """职责与重点工作."""
    return DutiesPage(parent, shell)
