"""Pages become a PDF: the only module that draws. Same blocks, same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from reportlab.pdfgen.canvas import Canvas

from jsxh_desktop.narrative.block import Block
from jsxh_desktop.reports.compose import compose, numbers
from jsxh_desktop.reports.fonts import Face, Typefaces
from jsxh_desktop.reports.page import Page
from jsxh_desktop.reports.pen import Pen
from jsxh_desktop.reports.stamp import Stamp, draw, prepare
from jsxh_desktop.reports.style import NUMBER_INSET, NUMBER_SIZE, RULE
from jsxh_desktop.reports.typed import printable

# From the middle of a dash down to the baseline, in parts of the size.
DASH = 0.33


@dataclass(frozen=True, slots=True)
class Printed:
    """How many pages were printed, and what no font has: page (from 1), characters, their text."""

    pages: int
    unprintable: tuple[tuple[int, str, str], ...]


def print_pdf(
    blocks: Iterable[Block],
    *,
    title: str,
    author: str,
    faces: Typefaces,
    target: BinaryIO,
    stamp: Stamp | None = None,
) -> Printed:
    """Write the blocks as one PDF document to `target`, which stays open; `stamp` marks each page.

    Raises:
        ValueError: the blocks fill no page.
    """
    return print_pages(
        compose(blocks, faces), title=title, author=author, faces=faces, target=target, stamp=stamp
    )


def print_pages(
    pages: Sequence[Page],
    *,
    title: str,
    author: str,
    faces: Typefaces,
    target: BinaryIO,
    stamp: Stamp | None = None,
) -> Printed:
    """Write composed pages as one PDF document to `target`, which stays open; see `print_pdf`.

    Raises:
        ValueError: there is no page.
    """
    if not pages:
        raise ValueError("nothing to print")
    canvas = Canvas(
        target,
        pageCompression=1,
        invariant=1,
        lang="zh-CN",
        initialFontName=faces.name(Face.SONG),
    )
    pen = Pen(canvas, faces)
    _describe(canvas, title, author)
    if stamp:
        prepare(canvas, stamp)
    for index, (page, number) in enumerate(zip(pages, numbers(pages), strict=True)):
        _draw(canvas, pen, page, number)
        _draw_charts(pen, page)
        if stamp:
            draw(pen, page, stamp, index + 1, len(pages))
        _link(canvas, page, index)
        canvas.showPage()
    _outline(canvas, pages)
    canvas.save()
    return Printed(len(pages), tuple(pen.unprintable))


def _describe(canvas: Any, title: str, author: str) -> None:
    canvas.setTitle(printable(title))
    canvas.setSubject(printable(title))
    canvas.setAuthor(printable(author))
    canvas.setCreator("jsxh-desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _draw(canvas: Any, pen: Pen, page: Page, number: int) -> None:
    height = page.height
    canvas.setPageSize((page.width, height))
    pen.rules([(a, height - b, c, height - d) for a, b, c, d in page.rules], RULE)
    for x, y, line, face, size, _ in page.words:
        pen.line(x, height - y, line, face, size)
    if page.numbered:
        _number(canvas, pen, page, number)


def _draw_charts(pen: Pen, page: Page) -> None:
    if not page.drawings:
        return
    from jsxh_desktop.reports.figure_pen import draw_chart  # slow: only where there are charts

    for x, y, width, height, chart in page.drawings:
        draw_chart(pen, chart, (x, page.height - y - height, width, height))


def _number(canvas: Any, pen: Pen, page: Page, number: int) -> None:
    """— 1 — one character in from the outer edge: odd pages right, even pages left."""
    text = f"— {number} —"
    canvas.saveState()
    sheet_height = page.height
    if page.landscape:
        canvas.translate(0, page.height)
        canvas.rotate(-90)
        sheet_height = page.width
    y = sheet_height - page.number_y - DASH * NUMBER_SIZE
    left, right = page.edges
    if number % 2:
        pen.right(right - NUMBER_INSET, y, text, Face.SONG, NUMBER_SIZE)
    else:
        pen.text(left + NUMBER_INSET, y, text, Face.SONG, NUMBER_SIZE)
    canvas.restoreState()


def _link(canvas: Any, page: Page, index: int) -> None:
    """The places the outline and the contents lead to, and the rectangles that lead there."""
    for mark in page.marks:
        key = _key(index, mark.y, listed=mark.listed)
        canvas.bookmarkPage(key, fit="XYZ", left=0, top=page.height - mark.y, zoom=0)
    for x, y, width, height, goal, mark_y in page.jumps:
        lower = page.height - y - height
        box = (x, lower, x + width, lower + height)
        canvas.linkRect("", _key(goal, mark_y), box, relative=0, Border="[0 0 0]")


def _outline(canvas: Any, pages: Sequence[Page]) -> None:
    """A level below at most one deeper than the entry before it, as PDF wants it."""
    deepest = 0
    for index, page in enumerate(pages):
        for mark in page.marks:
            level = min(mark.level, deepest)
            key = _key(index, mark.y, listed=mark.listed)
            canvas.addOutlineEntry(printable(mark.text), key, level, closed=level > 0)
            deepest = level + 1


def _key(index: int, y: float, *, listed: bool = True) -> str:
    """The name of a place; a listed mark and a mere bookmark may stand at the same one."""
    return f"{index}-{y:.1f}{'' if listed else '-'}"
