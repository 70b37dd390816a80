"""Filings that agree with themselves in every figure, many and different, each by its number."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jsxh_desktop.app.book import document
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.paths import codes
from jsxh_desktop.domain.expenditure import Budget, ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.spending import figures_of
from jsxh_desktop.domain.terms import FundSource, Precision
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.narrative.document import PartBlocks
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.store.codes import read_codes
from tests.consistent import flows, official, projects, told, units
from tests.consistent.draw import Draw
from tests.consistent.spending import (
    CAPITAL_CODES,
    Cut,
    spending,
)
from tests.consistent.topics import Topic

Named = tuple[tuple[Project, Topic], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A filing that agrees, with the pack it is printed by."""

    number: int
    filing: Filing
    pack: Pack

    @property
    def parts(self) -> tuple[PartBlocks, ...]:
        """The whole document with sheets and tables."""
        return document(self.filing, self.pack)

    @property
    def subject(self) -> Subject:
        """All of it, ready to be checked."""
        return Subject(self.filing, self.pack, self.parts)


PACKS = {
    "sichuan-2021": 2021,
    "national-2020": 2021,
    "sichuan-2022": 2022,
    "national-2021-cost": 2022,
}
"""The packs and the years they are tried in; the first one more often than the others."""


def consistent(seed: str, number: int) -> Case:
    """The filing of this number of a seed."""
    draw = Draw(f"{seed} {number}")
    precision = Precision.HUNDREDTH_WAN if draw.chance(0.4) else Precision.FEN
    draw.step = official.HUNDREDTH if precision is Precision.HUNDREDTH_WAN else 1
    if precision is Precision.FEN and draw.chance(0.2):
        draw.step = 100
    name = draw.one(("sichuan-2021", *PACKS))
    pack = load_pack(name)
    return Case(number, _filing(draw, pack, PACKS[name], precision), pack)


def _filing(draw: Draw, pack: Pack, year: int, precision: Precision) -> Filing:
    named = projects.named(draw, draw.count(0, 4))
    money, moved = _year(draw, year, named, None)
    planned = tuple(_planned(money, named))
    rows = projects.indicators(draw, planned, pack.sheet, year)
    whole = dataclasses.replace(
        money,
        pack=pack.id,
        precision=precision,
        organization=units.organization(draw, year),
        staffing=units.staffing(draw),
        duties=units.duties(draw),
        institutions=units.institutions(draw),
        procurement=units.procurement(draw),
        state_assets=units.state_assets(draw, _held(money.three_public)),
        projects=tuple(project for project, _ in named),
        indicators=rows,
        goals=projects.goals(draw, planned, rows),
        prior_year=_typed_prior(draw),
    )
    whole = _with_before(draw, whole, moved, precision)
    whole = told.with_words(draw, whole, planned)
    return dataclasses.replace(whole, stated_figures=official.stated(draw, whole, pack, moved))


def _year(
    draw: Draw, year: int, named: Named, closing: Mapping[FundSource, Money] | None
) -> tuple[Filing, tuple[flows.Flow, ...]]:
    """What was spent and received in a year, with nothing said about it yet."""
    hosting = units.hosting(draw)
    by_code = {
        "30212": hosting.spent.overseas,
        "31013": hosting.spent.purchase,
        "30231": hosting.spent.running,
        "30217": _guests(hosting.spent),
    }
    amounts = {code: amount or Money() for code, amount in by_code.items()}
    cut = draw.one(tuple(Cut))
    lines = spending(draw, cut, [project.id for project, _ in named], amounts)
    moved = flows.flows(draw, lines, closing)
    initial = None if lines[0].initial_budget is not None else _initial(draw, lines)
    filing = Filing(
        year,
        expenditure=tuple(_numbered(lines)),
        income=flows.income(draw, moved),
        carryover=flows.carryover(moved),
        budget=Budget(initial),
        three_public=hosting.spent,
        receptions=hosting.receptions,
        local_codes=CAPITAL_CODES,
        functional_codes=read_codes(codes(), year, "functional"),
        economic_codes=read_codes(codes(), year, "economic"),
    )
    return filing, moved


def _guests(spent: ThreePublic) -> Money:
    return added(filter(None, (spent.reception_domestic, spent.reception_foreign)))


def _initial(draw: Draw, lines: Sequence[ExpenditureLine]) -> Money:
    planned = added(line.full_year_budget or Money() for line in lines if line.functional)
    return draw.part(planned, 0.7, 1.1)


def _numbered(records: Sequence[Any]) -> list[Any]:
    return [dataclasses.replace(record, id=number) for number, record in enumerate(records, 1)]


def _planned(filing: Filing, named: Named) -> list[projects.Planned]:
    return [
        projects.Planned(
            project,
            topic,
            tuple(x for x in filing.expenditure if x.project == project.id and x.functional),
        )
        for project, topic in named
    ]


def _held(spent: ThreePublic) -> int:
    return sum(filter(None, (spent.cars_held, spent.off_roads_held, spent.coaches_held)))


def _typed_prior(draw: Draw) -> PriorYear:
    """Figures of last year as somebody typed them, now and then nothing in one of them."""

    def amount(most: str) -> Money:
        return Money() if draw.chance(0.1) else draw.amount("0.05", most)

    total = draw.amount("20", "600")
    appropriation = total if draw.chance(0.5) else draw.part(total, 0.6, 1.0)
    return PriorYear(
        total,
        appropriation,
        draw.part(appropriation, 0.7, 1.0),
        amount("9"),
        amount("20"),
        amount("5"),
        amount("60"),
    )


def _with_before(
    draw: Draw, filing: Filing, moved: Sequence[flows.Flow], precision: Precision
) -> Filing:
    """The filing with the year before it in the workbook, which ended where this one begins."""
    if draw.chance(0.5):
        return filing
    left = {fund: added(flow.opening for flow in moved if flow.fund is fund) for fund in FundSource}
    money, before_moved = _year(draw, filing.year - 1, (), left)
    before = dataclasses.replace(
        money, precision=precision, organization=filing.organization, staffing=filing.staffing
    )
    before = dataclasses.replace(
        before, stated_figures=official.stated(draw, before, load_pack(filing.pack), before_moved)
    )
    typed = figures_of(before) if draw.chance(0.3) else PriorYear()
    return dataclasses.replace(filing, before=before, prior_year=typed)
