"""D: figures in charts."""

from __future__ import annotations

from jsxh_desktop.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
