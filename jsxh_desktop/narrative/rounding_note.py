"""The note that sums of rounded figures may differ in the last place."""

from __future__ import annotations

from collections.abc import Iterator

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.narrative.block import Block, Paragraph, Tone
from jsxh_desktop.narrative.wording import Wording

PRINTED = 10_000
"""Fen in the last decimal that prints: 0.01 万元."""


def rounding_note(words: Wording) -> Iterator[Block]:
    """The note, where any amount has more than the decimals that print."""
    if rounds(words.filing):
        yield Paragraph(words.write("rounding_note"), Tone.NOTE)


def rounds(filing: Filing) -> bool:
    """Whether a figure of income or expenditure is rounded in print."""
    amounts = [line.final for line in filing.income]
    amounts += [line.final for line in filing.expenditure]
    return any(amount.fen % PRINTED for amount in amounts if amount is not None)
