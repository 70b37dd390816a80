"""E: the self-evaluation sheets, one rule after another in their own modules."""

from __future__ import annotations

from jsxh_desktop.rules import (
    sheet_alike,
    sheet_classes,
    sheet_conclusions,
    sheet_costs,
    sheet_dates,
    sheet_deviations,
    sheet_execution,
    sheet_goals,
    sheet_heads,
    sheet_measures,
    sheet_outputs,
    sheet_points,
    sheet_reasons,
    sheet_scores,
    sheet_titles,
    sheet_totals,
    sheet_words,
)
from jsxh_desktop.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *sheet_totals.RULES,
    *sheet_execution.RULES,
    *sheet_points.RULES,
    *sheet_scores.RULES,
    *sheet_deviations.RULES,
    *sheet_dates.RULES,
    *sheet_goals.RULES,
    *sheet_costs.RULES,
    *sheet_classes.RULES,
    *sheet_alike.RULES,
    *sheet_words.RULES,
    *sheet_heads.RULES,
    *sheet_titles.RULES,
    *sheet_measures.RULES,
    *sheet_conclusions.RULES,
    *sheet_reasons.RULES,
    *sheet_outputs.RULES,
)
