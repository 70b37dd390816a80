"""F: performance reports and what they cover."""

from __future__ import annotations

from jsxh_desktop.rules.reports import (
    equipment,
    project_coverage,
    project_numbers,
    project_report_money,
    report_goals,
    report_purposes,
    report_scores,
    report_totals,
    report_wording,
    satisfaction,
    specifications,
)
from jsxh_desktop.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *project_coverage.RULES,
    *project_numbers.RULES,
    *report_totals.RULES,
    *report_purposes.RULES,
    *report_scores.RULES,
    *project_report_money.RULES,
    *report_goals.RULES,
    *satisfaction.RULES,
    *report_wording.RULES,
    *equipment.RULES,
    *specifications.RULES,
)
