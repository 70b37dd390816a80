"""What a clerk writes of a filing: reasons and reports that quote its figures as they are."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from decimal import Decimal

from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.expenditure import ExpenditureLine, Variance
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.organization import KeyWork
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport, Reasons, Term
from jsxh_desktop.domain.share import percent
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import APPROPRIATION, ExpenditureKind, ProjectBudget
from tests.consistent.draw import Draw
from tests.consistent.projects import Planned

REASONS = Reasons(
    total="人员增加和项目安排变化，按规定调整了相应的收支规模",
    appropriation="财政按照项目进度拨付资金，当年安排的项目与上年不同",
    general_budget="本年新增业务工作任务，部分上年项目已经完成不再安排",
    three_public_budget="严格控制支出，部分公务活动合并开展",
    three_public="公务活动的数量和范围与上年不同，按实际需要开支",
    overseas="按外事部门批准的计划安排，出访任务与上年有变化",
    vehicles="车辆使用年限增加，维修和保险的费用与上年有变化",
    reception="上级检查和兄弟单位来访的批次与上年有变化",
    agency_running="办公用品采购和办公设备维护的数量与上年有变化",
    adjustment="年中按照上级文件追加或者收回了部分项目资金",
)
VARIANCES = (
    "按合同约定的进度支付，余款下年结算",
    "年中有人员调动，相应经费有变化",
    "据实结算，节约了部分开支",
    "上级年中追加了专项工作任务",
)
WORKS = (
    "围绕中心工作开展业务指导，全年召开业务会议{meetings}次。",
    "开展政策宣传进村入户，发放宣传单{sheets}份，接受咨询{asked}人次。",
    "配合上级部门完成了年度检查，整改问题{problems}个。",
    "加强队伍建设，组织集中学习{learned}次。",
)


def with_words(draw: Draw, filing: Filing, planned: tuple[Planned, ...]) -> Filing:
    """The filing with every text written."""
    return dataclasses.replace(
        filing,
        key_work=_works(draw),
        variances=tuple(_variances(draw, filing)),
        reasons=REASONS,
        department_report=_department(draw, filing),
        project_reports=tuple(_reports(draw, filing, planned)),
        terms=_terms(draw),
    )


def _works(draw: Draw) -> tuple[KeyWork, ...]:
    texts = [
        words.format(
            meetings=draw.count(3, 20),
            sheets=draw.count(200, 9000),
            asked=draw.count(50, 900),
            problems=draw.count(1, 30),
            learned=draw.count(4, 40),
        )
        for words in draw.some(WORKS, 1, 4)
    ]
    return tuple(KeyWork(text, id=number) for number, text in enumerate(texts, 1))


def _variances(draw: Draw, filing: Filing) -> Iterator[Variance]:
    lines = totals.fund_lines(filing, *APPROPRIATION)
    final = totals.by_code(lines, 7)
    planned = totals.by_code(lines, 7, ExpenditureLine.full_year_budget)
    differing = [code for code in final if final[code] != planned[code]]
    for number, code in enumerate(differing, 1):
        yield Variance(code, draw.one(VARIANCES), id=number)


def _department(draw: Draw, filing: Filing) -> DepartmentReport:
    score = Decimal(draw.count(880, 999)) / 10
    said = [sentence for quote in QUOTES if (sentence := _said(quote, filing))]
    return DepartmentReport(
        composition="内设办公室、业务股、财务股。",
        management="".join(draw.some(said, 0, 5)) or "按要求编制绩效目标，开展绩效监控。",
        application="绩效自评结果作为下年安排预算的参考。",
        quality="自评材料真实，自评指标和评分标准符合要求，自评结果客观。",
        conclusion="".join(draw.some(said, 0, 3)) + "单位整体支出绩效较好，完成了年度任务。",
        self_score=score,
        problems=f"个别项目实施较晚，扣{Decimal(100) - score}分。",
        suggestions="加强业务培训，提高绩效管理水平。",
    )


Quote = Callable[[Filing], str]


def _said(quote: Quote, filing: Filing) -> str:
    """The sentence, or nothing where the filing has no such figures."""
    try:
        return quote(filing)
    except NotStated:
        return ""


def _income(filing: Filing) -> str:
    return f"{filing.year}年本年收入合计{totals.income(filing).show()}万元。"


def _spent(filing: Filing) -> str:
    kinds = totals.expenditure_by_kind(filing)
    basic, project = kinds[ExpenditureKind.BASIC], kinds[ExpenditureKind.PROJECT]
    whole = totals.expenditure(filing)
    parts = f"其中基本支出{basic.show()}万元，项目支出{project.show()}万元"
    alone = basic + project == whole
    return f"{filing.year}年本年支出合计{whole.show()}万元{'，' + parts if alone else ''}。"


def _moved(filing: Filing) -> str:
    this, last = totals.grand_total(filing), _prior(filing)
    apart = abs(this - last)
    if not last or not Decimal(apart.show()):
        return ""
    word, rate = ("增加", "增长") if this > last else ("减少", "下降")
    return (
        f"{filing.year}年收、支总计均为{this.show()}万元，与{filing.year - 1}年的{last.show()}万元"
        f"相比，{word}{apart.show()}万元，{rate}{percent(apart, last)}。"
    )


def _prior(filing: Filing) -> Money:
    last = spending.prior_year(filing).total
    if last is None:
        raise NotStated("上年收支总计")
    return last


def _basic(filing: Filing) -> str:
    basic = totals.basic_expenditure(filing)
    personnel = totals.total(totals.personnel_lines(filing))
    operating = totals.total(totals.operating_lines(filing))
    return (
        f"一般公共预算财政拨款基本支出{basic.show()}万元，"
        f"其中：人员经费{personnel.show()}万元，公用经费{operating.show()}万元。"
    )


def _three_public(filing: Filing) -> str:
    spent = spending.three_public(filing.three_public)
    guests = spending.reception(filing.three_public)
    return f"全年“三公”经费支出{spent.show()}万元，其中公务接待费{guests.show()}万元。"


def _guests(filing: Filing) -> str:
    hosted = filing.three_public
    if not hosted.batches:
        return ""
    return f"全年国内公务接待{hosted.batches}批次、{hosted.persons}人次。"


def _staff(filing: Filing) -> str:
    return f"年末在职人员{spending.staff(filing.staffing)}人。"


def _budget(filing: Filing) -> str:
    initial = totals.initial_budget(filing)
    planned = totals.total(totals.functional_lines(filing), ExpenditureLine.full_year_budget)
    return f"年初预算{initial.show()}万元，全年预算{planned.show()}万元。"


def _bought(filing: Filing) -> str:
    return f"全年政府采购支出{spending.procurement(filing.procurement).show()}万元。"


def _completed(filing: Filing) -> str:
    lines = totals.general_budget_lines(filing)
    final = totals.total(lines)
    planned = totals.total(lines, ExpenditureLine.full_year_budget)
    if not planned:
        return ""
    return (
        f"一般公共预算财政拨款支出决算{final.show()}万元，"
        f"完成全年预算{planned.show()}万元的{percent(final, planned)}。"
    )


QUOTES: tuple[Quote, ...] = (
    _income,
    _spent,
    _moved,
    _basic,
    _three_public,
    _guests,
    _staff,
    _budget,
    _bought,
    _completed,
)


def _reports(draw: Draw, filing: Filing, planned: tuple[Planned, ...]) -> Iterator[ProjectReport]:
    """A report of each earmarked project."""
    for number, each in enumerate(planned, 1):
        if each.project.budget is not ProjectBudget.EARMARKED:
            continue
        budget, final = each.budget.show(), each.final.show()
        outputs = "、".join(f"{name}" for name, _ in each.topic.outputs)
        yield ProjectReport(
            project=each.project.id,
            role="负责项目的组织实施和资金管理。",
            basis="根据年度工作计划和上级文件申报。",
            regulation="执行本级专项资金管理办法。",
            allocation="按照轻重缓急和工作量分配。",
            content=f"主要内容是{outputs}。",
            goals=f"按计划完成{outputs}。",
            conformity="申报内容与实际相符。",
            method="按照自评要求核对资料、现场查看。",
            plan=f"该项目全年预算{budget}万元。",
            arrival="资金全部按时到位。",
            use=f"截至{filing.year}年12月31日，该项目支出{final}万元。",
            finance="财务制度健全，专款专用。",
            structure="成立了项目领导小组，明确分工。",
            management="严格执行招投标和验收制度。",
            supervision="定期检查，发现问题及时整改。",
            completion="各项任务按计划完成。",
            benefit="服务对象普遍认可。",
            conclusion="项目实施规范，资金使用安全有效。",
            problems="项目资料归档不够及时。",
            suggestions="指定专人及时归档。",
            id=number,
        )


def _terms(draw: Draw) -> tuple[Term, ...]:
    added = (
        ("年初结转和结余", "指以前年度尚未完成、结转到本年按有关规定继续使用的资金。"),
        ("绩效自评", "指预算部门对照年度绩效目标，自行评价完成情况的活动。"),
    )
    picked = draw.some(added, 0, 2)
    return tuple(Term(name, text, id=number) for number, (name, text) in enumerate(picked, 1))
