"""定稿与复核: where the year stands, what a reviewer compares, paper against file, who signs."""

from __future__ import annotations

import tkinter as tk
from typing import Any

from jsxh_desktop.app.pages import BY_KEY
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.compare_view import SinceEdition, SinceLastYear
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.people_view import PeopleView
from jsxh_desktop.ui.rekeying_view import RekeyingView
from jsxh_desktop.ui.shell import Shell, View
from jsxh_desktop.ui.stage_view import StageView
from jsxh_desktop.ui.tabbed import Leaf, Tabbed
from jsxh_desktop.ui.trail import left_of, resume
from jsxh_desktop.ui.verify_view import VerifyView

KEY = "sign_off"


class SignOffPage:
    """Six tabs; none of them fills anything in."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell = shell
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        self._head = PageHead(
            shell.theme,
            self.widget,
            BY_KEY[KEY].title,
            actions=(("F1 怎么用", "question-circle", lambda: shell.help(KEY)),),
        )
        self.tabs = Tabbed(
            shell.theme,
            self.widget,
            (
                Leaf(lambda: "定稿", lambda tab: StageView(tab, shell)),
                Leaf(lambda: "和上一版比", lambda tab: SinceEdition(tab, shell)),
                Leaf(lambda: "和上年比", lambda tab: SinceLastYear(tab, shell)),
                Leaf(lambda: "金额再输一遍", lambda tab: RekeyingView(tab, shell)),
                Leaf(lambda: "核对纸质件", lambda tab: VerifyView(tab, shell)),
                Leaf(lambda: "分工", lambda tab: PeopleView(tab, shell)),
            ),
        )
        self.tabs.widget.pack(fill="both", expand=True)
        self.refresh()

    def refresh(self) -> None:
        standing = self._shell.workspace.lock.standing
        made = f"　·　最近一版是第{standing.edition}版" if standing.edition else ""
        self._head.say(f"{self._shell.workspace.year}年度：{standing.stage}{made}")
        self.tabs.refresh()

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - no field of a filing is here
        return False

    def focus_first(self) -> None:
        self.tabs.focus_first()

    def flush(self) -> None: ...

    def left(self) -> Any:
        return left_of(self.tabs)

    def resume(self, left: Any) -> None:
        resume(self.tabs, left)


def build(parent: tk.Misc, shell: Shell) -> View:
    """定稿与复核."""
    return SignOffPage(parent, shell)
