"""收入决算: one line for each functional code and source."""

from __future__ import annotations

from dataclasses import field

from jsxh_desktop.domain.entity import entity
from jsxh_desktop.domain.entry import Entry, choice, functional, money
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.terms import IncomeSource


@entity
class IncomeLine:
    """收入决算 (公开02表)."""

    functional: Entry[str] = functional("功能分类科目")
    source: Entry[IncomeSource | None] = choice("收入来源", IncomeSource)
    final: Entry[Money | None] = money("收入决算数")
    id: int = field(default=0, compare=False)
