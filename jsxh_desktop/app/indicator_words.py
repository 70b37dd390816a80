"""What is known of a cell of the indicators: how a score comes about, what there was last year."""

from __future__ import annotations

from jsxh_desktop.app import weights
from jsxh_desktop.app.evaluation_columns import NATURES, band_words
from jsxh_desktop.app.evaluation_steps import last_years, project_at
from jsxh_desktop.app.field_help import field_help
from jsxh_desktop.app.grid_layout import Column
from jsxh_desktop.app.score_words import reason_owed, score_words
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.sheet_form import Sheet
from jsxh_desktop.domain.stated import NotStated


def known(filing: Filing, indicator: Indicator, column: Column, sheet: Sheet) -> str:
    """One line for the cell of an indicator; the hint of its field where nothing else is known."""
    if column.entry is Indicator.own_score:
        return _score(indicator, sheet)
    said = ""
    if column.entry is Indicator.actual:
        said = "，".join(part for part in (_target(indicator), _before(filing, indicator)) if part)
    elif column.entry is Indicator.weight:
        said = _class_weight(filing, indicator, sheet)
    elif column.entry is Indicator.deviation_reason:
        said = reason_owed(indicator, sheet.scheme)
    elif column.entry in (Indicator.attainment, Indicator.coefficient):
        said = band_words(indicator.attainment)
    elif column.entry is Indicator.nature and indicator.nature:
        said = f"{indicator.nature}：{NATURES[indicator.nature]}"
    if said or column.entry is None:
        return said
    return field_help(column.entry).hint


def _score(indicator: Indicator, sheet: Sheet) -> str:
    try:
        return score_words(indicator, sheet.scheme)
    except NotStated as blank:
        return f"还差：{blank.label}"


def _target(indicator: Indicator) -> str:
    if not indicator.target:
        return ""
    return f"指标值 {indicator.nature or ''} {indicator.target}{indicator.unit}"


def _before(filing: Filing, indicator: Indicator) -> str:
    """What came of the same indicator of the same project in the year before."""
    project = project_at(filing, indicator.project or 0)
    earlier = last_years(filing, project) if project else None
    if earlier is None or filing.before is None:
        return ""
    same = (
        each.actual
        for each in filing.before.indicators
        if (each.project, each.name) == (earlier.id, indicator.name)
    )
    actual = next(same, "")
    return f"上年完成 {actual}{indicator.unit}" if actual else ""


def _class_weight(filing: Filing, indicator: Indicator, sheet: Sheet) -> str:
    own = [each for each in filing.indicators if each.project == indicator.project]
    for group in sheet.classes:
        found = weights.members(group, own)
        if indicator in found:
            return f"{group.name} {weights.class_in_words(group, found, sheet)}"
    return ""
