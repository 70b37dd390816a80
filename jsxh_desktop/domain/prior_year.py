"""The year before, as far as this year's sentences and charts need it."""

from __future__ import annotations

from jsxh_desktop.domain.entity import entity
from jsxh_desktop.domain.entry import Entry, money
from jsxh_desktop.domain.money import Money


@entity
class PriorYear:
    """上年数; typed only while the workbook does not hold the year before itself."""

    total: Entry[Money | None] = money("上年收支总计")
    appropriation_total: Entry[Money | None] = money("上年财政拨款收支总计")
    general_budget: Entry[Money | None] = money("上年一般公共预算财政拨款支出")
    overseas: Entry[Money | None] = money("上年因公出国（境）费")
    vehicles: Entry[Money | None] = money("上年公务用车购置及运行维护费")
    reception: Entry[Money | None] = money("上年公务接待费")
    agency_running: Entry[Money | None] = money("上年机关运行经费")
