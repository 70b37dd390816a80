"""Every figure of the filing that a text mentions by name: where, which, of which year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport, Term
from jsxh_desktop.rules.per_subject import per_subject, while_same
from jsxh_desktop.rules.reading.coded_amounts import Names, coded_amounts, codes_used
from jsxh_desktop.rules.reading.named_amounts import BUDGETS, Named, named
from jsxh_desktop.rules.reading.plain_text import sentence_start
from jsxh_desktop.rules.reading.sentences import read
from jsxh_desktop.rules.reading.spoken import LAST_YEAR, Amount, Reading, Span
from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.pages import by_page, kept
from jsxh_desktop.rules.texts.passages import Passage, Passed


class Section(Enum):
    """The sections of 决算情况说明, told by words of their headings; the first that fits."""

    APPROPRIATION = r"财政拨款收入支出决算总体"
    GENERAL_TOTAL = r"一般公共预算财政拨款支出决算总体"
    GENERAL_CLASSES = r"一般公共预算财政拨款支出决算结构"
    GENERAL_ITEMS = r"一般公共预算财政拨款支出决算具体"
    BASIC = r"基本支出决算"
    THREE_PUBLIC = r"三公.?经费财政拨款支出"
    FUND = r"(?:政府性基金|国有资本经营)预算.{0,6}支出决算"
    TOTALS = r"收入支出决算总体"
    INCOME = r"收入决算(?:情况|说明)"
    EXPENDITURE = r"(?<!财政拨款)支出决算(?:情况|说明)"
    MATTERS = r"其他重要事项|机关运行经费支出|政府采购支出"


OF_ONE = (Section.EXPENDITURE, Section.THREE_PUBLIC, Section.MATTERS)
OF_GENERAL = (Section.GENERAL_TOTAL, Section.GENERAL_CLASSES, Section.GENERAL_ITEMS)
BOUND = (Project, Goal, Indicator, ProjectReport)
"""What is typed about one project: its figures are not the unit's."""

OWN_WORDS = (DepartmentReport, Term)
"""Typed texts about the figures of the whole unit, where even a common name means one."""

_LONGEST = 30
"""Signs of a unit's name that are looked for before a label."""

_OF_A_PROJECT = re.compile("项目支出绩效")
_OF_THE_UNIT = re.compile("部门财政资金")
_PROJECT = re.compile("项目|专项")
_WHOLE = re.compile("机关运行|公用经费|运转类|人员类|人员经费|基本支出")


class Heard(NamedTuple):
    """A passage with what it says in figures."""

    passage: Passage
    reading: Reading
    section: Section | None

    @property
    def of_the_unit(self) -> bool:
        """Whether an amount called no more than 年初预算 is the whole unit's."""
        headings = "".join(self.passage.headings)
        return bool(_OF_THE_UNIT.search(headings)) or _entity(self.passage) is DepartmentReport


class Mention(NamedTuple):
    """An amount and the figures its label may mean, of this year or, where `last`, of last year.

    `year` is the year written, None where it is not; `last` is None where it is another year yet.
    """

    heard: Heard
    amount: Amount
    figures: tuple[Named, ...]
    year: int | None
    last: bool | None


@per_subject
def heard(subject: Subject) -> tuple[Heard, ...]:
    """Every text with figures: what is typed once, what is printed without what was typed.

    In the statements the printed text counts whole: a code's name may be typed as a 名词 as well.
    """
    return tuple(chain.from_iterable(_heard_pages(subject)))


def _heard_pages(subject: Subject) -> Iterator[tuple[Heard, ...]]:
    yield from map(_typed, subject.typed_pages)
    yield from map(_printed, subject.printed_pages)


@by_page
def _typed(page: Sequence[Passage]) -> tuple[Heard, ...]:
    return tuple(
        Heard(passage, reading, None)
        for passage in page
        if _entity(passage) not in BOUND and (reading := read(passage.text)).speaks
    )


@by_page
def _printed(page: Sequence[Passage]) -> tuple[Heard, ...]:
    return tuple(_heard_in(page))


def _heard_in(page: Sequence[Passage]) -> Iterator[Heard]:
    for passage in page:
        if passage.kind is not Passed.PARAGRAPH or _of_a_project(passage.headings):
            continue
        section = section_of(passage.headings)
        if (reading := read(passage.text if section else passage.own)).speaks:
            yield Heard(passage, reading, section)


def statements(subject: Subject, *sections: Section) -> Iterator[Heard]:
    """The paragraphs with figures of some sections."""
    return (told for told in heard(subject) if told.section and told.section in sections)


@while_same(
    lambda subject: codes_used(subject.filing),
    lambda subject: subject.filing.functional,
    lambda subject: subject.filing.economic,
)
def names_in(subject: Subject) -> Names:
    """Every name of a code the filing uses."""
    return coded_amounts(subject.filing)


@per_subject
def mentions(subject: Subject) -> tuple[Mention, ...]:
    """Every amount that is told by the name of a figure, in all texts."""
    find = _finder(subject)
    return tuple(chain.from_iterable(kept(page, find, find) for page in _heard_pages(subject)))


@while_same(
    names_in, lambda subject: subject.filing.organization, lambda subject: subject.filing.year
)
def _finder(subject: Subject) -> Callable[[Sequence[Heard]], tuple[Mention, ...]]:
    """What finds them in a page, the same function for the same names, unit and year."""
    filing, names = subject.filing, names_in(subject)

    def find(page: Sequence[Heard]) -> tuple[Mention, ...]:
        return tuple(mention for told in page for mention in _mentioned(filing, names, told))

    return find


def told_of(subject: Subject, told: Heard) -> tuple[Mention, ...]:
    """The mentions of one text."""
    return tuple(mention for mention in mentions(subject) if mention.heard is told)


def _mentioned(filing: Filing, names: Names, told: Heard) -> Iterator[Mention]:
    compared = {
        movement.last.span: movement for movement in told.reading.movements if movement.last
    }
    for amount in told.reading.amounts:
        if amount.way or amount.about or in_reason(told, amount.span):
            continue
        movement = compared.get(amount.span)
        label = movement.what if movement and movement.year else amount.label
        figures = _meant(filing, names, told, label)
        if figures and is_sure(told, amount, figures):
            year = movement.year if movement else amount.year
            against = bool(movement and movement.year and told.section)
            yield Mention(told, amount, figures, year, against or _is_last(filing, year))


def figures_meant(filing: Filing, names: Names, label: str) -> tuple[Named, ...]:
    """The figures a label may mean in this filing, the unit's own name before it left out.

    政府采购支出 may follow a 镇政府, and is a name by itself.
    """
    unit = filing.organization
    bare = _without_unit(label, unit.full_name, unit.short_name)
    for words in dict.fromkeys((label, bare)):
        if found := named(words) + names.get(words.removeprefix("指"), ()):
            return found
    return ()


@lru_cache(maxsize=TEXTS)
def _without_unit(label: str, *units: str) -> str:
    """The label without the unit's own name, or its end (区科协), before it."""
    for length in range(min(len(label), _LONGEST), 1, -1):
        if any(unit.endswith(label[:length]) for unit in units):
            return label[length:]
    return label


def _meant(filing: Filing, names: Names, told: Heard, label: str) -> tuple[Named, ...]:
    figures = figures_meant(filing, names, label)
    if figures and figures[0] in BUDGETS and not told.of_the_unit:
        return ()
    if told.section in OF_GENERAL:
        return tuple(figure for figure in figures if figure.general) or figures
    return figures[:1] if told.section in OF_ONE else figures


def is_sure(told: Heard, amount: Amount, figures: tuple[Named, ...]) -> bool:
    """Whether the label means the unit's figure there, and no other's."""
    passage = told.passage
    if passage.place is None:
        return True
    common = any(figure.common for figure in figures)
    if _entity(passage) not in OWN_WORDS:
        return not common and amount.year is not None
    text = told.reading.text
    words = text[sentence_start(text, amount.span[0]) : amount.span[0]].replace(amount.label, "")
    return not common or not _PROJECT.search(words) or bool(_WHOLE.search(words))


def _is_last(filing: Filing, year: int | None) -> bool | None:
    """Whether what is told of a year is last year's; None for a year nothing is known of."""
    if year in {None, filing.year}:
        return False
    return True if year in {LAST_YEAR, filing.year - 1} else None


def in_reason(told: Heard, span: Span) -> bool:
    """Whether words of a statement stand in a reason the unit typed."""
    start, end = span
    typed = "\0" in told.passage.own[start:end]
    return typed and any(reason <= start for reason in told.reading.reasons)


def _entity(passage: Passage) -> type | None:
    return passage.place.entry.entity if passage.place else None


@lru_cache(maxsize=256)
def section_of(headings: tuple[str, ...]) -> Section | None:
    """The section under these headings, the innermost that is one."""
    for heading in reversed(headings):
        for section in Section:
            if re.search(section.value, heading):
                return section
    return None


@lru_cache(maxsize=256)
def _of_a_project(headings: tuple[str, ...]) -> bool:
    return any(_OF_A_PROJECT.search(heading) for heading in headings)
