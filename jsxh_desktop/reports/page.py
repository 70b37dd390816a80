"""A printed page as plain data: words, rules and charts at their places, and nothing drawn yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from jsxh_desktop.charts.chart import Chart
from jsxh_desktop.narrative.block import Block, Cell
from jsxh_desktop.reports.fonts import Face
from jsxh_desktop.reports.line import Line
from jsxh_desktop.reports.style import A4_HEIGHT, A4_WIDTH

# Every place is in points from the left and from the top edge of the page.


class Words(NamedTuple):
    """A line of text; `x` is the left edge of its measure, `y` its baseline.

    `source` is what says it: a block, or the cell of a table.
    """

    x: float
    y: float
    line: Line
    face: Face
    size: float
    source: Block | Cell | None = None


class Rule(NamedTuple):
    """A straight line of a grid."""

    x: float
    y: float
    x_end: float
    y_end: float


class Drawing(NamedTuple):
    """A chart in its rectangle; the place is the top left corner."""

    x: float
    y: float
    width: float
    height: float
    chart: Chart


class Mark(NamedTuple):
    """An entry of the PDF outline, if `listed` of the contents too, and how far down it starts."""

    level: int
    text: str
    y: float = 0.0
    listed: bool = True


class Jump(NamedTuple):
    """A rectangle that leads to a mark, given by the mark's page (from 0) and height."""

    x: float
    y: float
    width: float
    height: float
    page: int
    mark_y: float


class Strip(NamedTuple):
    """A horizontal part of a page; what it holds is measured from its own upper edge.

    `keep` holds it on one page with the strip that follows.
    """

    height: float
    words: tuple[Words, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    keep: bool = False
    marks: tuple[Mark, ...] = ()


def said(source: Block, strips: Iterable[Strip]) -> list[Strip]:
    """The strips with their words marked as those of a block."""
    return [
        strip._replace(words=tuple(words._replace(source=source) for words in strip.words))
        for strip in strips
    ]


@dataclass(slots=True)
class Page:
    """One side of paper, filled while it is composed.

    `edges` are left and right end of what the page holds, in pt: the number stands under its outer
    end, `number_y` down the page. A landscape page is numbered at its left, turned, so that all
    numbers of a stack are at the same edge. The cover has no number.
    """

    landscape: bool = False
    numbered: bool = True
    edges: tuple[float, float] = (0.0, 0.0)
    number_y: float = 0.0
    words: list[Words] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    jumps: list[Jump] = field(default_factory=list)

    @property
    def width(self) -> float:
        return A4_HEIGHT if self.landscape else A4_WIDTH

    @property
    def height(self) -> float:
        return A4_WIDTH if self.landscape else A4_HEIGHT

    def put(self, strip: Strip, top: float) -> None:
        """Take in what the strip holds, its upper edge at `top`."""
        self.words.extend(words._replace(y=words.y + top) for words in strip.words)
        self.drawings.extend(drawing._replace(y=drawing.y + top) for drawing in strip.drawings)
        self.marks.extend(mark._replace(y=top) for mark in strip.marks)

    def move(self, down: float) -> None:
        """Shift the words of the page and what leads to them."""
        self.words = [words._replace(y=words.y + down) for words in self.words]
        self.marks = [mark._replace(y=mark.y + down) for mark in self.marks]
