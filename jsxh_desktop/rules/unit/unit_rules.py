"""C29–C38: reasons, counts and names that are told more than once."""

from __future__ import annotations

from jsxh_desktop.rules.rule import Rule
from jsxh_desktop.rules.unit import (
    institutions,
    old_names,
    posts_and_staff,
    reasons,
    terms,
    told_counts,
    told_parts,
)

RULES: tuple[Rule, ...] = (
    *reasons.RULES,
    *terms.RULES,
    *posts_and_staff.RULES,
    *institutions.RULES,
    *told_counts.RULES,
    *told_parts.RULES,
    *old_names.RULES,
)
