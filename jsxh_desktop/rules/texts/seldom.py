"""What a function finds in texts: most have nothing, and a page is not looked at twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from jsxh_desktop.rules.texts.pages import Told, kept
from jsxh_desktop.rules.texts.passages import Passage

T = TypeVar("T")


def telling(
    pages: Iterable[Told],
    find: Callable[[str], Sequence[T]],
    of: Callable[[Passage], bool] | None = None,
) -> Iterator[tuple[Passage, str, Sequence[T]]]:
    """The texts in which a pure function finds something, with what it finds.

    Looked at are those `of` a kind; this as well is a function of the passage alone, and both are
    the same functions each time, by which a page is known.
    """

    def look(page: Iterable[tuple[Passage, str]]) -> tuple[tuple[Passage, str, Sequence[T]], ...]:
        return tuple(
            (passage, text, found)
            for passage, text in page
            if (of is None or of(passage)) and (found := find(text))
        )

    for page in pages:
        yield from kept(page, (find, of), look)
