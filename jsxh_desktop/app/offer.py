"""What a picker offers: a text to put and the words that tell it from the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jsxh_desktop.app.pinyin import initials


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of a picker; `usual` lines are the ones this unit uses anyway."""

    text: str
    cells: tuple[str, ...]
    usual: bool = False


Search = Callable[[str], Sequence[Offer]]
"""What fits a text, the best first; nothing typed offers everything."""


def fitting(offers: Sequence[Offer], typed: str) -> tuple[Offer, ...]:
    """The offers that have the text in one of their cells, or sound like it."""
    wanted = typed.strip().casefold()
    return tuple(
        offer
        for offer in offers
        if any(wanted in cell.casefold() or wanted in initials(cell) for cell in offer.cells)
    )
