"""The white around full-width marks, which a line may take back (标点挤压)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jsxh_desktop.reports.fonts import Face, Typefaces

# Marks that are white on the right, and on the left.
BEFORE_WHITE = frozenset("，。、；：！？）》〉】〕」』〗”’．")
AFTER_WHITE = frozenset("（《〈【〔「『〖“‘")

_MARKS = BEFORE_WHITE | AFTER_WHITE
_CROWDED = re.compile(f"[{re.escape(''.join(sorted(_MARKS)))}]{{2}}")

# Of the square: a mark gives half of it at a line's end and to another mark, else a quarter; and
# keeps so much white as is needed to tell it from its neighbour.
HALF, QUARTER, KEPT = 0.5, 0.25, 0.06
SQUARE = 900


def hanging(char: str, face: Face, faces: Typefaces) -> float:
    """How far a line that ends in the character may reach out of the measure, in em."""
    return min(HALF, _right(char, face, faces))


def crowded(text: str) -> bool:
    """Whether marks stand side by side, so that two halves of white would meet."""
    return _CROWDED.search(text) is not None


def overlapping(text: str, face: Face, faces: Typefaces) -> list[float]:
    """How far each character's square reaches into that of the next, in em: among marks only."""
    if not crowded(text):
        return [0.0] * len(text)
    return [
        min(HALF, _between(first, second, face, faces)) if _beside(first, second) else 0.0
        for first, second in pairwise(text)
    ] + [0.0]


def giving(text: str, face: Face, faces: Typefaces) -> list[float]:
    """How much white each gap between two characters can still give, in em."""
    return [
        0.0 if _beside(first, second) else min(QUARTER, _between(first, second, face, faces))
        for first, second in pairwise(text)
    ]


def _beside(first: str, second: str) -> bool:
    return first in _MARKS and second in _MARKS


def _between(first: str, second: str, face: Face, faces: Typefaces) -> float:
    return _right(first, face, faces) + _left(second, face, faces)


def _right(char: str, face: Face, faces: Typefaces) -> float:
    if char not in BEFORE_WHITE or faces.advances(face)[char] < SQUARE:
        return 0.0
    return max(0.0, faces.blanks(char, face)[1] / 1000 - KEPT)


def _left(char: str, face: Face, faces: Typefaces) -> float:
    if char not in AFTER_WHITE or faces.advances(face)[char] < SQUARE:
        return 0.0
    return max(0.0, faces.blanks(char, face)[0] / 1000 - KEPT)
