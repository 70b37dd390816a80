"""C34: the same work told with two numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from jsxh_desktop.domain.attainment import quantity
from jsxh_desktop.domain.organization import KeyWork
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Indicator
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import IndicatorClass
from jsxh_desktop.rules.reading.quantities import Quantity, plain, quantities
from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.reports.report_passages import Owners, owner_of, owners, pages_of
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, rule
from jsxh_desktop.rules.sheets.facts import ProjectSheet, sheets_of
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.pages import by_page
from jsxh_desktop.rules.texts.passages import Passage

WHOLE_YEAR = (KeyWork, DepartmentReport)
DONE = (
    ProjectReport.method,
    ProjectReport.completion,
    ProjectReport.benefit,
    ProjectReport.use,
)
SHORTEST_THING = 5
SHORTEST_NOUN = 4

_FILLING = re.compile(
    r"^(?:其中|全年|本年|今年|年内|定期|累计|先后|总共|共|已|并|还|积极|认真|主动|组织|开展|举办|完成)+"
)
_GENERAL = re.compile(r"^(?:各类|各种|各项|有关|相关)")
VERBS = {
    **dict.fromkeys(("编印", "印发", "印制", "编发", "印刷", "编制"), "印"),
    **dict.fromkeys(("发放", "派发", "赠送", "分发"), "发"),
    **dict.fromkeys(("创建", "打造", "建设", "建成", "建立", "新建"), "建"),
    **dict.fromkeys(("购置", "购买", "采购", "配备"), "购"),
}
"""Verbs that say the same of a thing counted."""


@dataclass(frozen=True, slots=True)
class Told:
    """One count as somebody told it: a verb of several that say the same, and what it is of."""

    thing: str
    verb: str
    noun: str
    number: Fraction
    unit: str
    where: str
    place: Place

    @property
    def shown(self) -> str:
        return f"{plain(self.number)}{self.unit}"


def _all(subject: Subject) -> Iterator[Told]:
    """What the texts of what was done tell, and the actual values of the sheets."""
    for page in pages_of(subject, *WHOLE_YEAR, ProjectReport):
        yield from _on_page(page)
    for sheet in sheets_of(subject):
        yield from sheet.once(_of_sheet)


@by_page
def _on_page(page: Sequence[Passage]) -> tuple[Told, ...]:
    return tuple(
        told
        for passage in page
        if (place := passage.place)
        and (place.entry.entity is not ProjectReport or place.entry in DONE)
        for told in _counted(quantities(passage.text), passage.where, place)
    )


def _counted(found: Iterable[Quantity], where: str, place: Place) -> Iterator[Told]:
    for each in found:
        if each.exact:
            yield from _told(each.label, each.number, each.unit, where, place)


def _told(label: str, number: Fraction, unit: str, where: str, place: Place) -> Iterator[Told]:
    """What is called by so few signs that it may be anything is not compared."""
    thing, verb, noun = _named(label)
    if len(noun) >= SHORTEST_NOUN:
        yield Told(thing, verb, noun, number, unit, where, place)


def _of_sheet(sheet: ProjectSheet) -> tuple[Told, ...]:
    """What the sheet of a project tells to have been done."""
    found: list[Told] = []
    for number, goal in enumerate(sheet.goals, 1):
        which = f"第{number}条" if len(sheet.goals) > 1 else ""
        where = f"{sheet.project.name or '项目'}　{Goal.done.label}{which}"
        counts = quantities(goal.done)
        found += _counted(counts, where, Place(Goal.done, goal.id))
    for indicator in sheet.indicators:
        if indicator.category is IndicatorClass.QUANTITY and indicator.actual:
            found += _by_indicator(indicator)
    return tuple(found)


def _by_indicator(indicator: Indicator) -> Iterator[Told]:
    try:
        number = quantity(indicator.actual, indicator)
    except NotStated:
        return
    place = Place(Indicator.actual, indicator.id)
    where = f"自评表“{indicator.name}”"
    yield from _told(indicator.name, number, indicator.unit, where, place)


@lru_cache(maxsize=TEXTS)
def _named(label: str) -> tuple[str, str, str]:
    """What is counted as told, the verb it shares with its like, and the bare noun."""
    thing = _FILLING.sub("", label)
    verb = VERBS.get(thing[:2], "")
    return thing, verb, _GENERAL.sub("", thing[2:] if verb else thing)


@rule(
    "C34",
    "工作量数字全文一致",
    Severity.WARNING,
    "同一件事、同一个计量单位的数，各处写的一样；全年的数不少于其中一个项目的数",
    why="两处不一样，看的人不知道信哪个",
    cites="财库〔2021〕36号（数据真实、准确、完整）",
)
def told_once(subject: Subject) -> Iterator[Said]:
    groups: dict[tuple[str, str], list[Told]] = {}
    for told in _all(subject):
        groups.setdefault((told.unit, told.noun[-SHORTEST_NOUN:]), []).append(told)
    owned = owners(subject)
    for group in groups.values():
        if len(group) > 1:
            yield from _told_twice(group, owned)
            yield from _more_than_all(group, owned)


def _told_twice(group: list[Told], owned: Owners) -> Iterator[Finding]:
    """The same thing with another number, in one report or in the texts about the year."""
    first: dict[tuple[int | None, str], Told] = {}
    found: set[Told] = set()
    for told in group:
        other = first.setdefault((owner_of(owned, told.place), told.thing), told)
        differs = other.place != told.place and other.number != told.number
        if differs and len(told.thing) >= SHORTEST_THING and other not in found:
            found.add(other)
            sides = [f"{each.where}写{each.shown}" for each in (other, told)]
            message = f"“{other.thing}”{'，'.join(sides)}"
            yield _contradiction(message, other, told)


def _more_than_all(group: list[Told], owned: Owners) -> Iterator[Finding]:
    """A single project that did more of a thing than the unit in the whole year."""
    of_all: list[Told] = []
    parts: list[Told] = []
    for told in group:
        (of_all if owner_of(owned, told.place) is None else parts).append(told)
    for whole in of_all:
        if more := [part for part in parts if _exceeds(part, whole)]:
            part = max(more, key=lambda each: each.number)
            message = f"“{whole.thing}”全年{whole.shown}，比{part.where}中的{part.shown}还少"
            yield _contradiction(message, whole, part)


def _exceeds(part: Told, whole: Told) -> bool:
    within = part.noun.endswith(whole.noun) if whole.verb else part.noun == whole.noun
    return within and part.verb == whole.verb and part.number > whole.number


def _contradiction(message: str, first: Told, second: Told) -> Finding:
    return Finding(
        message=message,
        to_do="核对哪个数对，两处改成一样",
        about=f"{first.noun}（{first.unit}）",
        where=f"{first.where}、{second.where}",
        places=(first.place, second.place),
        operands=tuple(Operand(each.thing, each.shown, each.where) for each in (first, second)),
        words=first.thing,
    )


RULES = (told_once,)
