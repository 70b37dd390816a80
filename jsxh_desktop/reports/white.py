"""The white around full-width marks, which a line may take back (标点挤压)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jsxh_desktop.reports.fonts import Face, Typefaces

# Marks that are white on the right, and on the left.
BEFORE_WHITE = frozenset("，。、；：！？）》〉】〕」』〗”’．")
AFTER_WHITE = frozenset("（《〈【〔「『〖“‘")

# Of the square: a mark gives half of it at a line's end and beside another mark, else a quarter;
# and keeps so much white as is needed to tell it from its neighbour.
HALF, QUARTER, KEPT = 0.5, 0.25, 0.06
SQUARE = 900


def hanging(char: str, face: Face, faces: Typefaces) -> float:
    """How far a line that ends in the character may reach out of the measure, in em."""
    return min(HALF, _right(char, face, faces))


def giving(text: str, face: Face, faces: Typefaces) -> list[float]:
    """How much white each gap between two characters can give, in em."""
    return [
        min(HALF if _beside(first, second) else QUARTER, white) if white else 0.0
        for first, second in pairwise(text)
        for white in (_right(first, face, faces) + _left(second, face, faces),)
    ]


def _beside(first: str, second: str) -> bool:
    marks = BEFORE_WHITE | AFTER_WHITE
    return first in marks and second in marks


def _right(char: str, face: Face, faces: Typefaces) -> float:
    if char not in BEFORE_WHITE or faces.advances(face)[char] < SQUARE:
        return 0.0
    return max(0.0, faces.blanks(char, face)[1] / 1000 - KEPT)


def _left(char: str, face: Face, faces: Typefaces) -> float:
    if char not in AFTER_WHITE or faces.advances(face)[char] < SQUARE:
        return 0.0
    return max(0.0, faces.blanks(char, face)[0] / 1000 - KEPT)
