"""C15–C28: 基本支出, “三公”经费 and other matters in the text."""

from __future__ import annotations

from jsxh_desktop.rules.rule import Rule
from jsxh_desktop.rules.statements import (
    agency_running,
    basic_expenditure,
    fund_sections,
    procurement,
    project_counts,
    receptions,
    state_assets,
    three_public_items,
    three_public_rates,
)

RULES: tuple[Rule, ...] = (
    *basic_expenditure.RULES,
    *three_public_rates.RULES,
    *three_public_items.RULES,
    *receptions.RULES,
    *agency_running.RULES,
    *procurement.RULES,
    *state_assets.RULES,
    *project_counts.RULES,
    *fund_sections.RULES,
)
