"""The body of a Word document as it grows: paragraphs, tables, sections of one paper each."""

from __future__ import annotations

from itertools import count

from jsxh_desktop.reports.word.contents import bookmark
from jsxh_desktop.reports.word.markup import part, w
from jsxh_desktop.reports.word.paper import COVER, Paper, footers, section
from jsxh_desktop.reports.word.runs import Text
from jsxh_desktop.reports.word.styles import (
    ALONE_TITLE,
    COVER_CLOSING,
    NEW_PAGE,
    NOTHING,
    PART_TITLE,
    STARTING,
)


class Body:
    """What is written so far; the last paragraph is held back, as it may come to end a section."""

    def __init__(self) -> None:
        self.footers: list[bytes] = []
        self._done: list[str] = []
        self._held: Text | None = None
        self._paper: Paper | None = None
        self._begun = False
        self._turned = False
        self._first: int | None = None
        self._places = count()

    def on(self, paper: Paper) -> None:
        """What follows stands on this paper; where that is another one, on a new page."""
        if paper == self._paper:
            return
        if self._paper is not None:
            self._lower_title()
            self._end_section(self._paper)
        self._paper = paper
        self._begun = self._turned = False

    def turn(self) -> None:
        """What follows starts a page."""
        self._lower_title()
        self._turned = self._begun

    def add(self, text: Text) -> None:
        """Write a paragraph."""
        self._settle()
        if self._turned and text.style not in STARTING:
            text = text._replace(more=(*text.more, NEW_PAGE))
        self._held = text
        self._begun, self._turned = True, False

    def put(self, markup: str) -> None:
        """Write what is no paragraph, below one."""
        self._settle()
        self._done.append(markup)

    def listed(self, inside: str) -> str:
        """What the next entry of the contents leads to."""
        number = next(self._places)
        start = w("bookmarkStart", id=number, name=bookmark(number))
        return start + inside + w("bookmarkEnd", id=number)

    def markup(self) -> bytes:
        """The part of the Word file that is the document; Word wants a paragraph at its end."""
        if self._held is None:
            self.add(Text(NOTHING.id, ""))
        self._settle()
        last = self._section(self._paper) if self._paper else ""
        return part("document", w("body", *self._done, last))

    def _settle(self) -> None:
        if self._held:
            self._done.append(self._held.markup)
        self._held = None

    def _lower_title(self) -> None:
        """A title that has its page to itself stands lower on it."""
        if self._held and self._held.style == PART_TITLE.id:
            self._held = self._held._replace(style=ALONE_TITLE.id)

    def _end_section(self, paper: Paper) -> None:
        """Its last paragraph says what the section was; a new one could need a page of its own."""
        if self._held is None or self._held.style == COVER_CLOSING.id:
            self.add(Text(NOTHING.id, ""))
        if self._held:
            self._held = self._held._replace(more=(*self._held.more, self._section(paper)))

    def _section(self, paper: Paper) -> str:
        """What follows the cover is page 1."""
        if paper == COVER:
            self._first = 1
            return section(paper, None)
        odd, even = map(self._footer, footers(paper))
        first, self._first = self._first, None
        return section(paper, (odd, even), first=first)

    def _footer(self, content: bytes) -> str:
        if content not in self.footers:
            self.footers.append(content)
        return footer_id(self.footers.index(content))


def footer_id(place: int) -> str:
    """What a section calls one of the footers."""
    return f"footer{place + 1}"
