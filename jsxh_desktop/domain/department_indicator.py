"""部门整体支出绩效自评表: what the unit says of each of its indicators, official or its own."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal

from jsxh_desktop.domain.entity import entity
from jsxh_desktop.domain.entry import Entry, choice, number, prose, text
from jsxh_desktop.domain.terms import IndicatorNature


@entity
class DepartmentIndicator:
    """One 三级指标 of the whole department; one of the official list is known by its name.

    The score is the unit's own, or worked out where target and actual can be compared.
    """

    group: Entry[str] = text("整体二级指标")
    name: Entry[str] = prose("整体三级指标", required=True)
    nature: Entry[IndicatorNature | None] = choice("整体指标性质", IndicatorNature)
    target: Entry[str] = text("整体年度指标值")
    unit: Entry[str] = text("整体度量单位")
    actual: Entry[str] = text("整体实际完成值")
    weight: Entry[Decimal | None] = number("整体指标分值", unit="分")
    score: Entry[Decimal | None] = number("整体指标自评得分", unit="分")
    reason: Entry[str] = prose("扣分原因及说明")
    id: int = field(default=0, compare=False)
