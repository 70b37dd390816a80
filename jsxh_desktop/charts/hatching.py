"""Hatch lines over an outline, spaced as matplotlib's own screen hatching is."""

from __future__ import annotations

import math
from collections.abc import Iterator

from jsxh_desktop.charts.surface import Outline, Step, Verb

# Lines an inch that one sign of a pattern stands for (matplotlib's density).
_DENSITY = 6
_ALONG = {"/": (1, 1), "\\": (1, -1), "-": (1, 0), "|": (0, 1)}
_SHORT = {"x": "/\\", "+": "-|"}

Box = tuple[tuple[float, float], tuple[float, float]]
Along = tuple[int, int]


def lines(pattern: str, outline: Outline) -> Outline:
    """Straight lines that cover the outline's box; KeyError for a sign that is not lines."""
    box = _box(outline)
    signs = "".join(_SHORT.get(sign, sign) for sign in pattern)
    return tuple(
        step
        for sign in sorted(set(signs))
        for step in _family(_ALONG[sign], 72 / (_DENSITY * signs.count(sign)), box)
    )


def _box(outline: Outline) -> Box:
    numbers = [number for _, step in outline for number in step]
    xs, ys = numbers[::2], numbers[1::2]
    return (min(xs), max(xs)), (min(ys), max(ys))


def _family(along: Along, gap: float, box: Box) -> Iterator[Step]:
    """Parallel lines through the box; all boxes share one grid, so neighbours match.

    `gap` is measured along an axis for upright and level lines, and is doubled, as matplotlib does,
    for slanted ones.
    """
    dx, dy = along
    if dx and dy:
        gap *= 2
    offsets = [x * dy - y * dx for x in box[0] for y in box[1]]
    for number in range(math.ceil(min(offsets) / gap), math.floor(max(offsets) / gap) + 1):
        offset = number * gap
        yield from _line((offset * dy, 0.0) if dy else (0.0, -offset), along, box)


def _line(point: tuple[float, float], along: Along, box: Box) -> Iterator[Step]:
    """The part of a line within the box."""
    ends = [
        sorted(((low - start) / step, (high - start) / step))
        for start, step, (low, high) in zip(point, along, box, strict=True)
        if step
    ]
    first, last = max(low for low, _ in ends), min(high for _, high in ends)
    for verb, reach in ((Verb.MOVE, first), (Verb.LINE, last)):
        yield verb, (point[0] + along[0] * reach, point[1] + along[1] * reach)
