"""The rule book: every rule there is, and what all of them say of a subject."""

from __future__ import annotations

from jsxh_desktop.rules import (
    between_tables,
    charts,
    facts_of_the_unit,
    matters,
    performance,
    sheets,
    statements,
    within_tables,
    wording,
)
from jsxh_desktop.rules.rule import Rule, Verdict, judge
from jsxh_desktop.rules.subject import Subject

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *within_tables.RULES,
            *between_tables.RULES,
            *statements.RULES,
            *matters.RULES,
            *facts_of_the_unit.RULES,
            *charts.RULES,
            *sheets.RULES,
            *performance.RULES,
            *wording.RULES,
        ),
        key=lambda rule: rule.id,
    )
)
"""All of them, by id."""


def check(subject: Subject) -> tuple[Verdict, ...]:
    """What every rule says, in the order of their ids."""
    return tuple(judge(rule, subject) for rule in RULES)
