"""The pages of the window in the order of the work, and which of them holds a value."""

from __future__ import annotations

from typing import Any, NamedTuple

from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.department_indicator import DepartmentIndicator
from jsxh_desktop.domain.disclosure import Procurement, StateAssets
from jsxh_desktop.domain.expenditure import Budget, ExpenditureLine, Variance
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.local_code import LocalCode
from jsxh_desktop.domain.organization import Duty, Institution, KeyWork, Organization, Staffing
from jsxh_desktop.domain.place import Place, record_at
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport, Reasons, Term
from jsxh_desktop.domain.review import Review
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.domain.three_public import Reception, ThreePublic


class Page(NamedTuple):
    """One page: its key, its name in the navigation, its title on the desk, its printed table.

    `holds` are the entities filled in on it; a page without any shows and is not counted.
    """

    key: str
    name: str
    title: str
    group: str
    table: str = ""
    holds: tuple[type[Any], ...] = ()
    icon: str = ""


UNIT, FIGURES, PERFORMANCE, OUTPUT = "单位", "决算数据", "绩效", "说明与输出"
GROUPS = (UNIT, FIGURES, PERFORMANCE, OUTPUT)

PAGES = (
    Page("organization", "单位概况", "单位概况", UNIT, "", (Organization, Staffing, Institution)),
    Page("duties", "职责与重点工作", "职责与重点工作", UNIT, "第一部分", (Duty, KeyWork)),
    Page("income", "收入决算", "收入决算", FIGURES, "印在收入决算表", (IncomeLine,)),
    Page(
        "expenditure",
        "支出决算（功能）",
        "支出决算（按功能分类）",
        FIGURES,
        "印在支出决算表",
        (ExpenditureLine, Budget, LocalCode),
    ),
    Page(
        "economic", "基本支出（经济）", "基本支出决算（按经济分类）", FIGURES, "印在基本支出决算表"
    ),
    Page(
        "carryover",
        "年初年末结转结余",
        "年初、年末结转和结余",
        FIGURES,
        "印在收入支出决算总表",
        (Carryover,),
    ),
    Page(
        "three_public",
        "三公经费与接待",
        "三公经费与公务接待",
        FIGURES,
        "印在“三公”经费支出决算表",
        (ThreePublic, Reception),
    ),
    Page(
        "other_matters",
        "运行·采购·资产",
        "机关运行、政府采购、国有资产",
        FIGURES,
        "第二部分第十项",
        (Procurement, StateAssets),
    ),
    Page(
        "projects",
        "项目自评表",
        "项目支出绩效自评表",
        PERFORMANCE,
        "附表",
        (Project, Goal, Indicator),
    ),
    Page(
        "department_report",
        "部门整体自评报告",
        "部门整体绩效自评报告",
        PERFORMANCE,
        "附件1",
        (DepartmentReport, DepartmentIndicator),
    ),
    Page(
        "project_report",
        "专项项目自评报告",
        "专项预算项目支出绩效自评报告",
        PERFORMANCE,
        "附件2",
        (ProjectReport,),
    ),
    Page("reasons", "变动原因", "变动原因", OUTPUT, "", (Reasons, PriorYear, Variance)),
    Page("terms", "名词解释", "名词解释", OUTPUT, "第三部分", (Term,)),
    Page("charts", "图表", "图表", OUTPUT, icon="bar-chart"),
    Page("checks", "检查审核", "检查审核", OUTPUT, "", (StatedFigure, Review), "clipboard-check"),
    Page("sign_off", "定稿与复核", "定稿与复核", OUTPUT, icon="patch-check"),
    Page("preview", "预览与打印", "预览与打印", OUTPUT, icon="printer"),
)
BY_KEY = {page.key: page for page in PAGES}

FILLED_IN = {page.key for page in PAGES if not page.icon}
"""The pages whose fields are data of the year."""

_HOLDING = {entity: page.key for page in PAGES for entity in page.holds}


def page_of(filing: Filing, place: Place) -> str:
    """The key of the page a value is filled in on."""
    entity = place.entry.entity
    if entity is ExpenditureLine:
        line = record_at(filing, place)
        economic = place.entry is ExpenditureLine.economic
        if line is not None:
            economic = is_economic(line)
        return "economic" if economic else "expenditure"
    goal = record_at(filing, place) if entity is Goal else None
    if goal is not None and goal.project is None:
        return "department_report"
    return _HOLDING[entity]


def is_economic(line: ExpenditureLine) -> bool:
    """Whether a line is on the page of the economic codes; one with both codes is on both."""
    return bool(line.economic) and not line.functional
