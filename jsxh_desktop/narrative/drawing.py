"""Where the figures of the statements stand: the chart and its caption, or a note instead of it."""

from __future__ import annotations

from jsxh_desktop.charts.figures import NumberedChart
from jsxh_desktop.narrative.block import Figure


def drawn(figure: NumberedChart) -> Figure:
    """One of 图1–图7 as a block."""
    return Figure(figure.chart, figure.caption, figure.note)
