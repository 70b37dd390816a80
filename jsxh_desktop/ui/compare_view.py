"""What a reviewer looks at: what changed since the last edition, and this year against the last."""

from __future__ import annotations

import tkinter as tk

from jsxh_desktop.app.history_model import short
from jsxh_desktop.app.sign_off import since_edition
from jsxh_desktop.app.since_last_year import since_last_year
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.difference_list import DifferenceList
from jsxh_desktop.ui.list_table import Column, ListTable
from jsxh_desktop.ui.shell import Shell

NO_EDITION = "还没有定过稿。定稿以后再改，改了哪几处都列在这里"
NOTHING = "和上一版完全相同"
COLUMNS = (
    Column("项目", 200),
    Column("上年", 110, anchor="e"),
    Column("本年", 110, anchor="e"),
    Column("增减", 170, anchor="e"),
    Column("主要变动", 260, grows=True),
    Column("写的原因", 220, grows=True),
)
LONGEST = 26


class SinceEdition:
    """The values that changed since the last edition, or a word where there is nothing to list."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell = shell
        theme = shell.theme
        self.widget: tk.Widget = pieces.frame(theme, parent)
        self._word = pieces.label(theme, self.widget, NO_EDITION, "text2")
        self._list = DifferenceList(theme, self.widget, ("上一版", "现在"), shell.jump)

    def refresh(self) -> None:
        found = since_edition(self._shell.workspace)
        self._word.pack_forget()
        self._list.widget.pack_forget()
        if found:
            self._list.show(found)
            px = self._shell.theme.px
            self._list.widget.pack(fill="both", expand=True, padx=px(20), pady=(px(4), px(12)))
        else:
            self._word.configure(text=NO_EDITION if found is None else NOTHING)
            self._word.pack(expand=True)

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - no field of a filing is here
        return False

    def focus_first(self) -> None:
        self._list.focus()

    def flush(self) -> None: ...


class SinceLastYear:
    """Each figure the document compares, what moved most in it, and the reason that was written."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell = shell
        theme, px = shell.theme, shell.theme.px
        self.widget: tk.Widget = pieces.frame(theme, parent)
        self._table = ListTable(theme, self.widget, COLUMNS, lambda _number: None)
        self._table.widget.pack(fill="both", expand=True, padx=px(20), pady=(px(4), px(12)))

    def refresh(self) -> None:
        workspace = self._shell.workspace
        self._table.clear()
        for number, each in enumerate(since_last_year(workspace.filing, workspace.unit)):
            words = (short(each.parts, LONGEST), short(each.reason, LONGEST))
            self._table.line(number, (each.name, each.before, each.now, each.change, *words))

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - no field of a filing is here
        return False

    def focus_first(self) -> None:
        self._table.focus()

    def flush(self) -> None: ...
