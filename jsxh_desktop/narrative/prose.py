"""Headings, sentences of the pack and what a unit typed, as blocks one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.narrative.block import Block, Gap, Heading, Paragraph
from jsxh_desktop.narrative.numerals import numeral
from jsxh_desktop.narrative.wording import Wording, entered, known


def section(words: Wording, number: int, key: str) -> Heading:
    """一、 … : a section's heading, listed in the contents."""
    title = words.write(f"title_{key}")
    return Heading(1, words.write("section", number=numeral(number), title=title), listed=True)


def heading(words: Wording, number: int, key: str, *, level: int = 2) -> Heading:
    """（一） … : a heading within a section, or 一、 within a report."""
    form = {1: "section", 2: "subsection"}[level]
    title = words.write(f"title_{key}")
    return Heading(level, words.write(form, number=numeral(number), title=title))


def paragraph(words: Wording, key: str, /, **said: object) -> Paragraph:
    """One sentence of the pack as a paragraph."""
    return Paragraph(words.write(key, **said))


def passage(entry: Entry[str], record: object) -> Iterator[Block]:
    """Typed prose, each line a paragraph; a blank is a gap."""
    text = known(entered(entry, record))
    if isinstance(text, Gap):
        yield text
        return
    yield from (Paragraph(line) for line in _lines(text))


def numbered(words: Wording, texts: Iterable[str], start: int = 1) -> Iterator[Block]:
    """Texts with 1. 2. 3. before them; further lines of a text follow as paragraphs."""
    for number, text in enumerate(texts, start):
        first, *others = _lines(text) or [""]
        yield paragraph(words, "list_item", number=number, text=first)
        yield from (Paragraph(line) for line in others)


def labelled(words: Wording, number: int, entry: Entry[str], record: object) -> Iterator[Block]:
    """“1.资金计划：…”: a typed text behind its number and the entry's own label."""
    text = known(entered(entry, record))
    first, *others = [text.text] if isinstance(text, Gap) else _lines(text)
    yield paragraph(words, "labelled", number=number, label=entry.label, text=first)
    yield from (Paragraph(line) for line in others)


def listed(words: Wording, texts: Iterable[str], missing: str) -> Iterator[Block]:
    """A numbered list, or one gap while nothing is in it."""
    found = tuple(texts)
    if not found:
        yield Gap(missing)
    yield from numbered(words, found)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
