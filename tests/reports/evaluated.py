"""A project evaluated with points, as the forms with scores print it."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.terms import (
    Attainment,
    ExpenditureKind,
    FundSource,
    IndicatorClass,
    IndicatorNature,
)
from tests.filings import archive

C, N = IndicatorClass, IndicatorNature


def wan(amount: str) -> Money:
    return Money.parse(amount)


def line(fund: FundSource, planned: str, spent: str, *, carried: bool = False) -> ExpenditureLine:
    return ExpenditureLine(
        functional="2012604",
        kind=ExpenditureKind.PROJECT,
        fund=fund,
        carried_over=carried,
        project=1,
        initial_budget=wan(planned),
        full_year_budget=wan(planned),
        final=wan(spent),
    )


INDICATORS = (
    Indicator(1, C.QUANTITY, "扫描档案", N.AT_LEAST, "5000", "卷", "4000", weight=Decimal(30)),
    Indicator(
        *(1, C.TIMELINESS, "完成时间", N.DAY, "2021年11月30日", "", "2021年11月28日"),
        weight=Decimal("12.5"),
    ),
    Indicator(
        *(1, C.SOCIAL_BENEFIT, "查档便利", N.QUALITATIVE, "有效提升", "", "有所提升"),
        attainment=Attainment.PARTLY,
        weight=Decimal(37),
        deviation_reason="平台上线晚",
    ),
    Indicator(
        *(1, C.SATISFACTION, "群众满意度", N.AT_LEAST, "90%", "%", "93%"), weight=Decimal("10.5")
    ),
)


def evaluated() -> Filing:
    """25.00 万元 of four sources, 20.00 spent; four indicators of 90 points."""
    filing = archive()
    unit = dataclasses.replace(
        filing.organization, supervisor="松溪县委办公室", supervisor_code="101001"
    )
    filing = dataclasses.replace(
        filing,
        organization=unit,
        expenditure=(
            line(FundSource.GENERAL_PUBLIC_BUDGET, "16", "12"),
            line(FundSource.GENERAL_PUBLIC_BUDGET, "4", "4", carried=True),
            line(FundSource.SPECIAL_ACCOUNT, "3", "3"),
            line(FundSource.UNIT, "2", "1"),
        ),
        projects=filing.projects[:1],
        goals=(Goal(1, "扫描5000卷", "扫描4000卷"), Goal(1, "建成平台。", "平台建成")),
        indicators=INDICATORS,
    )
    for entry, text in (
        (Project.name, "馆藏数字化"),
        (Project.code, "35072421T000000000001"),
        (Project.process, "分三批扫描"),
        (Project.execution_reason, "设备交货晚"),
        (Project.conclusion, "基本完成"),
        (Project.problems, "设备不足"),
        (Project.measures, "增购设备"),
    ):
        filing = with_value(filing, entry, text, 1)
    return filing
