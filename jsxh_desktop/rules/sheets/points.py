"""E04, E05, E06: 分值 of the whole sheet and of each class, and no score beyond them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.sheet_form import Sheet
from jsxh_desktop.domain.stated import NotStated, stated
from jsxh_desktop.domain.terms import IndicatorClass
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Said, Severity, Unjudged, rule
from jsxh_desktop.rules.sheets.facts import ProjectSheet, each_indicator
from jsxh_desktop.rules.sheets.match import each_scored
from jsxh_desktop.rules.sheets.print import FIRST, NAME, POINTS, SCORE, TOTAL, PrintedSheet, figure
from jsxh_desktop.rules.subject import Subject

_POINTS = re.compile(r"[（(](\d+(?:\.\d+)?)分[）)]")
ALL = Decimal(100)
OUTPUT, BENEFIT = "产出指标", "效益指标"
COST, SATISFACTION = "成本指标", "满意度指标"
MOVED_TO_OUTPUT, MOVED_TO_BENEFIT = Decimal(10), Decimal(10)
"""What a sheet without 成本指标 has more in each of the two (财预〔2021〕101号)."""


@rule(
    "E04",
    "权重合计",
    Severity.ERROR,
    "执行率的分值加各项指标的分值等于100分",
    why="分值不是100分，总分就没法和别的项目比",
    cites="财预〔2020〕10号",
)
def points_add_up(subject: Subject) -> Iterator[Said]:
    return each_scored(subject, _points, _printed_points)


def _points(sheet: ProjectSheet) -> Iterator[Said]:
    for indicator in sheet.indicators:
        if indicator.weight is not None and indicator.weight < 0:
            yield Finding(
                f"{sheet.called}的“{indicator.name}”分值是{said(indicator.weight)}，不能小于0",
                "改分值",
                about=f"指标{indicator.id}",
                where=sheet.where,
                places=(Place(Indicator.weight, indicator.id),),
            )
    if not sheet.indicators:
        raise NotStated("绩效指标")
    yield from _sum(sheet, sheet.indicators, ALL - sheet.form.scheme.execution, "指标")


def _printed_points(printed: PrintedSheet, sheet: ProjectSheet) -> Iterator[Said]:
    if not printed.has(POINTS):
        yield Finding(
            f"{sheet.called}的自评表没有分值，算不出总分",
            "换成这一年的表样",
            about=f"{sheet.about} 没有分值",
            where=sheet.where,
            places=(sheet.place,),
        )
        return
    due = sheet.form.scheme.execution
    execution = figure(printed.funds.get((TOTAL, POINTS), ""))
    if execution and execution[0] != due:
        yield _misprinted(sheet, "执行率的分值", execution[0], due)
    found = [figure(row.at(POINTS)) for row in printed.rows]
    known = [each[0] for each in found if each]
    added = sum(known, due)
    if len(known) == len(found) and added != ALL:
        yield _misprinted(sheet, "分值加起来", added, ALL)
    whole = figure(printed.total_points or "")
    if whole and whole[0] != ALL:
        yield _misprinted(sheet, "总分的分值", whole[0], ALL)


def _misprinted(sheet: ProjectSheet, name: str, shown: Decimal, due: Decimal) -> Finding:
    return Finding(
        f"{sheet.called}的自评表里，{name}是{said(shown)}，应为{said(due)}",
        "核对分值",
        about=f"{sheet.about} 印出 {name}",
        where=sheet.where,
        places=_weights(sheet.indicators) or (sheet.place,),
        operands=(Operand(name, said(shown), "自评表"), Operand("应为", said(due))),
        computed=said(due),
    )


@rule(
    "E05",
    "一级权重",
    Severity.WARNING,
    "各类一级指标的分值按规定：产出50、效益30、满意度10；有成本指标的是成本20、产出40、效益20、满意度10",
    why="一级指标的权重原则上统一，调整过要说得出道理",
    cites="财预〔2020〕10号、财预〔2021〕101号",
)
def classes_have_their_points(subject: Subject) -> Iterator[Said]:
    return each_scored(subject, _classes, _printed_classes)


def _classes(sheet: ProjectSheet) -> Iterator[Said]:
    if all(each.weight is None for each in sheet.indicators):
        raise NotStated("指标分值")
    points = class_points(sheet.form, sheet.indicators)
    for group in sheet.form.classes:
        if group.name in points:
            categories = {category for category, _ in group.members}
            own = [each for each in sheet.indicators if each.category in categories]
            yield from _sum(sheet, own, points[group.name], group.name)


def _printed_classes(printed: PrintedSheet, sheet: ProjectSheet) -> Iterator[Said]:
    """The points a form prints behind a class: 效益指标（30分）; those of the scheme do as well."""
    points = class_points(sheet.form, sheet.indicators)
    told = {
        row.at(FIRST): found for row in printed.rows if (found := _POINTS.search(row.at(FIRST)))
    }
    for text, found in told.items():
        name = next((name for name in points if text.startswith(name)), "")
        due = points.get(name, ALL)
        if name and Decimal(found[1]) not in {due, sheet.form.scheme.weights.get(name, due)}:
            yield Finding(
                f"{sheet.called}的自评表里，“{text}”应为{said(due)}",
                f"改成{said(due)}",
                about=f"{sheet.about} 印出 {text[: found.start()]}",
                where=sheet.where,
                places=(sheet.place,),
                computed=said(due),
                words=text,
            )


def class_points(form: Sheet, indicators: Sequence[Indicator]) -> Mapping[str, Decimal]:
    """The points of each first-level class by the scheme; none where it leaves them free.

    Without 成本指标 the output has 10 more, and so has the benefit; what 满意度指标 would have goes
    to the benefit where there is no such indicator. A class the scheme does not name (完成指标 of
    the older form) has what the others leave.
    """
    scheme = form.scheme
    points = dict(scheme.weights)
    if not points:
        return {}
    there = {each.category for each in indicators}
    costs = {
        category for group in form.classes if group.name == COST for category, _ in group.members
    }
    if COST in points and there.isdisjoint(costs):
        del points[COST]
        points[OUTPUT] += MOVED_TO_OUTPUT
        points[BENEFIT] += MOVED_TO_BENEFIT
    if SATISFACTION in points and IndicatorClass.SATISFACTION not in there:
        points[BENEFIT] += points.pop(SATISFACTION)
    named = {group.name: points[group.name] for group in form.classes if group.name in points}
    others = [group.name for group in form.classes if group.name not in scheme.weights]
    if len(others) == 1:
        named[others[0]] = ALL - scheme.execution - sum(named.values())
    return named


def _sum(
    sheet: ProjectSheet, indicators: Sequence[Indicator], due: Decimal, called: str
) -> Iterator[Said]:
    """What some indicators have together; blanks count once it is too much without."""
    blank = [each for each in indicators if each.weight is None]
    given = sum((each.weight for each in indicators if each.weight is not None), Decimal(0))
    if blank and given <= due:
        yield Unjudged(
            f"{sheet.called}有{len(blank)}条指标没有分值",
            tuple(Place(Indicator.weight, each.id) for each in blank),
        )
    elif given != due:
        apart = f"还剩{said(due - given)}" if given < due else f"多了{said(given - due)}"
        yield Finding(
            f"{sheet.called}的{called}已分{said(given)}，应为{said(due)}，{apart}",
            f"改分值，合计要到{said(due)}",
            about=f"{sheet.about} {called}",
            where=sheet.where,
            places=_weights(indicators) or (sheet.place,),
            operands=(Operand("已分", said(given), "指标分值"), Operand("应为", said(due), "规定")),
            computed=said(due),
        )


@rule(
    "E06",
    "得分上限",
    Severity.ERROR,
    "每条指标的得分不小于0，也不超过它的分值",
    why="得分超过分值，总分会超过100分",
    cites="财预〔2020〕10号",
)
def no_score_beyond_its_points(subject: Subject) -> Iterator[Said]:
    return each_scored(subject, _scores, _printed_scores)


def _scores(sheet: ProjectSheet) -> Iterator[Said]:
    return each_indicator(sheet, _own_score)


def _own_score(sheet: ProjectSheet, indicator: Indicator) -> Iterator[Said]:
    if indicator.own_score is None:
        return
    score = indicator.own_score
    weight = stated(indicator.weight, f"“{indicator.name}”的分值")
    if not 0 <= score <= weight:
        bound = f"分值只有{said(weight)}" if score > weight else "不能小于0"
        yield Finding(
            f"{sheet.called}的“{indicator.name}”自定得分{said(score)}，{bound}",
            "改得分",
            about=f"指标{indicator.id}",
            where=sheet.where,
            places=(
                Place(Indicator.own_score, indicator.id),
                Place(Indicator.weight, indicator.id),
            ),
            operands=(Operand("自定得分", said(score)), Operand("分值", said(weight))),
        )


def _printed_scores(printed: PrintedSheet, sheet: ProjectSheet) -> Iterator[Said]:
    for place, row in enumerate(printed.rows, 1):
        score, weight = figure(row.at(SCORE)), figure(row.at(POINTS))
        if score and weight and not 0 <= score[0] <= weight[0]:
            yield Finding(
                f"{sheet.called}的自评表里，“{row.at(NAME)}”得分{said(score[0])}，"
                f"分值{said(weight[0])}",
                "核对得分",
                about=f"{sheet.about} 印出第{place}行",
                where=sheet.where,
                places=(sheet.place,),
                operands=(Operand(SCORE, said(score[0])), Operand(POINTS, said(weight[0]))),
                words=row.at(SCORE),
            )


def _weights(indicators: Sequence[Indicator]) -> tuple[Place, ...]:
    return tuple(Place(Indicator.weight, each.id) for each in indicators)


def said(points: Decimal) -> str:
    """Points as a finding says them: 9.38分."""
    return f"{points.normalize():f}分"


RULES: tuple[Rule, ...] = (points_add_up, classes_have_their_points, no_score_beyond_its_points)
