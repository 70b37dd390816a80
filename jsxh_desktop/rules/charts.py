"""D: figures in charts."""

from __future__ import annotations

from jsxh_desktop.rules import chart_form, chart_numbers, chart_parts, chart_values
from jsxh_desktop.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *chart_numbers.RULES,
    *chart_values.RULES,
    *chart_parts.RULES,
    *chart_form.RULES,
)
