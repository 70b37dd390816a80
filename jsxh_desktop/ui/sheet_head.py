"""The head of a sheet: whose it is, the way to the other projects, what can be done to it."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from dataclasses import dataclass
from tkinter import font as tkfont

from jsxh_desktop.app.evaluation_model import SheetShown
from jsxh_desktop.app.project_form import written
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.shell import Shell

LEAST = 6
"""So many characters of a project's name stand in the head of the narrowest window."""
PREVIOUS, NEXT, EARLIER = 0, 1, 2
GAPS = 72
NAMELESS = "还没有名称的项目"


@dataclass(frozen=True, slots=True)
class HeadDoes:
    """What the head asks for; `step` goes back (-1) or on (1)."""

    to_list: Callable[[], object]
    step: Callable[[int], object]
    turn_form: Callable[[], object]
    take_over: Callable[[], object]
    turn_library: Callable[[], object]


class SheetHead:
    """`info` is the link that opens and folds the fields of the project itself."""

    def __init__(self, parent: tk.Misc, shell: Shell, does: HeadDoes) -> None:
        px = shell.theme.px
        self._shell = shell
        self._name = self._said = ""
        self._place = 1
        self._measure = tkfont.nametofont(shell.theme.font("title"), root=parent).measure
        self._small = tkfont.nametofont(shell.theme.font("small"), root=parent).measure
        self._head = PageHead(
            shell.theme,
            parent,
            "",
            actions=(
                ("上一个", "chevron-left", lambda: does.step(-1)),
                ("下一个", "chevron-right", lambda: does.step(1)),
                ("带入上年", "copy", does.take_over),
                ("指标库", "collection", does.turn_library),
                ("预览此表", "printer", self._preview),
            ),
        )
        self.buttons = self._head.buttons
        self._back = pieces.link(shell.theme, self._head.widget, "全部项目", does.to_list)
        self._back.pack(side="left", pady=(px(6), 0))
        self.info = pieces.link(shell.theme, self._head.widget, "", does.turn_form)
        self.info.pack(side="left", padx=px(14), pady=(px(6), 0))
        pieces.tell_on_hover(self._head.widget, lambda: self._name if self._is_cut else "")
        self._head.widget.bind("<Configure>", lambda _event: self._fit(), add="+")

    def show(self, sheet: SheetShown, *, form_is_open: bool) -> None:
        """Bring the head in line; what leads nowhere is pale or not there."""
        self._name = sheet.project.name or NAMELESS
        self._place = sheet.place
        self._said = f"第 {sheet.place} 个，共 {sheet.count} 个"
        done, of = written(sheet.project)
        self.info.configure(text=f"项目信息 {done}/{of} {'∧' if form_is_open else '∨'}")
        for place, is_end in ((PREVIOUS, sheet.place == 1), (NEXT, sheet.place == sheet.count)):
            self.buttons[place].state(["disabled" if is_end else "!disabled"])
        before = self._shell.workspace.filing.before
        self._head.offer(EARLIER, offered=before is not None)
        self._fit()

    def _preview(self) -> None:
        self._shell.go("preview").show_sheet(self._place)

    _is_cut = False

    def _fit(self) -> None:
        """Cut the name, or leave out the count, where the buttons need the room."""
        px = self._shell.theme.px
        shown = [each for each in self.buttons if each.winfo_manager()]
        taken = sum(each.winfo_reqwidth() + px(8) for each in (*shown, self._back, self.info))
        room = self._head.widget.winfo_width() - taken - px(GAPS)
        count = self._small(self._said)
        said = self._said if self._measure(self._name) + count <= room else ""
        name = self._name
        while len(name) > LEAST and self._measure(f"{name}…") > room - (count if said else 0):
            name = name[:-1]
        self._is_cut = name != self._name
        self._head.say(said, f"{name}…" if self._is_cut else name)
