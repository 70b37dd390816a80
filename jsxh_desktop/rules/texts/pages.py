"""Passages in pages: one that is as it was is the very same page, and is not read again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import wraps
from typing import Any, TypeVar

from jsxh_desktop.rules.texts.passages import Passage

P = TypeVar("P")
T = TypeVar("T")

Page = tuple[Passage, ...]
Told = tuple[tuple[Passage, str], ...]
"""The passages of a page, each with what of it is looked at."""

LENGTH = 16
"""So many records, or blocks, fill a page."""

FEWEST = 4
"""So many characters have a wording: 95, % and 1. have none."""

MOST = 20_000
"""So many answers are kept; and as many more that were asked for before those.

Each holds on to a page, of filings long changed as well. A check of the sample asks for 1,000, one
of 400 projects with 20 indicators each for 16,000.
"""

_Answers = dict[Hashable, tuple[Any, Any]]

_recent: _Answers = {}
_former: _Answers = {}


def kept(page: P, key: Hashable, work: Callable[[P], T]) -> T:
    """What a pure function makes of a page, or of one passage, once; `key` is the function's."""
    place = key, id(page)
    answer = _recent.get(place)
    if answer is None or answer[0] is not page:
        answer = _former.get(place)
        if answer is None or answer[0] is not page:
            answer = page, work(page)
        if len(_recent) >= MOST:
            _former.clear()
            _former.update(_recent)
            _recent.clear()
        _recent[place] = answer
    made: T = answer[1]
    return made


def by_page(work: Callable[[P], T]) -> Callable[[P], T]:
    """Have a function of a page, or of one passage, work once for each."""

    @wraps(work)
    def answer(page: P) -> T:
        return kept(page, work, work)

    return answer


def picked(
    pages: Iterable[Page], find: Callable[[Passage], T | None], key: Hashable = None
) -> Iterator[T]:
    """What a pure function finds in passages that have it; `key` stands for one made each time."""

    def look(page: Sequence[Passage]) -> tuple[T, ...]:
        return tuple(found for each in page if (found := find(each)) is not None)

    for page in pages:
        yield from kept(page, key or find, look)


@by_page
def whole(page: Sequence[Passage]) -> Told:
    """Every text whole."""
    return tuple((each, each.text) for each in page)


@by_page
def worded(page: Sequence[Passage]) -> Told:
    """What of each passage is looked at for its wording, so that every text is looked at once.

    A typed one whole, of a printed one what was not typed; too little to go wrong is left out.
    """
    return tuple(
        (each, text)
        for each in page
        if len(text := each.own or each.text) >= FEWEST
        and not (each.own and len(text) - text.count("\0") < FEWEST)
    )
