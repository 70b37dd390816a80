"""变动原因: why figures moved since last year, and why 决算 differs from 预算 item by item."""

from __future__ import annotations

import tkinter as tk

from jsxh_desktop.app.pages import BY_KEY
from jsxh_desktop.app.reasons_model import questions, variances
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.reasons_view import ReasonsView
from jsxh_desktop.ui.shell import Shell, View
from jsxh_desktop.ui.tabs import Tabs

KEY = "reasons"
TABS = ("变动原因", "预决算差异")


class ReasonsPage:
    """The names of the tabs count what is written of what is asked for."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        page = BY_KEY[KEY]
        actions = (("F1 怎么填", "question-circle", lambda: shell.help(KEY)),)
        self._head = PageHead(shell.theme, self.widget, page.title, actions=actions)
        self._tabs = Tabs(shell.theme, self.widget, TABS, self._turn)
        self._tabs.widget.pack(fill="x", padx=shell.theme.px(20))
        self._views = (
            ReasonsView(self.widget, shell, questions, "没有要写的原因：每个数都和上年持平"),
            ReasonsView(
                self.widget, shell, variances, "没有要写的原因：每一项的决算数都等于预算数"
            ),
        )
        self._turn(0)

    @property
    def _shown(self) -> ReasonsView:
        return self._views[self._tabs.chosen]

    def refresh(self) -> None:
        written = asked = 0
        for number, (name, view) in enumerate(zip(TABS, self._views, strict=True)):
            view.refresh()
            done, of = view.owed
            self._tabs.name(number, f"{name} {done}/{of}" if of else name)
            written, asked = written + done, asked + of
        left = asked - written
        self._head.say(f"要写 {asked} 处，还差 {left} 处" if left else f"要写的 {asked} 处都写了")

    def show_place(self, place: Place) -> bool:
        for number, view in enumerate(self._views):
            if view.holds(place):
                self._tabs.select(number)
                self._turn(number)
                return view.show_place(place)
        return False

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
    """变动原因."""
    return ReasonsPage(parent, shell)
