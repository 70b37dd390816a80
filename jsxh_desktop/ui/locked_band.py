"""The band above the desk of a locked year: why it may only be read, and the way out."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.theme import Theme

HEIGHT = 28


def locked_band(theme: Theme, parent: tk.Misc, sentence: str, go: Callable[[], object]) -> tk.Frame:
    """One line with the reason and a link to where a year is unlocked."""
    band = pieces.bar(theme, parent, "warn_bg", HEIGHT)
    band.configure(height=theme.row(HEIGHT))
    px = theme.px
    pieces.icon(theme, band, "lock-fill", 12, "warn").pack(side="left", padx=(px(16), px(8)))
    pieces.label(theme, band, sentence, "warn", "small").pack(side="left")
    pieces.link(theme, band, "去解除定稿 →", go, "small_strong").pack(side="left", padx=px(16))
    return band
