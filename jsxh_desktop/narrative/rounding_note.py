"""The note that sums of rounded figures may differ in the last place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import partial

from jsxh_desktop.domain import spending, stated, totals
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.narrative.block import Block, Gap, Paragraph, Tone
from jsxh_desktop.narrative.wording import Wording, known

Parts = Callable[[Filing], Iterable[Money]]
PRINTED = 10_000
"""Fen in the last decimal that prints: 0.01 万元."""

DIVIDED: tuple[Parts, ...] = (
    lambda filing: totals.income_by_source(filing).values(),
    lambda filing: totals.expenditure_by_kind(filing).values(),
    lambda filing: totals.by_code(totals.general_budget_lines(filing), 3).values(),
    lambda filing: (
        stated.of(ThreePublic.overseas, filing.three_public),
        spending.vehicles(filing.three_public),
        spending.reception(filing.three_public),
    ),
)
"""What the statements tell the parts of, each with its share of the whole."""


def rounding_note(words: Wording) -> Iterator[Block]:
    """The note, where figures are rounded so that their sums may or do not come out."""
    if rounds(words.filing) or leaves_rest(words.filing, words.pack.percent_places):
        yield Paragraph(words.write("rounding_note"), Tone.NOTE)


def rounds(filing: Filing) -> bool:
    """Whether a figure of income or expenditure is rounded in print."""
    amounts = [line.final for line in filing.income]
    amounts += [line.final for line in filing.expenditure]
    return any(amount.fen % PRINTED for amount in amounts if amount is not None)


def leaves_rest(filing: Filing, places: int) -> bool:
    """Whether the parts of a whole, as they print, are more or less than the whole as it prints.

    Each share is rounded by itself and none is bent to reach 100% (C11), so 100.1% may come out.
    """
    return any(_leave_rest(known(partial(parts, filing)), places) for parts in DIVIDED)


def _leave_rest(found: Iterable[Money] | Gap, places: int) -> bool:
    if isinstance(found, Gap):
        return False
    parts = tuple(found)
    whole = added(parts)
    shown = sum(half_up(Fraction(part.fen, PRINTED), 0) for part in parts)
    if shown != half_up(Fraction(whole.fen, PRINTED), 0):
        return True
    if whole <= Money():
        return False
    return sum(half_up(Fraction(100 * part.fen, whole.fen), places) for part in parts) != 100
