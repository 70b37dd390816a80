"""C01–C14: figures in the statements."""

from __future__ import annotations

from jsxh_desktop.rules.rule import Rule
from jsxh_desktop.rules.statements import (
    told_changes,
    told_completion,
    told_items,
    told_reasons,
    told_structures,
    told_totals,
)

RULES: tuple[Rule, ...] = (
    *told_totals.RULES,
    *told_changes.RULES,
    *told_structures.RULES,
    *told_items.RULES,
    *told_completion.RULES,
    *told_reasons.RULES,
)
