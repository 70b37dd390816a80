"""Blocks read back as text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.narrative.block import Block, Cover, Figure, Gap, Heading, Paragraph, Table
from jsxh_desktop.narrative.wording import Wording

Section = Callable[[Wording], Iterator[Block]]


def read(section: Section, filing: Filing, pack: Pack) -> str:
    """What a section says, a block a line."""
    return text_of(section(Wording(filing, pack)))


def text_of(blocks: Iterable[Block]) -> str:
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph() | Gap():
            yield block.text
        case Figure():
            yield from (block.caption, block.note)
        case Table():
            yield from (cell.text for row in (*block.head, *block.body) for cell in row)
        case Cover():
            yield from (*block.title, block.subtitle, block.closing)
        case _:
            pass
