"""The line of the first page that says it is time for a copy elsewhere, with the press for it."""

from __future__ import annotations

import datetime
import tkinter as tk
from functools import partial

from jsxh_desktop.app.outside_copy import to_remind_of
from jsxh_desktop.app.recent import Recent
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.lobby import Lobby
from jsxh_desktop.ui.stick_command import WORDS, copy_to_stick
from jsxh_desktop.ui.wrapped_label import WrappedLabel


def build(parent: tk.Misc, lobby: Lobby, recents: tuple[Recent, ...]) -> None:
    """Nothing where nothing has waited for long."""
    theme, px = lobby.theme, lobby.theme.px
    found = to_remind_of(lobby.settings, recents, datetime.datetime.now().astimezone())
    if found is None:
        return
    waiting, sentence = found
    box = pieces.frame(theme, parent)
    box.pack(fill="x", padx=px(14), pady=(0, px(12)))
    pieces.rule(theme, box).pack(fill="x", pady=(0, px(10)))
    said = WrappedLabel(theme, box, sentence, "text2", "small")
    said.widget.pack(fill="x")
    copy = partial(copy_to_stick, lobby, parent, waiting.path, box.destroy)
    pieces.button(box, WORDS, copy, "usb-drive").pack(anchor="w", pady=(px(8), 0))
