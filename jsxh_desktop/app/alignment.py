"""What of a document a changed one no longer says, though blocks and rows came or went."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from jsxh_desktop.app.printed_text import WHOLE, texts
from jsxh_desktop.app.tokens import NUMBER, Span, changed
from jsxh_desktop.narrative.block import Block, Cell, Table

T = TypeVar("T", bound=Hashable)
Change = tuple[int, Hashable, Span]
"""The place of a block, the key of a text in it, and where that text is no longer the same."""

_AMOUNT = re.compile(r"-?\d+\.\d+%?")


def changes(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Change]:
    """What of the old blocks the new ones no longer say."""
    for here, there in _pairs(old, new, _subject):
        if old[here] != there:
            yield from ((here, key, span) for key, span in _within(old[here], there))


def _within(old: Block, new: Block | None) -> Iterator[tuple[Hashable, Span]]:
    after = texts(new) if new else {}
    rows = _rows(old, new) if isinstance(old, Table) and isinstance(new, Table) else None
    for key, text in texts(old).items():
        there = key
        if rows is not None and isinstance(key, tuple):
            there = (rows.get(key[0]), key[1])
        yield from ((key, span) for span in changed(text, after.get(there, "")))


def _rows(old: Table, new: Table) -> dict[int, int]:
    """The row of the new table for each of the old one that it still has."""
    ours, theirs = (*old.head, *old.body), (*new.head, *new.body)
    places = {id(row): place for place, row in enumerate(theirs)}
    pairs = _pairs(ours, theirs, _name)
    return {here: places[id(row)] for here, row in pairs if row is not None}


def _pairs(
    old: Sequence[T], new: Sequence[T], name: Callable[[T], Hashable]
) -> Iterator[tuple[int, T | None]]:
    """The place of each old item and the new one it has become, None where it is gone.

    What is the same on both sides stays together; between, items are counted off where there are
    as many as before, and else known by their names.
    """
    for kind, first, last, start, end in _opcodes(old, new):
        ours, theirs = old[first:last], new[start:end]
        if kind == "equal" or len(ours) == len(theirs):
            yield from zip(range(first, last), theirs, strict=True)
            continue
        for _, begin, stop, at, until in _opcodes([*map(name, ours)], [*map(name, theirs)]):
            same = stop - begin == until - at
            there = theirs[at:until] if same else [None] * (stop - begin)
            yield from zip(range(first + begin, first + stop), there, strict=True)


def _opcodes(
    old: Sequence[Hashable], new: Sequence[Hashable]
) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _subject(block: Block) -> Hashable:
    """What a block is known by: its kind, and its words without the figures."""
    return type(block), NUMBER.sub("", texts(block).get(WHOLE, ""))


def _name(row: tuple[Cell, ...]) -> Hashable:
    """What a row is known by: its words and codes, and in which cells it has amounts."""
    return tuple(_AMOUNT.sub("", cell.text) for cell in row)
