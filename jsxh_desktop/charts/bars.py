"""Lying bars, one for each part of a whole, with amount and share behind them."""

from __future__ import annotations

from jsxh_desktop.charts import lettering
from jsxh_desktop.charts.chart import Chart
from jsxh_desktop.charts.sheet import Sheet

# Millimetres, except where it says otherwise.
_TOP, _BOTTOM, _GAP = 6.5, 1.5, 2.0
_NAMES, _THICKEST = 46.0, 6.0
_SMALLEST = 5.0  # pt
_LEADING = 1.2


def draw_bars(sheet: Sheet, chart: Chart) -> None:
    """Draw the unit, then the bars from the top down; zero is one line for all of them."""
    sheet.text(f"单位：{chart.unit}", (0.5, sheet.height - 4.2), "left")
    values = [value.fen if value else 0 for value in chart.series[0].values]
    labels = chart.labels or tuple(map(chart.printed, chart.series[0].values))
    row = (sheet.height - _TOP - _BOTTOM) / len(values)
    size = max(_SMALLEST, min(lettering.SIZE, row / lettering.MM / _LEADING))
    label = max(lettering.width(text, size) for text in labels) + _GAP
    names = min(_NAMES, max(lettering.width(name, size) for name in chart.categories)) + _GAP
    below = label if min(values) < 0 else 0.0
    room = sheet.width - names - below - label
    reach = max(max(values), 0) - min(min(values), 0) or 1
    zero = names + below + room * -min(min(values), 0) / reach
    for number, fen in enumerate(values):
        middle = sheet.height - _TOP - row * (number + 0.5)
        length, thick = room * fen / reach, min(row * 0.66, _THICKEST)
        if fen:
            corner = min(zero, zero + length), middle - thick / 2
            sheet.box(corner, abs(length), thick, sheet.inks.fills[0], (0, number))
        baseline = middle - size * lettering.MM * 0.35
        _name(sheet, chart.categories[number], (names - _GAP, middle, row), size)
        side = -1 if fen < 0 else 1
        at = (zero + length + side * 1.2, baseline)
        sheet.text(labels[number], at, "right" if fen < 0 else "left", size)
    sheet.line(((zero, _BOTTOM), (zero, sheet.height - _TOP)), sheet.inks.axis, 0.9)


def _name(sheet: Sheet, name: str, place: tuple[float, float, float], size: float) -> None:
    """The name to the left of its bar, in as many lines as the row is high."""
    right, middle, row = place
    leading = size * lettering.MM * _LEADING
    lines = lettering.wrapped(name, right / size / lettering.MM, max(1, int(row / leading)))
    first = middle - size * lettering.MM * 0.35 + leading * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        sheet.text(line, (right, first - leading * number), "right", size)
