"""G08, G09, G13, G19: words that are wrong, said twice, or left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from jsxh_desktop.rules.dictionaries import REPEATABLE, WRONG_IN_CONTEXT, WRONG_WORDS, InContext
from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.rule import Finding, Rule, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.seldom import telling
from jsxh_desktop.rules.wording.slip import Slip, clause_start, each_word, once, quote

_WRONG = re.compile("|".join(WRONG_WORDS))
_IN_CONTEXT = tuple(
    (word, re.compile(f"{word.behind}{word.wrong}{word.ahead}")) for word in WRONG_IN_CONTEXT
)
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿")
_TWICE = re.compile(r"([一-龥]{2,8}?)\1+")
_COUNTED = {
    "人": "人员|职工|干部|党员|教师|工人",
    "名": "编制",
    "辆": "车辆|轿车|越野车|客车|公务用车",
}
_COUNTS = re.compile(
    "(?:"
    + "|".join(f"(?P<{unit}>{nouns})" for unit, nouns in _COUNTED.items())
    + r")(?!(?:19|20)\d\d)\d{1,4}(?=[，、；。,;）)](?!\d))"
)
_THAN = re.compile(
    r"[与同](?<![共相].)(?:\d{4}年度?|上一?年度?|去年)[^，。；：\n\0比较]{0,24}?"
    r"(?P<verb>增加|减少|增长|下降|上升|降低)(?:(?=了?约?\d)|(?<=年..)(?=[。；，]))"
)


@lru_cache(maxsize=TEXTS)
def wrong_words(text: str) -> tuple[Slip, ...]:
    """Words of the book of wrong words, in the order of the text."""
    slips = [
        _wrong(found.start(), found[0], WRONG_WORDS[found[0]]) for found in _WRONG.finditer(text)
    ]
    for word, pattern in _IN_CONTEXT:
        if word.wrong in text:
            slips += [_in_context(text, found, word) for found in pattern.finditer(text)]
    return tuple(sorted(slips, key=lambda slip: slip.start))


def _in_context(text: str, found: re.Match[str], word: InContext) -> Slip:
    """A single character is told with its neighbour: 帐户, not 帐."""
    alone = len(word.wrong) == 1
    left = alone and word.behind.startswith("(?<=")
    start, end = found.start() - left, found.end() + (alone and not left)
    right = f"{text[start : found.start()]}{word.right}{text[found.end() : end]}"
    return _wrong(start, text[start:end], right)


def _wrong(start: int, wrong: str, right: str) -> Slip:
    message = f"{quote(wrong)}应为{quote(right)}"
    return Slip(start, start + len(wrong), message, f"改成{quote(right)}", right)


@lru_cache(maxsize=TEXTS)
def said_twice(text: str) -> tuple[Slip, ...]:
    """Words of two and more characters that follow themselves."""
    return tuple(
        Slip(
            *found.span(),
            f"{quote(found[0])}里“{found[1]}”重复",
            f"只留一个“{found[1]}”",
            found[1],
        )
        for found in _TWICE.finditer(text)
        if not _may_repeat(found[1])
    )


def _may_repeat(word: str) -> bool:
    return word in REPEATABLE or word[0] == "一" or _NUMERALS.issuperset(word)


@lru_cache(maxsize=TEXTS)
def uncounted(text: str) -> tuple[Slip, ...]:
    """Counts of people, posts and cars without the word they are counted in."""
    return tuple(_uncounted(text, found) for found in _COUNTS.finditer(text))


def _uncounted(text: str, found: re.Match[str]) -> Slip:
    start = max(clause_start(text, found.start()), found.start() - 2)
    words, unit = text[start : found.end()], found.lastgroup
    message = f"{quote(words)}后面缺量词“{unit}”"
    return Slip(start, found.end(), message, f"补上“{unit}”", f"{words}{unit}")


@lru_cache(maxsize=TEXTS)
def uncompared(text: str) -> tuple[Slip, ...]:
    """“与2020年…增加” without 相比."""
    return tuple(
        Slip(
            *found.span(),
            f"{quote(found[0])}缺“相比”",
            f"在“{found['verb']}”前补上“相比”",
            f"{found[0].removesuffix(found['verb'])}相比{found['verb']}",
        )
        for found in _THAN.finditer(text)
    )


@rule(
    "G08",
    "错别字词典",
    Severity.WARNING,
    "文字中没有词典收录的错别字和误用",
    why="公开后的错别字人人看得见，也改变原意",
    cites="《通用规范汉字表》；公开范本的固定用语",
)
def wrong(subject: Subject) -> Iterator[Finding]:
    return once(each_word(telling(subject.wordings, wrong_words)))


@rule(
    "G09",
    "重复词",
    Severity.WARNING,
    "两个字以上的词没有紧挨着写两遍",
    why="多半是修改时留下的",
    cites="公开材料校对惯例",
)
def twice(subject: Subject) -> Iterator[Finding]:
    return once(each_word(telling(subject.wordings, said_twice)))


@rule(
    "G13",
    "量词齐全",
    Severity.WARNING,
    "人员、编制、车辆的数后面有“人”“名”“辆”",
    why="同一句里有的带量词、有的不带，读不通",
    cites="公开范本的句式：其中行政人员…人",
)
def counted(subject: Subject) -> Iterator[Finding]:
    return once(each_word(telling(subject.wordings, uncounted)))


@rule(
    "G19",
    "语法缺字",
    Severity.WARNING,
    "“与…年”后面有“相比”，再说增加或减少",
    why="少了“相比”，增减是对什么说的读不出来",
    cites="公开范本的句式：与…年相比，增加…",
)
def compared(subject: Subject) -> Iterator[Finding]:
    return once(each_word(telling(subject.wordings, uncompared)))


RULES: tuple[Rule, ...] = (wrong, twice, counted, compared)
