"""The list of all indicators of all projects, a row each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.project_money import by_project
from jsxh_desktop.domain.scoring import indicator_score
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.reports.excel.flat import Heading, count, list_sheet, number, said
from jsxh_desktop.reports.excel.sheet import Content, Sheet
from jsxh_desktop.reports.tables.amounts import MARK

NAME = "指标清单"
HEADINGS = (
    Heading("序号", 12.0),
    Heading("项目", 44.0),
    Heading("一级指标", 24.0),
    Heading("二级指标", 30.0),
    Heading("三级指标", 60.0),
    Heading("指标性质", 18.0),
    Heading("指标值", 28.0),
    Heading("度量单位", 18.0),
    Heading("完成值", 28.0),
)
SCORED = (Heading("分值", 16.0), Heading("得分", 16.0), Heading("偏差原因分析及改进措施", 60.0))


def indicator_list(filing: Filing, pack: Pack) -> Sheet:
    """Project by project, in the order they were entered; points only where the form has any."""
    headings = HEADINGS + SCORED if pack.sheet.scheme.scored else HEADINGS
    rows = (
        (count(place), *row[: len(headings) - 1])
        for place, row in enumerate(_rows(filing, pack), 1)
    )
    return list_sheet(NAME, headings, rows, beside=2)


def _rows(filing: Filing, pack: Pack) -> Iterator[Sequence[Content]]:
    groups = by_project(filing.indicators)
    for project in filing.projects:
        for indicator in groups.get(project.id, ()):
            yield said(project.name), *_row(indicator, pack)


def _row(indicator: Indicator, pack: Pack) -> Iterator[Content]:
    for words in (
        *_classes(indicator, pack),
        indicator.name,
        str(indicator.nature or ""),
        indicator.target,
        indicator.unit,
        indicator.actual,
    ):
        yield said(words)
    yield said("") if indicator.weight is None else number(indicator.weight)
    yield _score(indicator, pack)
    yield said(indicator.deviation_reason)


def _classes(indicator: Indicator, pack: Pack) -> tuple[str, str]:
    """First-level and second-level name as the form has them; one it has no place for as it is."""
    if indicator.category is None:
        return "", ""
    try:
        return pack.sheet.printed(indicator.category)
    except KeyError:
        return "", str(indicator.category)


def _score(indicator: Indicator, pack: Pack) -> Content:
    try:
        return number(indicator_score(indicator, pack.sheet.scheme))
    except NotStated:
        return said(MARK)  # what is missing is seen in the columns beside it
