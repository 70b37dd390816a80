"""Filings for tests: a small unit whose figures agree, and hypothesis strategies for any other."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import Any

from hypothesis import strategies as st

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.code import Code, CodeTable
from jsxh_desktop.domain.disclosure import Procurement, StateAssets
from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.expenditure import Budget, ExpenditureLine, Variance
from jsxh_desktop.domain.filing import SINGLES, Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.organization import Duty, KeyWork, Organization, Staffing
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport, Reasons
from jsxh_desktop.domain.terms import (
    BudgetLevel,
    ExpenditureKind,
    FundSource,
    IncomeSource,
    ProjectBudget,
    ReceptionKind,
    UnitNature,
)
from jsxh_desktop.domain.three_public import Reception, ThreePublic

FUNCTIONAL = CodeTable(
    "功能分类",
    {
        code: Code(code, name)
        for code, name in {
            "201": "一般公共服务支出",
            "20126": "档案事务",
            "2012601": "行政运行",
            "2012604": "档案馆",
            "206": "科学技术支出",
            "20607": "科学技术普及",
            "2060702": "科普活动",
            "208": "社会保障和就业支出",
            "20805": "行政事业单位养老支出",
            "2080505": "机关事业单位基本养老保险缴费支出",
            "212": "城乡社区支出",
            "21208": "国有土地使用权出让收入安排的支出",
            "2120801": "征地和拆迁补偿支出",
        }.items()
    },
)
ECONOMIC = CodeTable(
    "经济分类",
    {
        code: Code(code, name)
        for code, name in {
            "30101": "基本工资",
            "30108": "机关事业单位基本养老保险缴费",
            "30201": "办公费",
            "30217": "公务接待费",
            "30302": "退休费",
            "31002": "办公设备购置",
        }.items()
    },
)
ITEMS = tuple(code for code in FUNCTIONAL.codes if len(code) == 7)
GENERAL, FUNDS, CAPITAL = FundSource.GENERAL_PUBLIC_BUDGET, *list(FundSource)[1:3]
BASIC, PROJECT = ExpenditureKind.BASIC, ExpenditureKind.PROJECT


def spent(
    code: str, kind: ExpenditureKind, final: str, planned: str, **facts: Any
) -> ExpenditureLine:
    """An expenditure line of the general budget, amounts in 万元."""
    facts.setdefault("fund", GENERAL)
    return ExpenditureLine(
        functional=code, kind=kind, final=wan(final), full_year_budget=wan(planned), **facts
    )


def cut(code: str, final: str) -> ExpenditureLine:
    """A line of the cut by economic code."""
    return ExpenditureLine(economic=code, kind=BASIC, fund=GENERAL, final=wan(final))


def received(final: str, source: IncomeSource = IncomeSource.GENERAL_PUBLIC_BUDGET) -> IncomeLine:
    return IncomeLine(functional="2012601", source=source, final=wan(final))


@cache
def archive() -> Filing:
    """松溪县档案馆: 110.00 万元 in 2021 after 100.00 in 2020, with all that the text asks for."""
    return Filing(
        year=2021,
        organization=Organization(
            full_name="松溪县档案馆",
            short_name="县档案馆",
            place="东山省松溪县",
            nature=UnitNature.CIVIL_SERVICE_MANAGED,
            level=BudgetLevel.FIRST,
        ),
        staffing=Staffing(4, 2, 0, 4, 2, 0),
        duties=(Duty("收集档案。", id=1), Duty("保管档案；", id=2)),
        key_work=(KeyWork("整理馆藏", id=1),),
        income=(received("110.00"),),
        expenditure=(
            spent("2012601", BASIC, "80.00", "80.00"),
            spent("2012604", PROJECT, "20.00", "25.00", project=1),
            spent("2080505", BASIC, "10.00", "8.00"),
            cut("30101", "50.00"),
            cut("30108", "10.00"),
            cut("30201", "25.00"),
            cut("31002", "5.00"),
        ),
        variances=(
            Variance("2012604", "按进度支付", id=1),
            Variance("2080505", "年中追加", id=2),
        ),
        budget=Budget(wan("100.00")),
        carryover=(Carryover(GENERAL, Money(), Money(), Money(), Money()),),
        three_public=public_spending(),
        receptions=(
            Reception(ReceptionKind.DOMESTIC, "接待省馆调研", wan("0.60"), id=1),
            Reception(ReceptionKind.DOMESTIC, "接待市馆检查。", wan("0.40"), id=2),
        ),
        procurement=Procurement(
            wan("4.00"), Money(), wan("1.00"), "购置密集架", wan("4.00"), wan("1.00")
        ),
        state_assets=StateAssets(0, 0, 1, 0, 0, 0, 0, 0, "", 1, 0),
        projects=(
            Project(
                name="馆藏数字化",
                budget=ProjectBudget.EARMARKED,
                targeted=True,
                monitored=True,
                evaluated=True,
                id=1,
            ),
        ),
        reasons=Reasons(**{entry.name: f"{entry.label}之由" for entry in entries(Reasons)}),
        department_report=DepartmentReport(self_score=None),
        project_reports=(ProjectReport(project=1, content="扫描档案", id=1),),
        prior_year=PriorYear(*map(wan, ("100", "100", "100", "0", "2.50", "1.00", "20"))),
        functional_codes=FUNCTIONAL,
        economic_codes=ECONOMIC,
    )


def public_spending() -> ThreePublic:
    """“三公”: 3.00 of 3.50 万元, no journey abroad, one car kept."""
    return ThreePublic(
        overseas_budget=Money(),
        overseas=Money(),
        overseas_groups=0,
        overseas_persons=0,
        purchase_budget=Money(),
        purchase=Money(),
        running_budget=wan("2.50"),
        running=wan("2.00"),
        cars_held=1,
        off_roads_held=0,
        coaches_held=0,
        running_purpose="下乡指导",
        reception_budget=wan("1.00"),
        reception_domestic=wan("1.00"),
        batches=5,
        persons=40,
        reception_purpose="业务检查",
        reception_foreign=Money(),
    )


PRINTED = 10_000
AMOUNTS = st.integers(0, 10**6).map(lambda hundredths: Money(hundredths * PRINTED))
"""Amounts that print whole: multiples of 0.01 万元, zero among them."""

FEN_AMOUNTS = st.integers(0, 10**10).map(Money)
TEXTS = st.sampled_from(["", "业务增加", "压减开支。", "人员变动；\n设备更新", "真的吗？"])


@st.composite
def agreeing(draw: st.DrawFn, amounts: st.SearchStrategy[Money] = AMOUNTS) -> Filing:
    """A filing whose 收入总计 and 支出总计 are one figure, with nothing left blank but texts."""
    lines = draw(_lines(amounts))
    income = draw(_income(amounts))
    filing = dataclasses.replace(
        archive(),
        income=tuple(income),
        expenditure=(*lines, *draw(_cuts(amounts))),
        variances=(),
        three_public=draw(_record(ThreePublic, amounts)),
        receptions=tuple(draw(_visits(amounts))),
        procurement=draw(_record(Procurement, amounts)),
        reasons=draw(_record(Reasons, amounts)),
        prior_year=draw(_record(PriorYear, amounts)),
    )
    return dataclasses.replace(filing, carryover=_balancing(filing))


@st.composite
def gappy(draw: st.DrawFn) -> Filing:
    """An agreeing filing with some of its entries left blank."""
    filing = draw(agreeing(FEN_AMOUNTS))
    parts: dict[str, Any] = {}
    for name in draw(_some_of(*SINGLES)):
        record = getattr(filing, name)
        parts[name] = _without(record, draw(_some_of(*entries(type(record)))))
    for name in draw(_some_of("income", "expenditure", "carryover", "projects")):
        parts[name] = tuple(
            _without(record, draw(_some_of(*entries(type(record)), most=2)))
            for record in getattr(filing, name)
        )
    for name in draw(_some_of("income", "expenditure", "duties", "receptions")):
        parts[name] = ()
    return dataclasses.replace(filing, **parts)


def _without(record: Any, blank: set[Entry[Any]]) -> Any:
    return dataclasses.replace(record, **{entry.name: entry.blank for entry in blank})


def _balancing(filing: Filing) -> tuple[Carryover, ...]:
    """The carry-over that makes both sides one, fund by fund."""
    left = {
        fund: totals.income_by_source(filing)[source].fen
        - totals.fund_expenditure(filing, fund).fen
        for fund, source in totals.APPROPRIATION_INCOME.items()
    }
    whole = totals.income(filing).fen - totals.expenditure(filing).fen
    left[FundSource.OTHER] = whole - sum(left.values())
    return tuple(_row(fund, fen) for fund, fen in left.items())


def _row(fund: FundSource, left: int) -> Carryover:
    opening, closing = Money(max(-left, 0)), Money(max(left, 0))
    return Carryover(fund, opening, Money(), Money(), closing)


# Strategies are kept: to make and check one anew for each example takes longer than drawing it.


@cache
def _some_of(*names: Any, most: int | None = None) -> st.SearchStrategy[set[Any]]:
    return st.sets(st.sampled_from(names), max_size=most)


@cache
def _lines(amounts: st.SearchStrategy[Money]) -> st.SearchStrategy[list[ExpenditureLine]]:
    line = st.builds(
        ExpenditureLine,
        functional=st.sampled_from(ITEMS),
        kind=st.sampled_from(ExpenditureKind),
        fund=st.sampled_from([GENERAL, GENERAL, GENERAL, FUNDS, CAPITAL, FundSource.OTHER]),
        initial_budget=amounts,
        full_year_budget=amounts,
        final=amounts,
    )
    return st.lists(line, min_size=1, max_size=6)


@cache
def _cuts(amounts: st.SearchStrategy[Money]) -> st.SearchStrategy[list[ExpenditureLine]]:
    line = st.builds(
        ExpenditureLine,
        economic=st.sampled_from([*ECONOMIC.codes]),
        kind=st.just(BASIC),
        fund=st.just(GENERAL),
        final=amounts,
    )
    return st.lists(line, max_size=4)


@cache
def _income(amounts: st.SearchStrategy[Money]) -> st.SearchStrategy[list[IncomeLine]]:
    line = st.builds(IncomeLine, source=st.sampled_from(IncomeSource), final=amounts)
    return st.lists(line, min_size=1, max_size=4)


@cache
def _visits(amounts: st.SearchStrategy[Money]) -> st.SearchStrategy[list[Reception]]:
    visit = st.builds(
        Reception, kind=st.just(ReceptionKind.DOMESTIC), subject=st.just("接待"), amount=amounts
    )
    return st.lists(visit, max_size=3)


@cache
def _record(entity: type[Any], amounts: st.SearchStrategy[Money]) -> st.SearchStrategy[Any]:
    """A record with every amount and count stated, its texts typed or not."""
    kinds = {Kind.MONEY: amounts, Kind.WHOLE: st.integers(0, 20), Kind.PROSE: TEXTS}
    return st.builds(entity, **{entry.name: kinds[entry.kind] for entry in entries(entity)})
