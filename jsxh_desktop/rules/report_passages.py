"""Which texts belong to the performance reports, and to which project."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place, record_at
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.report_text import ProjectReport
from jsxh_desktop.rules.passages import Passage, Passed
from jsxh_desktop.rules.rule import Finding, Said
from jsxh_desktop.rules.subject import Subject

ANNEXES = "annexes"
REPORT_TITLES = ("绩效评价报告", "绩效自评报告", "评价报告", "自评报告")
OF_PROJECT = (ProjectReport, Goal, Indicator)


def typed_in(subject: Subject, *entities: type[Any]) -> tuple[Passage, ...]:
    """What the fields of these entities hold."""
    return tuple(
        each for each in subject.typed if each.place and each.place.entry.entity in entities
    )


def typed_at(subject: Subject, *entries: Entry[Any]) -> tuple[Passage, ...]:
    """What these fields hold, one passage a record."""
    return tuple(each for each in subject.typed if each.place and each.place.entry in entries)


def project_key(filing: Filing, place: Place | None) -> int | None:
    """The id of the project a typed text is about; None where it is about the unit."""
    if place is None:
        return None
    entity = place.entry.entity
    if entity is Project:
        return place.key
    if entity not in OF_PROJECT:
        return None
    record = record_at(filing, place)
    return None if record is None else record.project


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
            each = dataclasses.replace(each, where=passage.where, places=(*places, *each.places))
        yield each


def in_reports(subject: Subject) -> Iterator[Passage]:
    """The paragraphs of the annexes, whether by their part or by a report's title above them."""
    for passage in subject.printed:
        if passage.kind is not Passed.PARAGRAPH:
            continue
        titled = any(title in above for above in passage.headings for title in REPORT_TITLES)
        if titled or passage.part == ANNEXES:
            yield passage
