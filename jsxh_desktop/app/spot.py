"""What stands at a point of a composed page: the figure, gap or phrase, and what says it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, takewhile
from typing import NamedTuple

from jsxh_desktop.app.tokens import Span, token_at
from jsxh_desktop.charts.chart import Chart
from jsxh_desktop.narrative.block import Block, Cell
from jsxh_desktop.reports.fonts import Typefaces
from jsxh_desktop.reports.line import Line
from jsxh_desktop.reports.page import Drawing, Page, Words
from jsxh_desktop.reports.recording import FACE, recorded
from jsxh_desktop.reports.style import ASCENT

Box = tuple[float, float, float, float]
"""Left, top, width and height in points from the upper left corner of the page."""


class Spot(NamedTuple):
    """A token: its box, who says it, all that is said there, and where in that the token is."""

    box: Box
    source: Block | Cell | Chart
    said: str
    span: Span

    @property
    def text(self) -> str:
        return self.said[slice(*self.span)]


def spot(pages: Sequence[Page], number: int, x: float, y: float, faces: Typefaces) -> Spot | None:
    """What stands at a point of page `number` (from 0), in points from its upper left corner."""
    page = pages[number]
    for place, words in enumerate(page.words):
        if words.source is not None and _holds(_line_box(words), x, y):
            before, said = _said(pages, page, place)
            box, span = _token(words, before, said, x, faces)
            return Spot(box, words.source, said, span)
    for drawing in page.drawings:
        if _holds(drawing[:4], x, y):
            return _in_chart(drawing, x, y, faces)
    return None


def _token(words: Words, before: int, said: str, x: float, faces: Typefaces) -> tuple[Box, Span]:
    """The token at x and where it stands in all that is said; its box ends with the line."""
    edges = _edges(words, faces)
    last = len(words.line.text) - 1
    at = min(max(bisect_right(edges, x) - 1, 0), last)
    start, end = token_at(said, before + at)
    left, right = edges[max(start - before, 0)], edges[min(end - before, last + 1)]
    _, top, _, height = _line_box(words)
    return (left, top, right - left, height), (start, end)


def _said(pages: Sequence[Page], page: Page, place: int) -> tuple[int, str]:
    """All the source says, and how much of it before these words.

    A cell is said anew on each page of its table; a block goes on from page to page.
    """
    source = page.words[place].source
    if isinstance(source, Cell):
        first = place
        while first and page.words[first - 1].source is source:
            first -= 1
        run = list(takewhile(lambda words: words.source is source, page.words[first:]))
    else:
        run = [words for each in pages for words in each.words if words.source is source]
    texts = [words.line.text for words in run]
    here = next(at for at, words in enumerate(run) if words is page.words[place])
    return sum(map(len, texts[:here])), "".join(texts)


def _edges(words: Words, faces: Typefaces) -> list[float]:
    """Where each character begins, and where the last one ends."""
    advances = faces.advances(words.face)
    steps = (
        advances[char] * words.size / 1000 + extra
        for text, extra in words.line.pieces
        for char in text
    )
    return list(accumulate(steps, initial=words.x + words.line.indent))


def _in_chart(drawing: Drawing, x: float, y: float, faces: Typefaces) -> Spot | None:
    bottom = drawing.y + drawing.height
    for stroke in recorded(drawing.chart, drawing.width, drawing.height, faces):
        if stroke.name != "text":
            continue
        text, left, up, size, _ = stroke.given
        line = Line(text, faces.width(text, FACE, size), pieces=((text, 0.0),))
        words = Words(drawing.x + left, bottom - up, line, FACE, size)
        if _holds(_line_box(words), x, y):
            box, span = _token(words, 0, text, x, faces)
            return Spot(box, drawing.chart, text, span)
    return None


def _line_box(words: Words) -> Box:
    left = words.x + words.line.indent
    return left, words.y - ASCENT * words.size, words.line.width, words.size


def _holds(box: Box, x: float, y: float) -> bool:
    left, top, width, height = box
    return left <= x <= left + width and top <= y <= top + height
