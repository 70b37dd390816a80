"""All that was entered as lists to work on, which the program reads back to the last fen.

What it is read back by: the names of the sheets and the heads, which are the labels of the entries;
amounts are 元 and say so. A sheet `MARK`, not to be seen, says whose they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import FACTS, LISTS, SINGLES, Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.reports.excel.flat import Heading, amount, count, list_sheet, number, said
from jsxh_desktop.reports.excel.sheet import Content, Sheet

MARK, FORMAT = "jsxh", "1"
FORMAT_KEY, UNIT_KEY = "format", "unit"
SINGLE_RECORDS, LIST_NAMES = (
    "基本数据",
    MappingProxyType(
        {
            "duties": "主要职能",
            "key_work": "重点工作",
            "institutions": "下属单位",
            "income": "收入",
            "expenditure": "支出",
            "variances": "预决算差异",
            "carryover": "结转和结余",
            "receptions": "公务接待明细",
            "projects": "项目",
            "goals": "年度总体目标",
            "indicators": "绩效指标",
            "department_indicators": "整体绩效指标",
            "project_reports": "项目自评报告",
            "terms": "名词解释",
            "local_codes": "地方扩展科目",
            "stated_figures": "原表的数",
            "reviews": "核实记录",
        }
    ),
)
"""The sheets: one of all single records, and one for each list by its attribute of a filing."""

GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "organization": "单位概况",
        "staffing": "编制和人数",
        "budget": "年初预算",
        "three_public": "“三公”经费",
        "procurement": "政府采购",
        "state_assets": "国有资产",
        "reasons": "变动原因",
        "department_report": "整体自评报告",
        "prior_year": "上年数",
    }
)
"""What each single record is called in the first column of its sheet."""

NUMBER = "编号"
SINGLE_HEADS = tuple(map(Heading, ("类别", "项目", "填报", "单位"), (36.0, 70.0, 120.0, 20.0)))
YUAN = "元"
EXPLAINED = "说明"
EXPLANATION = (
    "这里是填进程序的全部数据，一张表一类。改好以后在程序里“导入表格”，先看改了哪些，确认了才写进去。",
    "请不要改表名和第一行的表头；金额都是元，精确到分；科目编码、日期、电话是文字。",
    "“编号”是程序认每一行用的，请不要改；删掉一行就是删掉这一条，新加的行不用填编号。",
    "“项目”一栏写的是项目的编号和名称，新加的行可以只写名称。",
)

_WIDTHS = {
    Kind.TEXT: 40.0,
    Kind.PROSE: 90.0,
    Kind.CHOICE: 44.0,
    Kind.WHOLE: 24.0,
    Kind.FLAG: 24.0,
    Kind.MONEY: 36.0,
    Kind.NUMBER: 24.0,
    Kind.DAY: 34.0,
    Kind.FUNCTIONAL: 30.0,
    Kind.ECONOMIC: 30.0,
    Kind.REFERENCE: 44.0,
}


def entered_sheets(filing: Filing) -> Iterator[Sheet]:
    """Every sheet; ValueError with a sentence for the clerk where a text is too long for a cell."""
    yield _explanation()
    yield _singles(filing)
    for attribute, name in LIST_NAMES.items():
        yield _list(filing, attribute, name)
    yield _mark(filing)


def head(entry: Entry[Any]) -> str:
    """The head of a column: the label, with 元 for amounts."""
    return f"{entry.label}（{YUAN}）" if entry.kind is Kind.MONEY else entry.label


def _explanation() -> Sheet:
    rows = ((said(line),) for line in EXPLANATION)
    return list_sheet(EXPLAINED, [Heading("填报明细", 240.0)], rows, beside=0)


def _singles(filing: Filing) -> Sheet:
    rows = (
        (said(group), said(entry.label), _content(entry, record, {}), said(_unit(entry)))
        for attribute, group in GROUPS.items()
        for record in (getattr(filing, attribute),)
        for entry in entries(SINGLES[attribute])
    )
    return list_sheet(SINGLE_RECORDS, SINGLE_HEADS, rows, beside=2)


def _unit(entry: Entry[Any]) -> str:
    return YUAN if entry.kind is Kind.MONEY else entry.unit


def _list(filing: Filing, attribute: str, name: str) -> Sheet:
    columns = entries(LISTS[attribute])
    named = {project.id: f"{project.id} {project.name}" for project in filing.projects}
    headings = (Heading(NUMBER, 12.0), *(Heading(head(x), _WIDTHS[x.kind]) for x in columns))
    rows = (
        (count(record.id), *(_content(entry, record, named) for entry in columns))
        for record in getattr(filing, attribute)
    )
    return list_sheet(name, headings, rows)


def _content(entry: Entry[Any], record: Any, projects: Mapping[int, str]) -> Content:
    value = entry.of(record)
    if value is None or value == "":
        return said("")
    if entry.kind is Kind.REFERENCE:
        return said(projects.get(value, "").strip())
    made = _CONTENTS.get(entry.kind)
    return made(value) if made else said(entry.show(value))


def _money(value: Money) -> Content:
    return amount(value.fen)


_CONTENTS: Mapping[Kind, Callable[[Any], Content]] = {
    Kind.MONEY: _money,
    Kind.WHOLE: number,
    Kind.NUMBER: number,
}


def _mark(filing: Filing) -> Sheet:
    own = ((name, str(getattr(filing, name))) for name in FACTS)
    facts = ((FORMAT_KEY, FORMAT), (UNIT_KEY, filing.organization.full_name), *own)
    rows: Sequence[Sequence[Content]] = [(said(name), said(value)) for name, value in facts]
    sheet = list_sheet(MARK, (Heading(MARK, 30.0), Heading("", 30.0)), rows)
    return Sheet(MARK, sheet.widths, sheet.lines, hidden=True)
