"""What a reviewer looks at: what changed since the last edition, and this year against the last."""

from __future__ import annotations

import tkinter as tk

from jsxh_desktop.app.sign_off import since_edition
from jsxh_desktop.app.since_last_year import Moved, since_last_year
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.cut_text import CutText
from jsxh_desktop.ui.difference_list import DifferenceList
from jsxh_desktop.ui.list_table import Column, ListTable
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.wrapped_label import WrappedLabel

NO_EDITION = "还没有定过稿。定稿以后再改，改了哪几处都列在这里"
NOTHING = "和上一版完全相同"
COLUMNS = (
    Column("项目", 200),
    Column("上年", 96, anchor="e"),
    Column("本年", 96, anchor="e"),
    Column("增减", 160, anchor="e"),
    Column("主要变动", 200, grows=True),
    Column("写的原因", 220, grows=True),
)
PARTS, REASON = 4, 5


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
        self._cut = CutText(theme.font("body"), self.widget)
        self._whole = WrappedLabel(theme, self.widget, "", "text2", "small")
        self._whole.widget.pack(side="bottom", fill="x", padx=px(20), pady=(0, px(12)))
        self._table = ListTable(
            theme, self.widget, COLUMNS, lambda _number: None, chosen=self._tell_whole
        )
        self._table.widget.pack(fill="both", expand=True, padx=px(20), pady=(px(4), px(8)))
        self._table.on_resize(self._fit)
        self._lines: tuple[Moved, ...] = ()

    def refresh(self) -> None:
        workspace = self._shell.workspace
        self._lines = since_last_year(workspace.filing, workspace.unit)
        self._table.clear()
        self._whole.say("")
        for number, each in enumerate(self._lines):
            self._table.line(number, (each.name, each.before, each.now, each.change, "", ""))
        self._fit()

    def _fit(self) -> None:
        """Cut the words to their columns."""
        rooms = self._table.room(PARTS), self._table.room(REASON)
        for number, each in enumerate(self._lines):
            self._table.set(number, PARTS, self._cut.cut(each.parts, rooms[0]))
            self._table.set(number, REASON, self._cut.cut(each.reason, rooms[1]))

    def _tell_whole(self, number: int) -> None:
        """The words of a line that has no room for them."""
        line = self._lines[number]
        said = (("主要变动", line.parts), ("写的原因", line.reason))
        self._whole.say("\n".join(f"{head}：{text}" for head, text in said if text))

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - no field of a filing is here
        return False

    def focus_first(self) -> None:
        self._table.focus()

    def flush(self) -> None: ...
