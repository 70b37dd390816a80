"""Faults in codes and names: a code of something else, an old name, another unit, last year."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.code import CodeTable, without_suffix
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine, Variance
from jsxh_desktop.domain.filing import Filing, attribute_of, with_value
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.rules.subject import Subject
from tests.consistent.draw import Draw
from tests.consistent.filings import Case
from tests.consistent.spending import ITEMS, OPERATING
from tests.consistent.units import NAMES
from tests.faults.fault import Kind, Planted
from tests.faults.paper import Words, reworded, texts

CODE, STALE = "编码、科目写错", "沿用旧名、旧数"
OLD = {
    "卫生健康": "医疗卫生与计划生育",
    "文化旅游体育与传媒": "文化体育与传媒",
    "自然资源海洋气象等": "国土海洋气象等",
    "资源勘探工业信息等": "资源勘探信息等",
    "行政事业单位养老支出": "行政事业单位离退休",
    "物业管理费": "物管费",
    "维修（护）费": "日常维修费",
    "其他交通费用": "其他交通费",
    "职工基本医疗保险缴费": "医疗保险",
}
KEPT = (
    DepartmentReport.composition,
    DepartmentReport.management,
    DepartmentReport.application,
    DepartmentReport.quality,
    DepartmentReport.conclusion,
)
"""Texts that are kept from year to year, and from neighbour to neighbour."""

_ITEM = re.compile(
    r"(?P<class>[^：；。\0]+)（类）(?P<section>[^：；。\0]+)（款）(?P<item>[^：；。\0]+)（项）"
)
_AMOUNT = re.compile(r"\d+\.\d\d(?=万元)")


def code_entered(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """A code that the year does not have, or another one where official tables tell otherwise."""
    filing = case.filing
    entry: Entry[str] = draw.one(
        (IncomeLine.functional, ExpenditureLine.functional, ExpenditureLine.economic)
    )
    records = [
        each
        for each in getattr(filing, attribute_of(entry.entity))
        if entry.of(each) and each.final
    ]
    if not records:
        return None
    record = draw.one(records)
    economic = entry is ExpenditureLine.economic
    table = filing.economic if economic else filing.functional
    new = _unknown(draw, entry.of(record), table)
    if _is_told(filing, entry, record) and draw.chance(0.6):
        new = draw.one(
            [each for each in (OPERATING if economic else ITEMS) if each != entry.of(record)]
        )
    spoiled = with_value(filing, entry, new, record.id)
    what = f"{entry.label} 【{entry.of(record)}→{new}】"
    return Planted(what, dataclasses.replace(case, filing=spoiled).subject)


def _unknown(draw: Draw, code: str, table: CodeTable) -> str:
    """The code with one digit changed so that the year does not have it."""
    tries = [
        code[:place] + digit + code[place + 1 :]
        for place in range(len(code))
        for digit in "0123456789"
    ]
    return draw.one([each for each in tries if each not in table])


def _is_told(filing: Filing, entry: Entry[str], record: Any) -> bool:
    """Whether an official table tells the money of this code."""
    tables = {figure.table for figure in filing.stated_figures}
    if entry is IncomeLine.functional:
        return "SR" in tables
    if entry is ExpenditureLine.functional:
        return "ZC" in tables
    return "YBJB" in tables and record in totals.economic_lines(filing)


def variance_code(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """A reason under a code that is none of the unit's."""
    if not case.filing.variances:
        return None
    record = draw.one(case.filing.variances)
    used = {line.functional for line in case.filing.expenditure}
    new = draw.one([each for each in ITEMS if each not in used])
    filing = with_value(case.filing, Variance.functional, new, record.id)
    what = f"预决算差异原因的科目 【{record.functional}→{new}】"
    return Planted(what, dataclasses.replace(case, filing=filing).subject)


def item_printed(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """The name of one level of a printed 项, or its code in place of it."""
    places = [(words, found) for words in texts(subject) for found in _ITEM.finditer(words.own)]
    if not places:
        return None
    words, found = draw.one(places)
    level = draw.one(("class", "section", "item"))
    table = case.filing.functional
    length = {"class": 3, "section": 5, "item": 7}[level]
    names = {without_suffix(code.name) for code in table.codes.values() if len(code.code) == length}
    others = sorted(names - {found[level]})
    new = draw.one(others)
    if draw.chance(0.4) and level != "class":
        new = draw.one(("06", "07", "206"))
    return _told(subject, words, *found.span(level), new)


def _told(subject: Subject, words: Words, start: int, end: int, new: str) -> Planted:
    old = words.text[start:end]
    what = f"{words.text[:start][-12:]}【{old}→{new}】{words.text[end:][:12]}"
    return Planted(what, reworded(subject, words, start, end, new))


def name_enumerated(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """Another economic item in the place of one that a sentence names."""
    places = []
    names = sorted(
        {code.name for code in case.filing.economic.codes.values() if len(code.code) == 5}
    )
    for words in texts(subject):
        for found in re.finditer(r"主要包括：([^。\0]+)。", words.own):
            listed = found[1].split("、")
            at = draw.count(0, len(listed) - 1)
            start = found.start(1) + len("、".join(listed[:at])) + (1 if at else 0)
            places.append((words, start, start + len(listed[at]), listed))
    if not places:
        return None
    words, start, end, listed = draw.one(places)
    return _told(subject, words, start, end, draw.one([x for x in names if x not in listed]))


def old_name(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """The name a code had before, in a printed sentence."""
    places = [
        (words, found, OLD[found.group()])
        for words in texts(subject)
        for found in re.finditer("|".join(OLD), words.own)
    ]
    if not places:
        return None
    words, found, old = draw.one(places)
    return _told(subject, words, *found.span(), old)


def other_unit(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """The name of another unit where this one's stands in a printed text."""
    own = [case.filing.organization.short_name, case.filing.organization.full_name]
    names = "|".join(re.escape(name) for name in own if name)
    places = [
        (words, found)
        for words in texts(subject)
        if subject.parts[words.spot.part].key in {"statements", "annexes", "overview"}
        for found in re.finditer(names, words.text)
    ]
    if not places:
        return None
    words, found = draw.one(places)
    at = own.index(found.group())
    others = [name[1 - at] for name in NAMES if name[1 - at] not in own]
    return _told(subject, words, *found.span(), draw.one(others))


def other_unit_typed(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """The name of another unit in a text somebody kept from a neighbour."""
    own = case.filing.organization.full_name
    name = draw.one([full for full, _, _ in NAMES if full != own])
    entry = draw.one(KEPT)
    text = name + entry.of(case.filing.department_report)
    filing = with_value(case.filing, entry, text)
    what = f"{entry.label}：“{text[:30]}”"
    return Planted(what, dataclasses.replace(case, filing=filing).subject)


def last_year(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """The year before in a printed text that is about this one."""
    year = case.filing.year
    places = [
        (words, found)
        for words in texts(subject)
        for found in re.finditer(rf"{year}(?=年)", words.own)
    ]
    if not places:
        return None
    words, found = draw.one(places)
    return _told(subject, words, *found.span(), str(year - 1))


KINDS = (
    Kind(CODE, "填报的编码", code_entered),
    Kind(CODE, "差异原因的编码", variance_code),
    Kind(CODE, "印出的项", item_printed),
    Kind(CODE, "列举的名称", name_enumerated),
    Kind(STALE, "科目旧名", old_name),
    Kind(STALE, "别的单位的名称（正文）", other_unit),
    Kind(STALE, "别的单位的名称（填报）", other_unit_typed),
    Kind(STALE, "上年的年份", last_year),
)
