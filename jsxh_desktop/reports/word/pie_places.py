"""Where the labels of a pie stand, so that those of small slices do not cover one another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from jsxh_desktop.charts import lettering
from jsxh_desktop.charts.spread import spread

PIE = 52.5
"""The diameter of a pie, in mm."""

# Millimetres: two lines of a label, the white between labels, from the pie to a column of them.
_HIGH, _APART, _REACH = 8.2, 2.5, 9.0

Shift = tuple[float, float]
"""How far a label is moved to the right and down, in mm; (0, 0) leaves it where Word puts it."""


class _Label(NamedTuple):
    """How wide a label is, the angle of its slice from the top, where Word puts its middle."""

    width: float
    angle: float
    x: float
    y: float

    @property
    def side(self) -> int:
        return 1 if math.sin(self.angle) >= 0 else -1

    def covers(self, other: _Label) -> bool:
        wide, high = (self.width + other.width) / 2, _HIGH
        return abs(self.x - other.x) < wide and abs(self.y - other.y) < high


def turn(amounts: Sequence[float]) -> float:
    """Degrees from the top, clockwise, where the first slice begins.

    The middle of the widest lies at the right, and so the small ones, which need room, at the left.
    """
    widest = max(range(len(amounts)), key=amounts.__getitem__)
    before = sum(amounts[:widest]) + amounts[widest] / 2
    return (90 - 360 * before / (sum(amounts) or 1.0)) % 360


def shifts(
    amounts: Sequence[float], lines: Sequence[tuple[str, ...]], height: float
) -> list[Shift]:
    """What moves each label of a pie in the middle of a chart so high; `lines` are what they say.

    Where two would cover one another, all stand in two columns beside the pie.
    """
    labels = [
        _label(angle, max(map(lettering.width, said)))
        for angle, said in zip(_angles(amounts), lines, strict=True)
    ]
    if not any(one.covers(other) for one, other in combinations(labels, 2)):
        return [(0.0, 0.0)] * len(labels)
    heights = {**_heights(labels, 1, height), **_heights(labels, -1, height)}
    return [
        (label.side * (PIE / 2 + _REACH + label.width / 2) - label.x, heights[place] - label.y)
        for place, label in enumerate(labels)
    ]


def _angles(amounts: Sequence[float]) -> list[float]:
    """Of the middle of each slice."""
    each = math.tau / (sum(amounts) or 1.0)
    start = math.radians(turn(amounts))
    return [
        start + each * (sum(amounts[:place]) + amount / 2) for place, amount in enumerate(amounts)
    ]


def _label(angle: float, width: float) -> _Label:
    """Outside the end of its slice, from the middle of the pie to the right and down."""
    across, down = math.sin(angle), -math.cos(angle)
    x = across * (PIE / 2 + width / 2)
    return _Label(width, angle, x, down * (PIE / 2 + _HIGH / 2))


def _heights(labels: Sequence[_Label], side: int, height: float) -> dict[int, float]:
    """Where the labels of one side stand, each as near to its slice as the others let it."""
    there = [place for place, label in enumerate(labels) if label.side == side]
    there.sort(key=lambda place: labels[place].y)
    wished = [labels[place].y for place in there]
    heights = spread(wished, [_HIGH + _APART] * len(there), -height / 2, height / 2)
    return dict(zip(there, heights, strict=True))
