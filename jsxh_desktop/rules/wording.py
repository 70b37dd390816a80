"""G: numbering, marks, words, names, years, decimals, and what a document opens with."""

from __future__ import annotations

from jsxh_desktop.rules import (
    wording_decimals,
    wording_marks,
    wording_names,
    wording_numbers,
    wording_privacy,
    wording_spacing,
    wording_titles,
    wording_topics,
    wording_units,
    wording_widths,
    wording_words,
    wording_years,
)
from jsxh_desktop.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *wording_numbers.RULES,
    *wording_titles.RULES,
    *wording_marks.RULES,
    *wording_decimals.RULES,
    *wording_widths.RULES,
    *wording_words.RULES,
    *wording_spacing.RULES,
    *wording_names.RULES,
    *wording_years.RULES,
    *wording_privacy.RULES,
    *wording_units.RULES,
    *wording_topics.RULES,
)
