"""Breaks a text for the screen by the rule of the print: whole pieces, no sign out of its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jsxh_desktop.reports.units import may_part, unit_ends

Measure = Callable[[str], float]


def broken(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """The lines of a text, none wider than `width` by `measure`; at least one, maybe empty.

    The lines joined are the text without its new lines and the spaces at their ends.
    """
    return tuple(line for part in text.split("\n") for line in _lines(part, width, measure))


def _lines(text: str, width: float, measure: Measure) -> Iterator[str]:
    if measure(text) <= width:  # as most are; the pieces take far longer to find
        yield text.rstrip(" ")
        return
    start = filled = 0
    for inked, end in unit_ends(text):
        while measure(text[start:inked]) > width:
            cut = filled if filled > start else _within(text, start, inked, width, measure)
            if cut >= inked:
                break
            yield text[start:cut].rstrip(" ")
            start = filled = cut
        filled = end
    yield text[start:].rstrip(" ")


def _within(text: str, start: int, end: int, width: float, measure: Measure) -> int:
    """Where a piece too long for any line is split: as late as it fits, at a good spot if any."""
    fits = start + 1
    while fits < end and measure(text[start : fits + 1]) <= width:
        fits += 1
    if fits >= end:
        return end
    spots = range(fits, start, -1)
    return next((at for at in spots if may_part(text, at)), fits)
