"""The panel of all shortcuts, and their table as the manual shows it."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Iterable, Iterator

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.keys import SHORTCUTS, Shortcut
from jsxh_desktop.ui.overlay import Overlay
from jsxh_desktop.ui.theme import Theme

EVERYWHERE = "到处"


class KeysPanel:
    """All of them at a glance, by where they hold; Esc goes back to the very field."""

    def __init__(self, theme: Theme, root: tk.Tk) -> None:
        px = theme.px
        self._overlay = Overlay(theme, root, relx=0.5, rely=0.5, anchor="center")
        widget = self._overlay.widget
        head = pieces.frame(theme, widget)
        head.pack(fill="x", padx=px(20), pady=(px(14), px(8)))
        pieces.label(theme, head, "快捷键", font="section").pack(side="left")
        pieces.label(theme, head, "Esc 返回", "text3", "small").pack(side="right")
        pieces.rule(theme, widget).pack(fill="x", padx=px(20))
        body = pieces.frame(theme, widget)
        body.pack(padx=px(20), pady=(px(4), px(16)))
        for column, groups in enumerate(_halves()):
            half = pieces.frame(theme, body)
            half.grid(row=0, column=column, sticky="n", padx=(px(28) if column else 0, 0))
            for where, shortcuts in groups:
                fill_table(theme, half, where, shortcuts)
        widget.configure(takefocus=True)
        for event in ("<Escape>", "<Return>", "<Key-space>", "<Control-slash>"):
            widget.bind(event, self._close)
        widget.focus_set()
        self._overlay.mind(widget)

    @property
    def is_open(self) -> bool:
        return self._overlay.is_open

    def _close(self, _event: object) -> str:
        self._overlay.close()
        return "break"


def by_place() -> Iterator[tuple[str, tuple[Shortcut, ...]]]:
    """The shortcuts in groups of where they hold, in the order of the table."""
    places = dict.fromkeys(each.where or EVERYWHERE for each in SHORTCUTS)
    for place in places:
        yield place, tuple(each for each in SHORTCUTS if (each.where or EVERYWHERE) == place)


def fill_table(theme: Theme, parent: tk.Misc, where: str, shortcuts: Iterable[Shortcut]) -> None:
    """One group: its name, then a line for each shortcut."""
    px = theme.px
    pieces.label(theme, parent, where, "text3", "small").pack(anchor="w", pady=(px(8), px(2)))
    lines = pieces.frame(theme, parent)
    lines.pack(fill="x")
    for row, each in enumerate(shortcuts):
        pieces.label(theme, lines, each.keys, font="small_strong").grid(
            row=row, column=0, sticky="nw", pady=px(2)
        )
        pieces.label(theme, lines, each.does, "text2", "small").grid(
            row=row, column=1, sticky="nw", padx=(px(16), 0), pady=px(2)
        )
    lines.columnconfigure(0, minsize=px(170))


def _halves() -> tuple[list[tuple[str, tuple[Shortcut, ...]]], ...]:
    """What holds everywhere at the right, the rest at the left."""
    groups = list(by_place())
    return [g for g in groups if g[0] != EVERYWHERE], [g for g in groups if g[0] == EVERYWHERE]
