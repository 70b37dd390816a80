"""What a step of work is called: in the change log, beside undo, and in the status line."""

from __future__ import annotations

from typing import Any

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import LISTS

NOUNS = {
    "duties": "主要职能",
    "key_work": "重点工作",
    "institutions": "下属单位",
    "income": "收入",
    "expenditure": "支出",
    "variances": "预决算差异原因",
    "carryover": "结转和结余",
    "receptions": "公务接待",
    "projects": "项目",
    "goals": "年度总体目标",
    "indicators": "绩效指标",
    "department_indicators": "整体绩效指标",
    "project_reports": "项目自评报告",
    "terms": "名词解释",
    "local_codes": "地方扩展科目",
    "stated_figures": "表中数",
    "reviews": "核实说明",
}
"""What one record of a list is called: attribute of a filing → noun."""

TABLES = {
    "filing": "年度",
    "organization": "单位概况",
    "staffing": "编制与在职",
    "budget": "年初预算",
    "three_public": "三公经费",
    "procurement": "政府采购",
    "state_assets": "国有资产",
    "reasons": "变动原因",
    "department_report": "整体自评报告",
    "prior_year": "上年数",
    "sign_off": "定稿状态",
    "change": "修改记录",
}
"""What a table that holds no list is called."""

_NOUN_OF = {LISTS[name]: noun for name, noun in NOUNS.items()}


def noun_of(entity: type[Any], table: str = "") -> str:
    """What one record of an entity is called."""
    return _NOUN_OF.get(entity, TABLES.get(table, ""))


def edited(entry: Entry[Any]) -> str:
    return f"修改{entry.label}"


def restored(entry: Entry[Any]) -> str:
    return f"恢复{entry.label}"


def added(entity: type[Any]) -> str:
    return f"增加{_NOUN_OF[entity]}"


def removed(entity: type[Any]) -> str:
    return f"删除{_NOUN_OF[entity]}"


def moved(entity: type[Any]) -> str:
    return f"移动{_NOUN_OF[entity]}"


def put_back(name: str) -> str:
    return f"找回“{name or '没有名称的项目'}”"


def begun(year: int) -> str:
    return f"写入{year}年度"


def rewritten(year: int) -> str:
    return f"更新{year}年度"


def altered(names: str) -> str:
    return f"打开时发现：{names}和最后一次保存的不一样"
