"""G: numbering, marks, words, names, years, decimals, and what a document opens with."""

from __future__ import annotations

from jsxh_desktop.rules.rule import Rule
from jsxh_desktop.rules.wording import (
    decimals,
    marks,
    names,
    numbers,
    privacy,
    spacing,
    titles,
    topics,
    units,
    widths,
    words,
    years,
)

RULES: tuple[Rule, ...] = (
    *numbers.RULES,
    *titles.RULES,
    *marks.RULES,
    *decimals.RULES,
    *widths.RULES,
    *words.RULES,
    *spacing.RULES,
    *names.RULES,
    *years.RULES,
    *privacy.RULES,
    *units.RULES,
    *topics.RULES,
)
