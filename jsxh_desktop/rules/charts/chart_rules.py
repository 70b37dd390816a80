"""D: figures in charts."""

from __future__ import annotations

from jsxh_desktop.rules.charts import form, numbers, parts, values
from jsxh_desktop.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *numbers.RULES,
    *values.RULES,
    *parts.RULES,
    *form.RULES,
)
