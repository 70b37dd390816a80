"""What a document is made of: frozen blocks that every renderer reads and none of them words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from jsxh_desktop.charts.chart import Chart
from jsxh_desktop.domain.stated import gap


class Tone(StrEnum):
    """How a paragraph stands on the page; the renderer owns the typeface."""

    BODY = "body"
    FLUSH = "flush"
    CAPTION = "caption"
    NOTE = "note"


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Cover:
    """The title page: lines of the title as they break, the subtitle, and the closing line."""

    title: tuple[str, ...]
    subtitle: str
    closing: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the table of contents stands; the renderer fills in the pages."""

    title: str = "目　录"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading by level: 0 part title (own page), 1 一、 2 （一） 3 1. 4 （1）.

    `listed` headings appear in the contents and the PDF outline. An `annex` title (附件1) looks
    like a part's but is listed one level below it.
    """

    level: int
    text: str
    listed: bool = False
    annex: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; gaps stand in it as 〔待填：…〕."""

    text: str
    tone: Tone = Tone.BODY


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence that cannot be written yet, with what is missing."""

    missing: str

    @property
    def text(self) -> str:
        return gap(self.missing)


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its caption (图n：…); `note` is printed where there is nothing to draw."""

    chart: Chart | None
    caption: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts a page."""


class Cell(NamedTuple):
    """One cell of a grid; a document has thousands, which are made and compared at each change.

    `across` and `down` count the columns and rows it covers; `indent` counts characters;
    `upright` writes one character a line; `height` is the least height in mm of the row it is in.
    """

    text: str = ""
    across: int = 1
    down: int = 1
    align: Align = Align.LEFT
    bold: bool = False
    indent: int = 0
    upright: bool = False
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """A grid with its frame: title, number, unit line, head rows, body rows, notes.

    `widths` are millimetres and set the number of columns. Rows list only the cells that start in
    them: a column covered by a cell from above or from the left has no cell of its own, as in HTML.
    `row_height` is the least height of a row in mm; `size` the text in pt. A row is never split.
    `closing` rows (total, signature) stay together with the row before them on one page.

    `subtitle` stands below the title in two thirds of its size. A `plain_title` is in 黑体, else it
    is in 小标宋; a `small_label` is as large as the text, `note_size` another size of the notes. A
    page of its own begins `top` mm below its edge, if that is given.

    A `listed` table stands in the contents and the PDF outline, as `outline` or else its title; a
    `bookmark` stands in the outline alone, one level lower.
    """

    widths: tuple[float, ...]
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]
    title: str = ""
    label: str = ""
    number: str = ""
    left_note: str = ""
    right_note: str = ""
    notes: tuple[str, ...] = ()
    signature: str = ""
    closing: int = 0
    landscape: bool = False
    listed: bool = False
    own_page: bool = True
    size: float = 10.5
    title_size: float = 18.0
    row_height: float = 0.0
    subtitle: str = field(default="", kw_only=True)
    plain_title: bool = field(default=False, kw_only=True)
    small_label: bool = field(default=False, kw_only=True)
    note_size: float = field(default=0.0, kw_only=True)
    top: float = field(default=0.0, kw_only=True)
    outline: str = field(default="", kw_only=True)
    bookmark: str = field(default="", kw_only=True)


Block = Cover | Contents | Heading | Paragraph | Gap | Figure | PageBreak | Table
