"""E17, E19: indicators that are copies of each other, and actuals that all are their targets."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.terms import IndicatorClass, IndicatorNature
from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Said, Severity, rule
from jsxh_desktop.rules.sheets.classes import OF_BENEFIT
from jsxh_desktop.rules.sheets.facts import ProjectSheet, each_sheet, sheets_of
from jsxh_desktop.rules.subject import Subject

A_SENTENCE = 12
"""A benefit of fewer characters is the name of a measure, which any project may use again."""
NEARLY_ALL = 95
ENOUGH = 10
"""Of fewer indicators, all may well have come out as planned."""

Texts = tuple[tuple[str, Indicator], ...]


@rule(
    "E17",
    "指标重复",
    Severity.WARNING,
    "同一项目同一类里没有同名的三级指标；效益指标不逐字照抄",
    why="照抄的效益指标看不出这个项目的效果",
    cites="财预〔2020〕10号附件2 指标体系框架（参考）",
)
def no_indicator_is_a_copy(subject: Subject) -> Iterator[Said]:
    yield from each_sheet(subject, _twins)
    held: dict[str, list[tuple[ProjectSheet, Indicator]]] = {}
    for sheet in sheets_of(subject):
        for text, indicator in sheet.once(_benefits):
            held.setdefault(text, []).append((sheet, indicator))
    for text, copies in held.items():
        if len(copies) > 1:
            yield _copied(text, copies)


def _twins(sheet: ProjectSheet) -> Iterator[Said]:
    held: dict[tuple[IndicatorClass | None, str], Indicator] = {}
    for indicator in sheet.indicators:
        name = _bare(indicator.name)
        if not name or (indicator.category in OF_BENEFIT and len(name) >= A_SENTENCE):
            continue
        first = held.setdefault((indicator.category, name), indicator)
        if first is not indicator:
            yield Finding(
                f"{sheet.called}有两条{indicator.category or '指标'}都叫“{indicator.name}”",
                "改名，或者删掉一条",
                about=f"指标{indicator.id}",
                where=sheet.where,
                places=tuple(Place(Indicator.name, each.id) for each in (indicator, first)),
                words=indicator.name,
            )


def _benefits(sheet: ProjectSheet) -> Texts:
    """The sentences among the benefits of a project."""
    return tuple(
        (text, each)
        for each in sheet.indicators
        if each.category in OF_BENEFIT and len(text := _bare(each.name)) >= A_SENTENCE
    )


def _copied(text: str, copies: Sequence[tuple[ProjectSheet, Indicator]]) -> Finding:
    sheets = tuple(dict.fromkeys(sheet for sheet, _ in copies))
    named = "".join(sheet.called for sheet in sheets[:3])
    where = f"{named}等{len(sheets)}个项目" if len(sheets) > 3 else named
    whole = copies[0][1].name
    start = whole if len(whole) <= A_SENTENCE else f"{whole[:A_SENTENCE]}……"
    return Finding(
        f"效益指标“{start}”在{where}里写了{len(copies)}次，一字不差",
        "各写各的效果",
        about=f"效益 {text}",
        where="、".join(sheet.where for sheet in sheets[:3]),
        places=tuple(Place(Indicator.name, indicator.id) for _, indicator in copies),
        operands=(Operand("相同的效益指标", f"{len(copies)}条"),),
        words=whole,
    )


@rule(
    "E19",
    "全部满分",
    Severity.INFO,
    "完成值和指标值完全相同的指标不到95%",
    why="每一条都正好完成，看的人会怀疑自评是照抄目标",
    cites="财预〔2020〕10号",
)
def not_everything_came_out_as_planned(subject: Subject) -> Iterator[Said]:
    tally: Counter[bool] = Counter()
    for sheet in sheets_of(subject):
        tally.update(sheet.once(_equal))
    same, all_ = tally[True], tally.total()
    if all_ >= ENOUGH and same * 100 >= NEARLY_ALL * all_:
        share = "的完成值和指标值全都" if same == all_ else f"里有{same}条的完成值和指标值"
        yield Finding(
            f"{all_}条指标（不算时效）{share}一模一样",
            "核对完成值是不是照实填的",
            about="全部自评表",
            where="自评表",
            places=(sheets_of(subject)[0].place,),
            operands=(Operand("完成值等于指标值", f"{same}条"), Operand("指标", f"{all_}条")),
            computed=f"{same * 100 // all_}%",
        )


def _equal(sheet: ProjectSheet) -> Counter[bool]:
    """How many of the indicators that are filled in came out as planned; days are left out."""
    return Counter(
        _bare(each.target) == _bare(each.actual)
        for each in sheet.indicators
        if each.target
        and each.actual
        and each.nature is not IndicatorNature.DAY
        and each.category is not IndicatorClass.TIMELINESS
    )


@lru_cache(maxsize=TEXTS)
def _bare(text: str) -> str:
    """A text by its characters: neither spaces nor the mark it ends with tell two apart."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).rstrip("。，,;；、")


RULES: tuple[Rule, ...] = (no_indicator_is_a_copy, not_everything_came_out_as_planned)
