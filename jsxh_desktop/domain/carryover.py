"""结转和结余, by fund source."""

from __future__ import annotations

from dataclasses import field

from jsxh_desktop.domain.entity import entity
from jsxh_desktop.domain.entry import Entry, choice, money
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.terms import FundSource


@entity
class Carryover:
    """年初、年末结转和结余 of one fund source (公开01表, 公开04表)."""

    fund: Entry[FundSource | None] = choice("资金来源", FundSource)
    opening: Entry[Money | None] = money("年初结转和结余")
    nonfiscal_used: Entry[Money | None] = money("使用非财政拨款结余")
    distributed: Entry[Money | None] = money("结余分配")
    closing: Entry[Money | None] = money("年末结转和结余")
    id: int = field(default=0, compare=False)
