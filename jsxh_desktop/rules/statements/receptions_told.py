"""The list of domestic receptions as the text tells it: batches, persons, each entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.domain.stated import of
from jsxh_desktop.domain.terms import ReceptionKind
from jsxh_desktop.domain.three_public import Reception, ThreePublic
from jsxh_desktop.narrative.wording import clause
from jsxh_desktop.rules.exactness import Fit, as_known, fit, printed
from jsxh_desktop.rules.reading.plain_text import plain
from jsxh_desktop.rules.reports.report_passages import typed_in
from jsxh_desktop.rules.rule import Said, each_apart
from jsxh_desktop.rules.statements.section_figures import Figure, differs, meant, told, told_counts
from jsxh_desktop.rules.statements.section_lines import Line
from jsxh_desktop.rules.statements.three_public_figures import DOMESTIC, FOREIGN
from jsxh_desktop.rules.subject import Subject

_LIST = re.compile(r"具体(?:内容|情况)?包括[：:]?")
_NUMBER = r"(?:支出|用餐|费用)?\s*(\d[\d,]*(?:\.\d+)?)\s*(万元|元)"
_AMOUNT = re.compile(_NUMBER)
_COUNTS = (
    ("国内", ThreePublic.batches, ThreePublic.persons),
    ("外事", ThreePublic.foreign_batches, ThreePublic.foreign_persons),
)
Counts = tuple[tuple[str, str, Callable[[], int], tuple[Place, ...]], ...]


def domestic(filing: Filing) -> tuple[Reception, ...]:
    """The list without what is marked as foreign."""
    return tuple(each for each in filing.receptions if each.kind is not ReceptionKind.FOREIGN)


def receptions_told(filing: Filing, found: tuple[Line, ...]) -> Iterator[Said]:
    """Everything that a paragraph on receptions tells of them."""
    for line in found:
        for sentence in line.sentences:
            yield from each_apart([_counted(filing, line, sentence)])
        yield from each_apart(_together(filing, line, each) for each in (DOMESTIC, FOREIGN))
        if begins := _LIST.search(line.text):
            yield from _entries(filing, line, line.text[begins.end() :])


def receptions_quoted(subject: Subject) -> Iterator[Said]:
    """Counts that the unit quotes in the report on itself."""
    for passage in typed_in(subject, DepartmentReport):
        if "批次" in passage.text and (words := plain(passage.text)):
            line = Line(passage, words, words)
            for sentence in line.sentences:
                yield from each_apart([_counted(subject.filing, line, sentence)])


def _counted(filing: Filing, line: Line, sentence: str) -> Iterator[Said]:
    for word, batches, persons in _COUNTS:
        if re.search(rf"{word}(?:公务)?接待", sentence):
            counts = (
                _count(filing, batches, r"(\d+)批次"),
                _count(filing, persons, r"(\d+)人次"),
            )
            yield from told_counts(line, sentence, counts)


def _count(
    filing: Filing, entry: Entry[int | None], pattern: str
) -> tuple[str, str, Callable[[], int], tuple[Place, ...]]:
    return entry.label, pattern, lambda: of(entry, filing.three_public), (Place(entry),)


def _together(filing: Filing, line: Line, figure: Figure) -> Iterator[Said]:
    """“共计支出…”, which names itself only by its sentence."""
    for amount in line.reading.amounts:
        if amount.label.startswith(("共计", "合计")) and meant(line, (figure,), amount):
            due = figure.amount(filing)
            if fit(amount.value, as_known(due, filing.precision)) is not Fit.EQUAL:
                shown = line.text[slice(*amount.span)]
                name = f"{figure.name}共计支出"
                yield differs(line, name, shown, f"{due.show()}万元", figure.places)


def _entries(filing: Filing, line: Line, text: str) -> Iterator[Said]:
    """Each entry of the list, the longest first: a shorter one may end a longer one's words."""
    visits = [visit for visit in domestic(filing) if visit.subject]
    for visit in sorted(visits, key=lambda each: -len(each.subject)):
        subject = plain(clause(visit.subject))
        named = list(re.finditer(re.escape(subject) + _NUMBER, text))
        own = next((each for each in named if _is(filing, each, visit.amount)), None)
        place = (Place(Reception.amount, visit.id),)
        if own := own or next(iter(named), None):
            text = text[: own.start()] + text[own.end() :]
        if own is None and subject not in text:
            message = f"接待明细里的“{subject}”没有写进文中"
            yield told(line, f"明细 {visit.id}", message, "补写这一项", place)
        elif own and visit.amount is not None and not _is(filing, own, visit.amount):
            shown = f"{own[1]}{own[2]}"
            due = f"{visit.amount.show()}万元"
            yield differs(line, f"接待明细“{subject}”", shown, due, place)
    if len(visits) == len(domestic(filing)) and (more := _AMOUNT.search(text)):
        words = text[: more.end()].strip("；。，")
        message = f"文中的“{words}”不在接待明细里"
        yield told(line, f"多出 {words}", message, "删去，或者补填接待明细", words=words)


def _is(filing: Filing, found: re.Match[str], amount: Money | None) -> bool:
    if amount is None or found[0].endswith(f"{amount.show()}万元"):
        return amount is not None
    digits = found[1].replace(",", "")
    places = len(digits.partition(".")[2])
    value = printed(Decimal(digits), places, found[2])
    return fit(value, as_known(amount, filing.precision)) is Fit.EQUAL
