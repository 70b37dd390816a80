"""The inks of the charts: told apart by lightness and hatching, so a grey print reads the same."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fill:
    """How an area is filled; `hatch` is drawn in the colour of the edge."""

    face: str
    edge: str
    hatch: str | None = None


@dataclass(frozen=True, slots=True)
class Inks:
    """What a drawing is drawn with, by use; `fills` in the order of the series or slices."""

    text: str
    axis: str
    grid: str
    leader: str
    paper: str
    fills: tuple[Fill, ...]


PRINT = Inks(
    text="#1a1a1a",
    axis="#404040",
    grid="#d0d0d0",
    leader="#707070",
    paper="#ffffff",
    fills=(
        Fill("#2f5597", "#1f3864"),
        Fill("#ffffff", "#9c5a1e", "////"),
        Fill("#b9c9e3", "#1f3864"),
        Fill("#ffffff", "#3a3a3a", "\\\\\\\\"),
        Fill("#7a7a7a", "#3a3a3a"),
        Fill("#f3e9dd", "#9c5a1e", "xxx"),
    ),
)
"""Neighbours differ in kind, dark plain first; there is one for each slice a pie may have."""
