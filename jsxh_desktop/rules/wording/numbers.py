"""G01: numbers of headings, of items and of what runs through a text follow one another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, groupby

from jsxh_desktop.rules.per_subject import PRINT, while_same
from jsxh_desktop.rules.reading.numbering import Break, Mark, breaks, opening, within, written
from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.rule import Finding, Rule, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.pages import Page, by_page
from jsxh_desktop.rules.texts.passages import Passage, Passed, no_heading
from jsxh_desktop.rules.texts.seldom import telling
from jsxh_desktop.rules.wording.slip import Slip, each_word, once, quote, spot


@lru_cache(maxsize=TEXTS)
def broken_series(text: str) -> tuple[Slip, ...]:
    """Where 一是 二是 四是, 1. 2. 4. and the like break off."""
    return tuple(
        Slip(found.mark.start, found.mark.end, *_told(found)) for found in breaks(within(text))
    )


def _told(found: Break) -> tuple[str, str]:
    words, due = found.mark.words, written(found.mark.style, found.expected)
    due += words[-1] if found.mark.style == "said" else ""
    if found.mark.value == found.before.value:
        return f"“{words}”写了两次，后一个应为“{due}”", "核对序号"
    return f"“{found.before.words}”后面应为“{due}”，写的是“{words}”", "核对序号，或补上缺的一条"


@while_same(PRINT)
def _in_print(subject: Subject) -> tuple[Finding, ...]:
    return (*_of_headings(subject), *once(_of_paragraphs(subject)))


def _of_headings(subject: Subject) -> Iterator[Finding]:
    """Headings of one level under one heading: numbered alike, from 1 on, none left out."""
    above: dict[int, tuple[str, int]] = {}
    for passage in subject.printed:
        if passage.kind is not Passed.HEADING:
            continue
        above = {level: number for level, number in above.items() if level <= passage.level}
        mark = opening(passage.text)
        if mark is None:
            continue
        style, before = above.get(passage.level, (mark.style, 0))
        above[passage.level] = (style, mark.value)
        if mark.value != 1 and (mark.style, mark.value) != (style, before + 1):
            yield _misnumbered(passage, mark, written(style, before + 1))


def _misnumbered(passage: Passage, mark: Mark, due: str) -> Finding:
    return Finding(
        f"标题{quote(passage.text)}的序号“{mark.words}”应为“{due}”",
        f"改成“{due}”",
        about=f"{spot(passage)} {mark.words}",
        where=passage.where,
        words=mark.words,
    )


def _of_paragraphs(subject: Subject) -> Iterator[Finding]:
    """Numbered paragraphs under one heading."""
    paragraphs = chain.from_iterable(map(_opened, subject.printed_pages))
    for _, under in groupby(paragraphs, key=lambda each: (each[0].part, each[0].headings)):
        numbered = [(each, mark) for each, mark in under if mark]
        yield from _first(numbered)
        for found in breaks(mark for _, mark in numbered):
            passage, words = numbered[found.at][0], found.mark.words
            about = f"{spot(passage)} {words}"
            yield Finding(*_told(found), about, where=passage.where, words=words)


@by_page
def _opened(page: Page) -> tuple[tuple[Passage, Mark | None], ...]:
    """Its paragraphs, each with the number it opens with."""
    return tuple((each, opening(each.own)) for each in page if each.kind is Passed.PARAGRAPH)


def _first(numbered: list[tuple[Passage, Mark]]) -> Iterator[Finding]:
    """A list goes on with 2 behind its first item, which therefore is 1; none begins with 0."""
    values = [mark.value for _, mark in numbered[:2]]
    if values[:1] == [0] or (values[1:] == [2] and values[0] != 1):
        passage, mark = numbered[0]
        yield Finding(
            f"第一条的序号写的是“{mark.words}”",
            f"改成“{written(mark.style, 1)}”",
            about=f"{spot(passage)} 第一条",
            where=passage.where,
            words=mark.words,
        )


@rule(
    "G01",
    "序号连续",
    Severity.ERROR,
    "同级的序号一、二、…，（一）（二）…，1. 2. …从一开始，连续，写法一致",
    why="缺号、重号让人以为漏了内容",
    cites="《党政机关公文格式》（GB/T 9704—2012）7.3.3",
)
def continuous(subject: Subject) -> Iterator[Finding]:
    yield from _in_print(subject)
    yield from once(each_word(telling(subject.wordings, broken_series, no_heading)))


RULES: tuple[Rule, ...] = (continuous,)
