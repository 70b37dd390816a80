"""A pie with its labels outside, each joined to its slice by a line."""

from __future__ import annotations

import math
from dataclasses import dataclass

from jsxh_desktop.charts import lettering
from jsxh_desktop.charts.chart import Chart
from jsxh_desktop.charts.sheet import Point, Sheet
from jsxh_desktop.charts.spread import spread

# Millimetres.
_RADIUS, _EDGE = 0.35, 2.0  # of the height; free above and below the labels
_ELBOW, _REACH, _BESIDE = 2.5, 9.0, 1.2
_LEADING, _APART = 4.1, 2.2
_NAME_LINES = 2
_TOP = 90.0  # twelve o'clock
_TURNS = tuple(float(turn * side) for turn in range(0, 181, 5) for side in (1, -1))
_BURIED = 10_000.0


@dataclass(frozen=True, slots=True)
class _Label:
    """A slice, in degrees, and the lines beside it."""

    start: float
    sweep: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        return math.radians(self.start - self.sweep / 2)

    @property
    def right(self) -> bool:
        return math.cos(self.middle) > -1e-9

    @property
    def height(self) -> float:
        return len(self.lines) * _LEADING + _APART


@dataclass(frozen=True, slots=True)
class _Disc:
    centre: Point
    radius: float

    def at(self, angle: float, beyond: float = 0.0) -> Point:
        """The point at an angle, in radians, so far beyond the rim."""
        reach = self.radius + beyond
        return self.centre[0] + reach * math.cos(angle), self.centre[1] + reach * math.sin(angle)


def draw_pie(sheet: Sheet, chart: Chart) -> None:
    """Draw slices clockwise, the first from the top unless another turn suits the labels better."""
    disc = _Disc((sheet.width / 2, sheet.height / 2), sheet.height * _RADIUS)
    room = sheet.width / 2 - disc.radius - _REACH - _BESIDE
    amounts = chart.labels or tuple(map(chart.printed, chart.series[0].values))
    size = lettering.SIZE * min(1.0, room / max(map(lettering.width, amounts)))
    texts = [
        (*lettering.wrapped(name, room / size / lettering.MM, _NAME_LINES), amount)
        for name, amount in zip(chart.categories, amounts, strict=True)
    ]
    labels = _turned_best(chart, texts, disc, sheet.height)
    for number, (label, fill) in enumerate(zip(labels, sheet.inks.fills, strict=False)):
        turns = label.start - label.sweep, label.start
        sheet.slice(disc.centre, disc.radius, turns, fill, (0, number))
    for label, height in zip(labels, _heights(labels, disc, sheet.height), strict=True):
        _write(sheet, disc, label, height, size)


def _turned_best(
    chart: Chart, texts: list[tuple[str, ...]], disc: _Disc, height: float
) -> list[_Label]:
    """The turn of the pie that leaves each label nearest to its slice."""
    amounts = [value.fen if value else 0 for value in chart.series[0].values]
    sweeps = [360 * amount / sum(amounts) for amount in amounts]
    starts = [_TOP - sum(sweeps[:number]) for number in range(len(sweeps))]

    def labels(turn: float) -> list[_Label]:
        return list(map(_Label, [start + turn for start in starts], sweeps, texts))

    def cost(turn: float) -> float:
        return round(_cost(labels(turn), disc, height), 3)

    widest = sweeps.index(max(sweeps))
    level = sweeps[widest] / 2 - starts[widest]  # its middle at three o'clock
    return labels(min((*_TURNS, level), key=cost))


def _cost(labels: list[_Label], disc: _Disc, height: float) -> float:
    """How far labels stand above, below and beside their slices; a line over the pie is worst."""
    total = 0.0
    for label, middle in zip(labels, _heights(labels, disc, height), strict=True):
        elbow, end = disc.at(label.middle, _ELBOW), (_column(disc, label), middle)
        total += (end[1] - elbow[1]) ** 2 + (end[0] - elbow[0]) ** 2 / 10
        if _crosses(disc, elbow, end):
            total += _BURIED
    return total


def _crosses(disc: _Disc, start: Point, end: Point) -> bool:
    """Whether the line between two points meets the disc."""
    ax, ay = start[0] - disc.centre[0], start[1] - disc.centre[1]
    dx, dy = end[0] - start[0], end[1] - start[1]
    nearest = max(0.0, min(1.0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)))
    return math.hypot(ax + nearest * dx, ay + nearest * dy) < disc.radius


def _heights(labels: list[_Label], disc: _Disc, height: float) -> list[float]:
    """Where the middle of each label stands above the lower edge."""
    found = [0.0] * len(labels)
    for right in (True, False):
        side = [number for number, label in enumerate(labels) if label.right is right]
        side.sort(key=lambda number: math.sin(labels[number].middle))
        wished = [disc.at(labels[number].middle, _ELBOW)[1] for number in side]
        sizes = [labels[number].height for number in side]
        for number, middle in zip(side, spread(wished, sizes, _EDGE, height - _EDGE), strict=True):
            found[number] = middle
    return found


def _column(disc: _Disc, label: _Label) -> float:
    """Where the labels of a side begin."""
    reach = disc.radius + _REACH
    return disc.centre[0] + (reach if label.right else -reach)


def _write(sheet: Sheet, disc: _Disc, label: _Label, middle: float, size: float) -> None:
    x = _column(disc, label)
    rim, elbow = disc.at(label.middle), disc.at(label.middle, _ELBOW)
    sheet.line((rim, elbow, (x, middle)), sheet.inks.leader, 0.6)
    beside = _BESIDE if label.right else -_BESIDE
    first = middle + _LEADING * (len(label.lines) - 1) / 2 - size * lettering.MM * 0.35
    for number, line in enumerate(label.lines):
        at = (x + beside, first - _LEADING * number)
        sheet.text(line, at, "left" if label.right else "right", size)
