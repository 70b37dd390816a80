"""C15–C28: 基本支出, “三公”经费 and other matters in the text."""

from __future__ import annotations

from jsxh_desktop.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
