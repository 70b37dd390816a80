"""The head of a sheet: whose it is, the way to the other projects, what can be done to it."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from dataclasses import dataclass

from jsxh_desktop.app.evaluation_model import SheetShown
from jsxh_desktop.app.project_form import written
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.shell import Shell

LONGEST = 14
"""So many characters of a project's name stand in the head; the whole one is told on hover."""
PREVIOUS, NEXT, EARLIER = 0, 1, 2
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
        self._name = ""
        self._head = PageHead(
            shell.theme,
            parent,
            "",
            actions=(
                ("上一个", "chevron-left", lambda: does.step(-1)),
                ("下一个", "chevron-right", lambda: does.step(1)),
                ("带入上年", "copy", does.take_over),
                ("指标库", "collection", does.turn_library),
                ("预览此表", "printer", lambda: shell.go("preview")),
            ),
        )
        self.buttons = self._head.buttons
        back = pieces.link(shell.theme, self._head.widget, "全部项目", does.to_list)
        back.pack(side="left", pady=(px(6), 0))
        self.info = pieces.link(shell.theme, self._head.widget, "", does.turn_form)
        self.info.pack(side="left", padx=px(14), pady=(px(6), 0))
        pieces.tell_on_hover(self._head.widget, self._whole_name)

    def show(self, sheet: SheetShown, *, form_is_open: bool) -> None:
        """Bring the head in line; what leads nowhere is pale or not there."""
        self._name = sheet.project.name or NAMELESS
        self._head.say(f"第 {sheet.place} 个，共 {sheet.count} 个", _cut(self._name))
        done, of = written(sheet.project)
        self.info.configure(text=f"项目信息 {done}/{of} {'▴' if form_is_open else '▾'}")
        for place, is_end in ((PREVIOUS, sheet.place == 1), (NEXT, sheet.place == sheet.count)):
            self.buttons[place].state(["disabled" if is_end else "!disabled"])
        before = self._shell.workspace.filing.before
        self._head.offer(EARLIER, offered=before is not None)

    def _whole_name(self) -> str:
        return self._name if len(self._name) > LONGEST else ""


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
