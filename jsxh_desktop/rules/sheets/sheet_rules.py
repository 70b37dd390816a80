"""E: the self-evaluation sheets, one rule after another in their own modules."""

from __future__ import annotations

from jsxh_desktop.rules.rule import Rule
from jsxh_desktop.rules.sheets import (
    alike,
    classes,
    conclusions,
    costs,
    dates,
    deviations,
    execution,
    goals,
    heads,
    measures,
    outputs,
    points,
    reasons,
    scores,
    titles,
    totals,
    words,
)

RULES: tuple[Rule, ...] = (
    *totals.RULES,
    *execution.RULES,
    *points.RULES,
    *scores.RULES,
    *deviations.RULES,
    *dates.RULES,
    *goals.RULES,
    *costs.RULES,
    *classes.RULES,
    *alike.RULES,
    *words.RULES,
    *heads.RULES,
    *titles.RULES,
    *measures.RULES,
    *conclusions.RULES,
    *reasons.RULES,
    *outputs.RULES,
)
