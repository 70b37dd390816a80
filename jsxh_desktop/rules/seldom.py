"""What a function finds in texts: most have nothing, which is remembered, and are passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from jsxh_desktop.rules.passages import Passage

T = TypeVar("T")
Texts = Iterable[tuple[Passage, str]]
"""Passages, each with what of it is looked at."""

MOST = 60_000
"""So many texts with nothing are remembered of one function."""

_nothing: dict[Callable[[str], Sequence[Any]], set[str]] = {}


def telling(
    texts: Texts, find: Callable[[str], Sequence[T]]
) -> Iterator[tuple[Passage, str, Sequence[T]]]:
    """The texts in which a pure function finds something, with what it finds."""
    nothing = _nothing.setdefault(find, set())
    if len(nothing) > MOST:
        nothing.clear()
    for passage, text in [each for each in texts if each[1] not in nothing]:
        if found := find(text):
            yield passage, text, found
        else:
            nothing.add(text)
