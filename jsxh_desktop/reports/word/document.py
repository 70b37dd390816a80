"""Blocks become a Word document: the only module that writes one. Same blocks, same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from jsxh_desktop.charts.chart import Chart
from jsxh_desktop.narrative.block import Block, Contents
from jsxh_desktop.reports.compose import compose, numbers
from jsxh_desktop.reports.fonts import Typefaces
from jsxh_desktop.reports.typesetter import Typesetter
from jsxh_desktop.reports.word.archive import DOCUMENT, Link, Part, about, links, of_the_file, write
from jsxh_desktop.reports.word.blocks import Draft, place
from jsxh_desktop.reports.word.body import footer_id
from jsxh_desktop.reports.word.chart import WORKBOOK, chart_markup
from jsxh_desktop.reports.word.contents import Entry, bookmark
from jsxh_desktop.reports.word.drawing import chart_id
from jsxh_desktop.reports.word.font_table import font_table
from jsxh_desktop.reports.word.markup import part, w
from jsxh_desktop.reports.word.workbook import data, workbook

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DRAWING = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
# As of Word 2013; else it sets tables as a version of 2007 would.
_COMPATIBLE = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}


def print_word(
    blocks: Iterable[Block], *, title: str, author: str, faces: Typefaces, target: BinaryIO
) -> None:
    """Write the blocks as one Word document to `target`, which stays open.

    `faces` are those of the print, whose page numbers the contents show until Word renews them.
    Raises ValueError where there is no block.
    """
    held = tuple(blocks)
    if not held:
        raise ValueError("nothing to print")
    setter = Typesetter(faces)
    draft = Draft(setter, _entries(held, setter))
    for block in held:
        place(block, draft)
    write(_parts(draft, title, author), target)


def _entries(blocks: tuple[Block, ...], setter: Typesetter) -> tuple[Entry, ...]:
    """The contents as the print has them; nothing is laid out where there are none."""
    if not any(isinstance(block, Contents) for block in blocks):
        return ()
    pages = compose(blocks, setter.faces, setter)
    marks = (
        (mark, number)
        for page, number in zip(pages, numbers(pages), strict=True)
        for mark in page.marks
        if mark.listed
    )
    return tuple(
        Entry(mark.level, mark.text, number, bookmark(place))
        for place, (mark, number) in enumerate(marks)
    )


def _parts(draft: Draft, title: str, author: str) -> Iterator[Part]:
    yield of_the_file("word/document.xml")
    yield from about(title, author)
    yield Part("word/document.xml", f"{_WORD}document.main+xml", draft.body.markup())
    yield Part("word/styles.xml", f"{_WORD}styles+xml", draft.sheet.markup())
    yield Part("word/settings.xml", f"{_WORD}settings+xml", _settings())
    yield Part("word/fontTable.xml", f"{_WORD}fontTable+xml", font_table())
    for place_, footer in enumerate(draft.body.footers):
        yield Part(f"word/{footer_id(place_)}.xml", f"{_WORD}footer+xml", footer)
    for number, chart in enumerate(draft.charts, 1):
        yield from _chart(number, chart)
    yield links("word/document.xml", _of_the_document(draft))


def _of_the_document(draft: Draft) -> Iterator[Link]:
    for name in ("styles", "settings", "fontTable"):
        yield Link(name, f"{DOCUMENT}/{name}", f"{name}.xml")
    for place_ in range(len(draft.body.footers)):
        yield Link(footer_id(place_), f"{DOCUMENT}/footer", f"{footer_id(place_)}.xml")
    for number in range(1, len(draft.charts) + 1):
        yield Link(chart_id(number), f"{DOCUMENT}/chart", f"charts/{chart_id(number)}.xml")


def _chart(number: int, chart: Chart) -> Iterator[Part]:
    """The chart, its workbook, and that the one refers to the other."""
    shown = data(chart)
    path, sheet = f"word/charts/{chart_id(number)}.xml", f"embeddings/{chart_id(number)}.xlsx"
    yield Part(path, _DRAWING, chart_markup(chart, shown))
    yield links(path, [Link(WORKBOOK, f"{DOCUMENT}/package", f"../{sheet}")])
    yield Part(f"word/{sheet}", "", workbook(shown))


def _settings() -> bytes:
    """Numbers at the outer edges, closer punctuation, tables as Word sets them today."""
    compatible = (
        w("compatSetting", name=name, uri="http://schemas.microsoft.com/office/word", val=value)
        for name, value in _COMPATIBLE.items()
    )
    return part(
        "settings",
        w("zoom", percent=100),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="compressPunctuation"),
        w("compat", w("doNotExpandShiftReturn"), *compatible),
        w("themeFontLang", val="zh-CN", eastAsia="zh-CN"),
    )
