"""The paragraphs of the sections 六 to 十 as they read, gaps and typed words told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property, lru_cache
from itertools import chain

from jsxh_desktop.rules.per_subject import PRINT, while_same
from jsxh_desktop.rules.reading.plain_text import plain
from jsxh_desktop.rules.reading.sentences import read
from jsxh_desktop.rules.reading.spoken import Reading, Span
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.pages import by_page
from jsxh_desktop.rules.texts.passages import Passage, Passed

_GAP = re.compile(r"〔待填[^〕]*〕")
_REPORT = re.compile(r"评价报告|自评报告")
_SENTENCE = re.compile(r"[^。！？\n]+")
_STATEMENTS = re.compile(r"决算(?:总体)?情况说明|其他重要事项")


class Section(Enum):
    """A section by words of its heading, and by its key in a pack where it has one."""

    BASIC = (r"基本支出决算", "basic_expenditure")
    THREE_PUBLIC = (r"三公.{0,2}经费", "three_public")
    GOVERNMENT_FUNDS = (r"政府性基金", "government_funds")
    STATE_CAPITAL = (r"国有资本经营", "state_capital")
    AGENCY_RUNNING = (r"机关运行经费", "other_matters")
    PROCUREMENT = (r"政府采购", "other_matters")
    STATE_ASSETS = (r"国有资产", "other_matters")
    PERFORMANCE = (r"绩效管理", "other_matters")

    def __init__(self, words: str, key: str) -> None:
        self.words, self.key = re.compile(words), key


@dataclass(frozen=True)
class Line:
    """One paragraph: its text in one width, with gaps blanked out by NULs.

    `own` is the same with what fields hold blanked out as well.
    """

    passage: Passage
    text: str
    own: str

    @cached_property
    def reading(self) -> Reading:
        """What it says in figures that the program, not a field, has put there."""
        said = read(self.text)
        return replace(
            said,
            amounts=tuple(each for each in said.amounts if self.writes(each.span)),
            percents=tuple(each for each in said.percents if self.writes(each.span)),
            shares=tuple(each for each in said.shares if self.writes(each.percent.span)),
            completions=tuple(each for each in said.completions if self.writes(each.percent.span)),
            movements=tuple(each for each in said.movements if self.writes(each.span)),
        )

    @property
    def sentences(self) -> tuple[str, ...]:
        """Its sentences, as far as no field holds them."""
        return sentences_of(self.own)

    def writes(self, span: Span) -> bool:
        """Whether no part of these words was typed."""
        return "\0" not in self.own[slice(*span)]


@lru_cache(maxsize=256)
def sentences_of(text: str) -> tuple[str, ...]:
    return tuple(_SENTENCE.findall(text))


def lines(subject: Subject, section: Section) -> tuple[Line, ...]:
    """The paragraphs of a section; none where the document does not have it."""
    return _by_section(subject).get(section, ())


@while_same(PRINT)
def _by_section(subject: Subject) -> dict[Section, tuple[Line, ...]]:
    found: dict[Section, list[Line]] = {}
    for section, line in chain.from_iterable(map(_lines, subject.printed_pages)):
        found.setdefault(section, []).append(line)
    return {section: tuple(each) for section, each in found.items()}


@by_page
def _lines(page: Sequence[Passage]) -> tuple[tuple[Section, Line], ...]:
    return tuple(
        (section, _line(passage))
        for passage in page
        if passage.kind is Passed.PARAGRAPH and (section := section_of(passage.headings))
    )


@by_page
def _line(passage: Passage) -> Line:
    gaps = list(_GAP.finditer(passage.text))
    return Line(passage, plain(_blanked(passage.text, gaps)), plain(_blanked(passage.own, gaps)))


def _blanked(text: str, spans: list[re.Match[str]]) -> str:
    for found in spans:
        start, end = found.span()
        text = text[:start] + "\0" * (end - start) + text[end:]
    return text


@lru_cache(maxsize=256)
def section_of(headings: tuple[str, ...]) -> Section | None:
    """The section these headings lead to, by the innermost that names one."""
    if any(_REPORT.search(heading) for heading in headings):
        return None
    for heading in reversed(headings):
        for section in Section:
            if section.words.search(heading):
                return section
    return None


def lacks(subject: Subject, section: Section) -> bool:
    """Whether a document of statements that should have this section has no heading for it."""
    due = {key for part in subject.pack.parts for key in part.sections}
    found = headings(subject)
    stated = any(_STATEMENTS.search(heading) for heading in found)
    return stated and section.key in due and not any(map(section.words.search, found))


@while_same(PRINT)
def headings(subject: Subject) -> tuple[str, ...]:
    """Every heading the document prints."""
    return tuple(passage.text for passage in subject.printed if passage.kind is Passed.HEADING)
