"""项目: what the self-evaluation sheet holds; its money is on the expenditure lines."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal

from jsxh_desktop.domain.entity import entity
from jsxh_desktop.domain.entry import (
    Entry,
    choice,
    flag,
    number,
    prose,
    reference,
    text,
)
from jsxh_desktop.domain.terms import (
    Attainment,
    IndicatorClass,
    IndicatorNature,
    ProjectBudget,
    ProjectClass,
)


@entity
class Project:
    """One project; the order of projects is the order of their sheets."""

    name: Entry[str] = text("项目名称")
    code: Entry[str] = text("项目编码")
    category: Entry[ProjectClass | None] = choice("项目类别", ProjectClass)
    budget: Entry[ProjectBudget | None] = choice("预算类型", ProjectBudget)
    leader: Entry[str] = text("项目负责人")
    telephone: Entry[str] = text("项目联系电话")
    targeted: Entry[bool | None] = flag("编制了绩效目标")
    monitored: Entry[bool | None] = flag("开展了绩效监控")
    evaluated: Entry[bool | None] = flag("开展了绩效自评")
    process: Entry[str] = prose("项目实施内容及过程概述")
    execution_reason: Entry[str] = prose("预算执行偏差原因")
    conclusion: Entry[str] = prose("评价结论")
    problems: Entry[str] = prose("存在问题")
    measures: Entry[str] = prose("改进措施")
    id: int = field(default=0, compare=False)


@entity
class Goal:
    """One 年度总体目标: what was expected, what was done."""

    project: Entry[int | None] = reference("项目")
    expected: Entry[str] = prose("预期目标", required=True)
    done: Entry[str] = prose("目标实际完成情况")
    id: int = field(default=0, compare=False)


@entity
class Indicator:
    """One 绩效指标; the score is worked out unless the unit sets its own with a reason."""

    project: Entry[int | None] = reference("项目")
    category: Entry[IndicatorClass | None] = choice("二级指标", IndicatorClass)
    name: Entry[str] = prose("三级指标", required=True)
    nature: Entry[IndicatorNature | None] = choice("指标性质", IndicatorNature)
    target: Entry[str] = text("指标值", help="数字、日期或文字；区间写成 80～100")
    unit: Entry[str] = text("度量单位")
    actual: Entry[str] = text("完成值")
    attainment: Entry[Attainment | None] = choice("定性指标达成情况", Attainment)
    coefficient: Entry[Decimal | None] = number("定性指标得分系数", help="0 到 1，留空按档次默认")
    weight: Entry[Decimal | None] = number("分值", unit="分")
    own_score: Entry[Decimal | None] = number("自定得分", unit="分")
    deviation_reason: Entry[str] = prose("偏差原因分析及改进措施")
    id: int = field(default=0, compare=False)
