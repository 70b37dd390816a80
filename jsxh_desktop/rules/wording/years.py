"""G12: titles, and what is told of the year, are of the year of the filing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from jsxh_desktop.domain.organization import KeyWork
from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.narrative.block import Table
from jsxh_desktop.rules.per_subject import PRINT, while_same
from jsxh_desktop.rules.reading.named_slots import named_in_sentences
from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.reports.report_passages import typed_in
from jsxh_desktop.rules.rule import Finding, Rule, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.pages import Page, by_page
from jsxh_desktop.rules.texts.passages import Passage, Passed
from jsxh_desktop.rules.texts.seldom import telling
from jsxh_desktop.rules.wording.slip import once, quote, spot

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)")
_ANY_YEAR = re.compile(r"(?P<until>截至|截止)?(?<![\d.])(?P<year>\d{4})(?=年)")
FOUNDED, FORESEEN = 1800, 40
"""The earliest year a text tells of, and how far it looks ahead."""

_SENTENCE = re.compile(r"[^。！？\n]+")
_OF_ITSELF = re.compile(
    r"\s*(?:\d{1,2}[.．、]|截至)?((?:19|20)\d\d)年度?(?:，?(?:本年)?(?:收入|支出)合计|12月|末|底"
    r"|部门决算|部门整体|收、支总计|财政拨款收|一般公共预算|“三公”经费|政府性基金预算|国有资本经营预算)"
)
_OUR_YEAR = re.compile(r"\s*((?:19|20)\d\d)年度?，?(?:全年|我|本(?:单位|部门|年度))")
_NOW = re.compile("今年|本年|目前|现已|至今")

_TITLED = {Passed.COVER, Passed.HEADING, Passed.CAPTION}


def _titles(subject: Subject) -> Iterator[Finding]:
    """Titles of the document and of its sheets; one that names several years compares."""
    titles = [
        (each.own, each.text.replace("\n", " ")) for each in subject.printed if each.kind in _TITLED
    ]
    named = (project.name for project in subject.filing.projects)
    projects = [name for name in named if _YEAR.search(name)]
    titles += [
        (_without(block.title, projects), block.title)
        for part in subject.parts
        for block in part.blocks
        if isinstance(block, Table)
    ]
    year = str(subject.filing.year)
    for own, title in titles:
        years = _YEAR.findall(own)
        if years and year not in years:
            message = f"{quote(title)}写的是{years[0]}年，本年度是{year}年"
            yield Finding(message, f"改成{year}年", title, title, words=f"{years[0]}年")


def _without(title: str, names: list[str]) -> str:
    for name in names:
        title = title.replace(name, "")
    return title


@lru_cache(maxsize=TEXTS)
def _years_of_itself(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The year each sentence about the document's own figures begins with, and all it names."""
    sentences = _SENTENCE.findall(text) if "年" in text else ()
    return tuple(
        (found[1], tuple(_YEAR.findall(sentence)))
        for sentence in sentences
        if (found := _OF_ITSELF.match(sentence))
    )


def _sentences(subject: Subject) -> Iterator[Finding]:
    """What the document says of its own year; with this year beside it, it compares."""
    year = str(subject.filing.year)
    for passage, said, beside in _years_in_print(subject):
        if said != year and year not in beside:
            yield _of_another(passage, said, year)


@while_same(PRINT)
def _years_in_print(subject: Subject) -> tuple[tuple[Passage, str, tuple[str, ...]], ...]:
    return tuple(chain.from_iterable(map(_years_on, subject.printed_pages)))


@by_page
def _years_on(page: Page) -> tuple[tuple[Passage, str, tuple[str, ...]], ...]:
    return tuple(
        (passage, said, beside)
        for passage in page
        if passage.kind is Passed.PARAGRAPH
        for said, beside in _years_of_itself(passage.own)
    )


def _reports(subject: Subject) -> Iterator[Finding]:
    """What is told of our year, begins with another one, and never comes to this one.

    In the report on the year that is an error; a key work may have its history.
    """
    year = str(subject.filing.year)
    for entity, severity in ((DepartmentReport, None), (KeyWork, Severity.WARNING)):
        for passage in typed_in(subject, entity):
            found = _OUR_YEAR.match(passage.text)
            if found and year not in passage.text and not _NOW.search(passage.text):
                yield _of_another(passage, found[1], year, severity)


def _out_of_time(subject: Subject) -> Iterator[Finding]:
    """Years that nobody can mean: before there was a unit, or later than a text can know of."""
    year = subject.filing.year
    for passage, _, years in telling(subject.wordings, _years_in):
        for words, told, is_end in years:
            latest = year + 1 if is_end else year + FORESEEN
            if not FOUNDED <= told <= latest:
                yield Finding(
                    f"写的年份是{told}年，本年度是{year}年",
                    "核对年份",
                    about=f"{spot(passage)} {told}",
                    where=passage.where,
                    places=(passage.place,) if passage.place else (),
                    words=words,
                    severity=Severity.WARNING,
                )


def _years_in(text: str) -> tuple[tuple[str, int, bool], ...]:
    """Every year of a text as it is written, and whether it is one up to which is told."""
    if "年" not in text:
        return ()
    return tuple(
        (found[0], int(found["year"]), bool(found["until"])) for found in _ANY_YEAR.finditer(text)
    )


def _of_the_pack(subject: Subject) -> Iterator[Finding]:
    """The years in the pack's own sentences, this one or the one before as they have it.

    A sentence of last year that comes to this one compares them in its own way.
    """
    year = subject.filing.year
    due = {"year": str(year), "before": str(year - 1)}
    for each in named_in_sentences(subject):
        compares = each.slot == "year" and due["year"] in _YEAR.findall(each.sentence)
        if each.words != due.get(each.slot, each.words) and not compares:
            right = due[each.slot]
            titled = each.passage.kind in _TITLED
            title = each.passage.text.replace("\n", " ")
            yield Finding(
                f"这句写的是{each.words}年，应为{right}年",
                f"改成{right}年",
                about=title if titled else f"{spot(each.passage)} {each.words}",
                where=each.passage.where,
                computed=f"{right}年",
                words=f"{each.words}年",
            )


def _of_another(
    passage: Passage, found: str, year: str, severity: Severity | None = None
) -> Finding:
    return Finding(
        f"这段说的是{found}年，本年度是{year}年",
        f"核对是不是上年的文字，改成{year}年的情况",
        about=f"{spot(passage)} {found}",
        where=passage.where,
        places=(passage.place,) if passage.place else (),
        words=f"{found}年",
        severity=severity,
    )


@rule(
    "G12",
    "年度一致",
    Severity.ERROR,
    "封面、标题、图题、表题和说明本年情况的句子，年度都是本年度",
    why="沿用上年材料忘了改年份，整段说的就是另一年",
    cites="四川省部门决算公开范本",
)
def of_this_year(subject: Subject) -> Iterator[Finding]:
    yield from once(
        chain(
            _titles(subject),
            _sentences(subject),
            _reports(subject),
            _of_the_pack(subject),
            _out_of_time(subject),
        )
    )


RULES: tuple[Rule, ...] = (of_this_year,)
