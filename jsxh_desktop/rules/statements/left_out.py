"""What a section leaves out: a figure it has to tell, a comparison with the year before.

It goes by the figures, not by the wording: a section that tells the amount anywhere tells it, and
one that tells another amount by the same name is for the rule on that amount.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.rules.per_subject import PRINT, while_same
from jsxh_desktop.rules.reading import mentions
from jsxh_desktop.rules.reading.named_amounts import Named, named
from jsxh_desktop.rules.reading.sentences import read
from jsxh_desktop.rules.reading.spoken import Reading
from jsxh_desktop.rules.rule import Finding, Operand
from jsxh_desktop.rules.statements import section_lines
from jsxh_desktop.rules.statements.amount_findings import agrees, shown
from jsxh_desktop.rules.statements.section_figures import Figure
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.pages import by_page
from jsxh_desktop.rules.texts.passages import Passage, Passed

Ask = Callable[[Filing], Money]
GAP = "〔待填"


@dataclass(frozen=True, slots=True)
class Owed:
    """A figure a section has to tell: its name, what it is, how a label would name it."""

    name: str
    amount: Ask
    is_name: Callable[[str], object]
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A section as it is written: the heading it begins with, and what its paragraphs say."""

    heading: Passage
    paragraphs: tuple[Passage, ...]

    @property
    def readings(self) -> tuple[Reading, ...]:
        return tuple(read(each.text) for each in self.paragraphs)

    @property
    def is_unfinished(self) -> bool:
        """Whether a whole sentence of it waits for something to be entered."""
        return any(each.text.startswith(GAP) for each in self.paragraphs)

    @property
    def has_gaps(self) -> bool:
        return any(GAP in each.text for each in self.paragraphs)


@while_same(PRINT)
def written(subject: Subject) -> dict[Enum, Written]:
    """Every section that has a heading."""
    found: dict[Enum, tuple[Passage, list[Passage]]] = {}
    for section, passage in chain.from_iterable(map(_of_sections, subject.printed_pages)):
        if passage.kind is Passed.HEADING:
            found.setdefault(section, (passage, []))
        elif section in found:
            found[section][1].append(passage)
    return {key: Written(heading, tuple(told)) for key, (heading, told) in found.items()}


@by_page
def _of_sections(page: Sequence[Passage]) -> tuple[tuple[Enum, Passage], ...]:
    """Its headings and paragraphs, each with the sections it is of."""
    return tuple(
        (section, passage)
        for passage in page
        if passage.kind in {Passed.HEADING, Passed.PARAGRAPH}
        for section in (
            mentions.section_of(passage.headings),
            section_lines.section_of(passage.headings),
        )
        if section is not None
    )


def owed(figure: Named, *places: Place) -> Owed:
    """A figure that goes by its names."""
    return Owed(figure.name, figure.now, lambda label: figure in named(label), places)


def owed_as(figure: Figure) -> Owed:
    """A figure of a section that goes by the end of its label."""
    return Owed(figure.name, figure.amount, figure.label.search, figure.places)


def left_out(subject: Subject, section: Enum, figures: Iterable[Owed]) -> Iterator[Finding]:
    """Each of these figures, where it is not nothing, that a section with a heading lacks."""
    found = written(subject).get(section)
    if found and not found.is_unfinished:
        amounts = [each for reading in found.readings for each in reading.amounts]
        for figure in figures:
            due = _known(figure.amount, subject.filing)
            named_so = any(figure.is_name(each.label) for each in amounts if not each.way)
            if due and not named_so and not any(agrees(subject.filing, x, due) for x in amounts):
                yield _missing(found.heading, figure, shown(due))


def left_blank(subject: Subject, section: Enum) -> Iterator[Finding]:
    """A section of which there is the heading and nothing else."""
    found = written(subject).get(section)
    if found and not found.paragraphs:
        yield Finding(
            f"“{found.heading.text}”下面没有内容",
            "补写这一节，没有发生的写0",
            about=f"{found.heading.where} 没有内容",
            where=found.heading.where,
            words=found.heading.text,
        )


def not_compared(subject: Subject, section: Enum, figure: Named) -> Iterator[Finding]:
    """A section that says nothing of how its figure moved since the year before."""
    found, filing = written(subject).get(section), subject.filing
    if not found or found.has_gaps or not found.paragraphs:
        return
    now, last = _known(figure.now, filing), _known(figure.last, filing)
    compared = any(each.base for reading in found.readings for each in reading.movements)
    if now is not None and last is not None and not compared:
        year = filing.year - 1
        yield Finding(
            f"这一节没有与{year}年比较，{figure.name}{year}年是{shown(last)}",
            f"补写与{year}年相比的增减",
            about=f"{found.heading.where} 没有比较",
            where=found.heading.where,
            operands=(Operand("本年", shown(now)), Operand("上年", shown(last))),
            words=found.paragraphs[0].text,
        )


def _known(ask: Ask, filing: Filing) -> Money | None:
    """The amount, or nothing where somebody still has to enter it."""
    try:
        return ask(filing)
    except NotStated:
        return None


def _missing(heading: Passage, figure: Owed, right: str) -> Finding:
    return Finding(
        f"这一节没有写{figure.name}{right}",
        f"补上{figure.name}{right}",
        about=f"{heading.where} 缺{figure.name}",
        where=heading.where,
        places=figure.places,
        operands=(Operand(figure.name, right, "按填报的数"),),
        computed=right,
        words=heading.text,
    )
