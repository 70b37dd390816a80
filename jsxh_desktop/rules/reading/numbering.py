"""Series of numbers in a text: 一是 二是, （一）（二）, 1. 2., ① ②, and where one is broken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from jsxh_desktop.narrative.numerals import numeral
from jsxh_desktop.rules.remembered import TEXTS

NUMERALS = {numeral(number): number for number in range(1, 100)}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CHINESE = "[一二三四五六七八九十]{1,3}"
_OPENS = re.compile(
    rf"\s*(?:(?P<chapter>{_CHINESE})、|[（(](?P<section>{_CHINESE})[）)]"
    r"|(?P<item>\d{1,2})[.．、](?!\d)|[（(](?P<point>\d{1,2})[）)])"
)
_WITHIN = re.compile(
    rf"(?:^|(?<=[。；：，！？\n ]))(?:(?P<said>{_CHINESE})(?=[是要则为])"
    rf"|第(?P<named>{_CHINESE})(?=，)|其(?P<those>{_CHINESE})(?=[，、是])|(?P<circled>[{_CIRCLED}])"
    rf"|[（(](?P<section>{_CHINESE})[）)]|[（(](?P<point>\d{{1,2}})[）)]"
    r"|(?P<item>\d{1,2})[.．、](?![\d.]))"
)
DEEPEST = 20
"""So many series may have begun before the one that goes on."""

WRITTEN = {
    "chapter": "{}、",
    "section": "（{}）",
    "item": "{}.",
    "point": "（{}）",
    "said": "{}",
    "named": "第{}",
    "those": "其{}",
    "circled": "{}",
}
"""How each style of numbering is written."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A number as written: its style, its value, where it stands, how it reads."""

    style: str
    value: int
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Break:
    """A mark that does not follow the one before it: `expected` is what would.

    `at` is its place among all marks.
    """

    at: int
    mark: Mark
    before: Mark
    expected: int


@lru_cache(maxsize=TEXTS)
def opening(text: str) -> Mark | None:
    """The number a heading or an item begins with."""
    found = _OPENS.match(text)
    return _mark(found) if found else None


def within(text: str) -> Iterator[Mark]:
    """The numbers of the series that run through a text."""
    return filter(None, map(_mark, _WITHIN.finditer(text)))


def written(style: str, value: int) -> str:
    """A number in a style: 三、 （三） 3. ③."""
    if style == "circled":
        return _CIRCLED[value - 1]
    return WRITTEN[style].format(value if style in {"item", "point"} else numeral(value))


def _mark(found: re.Match[str]) -> Mark | None:
    style = found.lastgroup or ""
    value = _value(found[style])
    if not value:
        return None
    words, end = found[0].strip(), found.end()
    if style == "said":
        words, end = words + found.string[end], end + 1
    return Mark(style, value, end - len(words), end, words)


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    return NUMERALS.get(number) or _CIRCLED.find(number) + 1


def breaks(marks: Iterable[Mark]) -> Iterator[Break]:
    """What breaks a series; each style has its own, and one may run within another.

    A 1 begins a series. A number may go on with one further out. What has no 1 before it is none.
    """
    running: dict[str, list[Mark]] = {}
    for at, mark in enumerate(marks):
        series = running.setdefault(mark.style, [])
        if mark.value == 1:
            series.append(mark)
            del series[:-DEEPEST]
            continue
        outer = [depth for depth, last in enumerate(series) if last.value + 1 == mark.value]
        if outer:
            del series[outer[-1] :]
        elif series:
            last = series.pop()
            yield Break(at, mark, last, last.value + 1)
        else:
            continue
        series.append(mark)
