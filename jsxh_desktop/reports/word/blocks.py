"""Each kind of block in Word: what its paragraphs are, and on which paper they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import singledispatch

from jsxh_desktop.charts.chart import Chart
from jsxh_desktop.narrative.block import (
    Contents,
    Cover,
    Figure,
    Gap,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    Tone,
)
from jsxh_desktop.reports.fitting import edges_of, fitted, narrowed
from jsxh_desktop.reports.flow import BELOW_TABLE
from jsxh_desktop.reports.fonts import Face
from jsxh_desktop.reports.grid import Looks
from jsxh_desktop.reports.parts import looks
from jsxh_desktop.reports.style import (
    A4_HEIGHT,
    A4_WIDTH,
    CLOSING_TOP,
    COVER_ROOM,
    COVER_SIZE,
    COVER_WIDTH,
    SHORT,
)
from jsxh_desktop.reports.table_pages import UPRIGHT, WIDE
from jsxh_desktop.reports.typed import printable
from jsxh_desktop.reports.typesetter import Typesetter
from jsxh_desktop.reports.word import styles
from jsxh_desktop.reports.word.body import Body
from jsxh_desktop.reports.word.contents import Entry, contents
from jsxh_desktop.reports.word.drawing import drawing
from jsxh_desktop.reports.word.markup import twips, w
from jsxh_desktop.reports.word.paper import COVER, TEXT, of_table
from jsxh_desktop.reports.word.runs import Text, runs
from jsxh_desktop.reports.word.stylesheet import Stylesheet
from jsxh_desktop.reports.word.table_frame import Edges, above, below
from jsxh_desktop.reports.word.table_grid import grid_markup

TONES = {
    Tone.BODY: styles.BODY.id,
    Tone.FLUSH: styles.FLUSH.id,
    Tone.CAPTION: styles.FIGURE_CAPTION.id,
    Tone.NOTE: styles.NOTE.id,
}
# Word knows no place on the page in a style.
_AT_THE_FOOT = w(
    "framePr",
    w=twips(COVER_WIDTH),
    wrap="notBeside",
    vAnchor="page",
    hAnchor="page",
    xAlign="center",
    y=twips(CLOSING_TOP),
)


@dataclass(slots=True)
class Draft:
    """What is written so far, and what the parts beside the body come to need.

    `entries` are what the contents say; below a heading that they do not list, headings are
    `deeper` in the outline.
    """

    setter: Typesetter
    entries: Sequence[Entry]
    body: Body = field(default_factory=Body)
    sheet: Stylesheet = field(default_factory=Stylesheet)
    charts: list[Chart] = field(default_factory=list)
    deeper: bool = False


@singledispatch
def place(block: object, draft: Draft) -> None:  # noqa: ARG001 - the kinds below use it
    """Add one block; a new kind of block fails here until it has a form in Word."""
    raise TypeError(type(block).__name__)


@place.register
def _(block: Cover, draft: Draft) -> None:
    draft.body.on(COVER)
    title = "\n".join(block.title)
    for text, style in ((title, styles.COVER_TITLE), (block.subtitle, styles.COVER_SUBTITLE)):
        size = draft.setter.fitting(text, Face.TITLE, COVER_SIZE, (COVER_WIDTH, COVER_ROOM))
        draft.body.add(Text(draft.sheet.sized(style, size), runs(text)))
    draft.body.add(Text(styles.COVER_CLOSING.id, runs(block.closing), (_AT_THE_FOOT,)))


@place.register
def _(block: Contents, draft: Draft) -> None:
    draft.body.on(TEXT)
    draft.body.turn()
    draft.body.add(Text(styles.CONTENTS_TITLE.id, runs(block.title)))
    if draft.entries:
        draft.body.put(contents(draft.entries))
    draft.body.turn()


@place.register
def _(block: Heading, draft: Draft) -> None:
    draft.body.on(TEXT)
    if block.level == 0:
        draft.body.turn()
    inside = runs(block.text)
    style = _heading_style(block, draft)
    draft.body.add(Text(style.id, draft.body.listed(inside) if block.listed else inside))


def _heading_style(block: Heading, draft: Draft) -> styles.Style:
    if block.level == 0:
        draft.deeper = False
        return styles.ANNEX_TITLE if block.annex else styles.PART_TITLE
    if block.level == 1:
        draft.deeper = not block.listed
    levels = styles.ANNEX_LEVELS if draft.deeper else styles.LEVELS
    return levels[block.level - 1]


@place.register
def _(block: Paragraph, draft: Draft) -> None:
    draft.body.on(TEXT)
    for line in printable(block.text).split("\n"):
        draft.body.add(Text(TONES[block.tone], runs(line)))


@place.register
def _(block: Gap, draft: Draft) -> None:
    draft.body.on(TEXT)
    draft.body.add(Text(styles.BODY.id, runs(block.text)))


@place.register
def _(block: Figure, draft: Draft) -> None:
    draft.body.on(TEXT)
    if block.chart is None:
        draft.body.add(Text(styles.NO_FIGURE.id, runs(block.note)))
    else:
        draft.charts.append(block.chart)
        inside = drawing(block.chart, block.caption, len(draft.charts))
        draft.body.add(Text(styles.FIGURE.id, inside))
    draft.body.add(Text(styles.FIGURE_CAPTION.id, runs(block.caption)))


@place.register
def _(block: PageBreak, draft: Draft) -> None:  # noqa: ARG001 - chosen by the block's type
    draft.body.turn()


@place.register
def _(block: Table, draft: Draft) -> None:
    if block.own_page or block.landscape:
        _on_own_page(block, draft)
    else:
        _in_text(block, draft)


def _in_text(block: Table, draft: Draft) -> None:
    draft.body.on(TEXT)
    table = narrowed(block, A4_WIDTH)
    start, end = edges_of(table, TEXT.left, TEXT.right)
    edges = Edges(start - TEXT.left, TEXT.right - end, end - start)
    _write(table, looks(table), edges, draft)
    draft.body.add(Text(styles.NOTHING.id, "", after=BELOW_TABLE))


def _on_own_page(block: Table, draft: Draft) -> None:
    """In the size, and with the white in its rows, in which the print has it on one page."""
    table = narrowed(block, A4_HEIGHT if block.landscape else A4_WIDTH)
    area = WIDE if block.landscape else UPRIGHT
    fit = fitted(table, draft.setter, area)
    look = fit.grids[0].looks
    start, end = edges_of(table, area.left, area.right)
    draft.body.on(of_table(start, landscape=block.landscape))
    draft.body.turn()
    lower = area.top_short - area.top if fit.height < SHORT * area.height else 0.0
    edges = Edges(start - area.left, area.right - end, end - start)
    _write(replace(table, size=look.size), look, edges, draft, lower)


def _write(table: Table, look: Looks, edges: Edges, draft: Draft, lower: float = 0.0) -> None:
    """The table between what stands above and below it; Word needs a paragraph before each."""
    first, *more = above(table, edges, draft.sheet, draft.setter) or [Text(styles.NOTHING.id, "")]
    if table.listed:
        first = first._replace(inside=draft.body.listed(first.inside))
    for text in (first._replace(before=lower or None), *more):
        draft.body.add(text)
    tail = below(table, edges, draft.sheet)
    grid = grid_markup(table, look, edges.left, draft.sheet, draft.setter, tail=bool(tail))
    draft.body.put(grid)
    for text in tail:
        draft.body.add(text)
