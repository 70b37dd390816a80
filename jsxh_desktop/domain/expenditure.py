"""支出: the only place where expenditure is entered; every table and sum is derived from it."""

from __future__ import annotations

from dataclasses import field

from jsxh_desktop.domain.entity import entity
from jsxh_desktop.domain.entry import (
    Entry,
    choice,
    economic,
    flag,
    functional,
    money,
    prose,
    reference,
)
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource


@entity
class ExpenditureLine:
    """One line by functional code, economic code, or both.

    A unit that only knows its published margins enters lines with a functional code and, beside
    them, lines with an economic code; the two lists are two cuts of the same money.
    """

    functional: Entry[str] = functional("功能分类科目")
    economic: Entry[str] = economic("经济分类科目")
    kind: Entry[ExpenditureKind | None] = choice("支出性质", ExpenditureKind)
    fund: Entry[FundSource | None] = choice("资金来源", FundSource)
    carried_over: Entry[bool | None] = flag("上年结转资金")
    project: Entry[int | None] = reference("项目")
    initial_budget: Entry[Money | None] = money("年初预算数")
    full_year_budget: Entry[Money | None] = money("全年预算数")
    final: Entry[Money | None] = money("支出决算数")
    id: int = field(default=0, compare=False)


@entity
class Variance:
    """Why 决算 differs from 预算 for one functional item (rule C14)."""

    functional: Entry[str] = functional("功能分类科目", required=True)
    reason: Entry[str] = prose("预决算差异原因")
    id: int = field(default=0, compare=False)


@entity
class Budget:
    """Budget totals known apart from the lines."""

    initial_total: Entry[Money | None] = money(
        "年初预算总额", help="各支出行未分列年初预算时填写，分列时自动相加"
    )
