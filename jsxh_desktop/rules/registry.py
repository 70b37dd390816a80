"""The rule book: every rule there is, and what all of them say of a subject."""

from __future__ import annotations

from jsxh_desktop.rules.charts import chart_rules
from jsxh_desktop.rules.reports import report_rules
from jsxh_desktop.rules.rule import Rule, Verdict, judge
from jsxh_desktop.rules.sheets import sheet_rules
from jsxh_desktop.rules.statements import matters, totals_and_items
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.tables import between_tables, within_tables
from jsxh_desktop.rules.unit import unit_rules
from jsxh_desktop.rules.wording import wording_rules

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *within_tables.RULES,
            *between_tables.RULES,
            *totals_and_items.RULES,
            *matters.RULES,
            *unit_rules.RULES,
            *chart_rules.RULES,
            *sheet_rules.RULES,
            *report_rules.RULES,
            *wording_rules.RULES,
        ),
        key=lambda rule: rule.id,
    )
)
"""All of them, by id."""


def check(subject: Subject) -> tuple[Verdict, ...]:
    """What every rule says, in the order of their ids."""
    return tuple(judge(rule, subject) for rule in RULES)
