"""E: the self-evaluation sheets."""

from __future__ import annotations

from jsxh_desktop.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
