"""What to print."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """A part by its title, a sheet by its number, or, without either, all; the latest year."""

    year: int | None = None
    part: str | None = None
    sheet: int | None = None
