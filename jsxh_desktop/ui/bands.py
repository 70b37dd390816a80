"""The bands above the desk: what there is to know of the whole year, and where to go with it."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Mapping

from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme

HEIGHT = 28
LONGEST = 42
Command = Callable[..., object]


def bands(
    theme: Theme, parent: tk.Misc, workspace: Workspace, do: Mapping[str, Command]
) -> list[tk.Frame]:
    """A band for a workbook older than it was, for one changed behind its back, a locked year."""
    found = []
    if workspace.older:
        found.append(_band(theme, parent, "exclamation-triangle-fill", workspace.older))
        _link(theme, found[-1], "看备份 →", do["backups"])
    if workspace.workbook.altered:
        first, *more = workspace.workbook.altered
        several = f"等 {len(more) + 1} 处" if more else ""
        said = f"{pieces.cut(first, LONGEST)}{several}，和最后一次保存的不一样"
        found.append(_band(theme, parent, "exclamation-triangle-fill", said))
        _link(theme, found[-1], "逐项看 →", do["inspection"])
        _link(theme, found[-1], "看备份 →", do["backups"])
    if workspace.lock.refusal:
        found.append(_band(theme, parent, "lock-fill", workspace.lock.refusal))
        _link(theme, found[-1], "去解除定稿 →", do["sign_off"])
    return found


def _band(theme: Theme, parent: tk.Misc, sign: str, sentence: str) -> tk.Frame:
    made = pieces.bar(theme, parent, "warn_bg", HEIGHT)
    made.configure(height=theme.row(HEIGHT))
    px = theme.px
    pieces.icon(theme, made, sign, 12, "warn").pack(side="left", padx=(px(16), px(8)))
    pieces.label(theme, made, sentence, "warn", "small").pack(side="left")
    return made


def _link(theme: Theme, band: tk.Frame, words: str, go: Command) -> None:
    link = pieces.link(theme, band, words, go, "small_strong")
    link.pack(side="left", padx=theme.px(16))
