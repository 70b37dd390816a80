"""Which texts belong to the performance reports, and to which project."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.report_text import ProjectReport
from jsxh_desktop.rules.per_subject import PRINT, per_subject, while_same
from jsxh_desktop.rules.rule import Finding, Said
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.pages import Page, kept
from jsxh_desktop.rules.texts.passages import Passage, Passed

ANNEXES = "annexes"
REPORT = "评价报告"
Owners = Mapping[tuple[type[Any], int], int | None]


@per_subject
def _by_entity(subject: Subject) -> Mapping[type[Any], list[Page]]:
    """The typed texts by what they are typed about."""
    found: dict[type[Any], list[Page]] = {}
    for page in subject.typed_pages:
        if place := page[0].place:
            found.setdefault(place.entry.entity, []).append(page)
    return found


def pages_of(subject: Subject, *entities: type[Any]) -> tuple[Page, ...]:
    """What the fields of these entities hold, by the page."""
    held = _by_entity(subject)
    return tuple(page for entity in entities for page in held.get(entity, ()))


def typed_in(subject: Subject, *entities: type[Any]) -> tuple[Passage, ...]:
    """What the fields of these entities hold."""
    return tuple(chain.from_iterable(pages_of(subject, *entities)))


def typed_at(subject: Subject, *entries: Entry[Any]) -> tuple[Passage, ...]:
    """What these fields hold, one passage a record."""
    pages = pages_of(subject, *dict.fromkeys(entry.entity for entry in entries))
    return tuple(chain.from_iterable(kept(page, entries, partial(_at, entries)) for page in pages))


def _at(entries: tuple[Entry[Any], ...], page: Sequence[Passage]) -> Page:
    return tuple(each for each in page if each.place and each.place.entry in entries)


@per_subject
def owners(subject: Subject) -> Owners:
    """Which project each record is about that is about one."""
    filing = subject.filing
    found: dict[tuple[type[Any], int], int | None] = {
        (Project, project.id): project.id for project in filing.projects
    }
    owned: Iterable[Goal | Indicator | ProjectReport] = (
        *filing.project_reports,
        *filing.goals,
        *filing.indicators,
    )
    for record in owned:
        found[type(record), record.id] = record.project
    return found


def owner_of(owned: Owners, place: Place | None) -> int | None:
    """The id of the project a typed text is about; None where it is about the unit."""
    return owned.get((place.entry.entity, place.key)) if place else None


def called(filing: Filing, key: int | None) -> str:
    """How a sentence names a project: by its name, else by its place in the list."""
    for number, project in enumerate(filing.projects, 1):
        if project.id == key:
            return f"“{project.name}”" if project.name else f"第{number}个项目"
    return "项目"


def placed(passage: Passage, said: Iterable[Said]) -> Iterator[Said]:
    """What is said about one text, findings with where it stands."""
    places = (passage.place,) if passage.place else ()
    for each in said:
        if isinstance(each, Finding):
            each = dataclasses.replace(
                each,
                about=f"{passage.where}　{each.about}",
                where=passage.where,
                places=(*places, *each.places),
            )
        yield each


@while_same(PRINT)
def in_reports(subject: Subject) -> tuple[Passage, ...]:
    """The paragraphs of the annexes, whether by their part or by a report's title above them."""
    return tuple(
        passage
        for passage in subject.printed
        if passage.kind is Passed.PARAGRAPH
        and (passage.part == ANNEXES or any(REPORT in above for above in passage.headings))
    )
