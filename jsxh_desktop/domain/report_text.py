"""What a unit writes itself in the two performance reports, and the reasons it gives."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal

from jsxh_desktop.domain.entity import entity
from jsxh_desktop.domain.entry import Entry, number, prose, reference, text


@entity
class Reasons:
    """Why figures moved: each 主要原因 the statements ask for."""

    total: Entry[str] = prose("收支总计变动原因")
    appropriation: Entry[str] = prose("财政拨款收支总计变动原因")
    general_budget: Entry[str] = prose("一般公共预算财政拨款支出变动原因")
    three_public_budget: Entry[str] = prose("“三公”经费预决算差异原因")
    three_public: Entry[str] = prose("“三公”经费变动原因")
    overseas: Entry[str] = prose("因公出国（境）费变动原因")
    vehicles: Entry[str] = prose("公务用车购置及运行维护费变动原因")
    reception: Entry[str] = prose("公务接待费变动原因")
    agency_running: Entry[str] = prose("机关运行经费变动原因")
    adjustment: Entry[str] = prose("年中预算调整原因")


@entity
class DepartmentReport:
    """部门整体绩效评价报告, by the outline of Sichuan's counties (2021)."""

    composition: Entry[str] = prose("机构组成")
    management: Entry[str] = prose("部门预算项目绩效管理")
    application: Entry[str] = prose("结果应用情况")
    quality: Entry[str] = prose("自评质量")
    conclusion: Entry[str] = prose("自评结论")
    self_score: Entry[Decimal | None] = number("自评得分", unit="分")
    problems: Entry[str] = prose("存在问题")
    suggestions: Entry[str] = prose("改进建议")


@entity
class ProjectReport:
    """专项预算项目支出绩效自评报告, by the outline of Sichuan's counties (2021)."""

    project: Entry[int | None] = reference("项目")
    role: Entry[str] = prose("项目管理中的职能")
    basis: Entry[str] = prose("项目立项、资金申报的依据")
    regulation: Entry[str] = prose("资金管理办法制定情况")
    allocation: Entry[str] = prose("资金分配的原则及考虑因素")
    content: Entry[str] = prose("项目主要内容")
    goals: Entry[str] = prose("项目应实现的具体绩效目标")
    conformity: Entry[str] = prose("申报内容与实际相符情况")
    method: Entry[str] = prose("项目自评步骤及方法")
    plan: Entry[str] = prose("资金计划")
    arrival: Entry[str] = prose("资金到位")
    use: Entry[str] = prose("资金使用")
    finance: Entry[str] = prose("项目财务管理情况")
    structure: Entry[str] = prose("项目组织架构及实施流程")
    management: Entry[str] = prose("项目管理情况")
    supervision: Entry[str] = prose("项目监管情况")
    completion: Entry[str] = prose("项目完成情况")
    benefit: Entry[str] = prose("项目效益情况")
    conclusion: Entry[str] = prose("评价结论")
    problems: Entry[str] = prose("存在的问题")
    suggestions: Entry[str] = prose("相关建议")
    id: int = field(default=0, compare=False)


@entity
class Term:
    """A 名词解释 the unit adds, or its own wording of a standard one."""

    name: Entry[str] = text("名词", required=True)
    explanation: Entry[str] = prose("解释")
    id: int = field(default=0, compare=False)
