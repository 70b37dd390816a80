"""F15: equipment on the sheets of projects, held against 政府采购."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from jsxh_desktop.domain.attainment import quantity
from jsxh_desktop.domain.disclosure import Procurement
from jsxh_desktop.domain.money import FEN_IN, Money, added
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.stated import NotStated, of
from jsxh_desktop.domain.terms import IndicatorClass
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, rule
from jsxh_desktop.rules.sheets.facts import ProjectSheet, sheets_of
from jsxh_desktop.rules.subject import Subject

COSTS = {IndicatorClass.COST, IndicatorClass.ECONOMIC_COST}
_BOUGHT = re.compile(r"购(?:置|买)?|采购")
_SERVICE = re.compile(r"服务|咨询|培训|维护|费$")
_PRICE = re.compile(r"(?P<scale>万元|元)(?:[/／每].+)?")


@dataclass(frozen=True, slots=True)
class Purchase:
    """Equipment on a sheet: what it is and what it cost."""

    name: str
    amount: Money
    place: Place


def purchases(sheet: ProjectSheet) -> tuple[Purchase, ...]:
    """What a sheet says was bought: a price of what is 购置, times its count."""
    costs = [each for each in sheet.indicators if each.category in COSTS]
    bought = [each for each in costs if _is_equipment(each.name)]
    return tuple(found for cost in bought if (found := _purchase(sheet, cost)))


def _purchase(sheet: ProjectSheet, cost: Indicator) -> Purchase | None:
    priced = _PRICE.fullmatch(cost.unit)
    outputs = (each for each in sheet.indicators if each.category is IndicatorClass.QUANTITY)
    count = next((each for each in outputs if each.name == cost.name), None)
    if not priced:
        return None
    try:
        price = quantity(cost.actual, cost)
        number = quantity(count.actual, count) if count else Fraction(1)
    except NotStated:
        return None
    amount = Money(int(half_up(price * number * FEN_IN[priced["scale"]], 0)))
    return Purchase(_thing(cost.name), amount, Place(Indicator.actual, cost.id))


def _is_equipment(name: str) -> bool:
    return bool(_BOUGHT.search(name)) and not _SERVICE.search(_thing(name))


def _thing(name: str) -> str:
    """电子显示屏 of 天府科技云服务中心购电子显示屏."""
    return _BOUGHT.split(name)[-1] or name


@rule(
    "F15",
    "采购与项目购置",
    Severity.WARNING,
    "自评表里的设备购置，政府采购支出里有；不属采购范围的，写明",
    why="买了设备却不在政府采购里，审计必问",
    cites="部门决算公开范本 第二部分（政府采购支出情况）；政府采购目录和限额标准",
)
def equipment_is_procured(subject: Subject) -> Iterator[Said]:
    filing = subject.filing
    bought = [each for sheet in sheets_of(subject) for each in sheet.once(purchases)]
    if not bought:
        return
    goods = of(Procurement.goods, filing.procurement)
    whole = added(each.amount for each in bought)
    purpose = filing.procurement.purpose
    unnamed = [each for each in bought if each.name not in purpose] or bought
    if whole > goods:
        told = "、".join(f"{each.name}{each.amount.show()}万元" for each in unnamed)
        yield Finding(
            message=(
                f"自评表里购置设备{whole.show()}万元，政府采购货物支出{goods.show()}万元，"
                f"没有列入的可能是{told}"
            ),
            to_do="属采购范围的补进政府采购；不属的，写明原因",
            about="设备购置",
            where="政府采购支出情况",
            places=(Place(Procurement.goods), *(each.place for each in unnamed)),
            operands=(
                Operand("自评表中的购置", f"{whole.show()}万元", "自评表 成本指标"),
                Operand("政府采购货物支出", f"{goods.show()}万元", "政府采购支出情况"),
            ),
        )


RULES = (equipment_is_procured,)
