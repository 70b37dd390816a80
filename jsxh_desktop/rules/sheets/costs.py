"""E14: what the outputs cost by their unit prices is what the project may spend."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jsxh_desktop.domain.attainment import quantity
from jsxh_desktop.domain.money import FEN_IN, Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import IndicatorClass
from jsxh_desktop.rules.exactness import Known, as_known, meet, number, rounded, sum_of
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Said, Severity, rule
from jsxh_desktop.rules.sheets.facts import ProjectSheet, each_sheet
from jsxh_desktop.rules.sheets.print import PLANNED, TOTAL
from jsxh_desktop.rules.sheets.sources import entered, line_places, wan
from jsxh_desktop.rules.subject import Subject

COSTS = {IndicatorClass.COST, IndicatorClass.ECONOMIC_COST}
A_YEAR = "年"
"""A price by the year is paid once in a year's budget, unless the years are counted."""

_PRICE = re.compile(r"(\d+(?:\.(\d+))?)(元|万元|亿元)(?:/|每)?(\D*)")
_PAID_FOR = re.compile(r"(?:服务|工作|管理)?(?:成本|费用|经费|费|单价|价格)$")
_DONE = re.compile(
    r"^(?:完成|组织|开展|实施|创建|购置|购买|采购|印发|印制|发放|更换|新建|建设|购)+"
)


@dataclass(frozen=True, slots=True)
class Price:
    """What one of something costs: the amount in fen, by which measure; none for a whole sum."""

    indicator: Indicator
    fen: Known
    shown: str
    per: str


@dataclass(frozen=True, slots=True)
class Cost:
    """A price and how many there are of what it is for."""

    price: Price
    count: Fraction
    amount: Known
    of: Indicator | None

    @property
    def shown(self) -> str:
        return self.price.shown if self.of is None else f"{self.price.shown}×{self.of.target}"


@rule(
    "E14",
    "成本闭合",
    Severity.ERROR,
    "单价乘数量加起来等于项目预算数；单价四舍五入说得通的，只提示",
    why="成本指标和预算对不上，说明有一边写错了",
    cites="财预〔2020〕10号附件2 指标体系框架（参考）",
)
def costs_add_up_to_the_budget(subject: Subject) -> Iterator[Said]:
    yield from each_sheet(subject, _closed)


def _closed(sheet: ProjectSheet) -> Iterator[Said]:
    yield from _unpriced(sheet)
    costs = _costs(sheet.indicators)
    if not costs:
        return
    budget = entered(sheet, TOTAL, PLANNED)
    added = sum_of(cost.amount for cost in costs)
    if added.reads == budget.fen:
        return
    apart = abs(Fraction(budget.fen) - added.reads)
    explained = meet(added, as_known(budget, sheet.precision))
    verb = "多" if added.reads > budget.fen else "少"
    terms = "＋".join(cost.shown for cost in costs)
    yield Finding(
        f"{sheet.called}的成本指标乘数量，合计{_yuan(added.reads)}元，"
        f"比预算{_yuan(Fraction(budget.fen))}元{verb}{_yuan(apart)}元"
        + ("，是单价四舍五入造成的" if explained else ""),
        "可以不改，也可以把单价写准些" if explained else "核对单价、数量和预算数",
        about=sheet.about,
        where=sheet.where,
        places=(*_places(costs), *line_places(sheet, PLANNED)),
        operands=(Operand("成本合计", terms, "成本指标"), Operand(PLANNED, wan(budget), "支出行")),
        computed=f"{_yuan(added.reads)}元",
        severity=Severity.INFO if explained else None,
    )


def _unpriced(sheet: ProjectSheet) -> Iterator[Said]:
    """Outputs without a price while all others have one, and money is left for them."""
    prices = [each for each in sheet.indicators if each.category in COSTS]
    read = [price for each in prices if (price := _price(each))]
    outputs = [each for each in sheet.indicators if each.category is IndicatorClass.QUANTITY]
    if not prices or len(read) < len(prices):
        return
    costs = [cost for price in read if (cost := _cost(price, outputs))]
    used = {id(cost.of) for cost in costs if cost.of}
    free = [each for each in outputs if id(each) not in used and not _is_named(each, read)]
    if len(costs) < len(read) or not used or not free:
        return
    budget = entered(sheet, TOTAL, PLANNED)
    left = Fraction(budget.fen) - sum(cost.amount.reads for cost in costs)
    if left > 0:
        names = "、".join(f"“{each.name}”" for each in free)
        yield Finding(
            f"{sheet.called}的{names}没有成本指标，其他成本指标合计比预算少{_yuan(left)}元",
            "核对是不是漏了成本指标",
            about=f"{sheet.about} 没有成本",
            where=sheet.where,
            places=tuple(Place(Indicator.name, each.id) for each in free),
            computed=f"{_yuan(left)}元",
            severity=Severity.INFO,
        )


def _costs(indicators: Sequence[Indicator]) -> tuple[Cost, ...]:
    """What every output costs; nothing unless each has its price and each price its output."""
    prices = [price for each in indicators if each.category in COSTS and (price := _price(each))]
    if len(prices) != sum(each.category in COSTS for each in indicators):
        return ()
    outputs = [each for each in indicators if each.category is IndicatorClass.QUANTITY]
    costs = []
    for price in prices:
        cost = _cost(price, outputs)
        if cost is None:
            return ()
        costs.append(cost)
    used = [id(cost.of) for cost in costs if cost.of]
    free = [each for each in outputs if id(each) not in used and not _is_named(each, prices)]
    return () if free or len({*used}) != len(used) else tuple(costs)


def _cost(price: Price, outputs: Sequence[Indicator]) -> Cost | None:
    """A price times the one output it is for; None where that is not clear."""
    if not price.per:
        return Cost(price, Fraction(1), price.fen, None)
    fitting = [each for each in outputs if _unit(each) == price.per and _same(each, price)]
    if not fitting and price.per == A_YEAR:
        return Cost(price, Fraction(1), price.fen, None)
    if len(fitting) != 1:
        return None
    try:
        count = quantity(fitting[0].target, fitting[0])
    except NotStated:
        return None
    return Cost(price, count, _times(price.fen, count), fitting[0])


def _is_named(output: Indicator, prices: Sequence[Price]) -> bool:
    """Whether a price of no measure, or by the year, is for this output all the same."""
    return any(_same(output, price) for price in prices)


def _price(indicator: Indicator) -> Price | None:
    """The unit price a cost indicator sets as its target; None where it reads otherwise."""
    typed = re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", indicator.target))
    unit = re.sub(r"\s", "", unicodedata.normalize("NFKC", indicator.unit))
    text = typed if typed.endswith(unit) else typed + unit
    found = _PRICE.fullmatch(text)
    if not found:
        return None
    step = Fraction(FEN_IN[found[3]], 10 ** len(found[2] or ""))
    fen = Fraction(Decimal(found[1])) * FEN_IN[found[3]]
    # A price of a single digit is taken at its word; any other may have been rounded.
    known = number(fen) if len(found[1]) == 1 else rounded(fen, step)
    return Price(indicator, known, text, found[4])


def _times(price: Known, count: Fraction) -> Known:
    return Known(price.reads * count, price.low * count, price.high * count)


def _same(output: Indicator, price: Price) -> bool:
    """Whether an output and a price are named after the same thing."""
    one, other = _thing(output.name), _thing(price.indicator.name)
    return bool(one and other) and (one in other or other in one)


def _thing(name: str) -> str:
    return _DONE.sub("", _PAID_FOR.sub("", re.sub(r"\s", "", name)))


def _unit(output: Indicator) -> str:
    if output.unit:
        return output.unit
    return re.sub(r"^[\d.,，]+[万亿]?", "", output.target)


def _places(costs: Sequence[Cost]) -> tuple[Place, ...]:
    prices = tuple(Place(Indicator.target, cost.price.indicator.id) for cost in costs)
    return prices + tuple(Place(Indicator.target, cost.of.id) for cost in costs if cost.of)


def _yuan(fen: Fraction) -> str:
    """An amount in 元 with as many decimals as it has, two at the most."""
    text = Money(int(fen)).show("元")
    return text.removesuffix(".00")


RULES: tuple[Rule, ...] = (costs_add_up_to_the_budget,)
