"""The sections of the Word file: paper, margins, and the numbers of the pages."""

from __future__ import annotations

from typing import NamedTuple

from jsxh_desktop.reports.fitting import Area
from jsxh_desktop.reports.style import (
    A4_HEIGHT,
    A4_WIDTH,
    COVER_TOP,
    COVER_WIDTH,
    LEADING,
    LEFT,
    MM,
    NUMBER_DROP,
    NUMBER_INSET,
    NUMBER_SIZE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TOP,
    WIDE_LEFT,
    WIDE_OUTER,
)
from jsxh_desktop.reports.table_pages import UPRIGHT, WIDE
from jsxh_desktop.reports.word.markup import part, properties, twips, w
from jsxh_desktop.reports.word.runs import paragraph
from jsxh_desktop.reports.word.styles import FOOTER, NOTHING, RIGHT

_HEIGHT = LEADING * NUMBER_SIZE
# Room for a number of four digits with its dashes.
_LENGTH = 6 * NUMBER_SIZE
# Rounding, and the lines of a grid, may take so much more than a table that just fits.
_SLACK = 3 * MM


class Paper(NamedTuple):
    """The pages of a section: the edges of what they hold, in points from their upper left corner.

    `number` is how far down the middle of the page number stands; on a landscape page how far from
    the left, where it is turned, as all numbers of a stack are at one edge. The cover has none.
    """

    left: float
    top: float
    right: float
    bottom: float
    number: float = 0.0
    landscape: bool = False

    @property
    def size(self) -> tuple[float, float]:
        return (A4_HEIGHT, A4_WIDTH) if self.landscape else (A4_WIDTH, A4_HEIGHT)


COVER = Paper(
    (A4_WIDTH - COVER_WIDTH) / 2, COVER_TOP, (A4_WIDTH + COVER_WIDTH) / 2, A4_HEIGHT - TOP
)
TEXT = Paper(
    LEFT,
    TOP,
    LEFT + TEXT_WIDTH,
    TOP + TEXT_HEIGHT,
    number=TOP + TEXT_HEIGHT + NUMBER_DROP,
)


def of_table(left: float, *, landscape: bool) -> Paper:
    """The pages of a table of its own whose grid begins so far from the left of the paper."""
    area: Area = WIDE if landscape else UPRIGHT
    number = min(WIDE_LEFT, left) - NUMBER_DROP if landscape else area.bottom + NUMBER_DROP
    edges = (area.left, area.top, area.right, area.bottom + _SLACK)
    return Paper(*edges, number=number, landscape=landscape)


def section(paper: Paper, footers: tuple[str, str] | None, *, first: int | None = None) -> str:
    """The properties of a section; `footers` are the ids of those of odd and of even pages."""
    width, height = paper.size
    below = height - paper.bottom
    foot = below / 2 if paper.landscape else min(below, height - paper.number - _HEIGHT / 2)
    return properties(
        "sectPr",
        *_footers(footers),
        w("type", val="nextPage"),
        w("pgSz", w=twips(width), h=twips(height), orient="landscape" if paper.landscape else None),
        w(
            "pgMar",
            top=twips(paper.top),
            right=twips(width - paper.right),
            bottom=twips(below),
            left=twips(paper.left),
            header=twips(paper.top / 2),
            footer=twips(foot),
            gutter=0,
        ),
        w("pgNumType", start=first) if first is not None else "",
    )


def _footers(ids: tuple[str, str] | None) -> tuple[str, ...]:
    if ids is None:
        return ()
    kinds = zip(("default", "even"), ids, strict=True)
    return tuple(f'<w:footerReference w:type="{kind}" r:id="{id_}"/>' for kind, id_ in kinds)


def footers(paper: Paper) -> tuple[bytes, bytes]:
    """— 1 — one character in from the outer edge: odd pages right, even pages left."""
    number = (
        w("r", '<w:t xml:space="preserve">— </w:t>'),
        w("fldSimple", w("r", w("t", "1")), instr=" PAGE "),
        w("r", '<w:t xml:space="preserve"> —</w:t>'),
    )
    inset = twips(NUMBER_INSET)
    if paper.landscape:
        end = A4_WIDTH - WIDE_OUTER - NUMBER_INSET
        odd = _turned(paragraph(FOOTER.id, "".join(number), RIGHT), paper.number, end - _LENGTH)
        even = _turned(
            paragraph(FOOTER.id, "".join(number)), paper.number, WIDE_OUTER + NUMBER_INSET
        )
    else:
        odd = paragraph(FOOTER.id, "".join(number), w("ind", right=inset), RIGHT)
        even = paragraph(FOOTER.id, "".join(number), w("ind", left=inset))
    return part("ftr", odd), part("ftr", even)


def _turned(inside: str, middle: float, top: float) -> str:
    """A cell that floats on the page, its text running down."""
    place = w(
        "tblpPr",
        horzAnchor="page",
        vertAnchor="page",
        tblpX=twips(middle - _HEIGHT / 2),
        tblpY=twips(top),
    )
    none = w(
        "tblCellMar", *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    )
    width = w("tblW", w=twips(_HEIGHT), type="dxa")
    cell = properties(
        "tcPr", w("tcW", w=twips(_HEIGHT), type="dxa"), w("textDirection", val="tbRl")
    )
    row = w("trPr", w("trHeight", val=twips(_LENGTH), hRule="exact"))
    table = w(
        "tbl",
        properties("tblPr", place, width, w("tblLayout", type="fixed"), none),
        w("tblGrid", w("gridCol", w=twips(_HEIGHT))),
        w("tr", row, w("tc", cell, inside)),
    )
    return table + paragraph(NOTHING.id, "")
