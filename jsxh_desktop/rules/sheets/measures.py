"""E23: one thing is counted in one measure, in the goal and in the indicator: 1500份 or 1500册."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from jsxh_desktop.domain.attainment import quantity
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Indicator
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import IndicatorClass
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Said, Severity, rule
from jsxh_desktop.rules.sheets.facts import ProjectSheet, each_sheet
from jsxh_desktop.rules.subject import Subject

GROUPS = (
    {"份", "册", "本", "卷", "张", "套"},
    {"个", "家", "所", "处", "座"},
    {"人", "名", "人次"},
    {"场", "次", "期", "场次"},
    {"台", "部", "套", "个"},
)
"""Measures that are taken for each other."""

_COUNTED = re.compile(
    r"(\d+(?:\.\d+)?)([万亿]?)(人次|场次|份|册|本|卷|张|套|个|家|所|处|座|人|名|场|次|期|台|部)"
)
_TIMES = {"": 1, "万": 10_000, "亿": 100_000_000}
_CLAUSE = re.compile(r"[，。；、,;\n]")
_SAYS_LITTLE = {
    *("完成", "组织", "开展", "举办", "印发", "印制", "发放", "建设", "实施", "更换", "购置"),
    *("采购", "购买", "新建", "创建", "打造", "项目", "工作", "数量", "全年", "年度"),
}


class Count(NamedTuple):
    """So many of something: the number, its measure, the words it stands in."""

    number: Fraction
    measure: str
    words: str
    shown: str


@rule(
    "E23",
    "量词一致",
    Severity.WARNING,
    "目标和指标里同一样东西用同一个量词",
    why="一处写份，一处写册，看的人以为是两样东西",
    cites="财预〔2020〕10号附件1《项目支出绩效自评表》",
)
def one_thing_has_one_measure(subject: Subject) -> Iterator[Said]:
    yield from each_sheet(subject, _measures)


def _measures(sheet: ProjectSheet) -> Iterator[Said]:
    goals = [
        (number, goal, count)
        for number, goal in enumerate(sheet.goals, 1)
        for count in _counts(goal.expected)
    ]
    counted = [
        (each, count)
        for each in sheet.indicators
        if goals and each.category is IndicatorClass.QUANTITY and (count := _count(each))
    ]
    for number, goal, count in goals:
        if found := _otherwise(count, counted):
            yield _finding(sheet, number, goal, count, *found)


def _otherwise(
    count: Count, counted: Sequence[tuple[Indicator, Count]]
) -> tuple[Indicator, Count] | None:
    """The indicator that counts the same thing in another measure; None where one agrees."""
    alike = [
        (each, other)
        for each, other in counted
        if other.number == count.number and _share_a_word(count.words, each.name)
    ]
    if any(other.measure == count.measure for _, other in alike):
        return None
    pairs = (pair for pair in alike if _may_be_taken(pair[1].measure, count.measure))
    return next(pairs, None)


def _finding(
    sheet: ProjectSheet, number: int, goal: Goal, count: Count, each: Indicator, other: Count
) -> Finding:
    return Finding(
        f"{sheet.called}的目标{number}写的是{count.shown}，指标“{each.name}”写的是{other.shown}",
        "改成同一个量词",
        about=f"目标{goal.id} 指标{each.id}",
        where=sheet.where,
        places=(
            Place(Goal.expected, goal.id),
            Place(Indicator.unit, each.id),
            Place(Indicator.target, each.id),
        ),
        operands=(Operand(f"目标{number}", count.shown), Operand(each.name, other.shown)),
        words=count.shown,
    )


def _counts(text: str) -> Iterator[Count]:
    """What a goal counts, more than one of a thing."""
    for clause in _CLAUSE.split(unicodedata.normalize("NFKC", text)):
        for found in _COUNTED.finditer(clause):
            number = Fraction(Decimal(found[1])) * _TIMES[found[2]]
            if number > 1:
                yield Count(number, found[3], clause, found[0])


def _count(each: Indicator) -> Count | None:
    shown = each.target if each.target.endswith(each.unit) else each.target + each.unit
    measure = each.unit or re.sub(r"^[\d.,]+[万亿]?", "", each.target)
    try:
        return Count(quantity(each.target, each), measure, each.name, shown)
    except NotStated:
        return None


def _share_a_word(one: str, other: str) -> bool:
    """Whether two texts have two characters in common that say something."""
    pairs = {other[place : place + 2] for place in range(len(other) - 1)}
    return any(pair in one for pair in pairs - _SAYS_LITTLE if _is_chinese(pair))


def _is_chinese(text: str) -> bool:
    return all("\u4e00" <= character <= "\u9fff" for character in text)


def _may_be_taken(one: str, other: str) -> bool:
    return one != other and any(one in group and other in group for group in GROUPS)


RULES: tuple[Rule, ...] = (one_thing_has_one_measure,)
