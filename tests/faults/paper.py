"""A document to be spoiled: where its own words stand, and the document with one block changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from jsxh_desktop.narrative.block import Block, Cover, Figure, Gap, Heading, Paragraph, Table
from jsxh_desktop.narrative.document import PartBlocks
from jsxh_desktop.rules.subject import Subject

TOLD = (Heading, Paragraph, Gap, Figure, Cover)
"""The blocks that are read as passages."""

Worded = Heading | Paragraph | Figure


@dataclass(frozen=True, slots=True)
class Spot:
    """A block of a document: the part it is in and its place there."""

    part: int
    place: int


@dataclass(frozen=True, slots=True)
class Words:
    """A text of the document; `own` is equally long, with NULs where a field was printed."""

    spot: Spot
    text: str
    own: str


def texts(subject: Subject) -> tuple[Words, ...]:
    """Every heading, paragraph and caption."""
    passages = iter(subject.printed)
    found = []
    for spot, block in blocks(subject):
        if isinstance(block, TOLD):
            passage = next(passages)
            if isinstance(block, Worded):
                found.append(Words(spot, passage.text, passage.own or passage.text))
    return tuple(found)


def blocks(subject: Subject) -> Iterator[tuple[Spot, Block]]:
    for number, part in enumerate(subject.parts):
        for place, block in enumerate(part.blocks):
            yield Spot(number, place), block


def charts(subject: Subject) -> tuple[tuple[Spot, Figure], ...]:
    """The figures that have a chart."""
    return tuple(
        (spot, block)
        for spot, block in blocks(subject)
        if isinstance(block, Figure) and block.chart is not None
    )


def tables(subject: Subject, part: str) -> tuple[tuple[Spot, Table], ...]:
    """The tables of a part: public tables, or self-evaluation sheets among the annexes."""
    return tuple(
        (spot, block)
        for spot, block in blocks(subject)
        if isinstance(block, Table) and subject.parts[spot.part].key == part
    )


def at(subject: Subject, spot: Spot) -> Block:
    return subject.parts[spot.part].blocks[spot.place]


def with_block(subject: Subject, spot: Spot, block: Block | None) -> Subject:
    """The document with another block in a place, or without the one that was there."""
    parts = list(subject.parts)
    part = parts[spot.part]
    kept = () if block is None else (block,)
    changed = (*part.blocks[: spot.place], *kept, *part.blocks[spot.place + 1 :])
    parts[spot.part] = PartBlocks(part.key, part.title, changed)
    return Subject(subject.filing, subject.pack, tuple(parts))


def reworded(subject: Subject, words: Words, start: int, end: int, new: str) -> Subject:
    """The document with other words between two positions of a text."""
    text = words.text[:start] + new + words.text[end:]
    block = at(subject, words.spot)
    match block:
        case Figure():
            return with_block(subject, words.spot, dataclasses.replace(block, caption=text))
        case Heading() | Paragraph():
            return with_block(subject, words.spot, dataclasses.replace(block, text=text))
        case _:
            raise TypeError(block)
