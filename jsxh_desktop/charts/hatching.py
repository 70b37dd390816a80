"""Hatch lines over an outline, spaced as matplotlib's own screen hatching is."""

from __future__ import annotations

import math
from collections.abc import Iterator

from jsxh_desktop.charts.surface import Outline, Step, Verb

# Lines an inch that one sign of a pattern stands for, across and along (matplotlib's density 6).
_DENSITY = 6
_TURN = {"/": 45.0, "\\": -45.0, "-": 0.0, "|": 90.0}
_SHORT = {"x": "/\\", "+": "-|"}


def lines(pattern: str, outline: Outline) -> Outline:
    """Straight lines that cover the outline's box; KeyError for a sign that is not lines."""
    box = _box(outline)
    signs = "".join(_SHORT.get(sign, sign) for sign in pattern)
    return tuple(
        step for sign in sorted(set(signs)) for step in _family(_TURN[sign], signs.count(sign), box)
    )


def _box(outline: Outline) -> tuple[float, float, float, float]:
    numbers = [number for _, step in outline for number in step]
    xs, ys = numbers[::2], numbers[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def _family(degrees: float, count: int, box: tuple[float, float, float, float]) -> Iterator[Step]:
    """Parallel lines through the box; all boxes share one grid, so neighbours match."""
    left, low, right, high = box
    along = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    across = -along[1], along[0]
    corners = [(x, y) for x in (left, right) for y in (low, high)]
    offsets = [x * across[0] + y * across[1] for x, y in corners]
    reaches = [x * along[0] + y * along[1] for x, y in corners]
    slanted = math.sqrt(2) if degrees in (45.0, -45.0) else 1.0
    gap = 72 / (_DENSITY * count) * slanted
    for number in range(math.ceil(min(offsets) / gap), math.floor(max(offsets) / gap) + 1):
        x, y = across[0] * number * gap, across[1] * number * gap
        for verb, reach in ((Verb.MOVE, min(reaches)), (Verb.LINE, max(reaches))):
            yield verb, (x + along[0] * reach, y + along[1] * reach)
