"""What the paragraphs of a section say in figures, held against the figures of the filing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import FEN_IN, Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.rules.exactness import Fit, Known, as_known, fit
from jsxh_desktop.rules.reading.plain_text import sentence_start
from jsxh_desktop.rules.reading.spoken import Amount, Percent
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, each_apart
from jsxh_desktop.rules.statements.section_lines import Line

_YEAR = re.compile(
    r"(?:^(?:\d+[.、])?|(?P<than>[与比较同和])|截至|在|对|《)(?P<year>\d{4})年(?!前|后|来|以)"
)
"""A year the program puts there: what a sentence is about, what it compares with."""

_FREE = re.compile(r"原因|主要用于|包括")
"""Behind these words the unit says what it likes, other years too."""

_BARE = re.compile(r"(?:共计|合计)?(?:支出)?(?:决算)?(?:数|总额)?")
ENTERED = "填报的数据"


@dataclass(frozen=True)
class Figure:
    """A figure of a section: its name, how its label ends, its amount, where it is entered.

    A label that says no more than 支出决算 or 共计 means it in a sentence that speaks `of` it.
    """

    name: str
    label: re.Pattern[str]
    amount: Callable[[Filing], Money]
    places: tuple[Place, ...] = ()
    of: re.Pattern[str] | None = None


def figure(
    name: str,
    label: str,
    amount: Callable[[Filing], Money],
    *places: Place,
    of: str = "",
) -> Figure:
    spoken_of = re.compile(of) if of else None
    return Figure(name, re.compile(rf"(?:{label})$"), amount, places, spoken_of)


def meant(line: Line, figures: Iterable[Figure], amount: Amount) -> Figure | None:
    """The figure a label means; None for a movement, an “about”, and what has another name."""
    if amount.way or amount.about:
        return None
    start = amount.span[0]
    before = line.text[sentence_start(line.text, start) : start]
    bare = _BARE.fullmatch(amount.label)
    for each in figures:
        if each.of.search(before) if bare and each.of else each.label.search(amount.label):
            return each
    return None


def told_amounts(
    filing: Filing, lines: Iterable[Line], figures: Sequence[Figure]
) -> Iterator[Said]:
    """Every amount told by the name of one of these figures that is not the filing's."""
    return each_apart(
        _amount(filing, line, amount, found)
        for line in lines
        for amount in line.reading.amounts
        if (found := meant(line, figures, amount))
    )


def _amount(filing: Filing, line: Line, amount: Amount, found: Figure) -> Iterator[Said]:
    due = as_known(found.amount(filing), filing.precision)
    if fit(amount.value, due) is not Fit.EQUAL:
        shown = line.text[slice(*amount.span)]
        yield differs(line, found.name, shown, in_wan(due), found.places)


def told_years(filing: Filing, lines: Iterable[Line], first: str) -> Iterator[Said]:
    """Years that are neither the filing's nor, where one is compared with, the one before.

    `first` names the section in the finding.
    """
    for line in lines:
        for sentence in line.sentences:
            for year in _YEAR.finditer(_FREE.split(sentence)[0]):
                due = filing.year - 1 if year["than"] else filing.year
                if int(year["year"]) != due:
                    message = f"{first}里写着{year['year']}年，应为{due}年"
                    yield told(line, f"{first} 年份", message, "改正年份", words=year[0])


def told_counts(
    line: Line,
    sentence: str,
    counts: Iterable[tuple[str, str, Callable[[], int], tuple[Place, ...]]],
) -> Iterator[Said]:
    """Counts in a sentence: a name, a pattern with the number, what it should be."""
    for name, pattern, due, places in counts:
        for found in re.finditer(pattern, sentence):
            if int(found[1]) != (number := due()):
                yield differs(line, name, found[1], str(number), places, found[0])


def share_told(
    line: Line, name: str, percent: Percent, due: Known | None, places: tuple[Place, ...] = ()
) -> Iterator[Finding]:
    """A rate that cannot be, or that rounds otherwise, against the one worked out."""
    shown = line.text[slice(*percent.span)]
    if due is None:
        message = f"{name}写{shown}，作分母的数是0，算不出比率"
        yield told(line, name, message, "删去比率", places, words=shown)
        return
    how = fit(percent.value, due)
    if how is Fit.EQUAL or (percent.below and how is Fit.ROUNDING):
        return
    reads = f"{half_up(due.reads, max(percent.places, 2)).normalize():f}%"
    severity = Severity.WARNING if how is Fit.ROUNDING else None
    yield differs(line, name, shown, reads, places, shown, severity)


def differs(
    line: Line,
    name: str,
    shown: str,
    due: str,
    places: tuple[Place, ...] = (),
    words: str = "",
    severity: Severity | None = None,
) -> Finding:
    """A number in the text that is not the one entered or worked out."""
    where = line.passage.where
    return Finding(
        f"{name}写的是{shown}，按填报的数应为{due}",
        f"改成{due}，或者核对填报的数",
        name,
        where,
        places,
        (Operand("文中", shown, where), Operand("按填报的数", due, ENTERED)),
        due,
        words or shown,
        severity,
    )


def told(
    line: Line,
    about: str,
    message: str,
    to_do: str,
    places: tuple[Place, ...] = (),
    *,
    words: str = "",
    severity: Severity | None = None,
) -> Finding:
    """Anything else that does not hold in a paragraph."""
    where = line.passage.where
    return Finding(message, to_do, about, where, places, words=words, severity=severity)


def in_wan(amount: Known) -> str:
    """An amount as a sentence prints it."""
    return f"{half_up(amount.reads / FEN_IN['万元'], 2):.2f}万元"
