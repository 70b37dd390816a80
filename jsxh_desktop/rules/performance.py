"""F: performance reports and what they cover."""

from __future__ import annotations

from jsxh_desktop.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
