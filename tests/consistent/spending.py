"""What a unit spent: lines by function, by economic code or by both, from several funds."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from jsxh_desktop.app.paths import codes
from jsxh_desktop.domain.code import CodeTable
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.local_code import Classification, LocalCode
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.terms import ExpenditureKind, FundSource
from jsxh_desktop.store.codes import read_codes
from tests.consistent.draw import Draw

FUNCTIONAL = read_codes(codes(), 2021, "functional")
ECONOMIC = read_codes(codes(), 2021, "economic")
GENERAL, FUNDS, CAPITAL, *NOT_APPROPRIATED = FundSource
BASIC, PROJECT = ExpenditureKind.BASIC, ExpenditureKind.PROJECT

CAPITAL_ITEM = "2230105"
CAPITAL_CODES = (
    LocalCode(Classification.FUNCTIONAL, "22301", "解决历史遗留问题及改革成本支出", id=1),
    LocalCode(Classification.FUNCTIONAL, CAPITAL_ITEM, "国有企业退休人员社会化管理补助支出", id=2),
)
PERSONNEL = (
    *("30101", "30102", "30103", "30107", "30108", "30109", "30110", "30111", "30112", "30113"),
    *("30199", "30302", "30304", "30305", "30307", "30399"),
)
OPERATING = (
    *("30201", "30202", "30205", "30206", "30207", "30209", "30211", "30213", "30215", "30216"),
    *("30226", "30228", "30229", "30239", "30299", "31002", "31007"),
)
OF_PROJECTS = (
    *("30201", "30202", "30203", "30211", "30213", "30226", "30227", "30299"),
    *("30308", "30309", "31002", "31003", "31005", "31007", "31204", "39999"),
)


class Cut(Enum):
    """How a unit knows what it spent by economic code."""

    BOTH = "every line carries both codes"
    BASIC = "lines of basic expenditure carry both codes"
    APART = "two lists, the second one of basic expenditure alone"
    ALL_APART = "two lists, the second one of the whole general budget"


@dataclass(frozen=True, slots=True)
class Group:
    """Money of one 项: what it was spent on by economic code."""

    functional: str
    kind: ExpenditureKind
    fund: FundSource
    parts: tuple[tuple[str, Money], ...]
    project: int | None = None

    def lines(self, cut: Cut) -> Iterator[ExpenditureLine]:
        """The lines by function; under both codes where the unit has them."""
        blank = ExpenditureLine(
            self.functional, kind=self.kind, fund=self.fund, project=self.project
        )
        of_basic = self.kind is BASIC and self.fund is GENERAL
        if cut is Cut.BOTH or (cut is Cut.BASIC and of_basic):
            for code, amount in self.parts:
                yield dataclasses.replace(blank, economic=code, final=amount)
        else:
            yield dataclasses.replace(blank, final=added(amount for _, amount in self.parts))


def items(table: CodeTable) -> tuple[str, ...]:
    """The 项 of the general budget."""
    return tuple(
        code
        for code in table.codes
        if len(code) == 7 and code[:5] not in _of_funds(table) and code[:3] not in {"223", "231"}
    )


def _of_funds(table: CodeTable) -> set[str]:
    return {code for code, line in table.codes.items() if "政府性基金" in line.note}


ITEMS = items(FUNCTIONAL)
FUND_ITEMS = tuple(
    code for code in FUNCTIONAL.codes if len(code) == 7 and code[:5] in _of_funds(FUNCTIONAL)
)


def spending(
    draw: Draw, cut: Cut, projects: Sequence[int], by_code: Mapping[str, Money]
) -> tuple[ExpenditureLine, ...]:
    """All that was spent; `by_code` are amounts that codes of the general budget must add up to."""
    groups = [*_basic(draw), *_of_projects(draw, projects), *_beside(draw)]
    groups = _with(draw, groups, cut, by_code)
    lines = [line for group in groups for line in group.lines(cut)]
    per_line = draw.chance(0.5)
    budgeted = [_budgeted(draw, line, per_line) for line in lines]
    return (*budgeted, *_second_list(groups, cut))


def _basic(draw: Draw) -> Iterator[Group]:
    """基本支出 of the general budget."""
    for code in draw.some(ITEMS, 1, 6):
        kinds = draw.some(PERSONNEL, 0, 4) + draw.some(OPERATING, 0, 5)
        parts = tuple((kind, draw.amount("0.01", "60")) for kind in kinds or PERSONNEL[:1])
        yield Group(code, BASIC, GENERAL, parts)


def _of_projects(draw: Draw, projects: Sequence[int]) -> Iterator[Group]:
    for project in projects:
        fund = draw.one((GENERAL, GENERAL, GENERAL, GENERAL, FUNDS, CAPITAL))
        yield Group(_item(draw, fund), PROJECT, fund, _spent(draw), project)
        if draw.chance(0.2):
            yield Group(_item(draw, GENERAL), PROJECT, GENERAL, _spent(draw), project)
        if draw.chance(0.1):
            yield Group(_item(draw, GENERAL), PROJECT, FundSource.OTHER, _spent(draw), project)


def _item(draw: Draw, fund: FundSource) -> str:
    return CAPITAL_ITEM if fund is CAPITAL else draw.one(FUND_ITEMS if fund is FUNDS else ITEMS)


def _spent(draw: Draw) -> tuple[tuple[str, Money], ...]:
    if draw.chance(0.03):
        return ((draw.one(OF_PROJECTS), Money()),)
    return tuple((code, draw.amount("0.5", "80")) for code in draw.some(OF_PROJECTS, 1, 3))


def _beside(draw: Draw) -> Iterator[Group]:
    """What is spent out of other money than the budget's."""
    for fund in draw.some(NOT_APPROPRIATED, 0, 2) if draw.chance(0.4) else ():
        kinds = [BASIC, *list(ExpenditureKind)[2:]]
        for kind in draw.some(kinds, 1, 2):
            yield Group(draw.one(ITEMS), kind, fund, _spent(draw))


def _with(draw: Draw, groups: list[Group], cut: Cut, by_code: Mapping[str, Money]) -> list[Group]:
    """The groups with these amounts at these codes, in 项 of the general budget."""
    places = [
        place
        for place, group in enumerate(groups)
        if group.fund is GENERAL and (group.kind is BASIC or cut in {Cut.BOTH, Cut.ALL_APART})
    ]
    for code, amount in by_code.items():
        if amount:
            place = draw.one(places)
            group = groups[place]
            groups[place] = dataclasses.replace(group, parts=(*group.parts, (code, amount)))
    return groups


def _second_list(groups: Sequence[Group], cut: Cut) -> Iterator[ExpenditureLine]:
    """The same money by economic code alone."""
    if cut not in {Cut.APART, Cut.ALL_APART}:
        return
    for kind in (BASIC, PROJECT) if cut is Cut.ALL_APART else (BASIC,):
        sums: dict[str, Money] = {}
        for group in groups:
            if group.fund is GENERAL and group.kind is kind:
                for code, amount in group.parts:
                    sums[code] = sums.get(code, Money()) + amount
        for code in sorted(sums):
            yield ExpenditureLine(economic=code, kind=kind, fund=GENERAL, final=sums[code])


def _budgeted(draw: Draw, line: ExpenditureLine, per_line: bool) -> ExpenditureLine:
    """The line with its budgets; now and then nothing was planned, or nothing spent."""
    final = line.final or Money()
    full = final if draw.chance(0.6) else draw.part(final, 0.5, 1.8)
    if not final:
        full = draw.amount("0.5", "20")
    elif draw.chance(0.03) and line.kind is BASIC:
        full = Money()
    initial = full if draw.chance(0.6) else draw.part(full, 0.4, 1.4)
    return dataclasses.replace(
        line, full_year_budget=full, initial_budget=initial if per_line else None
    )
