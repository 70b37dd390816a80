"""What is wrong with the self-evaluation sheets while they are filled in: points and reasons."""

from __future__ import annotations

from collections.abc import Iterator

from jsxh_desktop.app.check_model import Finding, Severity
from jsxh_desktop.app.evaluation_model import wants_reason
from jsxh_desktop.app.score_words import reason_owed
from jsxh_desktop.app.weights import left, left_in_words
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Sheet
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.project_money import by_project

PAGE = "projects"


def evaluation_findings(filing: Filing, sheet: Sheet) -> Iterator[Finding]:
    """E04 and E10 as far as a sheet is begun: points not given out, reasons not written."""
    own = by_project(filing.indicators)
    for project in filing.projects:
        indicators = own.get(project.id, ())
        if sheet.scheme.scored and any(each.weight is not None for each in indicators):
            yield from _points(project, indicators, sheet)
        for indicator in indicators:
            if wants_reason(indicator, sheet):
                yield _reason(project, indicator, sheet)


def _points(project: Project, indicators: tuple[Indicator, ...], sheet: Sheet) -> Iterator[Finding]:
    rest = left(indicators, sheet)
    if rest:
        place = Place(Indicator.weight, indicators[0].id)
        sentence = f"“{_name(project)}”的分值{left_in_words(rest)}"
        yield Finding(Severity.ERROR, PAGE, sentence, "改分值，合计要到 100 分", place)


def _reason(project: Project, indicator: Indicator, sheet: Sheet) -> Finding:
    owed = reason_owed(indicator, sheet.scheme).partition("，")[0]
    sentence = f"“{_name(project)}”的“{indicator.name}”{owed}，没有写偏差原因"
    place = Place(Indicator.deviation_reason, indicator.id)
    return Finding(Severity.ERROR, PAGE, sentence, "写一句偏差原因", place)


def _name(project: Project) -> str:
    return project.name or "还没有名称的项目"
