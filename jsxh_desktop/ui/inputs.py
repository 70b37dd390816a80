"""The input that suits an entry."""

from __future__ import annotations

import tkinter as tk
from typing import Any

from jsxh_desktop.domain.entry import Entry, Kind
from jsxh_desktop.ui.choice_input import ChoiceInput, SegmentInput
from jsxh_desktop.ui.line_input import LineInput
from jsxh_desktop.ui.prose_input import ProseInput
from jsxh_desktop.ui.reactions import Input, Reactions
from jsxh_desktop.ui.theme import Theme

RIGHT = {Kind.MONEY, Kind.WHOLE, Kind.NUMBER}
MOST_SEGMENTS = 4
WIDEST_SEGMENTS = 20  # characters of all together


def make_input(theme: Theme, parent: tk.Misc, entry: Entry[Any], react: Reactions) -> Input:
    """The input that suits an entry."""
    if entry.kind is Kind.PROSE:
        return ProseInput(theme, parent, react)
    if (
        entry.choices
        and len(entry.choices) <= MOST_SEGMENTS
        and sum(map(len, entry.choices)) < WIDEST_SEGMENTS
    ):
        return SegmentInput(theme, parent, entry.choices, react)
    if entry.choices:
        return ChoiceInput(theme, parent, entry.choices, react)
    return LineInput(parent, react, right=entry.kind in RIGHT)
