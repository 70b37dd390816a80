"""A project evaluated as it should be, its sheet as printed, and what a rule says of both."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.terms import IndicatorClass, IndicatorNature
from jsxh_desktop.narrative.block import Block, Cell, Table
from jsxh_desktop.narrative.document import PartBlocks
from jsxh_desktop.reports.evaluation_form import evaluation_sheets
from jsxh_desktop.rules.rule import Finding, Rule, Verdict, judge
from jsxh_desktop.rules.sheets import sheet_rules
from jsxh_desktop.rules.subject import Subject
from tests.filings import archive

SCORED = {
    "caiyu-2020-10": "national-2020",
    "caiyu-2021-101": "national-2021-cost",
    "sichuan-0013zp": "sichuan-2022",
}
"""Scheme → the pack that has it."""

BY_ID: Mapping[str, Rule] = {rule.id: rule for rule in sheet_rules.RULES}
AT_LEAST, AT_MOST, DAY = IndicatorNature.AT_LEAST, IndicatorNature.AT_MOST, IndicatorNature.DAY
SCANS, QUALITY, TIME, COST, GROWTH, YEARS, SATISFIED = range(1, 8)
"""The ids of the indicators, in their order."""

_INDICATORS = (
    (IndicatorClass.QUANTITY, "扫描档案", AT_LEAST, "5000", "卷", "5100", 20),
    (IndicatorClass.QUALITY, "扫描合格率", AT_LEAST, "98", "%", "99", 10),
    (IndicatorClass.TIMELINESS, "完成时间", DAY, "2021年11月30日", "", "2021年11月28日", 10),
    (IndicatorClass.COST, "扫描档案成本", AT_MOST, "50", "元/卷", "50", 10),
    (IndicatorClass.SOCIAL_BENEFIT, "查档人次增长率", AT_LEAST, "10", "%", "12", 15),
    (IndicatorClass.SUSTAINED_IMPACT, "档案可用年限", AT_LEAST, "10", "年", "10", 15),
    (IndicatorClass.SATISFACTION, "查档群众满意度", AT_LEAST, "90", "%", "93", 10),
)


def evaluated() -> Filing:
    """The archive, its one project with a goal and seven indicators: 20.00 of 25.00 万元 spent."""
    filing = archive()
    organization = dataclasses.replace(
        filing.organization, supervisor="松溪县委办公室", supervisor_code="101001"
    )
    return dataclasses.replace(
        filing,
        organization=organization,
        goals=(Goal(1, "扫描馆藏档案5000卷", "扫描馆藏档案5100卷", id=1),),
        indicators=tuple(
            Indicator(
                project=1,
                category=category,
                name=name,
                nature=nature,
                target=target,
                unit=unit,
                actual=actual,
                weight=Decimal(weight),
                id=key,
            )
            for key, (category, name, nature, target, unit, actual, weight) in enumerate(
                _INDICATORS, 1
            )
        ),
    )


def with_reason() -> Filing:
    """The same with the reason a form with scores has room for."""
    return with_value(evaluated(), Project.execution_reason, "设备交货晚", 1)


def changed(filing: Filing, key: int, **values: Any) -> Filing:
    """The filing with values of one indicator changed."""
    for name, value in values.items():
        filing = with_value(filing, getattr(Indicator, name), value, key)
    return filing


def with_goals(filing: Filing, *expected: str) -> Filing:
    """The filing with these goals, each done as expected."""
    goals = tuple(Goal(1, text, text, id=key) for key, text in enumerate(expected, 1))
    return dataclasses.replace(filing, goals=goals)


@cache
def plain_pack() -> Pack:
    """The form without scores."""
    return load_pack("sichuan-2021")


@cache
def scored_pack(scheme: str = "caiyu-2020-10") -> Pack:
    """A form that counts points."""
    return load_pack(SCORED[scheme])


def verdict(
    rule: str, filing: Filing, *, pack: Pack | None = None, blocks: tuple[Block, ...] = ()
) -> Verdict:
    """What a rule says of a filing, and of blocks it prints."""
    parts = (PartBlocks("annexes", "附件", blocks),) if blocks else ()
    return judge(BY_ID[rule], Subject(filing, pack or plain_pack(), parts))


def findings(rule: str, filing: Filing, **facts: Any) -> tuple[Finding, ...]:
    return verdict(rule, filing, **facts).findings


def only(rule: str, filing: Filing, **facts: Any) -> Finding:
    """The one finding there is."""
    (finding,) = findings(rule, filing, **facts)
    return finding


def printed(filing: Filing) -> tuple[Table, ...]:
    """The sheets as the form without scores prints them."""
    return evaluation_sheets(filing, plain_pack())


def reworded(table: Table, old: str, new: str, *, last: bool = False) -> Table:
    """The table with the first, or the last, cell of this text saying another."""
    texts = [cell.text for row in table.body for cell in row]
    places = [place for place, text in enumerate(texts) if text == old]
    texts[places[-1 if last else 0]] = new
    left = iter(texts)
    body = tuple(tuple(cell._replace(text=next(left)) for cell in row) for row in table.body)
    return dataclasses.replace(table, body=body)


def without_row(table: Table, text: str) -> Table:
    """The table without the row that begins with this text."""
    body = tuple(row for row in table.body if row[0].text != text)
    return dataclasses.replace(table, body=body)


NATIONAL = (
    ("项目名称", "馆藏数字化"),
    ("主管部门", "101001-松溪县委办公室", "实施单位", "松溪县档案馆"),
    ("项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
    ("", "年度资金总额：", "25.00", "25.00", "20.00", "10", "80.00%", "8.00"),
    ("", "其中：当年财政拨款", "25.00", "25.00", "20.00", "—", "80.00%", "—"),
    ("", "上年结转资金", "0.00", "0.00", "0.00", "—", "", "—"),
    ("", "其他资金", "0.00", "0.00", "0.00", "—", "", "—"),
    ("年度总体目标", "预期目标", "实际完成情况"),
    ("", "目标1：扫描馆藏档案5000卷", "目标1：扫描馆藏档案5100卷"),
    (
        *("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"),
        "偏差原因分析及改进措施",
    ),
    ("产出指标", "数量指标", "扫描档案", "5000卷", "5100卷", "20", "20.00", ""),
    ("产出指标", "质量指标", "扫描合格率", "98%", "99%", "10", "10.00", ""),
    ("产出指标", "时效指标", "完成时间", "2021年11月30日前", "2021年11月28日", "10", "10.00", ""),
    ("产出指标", "成本指标", "扫描档案成本", "50元/卷", "50元/卷", "10", "10.00", ""),
    ("效益指标", "社会效益指标", "查档人次增长率", "10%", "12%", "15", "15.00", ""),
    ("效益指标", "可持续影响指标", "档案可用年限", "10年", "10年", "15", "15.00", ""),
    ("满意度指标", "满意度指标", "查档群众满意度", "90%", "93%", "10", "10.00", ""),
    ("总分", "", "", "", "", "100", "98.00", ""),
)
"""The sheet of the project by the national form with scores, row by row."""


def national(*changes: tuple[str, str, str]) -> tuple[Table, ...]:
    """That sheet as a table; a change is the first cell of a row, the old text and the new."""
    rows = [list(row) for row in NATIONAL]
    for begins, old, new in changes:
        row = next(row for row in rows if begins in row and old in row)
        row[row.index(old)] = new
    body = tuple(tuple(map(Cell, row)) for row in rows)
    return (Table((20.0,) * 8, (), body, title="项目支出绩效自评表（馆藏数字化）"),)
