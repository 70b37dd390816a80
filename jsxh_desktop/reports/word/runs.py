"""Text as the runs of a paragraph: gaps are seen, lines end where they end."""

from __future__ import annotations

import re
from typing import NamedTuple

from jsxh_desktop.domain.stated import gap
from jsxh_desktop.reports.typed import printable
from jsxh_desktop.reports.word.markup import properties, safe, twips, w
from jsxh_desktop.reports.word.stylesheet import GAP, HIGHLIGHTED

_OPENING = gap("|").split("|")[0].rstrip("：")
# 〔待填〕 or 〔待填：…〕; what is missing may name a paper with 〔2021〕 in it.
_GAP = re.compile(rf"({_OPENING}(?:：(?:[^〔〕]|〔[^〔〕]*〕)*)?〕)")
_LOOKS_OF_GAP = (w("rStyle", val=GAP), HIGHLIGHTED)


def runs(text: str, *looks: str) -> str:
    """The text with the given properties of runs; gaps are marked besides."""
    pieces = _GAP.split(printable(text))
    return "".join(
        _run(piece, *looks, *(_LOOKS_OF_GAP if place % 2 else ()))
        for place, piece in enumerate(pieces)
        if piece
    )


def _run(text: str, *looks: str) -> str:
    lines = (
        f'<w:t xml:space="preserve">{safe(line)}</w:t>' if line else "" for line in text.split("\n")
    )
    return w("r", properties("rPr", *looks), w("br").join(lines))


class Text(NamedTuple):
    """A paragraph: its style, its runs, properties of its own, its own white in points."""

    style: str
    inside: str
    more: tuple[str, ...] = ()
    before: float | None = None
    after: float | None = None

    @property
    def markup(self) -> str:
        white = (("before", self.before), ("after", self.after))
        own = {side: twips(points) for side, points in white if points is not None}
        spacing = w("spacing", **own) if own else ""
        style = w("pStyle", val=self.style)
        return w("p", properties("pPr", style, spacing, *self.more), self.inside)


def paragraph(style: str, inside: str, *more: str) -> str:
    """A paragraph of a style with properties of its own."""
    return Text(style, inside, more).markup
