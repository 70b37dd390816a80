"""A text as the reader of sentences sees it: one width of signs, sentences, clauses and labels.

Every sign keeps its position: what is found in the plain text stands there in the text as well.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from jsxh_desktop.rules.reading.spoken import LAST_YEAR
from jsxh_desktop.rules.remembered import TEXTS

THAN = r"(?:与|比|较|同|和)"
_YEAR = re.compile(rf"(?P<than>{THAN})?(?:(?<!\d)(?P<year>\d\d\d\d)年度?|(?P<last>上年度?|去年))")
_HEAD = 12
"""Signs within which a line that is about a year names it."""

_SIGNS = str.maketrans("０１２３４５６７８９．％－−﹣(:;)", "0123456789.%---（：；）")
_GROUPED = re.compile(r",(?<=\d,)(?=\d{3}(?!\d))|，(?<=[０-９]，)(?=[０-９]{3}(?![０-９]))")
"""Begins with its sign, so that it is looked for nowhere else."""

_KEPT = re.compile(r"（(?:境|护|类|款|项|含[^（）]{1,12})）|收、支|收入、支出")
_HIDE = str.maketrans("（）、", "\ue000\ue001\ue002")
_LINE, _SENTENCE, _PART, _CLAUSE = (
    re.compile(signs)
    for signs in (r"[\n\r]", r"[。！？\n\r]", r"[；。！？\n\r]", r"[，；：、（）。！？\n\r\x00]")
)
_BEFORE = re.compile(
    r"^(?:\d+[.、])?(?:其中|主要是|主要|包括|分别|又|与|比|较|同|和|及|的|我单位|本单位|本部门|全年(?!预算))*"
)
_BEHIND = re.compile(
    r"(?:(?:均|共|各|各自|总共|一共|分别)?(?:为|是|达到|达|有|约|近|超过|超|不足|不到|仅))+$"
)


@lru_cache(maxsize=TEXTS)
def plain(text: str) -> str:
    """The text in one width: digits, point and per cent narrow, brackets and stops wide."""
    text = _GROUPED.sub("\x01", text).translate(_SIGNS)
    return text.replace(",", "，").replace("\x01", ",")


def clause_start(text: str, position: int) -> int:
    """Where the clause begins that this position of a plain text is in."""
    return _start(text, _CLAUSE, position)


def part_start(text: str, position: int) -> int:
    """Where the part begins that a semicolon or a full stop ends."""
    return _start(text, _PART, position)


def sentence_start(text: str, position: int) -> int:
    """Where the sentence begins."""
    return _start(text, _SENTENCE, position)


def line_start(text: str, position: int) -> int:
    """Where the line begins."""
    return _start(text, _LINE, position)


def _start(text: str, ends: re.Pattern[str], position: int) -> int:
    starts = _starts(text, ends)
    return starts[bisect_right(starts, position) - 1]


@lru_cache(maxsize=TEXTS)
def _starts(text: str, ends: re.Pattern[str]) -> tuple[int, ...]:
    """Where pieces begin; brackets and stops that belong to a name end none: 出国（境）费."""
    return (0, *[found.end() for found in ends.finditer(_hidden(text))])


@lru_cache(maxsize=256)
def _hidden(text: str) -> str:
    return _KEPT.sub(lambda found: found[0].translate(_HIDE), text)


@lru_cache(maxsize=TEXTS)
def year_in(words: str) -> int | None:
    """The year a clause names last."""
    found = _years(words)
    return found[-1].year if found else None


def years_told(text: str, position: int) -> int | None:
    """The year a clause without one is about: its sentence's, else the one its line opens with.

    A year something is compared with is not what the sentence is about.
    """
    start = sentence_start(text, position)
    named = [each for each in _years(text) if each.end <= position]
    told = [each.year for each in named if each.start >= start and not each.compared]
    if told:
        return told[-1]
    line = line_start(text, position)
    opens = (each for each in named if each.start >= line and each.end <= line + _HEAD)
    head = next(opens, None)
    return head.year if head and not head.compared else None


class _Year(NamedTuple):
    """A year that is named, and whether something is compared with it; 度 is not of its span."""

    start: int
    end: int
    year: int
    compared: bool


@lru_cache(maxsize=TEXTS)
def _years(text: str) -> tuple[_Year, ...]:
    return tuple(
        _Year(
            found.start(),
            found.end() - found[0].endswith("度"),
            int(found["year"]) if found["year"] else LAST_YEAR,
            bool(found["than"]),
        )
        for found in (_YEAR.finditer(text) if "年" in text else ())
    )


@lru_cache(maxsize=TEXTS)
def label_of(words: str) -> str:
    """What is spoken of, out of the words before a figure: without year, verb and “其中”."""
    words = _YEAR.sub("", words).strip()
    words = _BEFORE.sub("", words, count=1)
    return _BEHIND.sub("", words).strip()
