"""The sentences of the pack read back: which year, and which unit, each of them names.

A sentence is known by the words around the place; of another wording nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from string import Formatter

from jsxh_desktop.domain.terms import UnitNature
from jsxh_desktop.rules.per_subject import PRINT, while_same
from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.pages import Page, kept
from jsxh_desktop.rules.texts.passages import Passage, Passed

YEARS = ("year", "before")
UNITS = ("unit", "full", "short")
_YEAR = r"(\d{4})"
_UNIT = r"([^，。；：（）《》\d\n]{2,40}?)"
_BEGINS = r"(?:^|(?<=[。！？：《）、.\n]))"
"""Where a sentence that begins with a place can begin."""

_SLOTS = {"year": _YEAR, "before": _YEAR, "unit": _UNIT, "full": _UNIT, "short": _UNIT}
_NATURE = "(?:" + "|".join(UnitNature) + ")"
_WRITTEN = (Passed.PARAGRAPH, Passed.HEADING)
FEWEST = 3
"""So many signs of a sentence have to stand around a place."""


@dataclass(frozen=True, slots=True)
class Named:
    """What stands where the pack has a year or a unit."""

    passage: Passage
    slot: str
    words: str
    sentence: str


@dataclass(frozen=True, slots=True)
class _Segment:
    """Words of a sentence with its places, and the longest words that have to be there."""

    pattern: re.Pattern[str]
    slots: tuple[str, ...]
    words: str


@while_same(PRINT, lambda subject: subject.pack)
def named_in_sentences(subject: Subject) -> tuple[Named, ...]:
    """Every year and every unit that a printed sentence of the pack names."""
    find = _places_in(tuple(subject.pack.wording.items()))

    def look(page: Page) -> tuple[Named, ...]:
        return tuple(_named(page, find))

    return tuple(chain.from_iterable(kept(page, find, look) for page in subject.printed_pages))


def _named(page: Page, find: Callable[[str], tuple[tuple[str, int, int], ...]]) -> Iterator[Named]:
    """What the program wrote there; a unit's name is typed, the words behind it are not."""
    for passage in filter(_is_written, page):
        text = passage.text
        for slot, start, end in find(text):
            beside = passage.own[start:end] if slot in YEARS else passage.own[end : end + 1]
            if "\0" not in beside:
                yield Named(passage, slot, text[start:end], _sentence(text, start))


def _is_written(passage: Passage) -> bool:
    return passage.kind in _WRITTEN


@lru_cache(maxsize=8)
def _places_in(
    templates: tuple[tuple[str, str], ...],
) -> Callable[[str], tuple[tuple[str, int, int], ...]]:
    """What finds the places in a text, the same function for the same sentences."""
    segments = _segments(templates)

    @lru_cache(maxsize=TEXTS)
    def find(text: str) -> tuple[tuple[str, int, int], ...]:
        return tuple(
            (slot, *found.span(number))
            for segment in segments
            if segment.words in text
            for found in segment.pattern.finditer(text)
            for number, slot in enumerate(segment.slots, 1)
        )

    return find


def _sentence(text: str, at: int) -> str:
    """The sentence a place is in."""
    start = max(text.rfind(stop, 0, at) for stop in "。\n") + 1
    ends = [end for stop in "。\n" if (end := text.find(stop, at)) >= 0]
    return text[start : min(ends, default=len(text))]


def _segments(templates: tuple[tuple[str, str], ...]) -> tuple[_Segment, ...]:
    found: dict[str, _Segment] = {}
    for key, template in templates:
        for segment in _of_template(key, template):
            found.setdefault(segment.pattern.pattern, segment)
    return tuple(found.values())


def _of_template(key: str, template: str) -> Iterator[_Segment]:
    """The stretches between what is filled in otherwise."""
    pattern, slots, words = _BEGINS, list[str](), [""]
    for literal, name, _, _ in [*Formatter().parse(template), ("", "", None, None)]:
        if literal:
            pattern = ("" if pattern == _BEGINS else pattern) + re.escape(literal)
        words.append(literal)
        slot = "full" if (key, name) == ("institutions", "name") else name
        if slot in _SLOTS:
            pattern += _SLOTS[slot]
            slots.append(slot)
        elif slot == "nature":
            pattern += _NATURE
        else:
            if slots and len("".join(words)) >= FEWEST:
                yield _Segment(re.compile(pattern), tuple(slots), max(words, key=len))
            pattern, slots, words = "", [], [""]
