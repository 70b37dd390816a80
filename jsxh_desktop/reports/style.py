"""Every size of the print in one place: paper, margins, text grid, tables (GB/T 9704-2012)."""

from __future__ import annotations

from typing import NamedTuple

MM = 72 / 25.4

A4_WIDTH = 210 * MM
A4_HEIGHT = 297 * MM

# The text area: 22 lines of 28 characters. 16 pt characters are 2 mm too wide for 28 of them, so
# each comes 0.21 pt closer to the next.
TOP = 37 * MM
LEFT = 28 * MM
TEXT_WIDTH = 156 * MM
TEXT_HEIGHT = 225 * MM
LINES = 22
PITCH = TEXT_HEIGHT / LINES
BODY_SIZE = 16.0
BODY_SPACING = -0.21
INDENT = 2 * (BODY_SIZE + BODY_SPACING)

# From the top of the square a Chinese character fills to its baseline, in parts of its size.
ASCENT = 0.88
# Distance of two lines of a paragraph set closely (cells, titles, notes), in parts of the size.
LEADING = 1.3

PART_SIZE = 22.0
# How much lower a part title stands that has its page to itself.
ALONE = 60 * MM
CAPTION_SIZE = 10.5
NOTE_SIZE = 10.5

COVER_SIZE = 26.0
COVER_TOP = 79 * MM
COVER_GAP = 18.0
COVER_WIDTH = 140 * MM
# How high the name of the unit may stand there before it is set smaller.
COVER_ROOM = 130 * MM
CLOSING_SIZE = 16.0
CLOSING_TOP = 242.6 * MM

CONTENTS_SIZE = 12.0
CONTENTS_PITCH = 18.1
# Room for the numbers at the right of the contents, so that its length never depends on them.
CONTENTS_NUMBER = 22.0
CONTENTS_DOT = 5.5

FIGURE_HEIGHT = 75 * MM


class FigureSpace(NamedTuple):
    """The lines of the grid a figure takes, and in points where chart and caption begin in them."""

    lines: int
    top: float
    caption_top: float


FIGURE = FigureSpace(9, 6.0, 225.0)
# Set closer where that saves the turn of a page.
CLOSE_FIGURE = FigureSpace(8, 2.0, 217.0)

NUMBER_SIZE = 14.0
# The dash of the page number under the text area, and how far it is from the outer edge.
NUMBER_DROP = 7 * MM
NUMBER_INSET = NUMBER_SIZE

RULE = 0.6

# What a page says of the data behind it: 草稿 above the text area; edition and check code below the
# page number and every table, with a QR code whose squares a telephone still tells apart.
DRAFT_SIZE = 14.0
DRAFT_DOWN = 13 * MM
DRAFT_SIDE = 14 * MM
STAMP_SIZE = 8.0
STAMP_UP = 7 * MM
WIDE_STAMP_UP = 4.2 * MM
QR_SIDE = 7.5 * MM
QR_GAP = 1.5 * MM

# Pages of tables: the forms fix no margins; these are those of the published tables.
TABLE_TOP = 22 * MM
TABLE_TOP_SHORT = 28 * MM
TABLE_BOTTOM = 272 * MM
WIDE_TOP = 20 * MM
WIDE_BOTTOM = 198 * MM
# The number of a landscape page stands left of the table, so the table keeps to the right.
WIDE_LEFT = 25 * MM
WIDE_RIGHT = 277 * MM
WIDE_OUTER = 21 * MM
# No table comes nearer to the left and right edge of the paper: printers do not reach it.
TABLE_EDGE = 12 * MM
# A table that fills less than this part of its page starts lower.
SHORT = 0.75
# One that is up to so much higher than its page is set closer: first its title, then the white in
# its rows by this factor, then its text in 小五. What is higher still is cut over pages as it is.
LITTLE = 1.35
CLOSER = 0.7
CLOSER_SIZE = 9.0

LABEL_SIZE = 14.0
LABEL_GAP = 2.5 * MM
SMALL_LABEL_GAP = 1.5 * MM
# How high a title, or the unit's name beside the unit line, may stand before it is set smaller.
TITLE_ROOM = 60 * MM
NAME_ROOM = 40 * MM
TITLE_GAP = 3.9 * MM
TITLE_NUMBER_GAP = 2 * MM
# The year below a title, in so much of its size, and what is left above and below it.
SUBTITLE_PART = 2 / 3
SUBTITLE_GAP = 2.3 * MM
SUBTITLE_BELOW = 2.9 * MM
UNIT_GAP = 1.3 * MM
NOTE_GAP = 1.8 * MM
NOTE_LEADING = 1.5
SIGNATURE_GAP = 3.2 * MM


def insets(size: float) -> tuple[float, float]:
    """The least distance in pt of a cell's text of `size` pt from the rules: sideways, up and down.

    Smaller type stands closer, as in the official forms (五号 1.1 × 1.5 mm, 小五 0.8 × 1.3 mm).
    """
    if size >= 10:
        return 1.1 * MM, 1.5 * MM
    if size >= 9:
        return 0.8 * MM, 1.3 * MM
    return 0.8 * MM, 1.0 * MM


def height_of(lines: int, size: float) -> float:
    """Points from the top of the first of so many lines to the bottom of the last."""
    return (lines + (lines - 1) * (LEADING - 1)) * size if lines else 0.0
