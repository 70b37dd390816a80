"""The field's standard terms as choices.

| term | identifier |
|---|---|
| 年初预算 / 全年预算 / 决算 | initial_budget / full_year_budget / final |
| 年初 / 年末结转和结余 | opening / closing carryover |
| 人员经费 / 公用经费 | personnel / operating |
| 财政拨款 | appropriation |
| 功能分类 类 款 项 | functional class, section, item |
| 经济分类 类 款 | economic class, section |
"""

from __future__ import annotations

from enum import StrEnum


class Precision(StrEnum):
    """What the figures of a filing are known to: books to the fen, published tables less."""

    FEN = "分"
    HUNDREDTH_WAN = "0.01万元"


class UnitNature(StrEnum):
    ADMINISTRATIVE = "行政单位"
    CIVIL_SERVICE_MANAGED = "参照公务员法管理的事业单位"
    INSTITUTION = "其他事业单位"

    @property
    def has_agency_running(self) -> bool:
        """Only 行政单位 and 参公 units report 机关运行经费 (rule B16)."""
        return self is not UnitNature.INSTITUTION


class BudgetLevel(StrEnum):
    FIRST = "一级预算单位"
    SECOND = "二级预算单位"
    THIRD = "三级预算单位"


class IncomeSource(StrEnum):
    """The eight sources of 收入决算, in the order of 公开01表 rows 1–8."""

    GENERAL_PUBLIC_BUDGET = "一般公共预算财政拨款收入"
    GOVERNMENT_FUNDS = "政府性基金预算财政拨款收入"
    STATE_CAPITAL = "国有资本经营预算财政拨款收入"
    SUPERIOR_GRANT = "上级补助收入"
    INSTITUTIONAL = "事业收入"
    OPERATING = "经营收入"
    SUBORDINATE = "附属单位上缴收入"
    OTHER = "其他收入"


class FundSource(StrEnum):
    """Which money an expenditure line spends."""

    GENERAL_PUBLIC_BUDGET = "一般公共预算财政拨款"
    GOVERNMENT_FUNDS = "政府性基金预算财政拨款"
    STATE_CAPITAL = "国有资本经营预算财政拨款"
    SPECIAL_ACCOUNT = "财政专户管理资金"
    UNIT = "单位资金"
    OTHER = "其他资金"

    @property
    def is_appropriation(self) -> bool:
        return self in APPROPRIATION


APPROPRIATION = (
    FundSource.GENERAL_PUBLIC_BUDGET,
    FundSource.GOVERNMENT_FUNDS,
    FundSource.STATE_CAPITAL,
)


class ExpenditureKind(StrEnum):
    """支出性质, in the order of the columns of 公开03表."""

    BASIC = "基本支出"
    PROJECT = "项目支出"
    TO_SUPERIOR = "上缴上级支出"
    OPERATING = "经营支出"
    TO_SUBORDINATE = "对附属单位补助支出"


class ReceptionKind(StrEnum):
    DOMESTIC = "国内公务接待"
    FOREIGN = "外事接待"


class ProjectClass(StrEnum):
    """项目类别 of the integrated budget system: R, Y, T."""

    PERSONNEL = "人员类"
    RUNNING = "运转类"
    SPECIAL = "特定目标类"


class ProjectBudget(StrEnum):
    DEPARTMENT = "部门预算项目"
    EARMARKED = "专项预算项目"


class IndicatorClass(StrEnum):
    """二级指标; which 一级指标 it belongs to differs by year and is the pack's to say."""

    QUANTITY = "数量指标"
    QUALITY = "质量指标"
    TIMELINESS = "时效指标"
    COST = "成本指标"
    ECONOMIC_COST = "经济成本指标"
    SOCIAL_COST = "社会成本指标"
    ENVIRONMENTAL_COST = "生态环境成本指标"
    ECONOMIC_BENEFIT = "经济效益指标"
    SOCIAL_BENEFIT = "社会效益指标"
    ECOLOGICAL_BENEFIT = "生态效益指标"
    SUSTAINED_IMPACT = "可持续影响指标"
    SATISFACTION = "满意度指标"


class IndicatorNature(StrEnum):
    """指标性质: how target and actual compare."""

    AT_LEAST = "≥"
    MORE_THAN = ">"
    AT_MOST = "≤"
    LESS_THAN = "<"
    EQUAL = "="
    QUALITATIVE = "定性"
    YES_NO = "是否"
    DAY = "日期"
    RANGE = "区间"


class Attainment(StrEnum):
    """定性指标三档 (财预〔2020〕10号)."""

    REACHED = "达成年度指标"
    PARTLY = "部分达成并具有一定效果"
    MISSED = "未达成且效果较差"
