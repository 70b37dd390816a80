"""Where the figures of the statements stand: the chart, its caption, or a note instead of it."""

from __future__ import annotations

from jsxh_desktop.narrative.block import Figure
from jsxh_desktop.narrative.wording import Wording


def drawn(words: Wording, key: str) -> Figure:
    """The figure of a section; the document numbers it."""
    return Figure(None, words.write(f"figure_{key}"), words.write("figure_nothing"))
