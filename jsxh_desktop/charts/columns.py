"""Grouped columns over a value axis that starts at zero."""

from __future__ import annotations

from jsxh_desktop.charts import lettering, scale
from jsxh_desktop.charts.chart import Chart
from jsxh_desktop.charts.palette import Fill
from jsxh_desktop.charts.sheet import Sheet
from jsxh_desktop.domain.money import Money

# Millimetres.
_TOP, _BOTTOM, _UNDER, _RIGHT = 13.0, 8.0, 4.0, 2.0
_WIDEST, _BETWEEN = 22.0, 1.8
_KEY = 4.2
_ABOVE, _BELOW = 1.2, 3.6
_GROUP = 0.72  # of the room of a category


class _Plot:
    """Where a value and a column of one chart stand on a sheet, in mm."""

    def __init__(self, sheet: Sheet, chart: Chart) -> None:
        values = [value.fen for row in chart.series for value in row.values if value]
        self.marks = scale.marks(values, chart.unit)
        self.names = tuple(scale.printed(mark, self.marks, chart.unit) for mark in self.marks)
        self.left = max(map(lettering.width, self.names)) + 4.0
        self.right = sheet.width - _RIGHT
        self._low = _BOTTOM + (_UNDER if self.marks[0] < 0 else 0.0)
        self._high = sheet.height - _TOP
        count = len(chart.series)
        self._slot = (self.right - self.left) / len(chart.categories)
        labels = (chart.printed(value) for row in chart.series for value in row.values)
        label = max(map(lettering.width, labels))
        self.pitch = min(max(_WIDEST, label) + _BETWEEN, self._slot * _GROUP / count)
        self.size = lettering.SIZE * min(1.0, (self.pitch - 1.0) / label)
        self._first = -self.pitch * (count - 1) / 2

    def height(self, fen: int) -> float:
        """Where an amount stands on the value axis."""
        low, high = self.marks[0], self.marks[-1]
        return self._low + (self._high - self._low) * (fen - low) / max(high - low, 1)

    def middle(self, category: int) -> float:
        """Where the middle of a category stands."""
        return self.left + self._slot * (category + 0.5)

    def column(self, category: int, series: int) -> float:
        """Where the middle of a column stands."""
        return self.middle(category) + self._first + self.pitch * series


def draw_columns(sheet: Sheet, chart: Chart) -> None:
    """Draw unit, legend, axis, columns and their amounts."""
    plot = _Plot(sheet, chart)
    top = sheet.height - lettering.SIZE * lettering.MM - 1.0
    sheet.text(f"单位：{chart.unit}", (0.5, top), "left")
    if len(chart.series) > 1:
        _legend(sheet, tuple(series.name for series in chart.series), top)
    _grid(sheet, plot)
    for category, name in enumerate(chart.categories):
        for series, row in enumerate(chart.series):
            _column(sheet, plot, (category, series), row.values[category], chart)
        sheet.text(name, (plot.middle(category), 2.4), "center")
    sheet.line(((plot.left, plot.height(0)), (plot.right, plot.height(0))), sheet.inks.axis, 0.9)


def _legend(sheet: Sheet, names: tuple[str, ...], y: float) -> None:
    widths = [_KEY + 1.2 + lettering.width(name) + 6.0 for name in names]
    x = (sheet.width - sum(widths) + 6.0) / 2
    for name, width, fill in zip(names, widths, sheet.inks.fills, strict=False):
        sheet.box((x, y - 0.3), _KEY, 3.0, fill)
        sheet.text(name, (x + _KEY + 1.2, y), "left")
        x += width


def _grid(sheet: Sheet, plot: _Plot) -> None:
    for mark, name in zip(plot.marks, plot.names, strict=True):
        y = plot.height(mark)
        sheet.line(((plot.left, y), (plot.right, y)), sheet.inks.grid, 0.5)
        sheet.text(name, (plot.left - 1.8, y - 1.1), "right")


def _column(
    sheet: Sheet, plot: _Plot, place: tuple[int, int], value: Money | None, chart: Chart
) -> None:
    x, zero = plot.column(*place), plot.height(0)
    end = plot.height(value.fen) if value else zero
    if value:
        width = min(plot.pitch - _BETWEEN, _WIDEST)
        corner, fill = (x - width / 2, min(zero, end)), sheet.inks.fills[place[1]]
        sheet.box(corner, width, abs(end - zero), fill, (place[1], place[0]))
    label = chart.printed(value)
    room, y = lettering.width(label, plot.size), end - _BELOW if end < zero else end + _ABOVE
    paper = Fill(sheet.inks.paper, sheet.inks.paper)  # so no mark of the axis strikes it out
    sheet.box((x - room / 2, y - 0.4), room, 2.9, paper)
    sheet.text(label, (x, y), "center", plot.size)
