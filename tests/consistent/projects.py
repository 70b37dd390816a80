"""Projects as they should be evaluated: goals, indicators, points, and what is written of them."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jsxh_desktop.domain.entry import show_day
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.domain.scoring import Scheme, owes_reason
from jsxh_desktop.domain.sheet_form import Sheet
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import (
    IndicatorClass,
    IndicatorNature,
    ProjectBudget,
    ProjectClass,
)
from tests.consistent.draw import Draw
from tests.consistent.topics import TOPICS, Topic

AT_LEAST, AT_MOST, EQUAL, DAY = (
    IndicatorNature.AT_LEAST,
    IndicatorNature.AT_MOST,
    IndicatorNature.EQUAL,
    IndicatorNature.DAY,
)
LATER = {
    IndicatorClass.COST: IndicatorClass.ECONOMIC_COST,
    IndicatorClass.SUSTAINED_IMPACT: IndicatorClass.SOCIAL_BENEFIT,
}
REASONS = (
    "年中增加了任务，实际完成量高于计划",
    "受汛期影响，部分工作顺延",
    "供货商交货较晚，已督促整改",
)


@dataclass(frozen=True, slots=True)
class Planned:
    """A project with the money it may spend."""

    project: Project
    topic: Topic
    lines: tuple[ExpenditureLine, ...]

    @property
    def budget(self) -> Money:
        return added(line.full_year_budget or Money() for line in self.lines)

    @property
    def final(self) -> Money:
        return added(line.final or Money() for line in self.lines)


def named(draw: Draw, count: int) -> tuple[tuple[Project, Topic], ...]:
    """So many projects of different topics, each with goals, monitored and evaluated."""
    return tuple(
        (_project(draw, topic, key), topic)
        for key, topic in enumerate(draw.shuffled(TOPICS)[:count], 1)
    )


def _project(draw: Draw, topic: Topic, key: int) -> Project:
    return Project(
        name=f"{topic.name}{draw.one(('经费', '项目', '专项经费'))}",
        code=f"51080021T0000{key:05d}" if draw.chance(0.5) else "",
        category=ProjectClass.SPECIAL,
        budget=draw.one((ProjectBudget.DEPARTMENT, ProjectBudget.EARMARKED)),
        leader="陈组长" if draw.chance(0.3) else "",
        targeted=True,
        monitored=True,
        evaluated=True,
        process=f"按实施方案开展{topic.name}，按进度验收。",
        execution_reason=draw.one(REASONS) + "。",
        conclusion=f"{topic.name}按要求完成，达到预期效果。",
        problems="项目资料归档不够及时。",
        measures="指定专人及时归档。",
        id=key,
    )


def goals(draw: Draw, planned: Sequence[Planned], rows: Sequence[Indicator]) -> tuple[Goal, ...]:
    """One for each output, with the very figures of its indicator."""
    return tuple(
        Goal(
            row.project,
            f"{row.name}{row.target}{row.unit}",
            f"{row.name}{row.actual}{row.unit}",
            id=number,
        )
        for number, row in enumerate(
            (row for row in rows if row.category is IndicatorClass.QUANTITY), 1
        )
    )


def indicators(
    draw: Draw, planned: Sequence[Planned], sheet: Sheet, year: int
) -> tuple[Indicator, ...]:
    """Every project's, numbered through; what deviates says why."""
    rows = [
        _explained(draw, row, sheet.scheme)
        for each in planned
        for row in _weighted([_placed(row, sheet) for row in _rows(draw, each, year)], sheet)
    ]
    return tuple(dataclasses.replace(row, id=number) for number, row in enumerate(rows, 1))


def _rows(draw: Draw, planned: Planned, year: int) -> Iterator[Indicator]:
    key, topic = planned.project.id, planned.topic
    outputs = draw.some(topic.outputs, 1, 3)
    counts = [draw.count(1, 4000) for _ in outputs]
    for (name, unit), count in zip(outputs, counts, strict=True):
        actual = count if draw.chance(0.7) else count + draw.count(0, max(1, count // 4))
        yield _row(key, IndicatorClass.QUANTITY, name, AT_LEAST, count, unit, actual)
    for name, _ in outputs[: draw.count(1, 2)]:
        rate = draw.count(90, 100)
        actual = draw.count(rate, 100) if draw.chance(0.8) else rate - draw.count(1, 5)
        yield _row(key, IndicatorClass.QUALITY, f"{name}合格率", AT_LEAST, rate, "%", actual)
    due = datetime.date(year, draw.count(6, 12), draw.count(1, 28))
    done = due - datetime.timedelta(draw.count(0, 20)) if draw.chance(0.8) else due
    yield Indicator(
        key, IndicatorClass.TIMELINESS, "完成时间", DAY, show_day(due), "", show_day(done)
    )
    yield from _costs(draw, planned, outputs, counts)
    rate = draw.count(2, 30)
    yield _row(key, IndicatorClass.SOCIAL_BENEFIT, topic.benefit, AT_LEAST, rate, "%", rate)
    years = draw.count(3, 12)
    yield _row(key, IndicatorClass.SUSTAINED_IMPACT, topic.lasting, AT_LEAST, years, "年", years)
    rate = draw.count(85, 95)
    name = f"{topic.served}满意度"
    yield _row(key, IndicatorClass.SATISFACTION, name, AT_LEAST, rate, "%", draw.count(rate, 99))


def _row(
    project: int,
    category: IndicatorClass,
    name: str,
    nature: IndicatorNature,
    target: int | str,
    unit: str,
    actual: int | str,
) -> Indicator:
    return Indicator(project, category, name, nature, str(target), unit, str(actual))


def _costs(
    draw: Draw, planned: Planned, outputs: Sequence[tuple[str, str]], counts: Sequence[int]
) -> Iterator[Indicator]:
    """A price for each output in whole 元, and the rest of the budget as one sum."""
    key, left = planned.project.id, planned.budget.fen
    share = left // 100 // (len(outputs) + 1)
    prices = [share * draw.count(50, 100) // 100 // count for count in counts]
    if not all(prices):
        return
    for (name, unit), count, price in zip(outputs, counts, prices, strict=True):
        left -= price * 100 * count
        yield _row(key, IndicatorClass.COST, f"{name}成本", AT_MOST, price, f"元/{unit}", price)
    if left:
        rest = Money(left).show("元").removesuffix(".00")
        name = f"{planned.topic.name}其他支出"
        yield _row(key, IndicatorClass.COST, name, AT_MOST, rest, "元", rest)


def _placed(row: Indicator, sheet: Sheet) -> Indicator:
    """The row in a class the form has: later forms tell costs and lasting influence otherwise."""
    held = {category for group in sheet.classes for category, _ in group.members}
    if row.category in held or row.category is None:
        return row
    return dataclasses.replace(row, category=LATER[row.category])


def _weighted(rows: list[Indicator], sheet: Sheet) -> list[Indicator]:
    """The rows with their points, where the form counts points, class by class."""
    if not sheet.scheme.scored:
        return rows
    found: list[Indicator] = []
    classes = {
        group.name: [row for row in rows if row.category in dict(group.members)]
        for group in sheet.classes
    }
    left = Decimal(100) - sheet.scheme.execution
    weights = dict(sheet.scheme.weights) or {name: left / len(rows) for name in classes}
    if sheet.scheme.weights and not classes.get("成本指标", rows):
        weights |= {name: weights[name] + 10 for name in ("产出指标", "效益指标")}
    for name, own in classes.items():
        points = weights[name] * (1 if sheet.scheme.weights else len(own))
        each = half_up(Fraction(points) / max(1, len(own)), 1)
        for place, row in enumerate(own, 1):
            last = place == len(own)
            weight = points - each * (len(own) - 1) if last else each
            found.append(dataclasses.replace(row, weight=half_up(weight, 1)))
    return _whole(found, left)


def _whole(rows: list[Indicator], points: Decimal) -> list[Indicator]:
    """The rows with all the points there are, whatever rounding left."""
    apart = points - sum((row.weight or Decimal(0) for row in rows), Decimal(0))
    first, *others = rows
    return [dataclasses.replace(first, weight=(first.weight or Decimal(0)) + apart), *others]


def _explained(draw: Draw, row: Indicator, scheme: Scheme) -> Indicator:
    try:
        owed = owes_reason(row, scheme)
    except NotStated:
        owed = False
    return dataclasses.replace(row, deviation_reason=draw.one(REASONS)) if owed else row
