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

_NOUN_OF = {LISTS[name]: noun for name, noun in NOUNS.items()}


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


def begun(year: int) -> str:
    return f"写入{year}年度"


def rewritten(year: int) -> str:
    return f"更新{year}年度"
