"""Word files as a second reader sees them, and what the blocks they were made of should read as."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import docx
from docx.document import Document
from docx.table import Table as ReadTable

from jsxh_desktop.narrative.block import (
    Block,
    Contents,
    Cover,
    Figure,
    Gap,
    Heading,
    PageBreak,
    Paragraph,
    Table,
)
from jsxh_desktop.reports.fonts import typefaces
from jsxh_desktop.reports.grid import placed
from jsxh_desktop.reports.typed import printable
from jsxh_desktop.reports.word.document import print_word

FACES = typefaces(Path(__file__).parents[2] / "assets" / "fonts")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# Whatever XML cannot say is said to be no character.
NO_CHARACTERS = {ord("\ufffe"): "\ufffd", ord("\uffff"): "\ufffd"}

Rows = tuple[tuple[str, ...], ...]
"""The texts of a table, a merged cell said in each place it covers."""


def written(blocks: Sequence[Block]) -> bytes:
    target = BytesIO()
    print_word(blocks, title="部门决算", author="科协", faces=FACES, target=target)
    return target.getvalue()


def read(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def part(content: bytes, path: str) -> ElementTree.Element:
    """A part of the file, parsed."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return ElementTree.fromstring(archive.read(path))  # noqa: S314 - our own file


def body(content: bytes) -> ElementTree.Element:
    return part(content, "word/document.xml")


def texts(content: bytes) -> list[str | Rows]:
    """Paragraphs and tables in their order; what shows nothing is left out."""
    found: list[str | Rows] = []
    for item in read(content).iter_inner_content():
        if isinstance(item, ReadTable):
            found.append(tuple(tuple(cell.text for cell in row.cells) for row in item.rows))
        elif item.text:
            found.append(item.text)
    return found


def expected(blocks: Iterable[Block]) -> list[str | Rows]:
    """What `texts` should find; the entries of the contents are not among it."""
    return [item for block in blocks for item in said(block) if item]


def shown(text: str) -> str:
    """The text as the print shows it."""
    return printable(text).translate(NO_CHARACTERS)


@singledispatch
def said(block: object) -> Iterator[str | Rows]:
    raise TypeError(type(block).__name__)


@said.register
def _(block: Cover) -> Iterator[str | Rows]:
    yield from map(shown, ("\n".join(block.title), block.subtitle, block.closing))


@said.register(Contents)
def _(block: Contents) -> Iterator[str | Rows]:
    yield block.title


@said.register(Heading)
@said.register(Gap)
def _(block: Heading | Gap) -> Iterator[str | Rows]:
    yield shown(block.text)


@said.register
def _(block: Paragraph) -> Iterator[str | Rows]:
    yield from shown(block.text).split("\n")


@said.register
def _(block: Figure) -> Iterator[str | Rows]:
    yield from map(shown, ("" if block.chart else block.note, block.caption))


@said.register
def _(block: PageBreak) -> Iterator[str | Rows]:
    yield from ()


@said.register
def _(block: Table) -> Iterator[str | Rows]:
    yield from map(shown, (block.label, block.title, block.subtitle, block.number))
    yield "\t".join(map(shown, filter(None, (block.left_note, block.right_note))))
    yield matrix(block)
    yield from map(shown, block.notes)
    yield "\t".join(map(shown, block.signature.split("\t")))


def matrix(table: Table) -> Rows:
    rows: Sequence[Sequence[object]] = (*table.head, *table.body)
    found = [[""] * len(table.widths) for _ in rows]
    for place in placed((*table.head, *table.body), len(table.widths)):
        for row in range(place.row, place.row_end):
            for column in range(place.column, place.column_end):
                found[row][column] = shown(place.cell.text)
    return tuple(map(tuple, found))
