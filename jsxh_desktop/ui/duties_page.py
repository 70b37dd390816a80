"""职责与重点工作: two ordered lists under two tabs."""

from __future__ import annotations

import tkinter as tk

from jsxh_desktop.app.pages import BY_KEY
from jsxh_desktop.app.place import Place
from jsxh_desktop.app.text_list import LISTS, records
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.shell import Shell, View
from jsxh_desktop.ui.tabs import Tabs
from jsxh_desktop.ui.text_list_view import TextListView

KEY = "duties"


class DutiesPage:
    """The list of the chosen tab is shown; the names of the tabs count."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell = shell
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        page = BY_KEY[KEY]
        actions = (
            ("套用上年", "clock-history", lambda: self._shown.take_over()),
            ("F1 怎么填", "question-circle", lambda: shell.help(KEY)),
        )
        self._head = PageHead(shell.theme, self.widget, page.title, page.table, actions)
        px = shell.theme.px
        self._tabs = Tabs(shell.theme, self.widget, [each.name for each in LISTS], self._turn)
        self._tabs.widget.pack(fill="x", padx=px(20))
        self._views = [TextListView(self.widget, shell, texts) for texts in LISTS]
        self._turn(0)

    @property
    def _shown(self) -> TextListView:
        return self._views[self._tabs.chosen]

    def refresh(self) -> None:
        self._head.offer(0, offered=self._shell.workspace.filing.before is not None)
        for place, (texts, view) in enumerate(zip(LISTS, self._views, strict=True)):
            view.refresh()
            count = len(records(self._shell.workspace.filing, texts))
            self._tabs.name(place, f"{texts.name} {count}")

    def show_place(self, place: Place) -> bool:
        for number, texts in enumerate(LISTS):
            if place.entry is texts.text:
                self._tabs.select(number)
                self._turn(number)
        return self._shown.show_place(place)

    def focus_first(self) -> None:
        self._shown.focus_first()

    def topic(self) -> str:
        return self._shown.topic()

    def flush(self) -> None:
        for view in self._views:
            view.flush()

    def _turn(self, _chosen: int) -> None:
        for view in self._views:
            view.flush()
            view.widget.pack_forget()
        self._shown.widget.pack(fill="both", expand=True)


def build(parent: tk.Misc, shell: Shell) -> View:
    """职责与重点工作."""
    return DutiesPage(parent, shell)
