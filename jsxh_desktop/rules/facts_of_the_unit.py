"""C29–C38: reasons, counts and names that are told more than once."""

from __future__ import annotations

from jsxh_desktop.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
