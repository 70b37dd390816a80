"""What a chart can be drawn on: paths, hatching and text in points, from the lower left corner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

Colour = tuple[float, float, float]


class Verb(StrEnum):
    """How an outline goes on; a CURVE takes two control points and its end."""

    MOVE = "move"
    LINE = "line"
    CURVE = "curve"
    CLOSE = "close"


Step = tuple[Verb, tuple[float, ...]]
Outline = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Ink:
    """How an outline is filled and stroked; None leaves it, `width` is in pt."""

    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 0.0


class Surface(Protocol):
    """A page, a screen or a list that takes down what is drawn on it."""

    def path(self, outline: Outline, ink: Ink) -> None:
        """Fill and stroke an outline."""

    def hatch(self, outline: Outline, lines: Outline, ink: Ink) -> None:
        """Stroke lines as far as they lie within an outline."""

    def text(self, text: str, x: float, y: float, size: float, colour: Colour) -> None:
        """Write one line of text from its left end on the baseline."""

    def text_width(self, text: str, size: float) -> float:
        """The width of one line of text, in pt."""
