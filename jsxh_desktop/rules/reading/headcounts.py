"""A count and its classes as a sentence tells them, held against what is entered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.rules.reading.plain_text import plain
from jsxh_desktop.rules.reports.report_passages import pages_of
from jsxh_desktop.rules.rule import Finding, Operand
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.pages import picked
from jsxh_desktop.rules.texts.passages import Passage, Passed

SENTENCE = re.compile(r"[^。！？\n]+")


@dataclass(frozen=True, slots=True)
class Count:
    """A total and its parts as one sentence tells them."""

    total: int
    parts: Mapping[str, int]
    words: str


@lru_cache(maxsize=256)
def counts(text: str, total: re.Pattern[str], part: re.Pattern[str]) -> tuple[Count, ...]:
    """Every total of this kind in a text, with the parts that follow it before another one."""
    found: list[Count] = []
    for sentence in SENTENCE.findall(plain(text)):
        totals = list(total.finditer(sentence))
        for place, each in enumerate(totals, 1):
            end = totals[place].start() if place < len(totals) else len(sentence)
            behind = sentence[each.end() : end]
            parts = {name: int(number) for name, number in part.findall(behind)}
            found.append(Count(int(each[1]), parts, each[0]))
    return tuple(found)


def looked_at(subject: Subject, *words: str) -> Iterator[Passage]:
    """What the unit typed of itself, and the sentences of the program with one of these words.

    Such a sentence is read whole: what is typed somewhere else may be the same few words.
    """
    typed, printed = pages_of(subject, DepartmentReport), subject.printed_pages
    yield from picked(typed, partial(_with_one, words), (_with_one, words))
    yield from picked(printed, partial(_own_with_one, words), (_own_with_one, words))


def _with_one(words: tuple[str, ...], passage: Passage) -> Passage | None:
    return passage if any(word in passage.text for word in words) else None


def _own_with_one(words: tuple[str, ...], passage: Passage) -> Passage | None:
    told = passage.kind is Passed.PARAGRAPH and any(word in passage.own for word in words)
    return passage if told else None


def footed(name: str, told: Count, unit: str) -> Iterator[Finding]:
    """The parts of a sentence add up to its total."""
    sum_of_parts = sum(told.parts.values())
    if told.parts and sum_of_parts != told.total:
        parts = "＋".join(map(str, told.parts.values()))
        yield Finding(
            message=f"{name}总数写{told.total}{unit}，各类{parts}合起来是{sum_of_parts}{unit}",
            to_do="核对总数和各类哪个不对",
            about=f"{name}各类之和",
            operands=(
                Operand("总数", f"{told.total}{unit}"),
                Operand("各类相加", f"{sum_of_parts}{unit}"),
            ),
            computed=f"{sum_of_parts}{unit}",
            words=told.words,
        )


def differs(name: str, told: int, known: int, unit: str, words: str, *places: Place) -> Finding:
    """A count that is not the one entered."""
    return Finding(
        message=f"{name}写成{told}{unit}，填的是{known}{unit}",
        to_do="核对哪个数不对",
        about=name,
        places=places,
        operands=(Operand("文中", f"{told}{unit}"), Operand("填报", f"{known}{unit}")),
        computed=f"{known}{unit}",
        words=words,
    )
