"""A surface that only takes down what is drawn on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations

from jsxh_desktop.charts.chart import Chart
from jsxh_desktop.charts.draw import paint
from jsxh_desktop.charts.surface import Colour, Ink, Outline

MM = 72 / 25.4
SLIP = 0.01
WIDTH, HEIGHT = 156, 75
Box = tuple[float, float, float, float]


@dataclass
class Recording:
    """Texts with the box they take, areas with their outline's box, in points."""

    texts: list[tuple[str, Box]] = field(default_factory=list)
    areas: list[tuple[Box, Ink]] = field(default_factory=list)
    hatched: list[Box] = field(default_factory=list)

    def path(self, outline: Outline, ink: Ink) -> None:
        self.areas.append((_box(outline), ink))

    def hatch(self, outline: Outline, lines: Outline, ink: Ink) -> None:
        assert lines
        assert ink.width
        self.hatched.append(_box(outline))

    def text(self, text: str, x: float, y: float, size: float, colour: Colour) -> None:
        assert colour < (0.3, 0.3, 0.3)
        room = self.text_width(text, size)
        self.texts.append((text, (x, y - size / 10, x + room, y + size * 0.75)))

    def text_width(self, text: str, size: float) -> float:
        """As the bundled faces measure: digits and letters 0.56 em, everything else one em."""
        return sum(0.56 if char < "\u2000" else 1.0 for char in text) * size

    @property
    def words(self) -> list[str]:
        return [text for text, _ in self.texts]

    @property
    def bars(self) -> list[Box]:
        """Filled areas that stand for an amount: neither white ground nor keys of a legend."""
        dark = [box for box, ink in self.areas if ink.fill and ink.fill != (1.0, 1.0, 1.0)]
        return [box for box in dark if box[3] < (HEIGHT - 7) * MM]

    def overlapping(self) -> list[tuple[str, str]]:
        return [
            (one, other)
            for (one, a), (other, b) in combinations(self.texts, 2)
            if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        ]

    def outside(self) -> list[str]:
        right, top = WIDTH * MM + SLIP, HEIGHT * MM + SLIP
        return [
            text
            for text, (x, y, x_end, y_end) in self.texts
            if x < -SLIP or y < -SLIP or x_end > right or y_end > top
        ]


def _box(outline: Outline) -> Box:
    numbers = [number for _, step in outline for number in step]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


def recorded(chart: Chart) -> Recording:
    """The chart, drawn on a fresh recording."""
    recording = Recording()
    paint(chart, recording, WIDTH, HEIGHT)
    return recording
