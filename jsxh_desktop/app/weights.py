"""分值 of a self-evaluation sheet: what is given out, what is left, and how the rest is split."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from jsxh_desktop.app.score_words import number
from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.sheet_form import Sheet, SheetClass

ALL = Decimal(100)
STEPS = (Decimal(1), Decimal("0.5"), Decimal("0.1"), Decimal("0.01"))
"""What the points of one indicator may be a multiple of, the plainest first."""


def class_points(sheet: Sheet) -> dict[str, Decimal]:
    """The points of each first-level class the scheme fixes them for.

    A single class the scheme does not name (完成指标 of the older form) has what the others leave.
    """
    scheme = sheet.scheme
    fixed = {
        group.name: scheme.weights[group.name]
        for group in sheet.classes
        if group.name in scheme.weights
    }
    others = [group.name for group in sheet.classes if group.name not in fixed]
    if fixed and len(others) == 1:
        rest = ALL - scheme.execution - sum(fixed.values())
        return {group.name: fixed.get(group.name, rest) for group in sheet.classes}
    return fixed


def given(indicators: Iterable[Indicator]) -> Decimal:
    """The points these indicators have together."""
    return sum((each.weight or Decimal(0) for each in indicators), Decimal(0))


def left(indicators: Iterable[Indicator], sheet: Sheet) -> Decimal:
    """The points of the whole sheet nobody has yet; below zero where too many are given out."""
    return ALL - sheet.scheme.execution - given(indicators)


def left_in_words(points: Decimal, done: str = "分完了") -> str:
    """还剩 5 分, 多了 5 分, or that it is done."""
    if points > 0:
        return f"还剩 {number(points)} 分"
    return f"多了 {number(-points)} 分" if points else done


def members(group: SheetClass, indicators: Iterable[Indicator]) -> list[Indicator]:
    """The indicators of one first-level class."""
    own = {category for category, _ in group.members}
    return [each for each in indicators if each.category in own]


def class_in_words(group: SheetClass, indicators: Sequence[Indicator], sheet: Sheet) -> str:
    """50 分，还剩 5 分; without fixed points what is given out: 45 分."""
    points = class_points(sheet).get(group.name)
    own = given(indicators)
    if points is None:
        return f"{number(own)} 分"
    return f"{number(points)} 分，{left_in_words(points - own, '分完 ✓')}"


def split(points: Decimal, count: int) -> list[Decimal]:
    """Points split among some: evenly if that comes out plain, else the first get one step more.

    The parts add up to the points, and no two are further apart than one step.
    """
    exact = [step for step in STEPS[:-1] if not points % (step * count)]
    whole = [step for step in STEPS if not points % step and points >= step * count]
    step = (exact or whole or STEPS[-1:])[0]
    steps, more = divmod(int(points / step), count)
    parts = [step * (steps + (place < more)) for place in range(count)]
    parts[0] += points % step
    return parts


def spread(indicators: Sequence[Indicator], sheet: Sheet) -> list[Put]:
    """The points that are left, given to those without any, else to all, class by class."""
    return list(_spread(indicators, sheet)) if sheet.scheme.scored else []


def _spread(indicators: Sequence[Indicator], sheet: Sheet) -> Iterator[Put]:
    fixed = class_points(sheet)
    rest = list(indicators)
    for group in sheet.classes:
        if group.name in fixed:
            own = members(group, indicators)
            rest = [each for each in rest if each not in own]
            yield from _given_to(own, fixed[group.name] - given(own))
    free = ALL - sheet.scheme.execution - sum(fixed.values())
    yield from _given_to(rest, free - given(rest))


def _given_to(indicators: Sequence[Indicator], points: Decimal) -> Iterator[Put]:
    blank = [each for each in indicators if each.weight is None] or indicators
    if points <= 0 or not blank:
        return
    for each, more in zip(blank, split(points, len(blank)), strict=True):
        yield Put(Indicator.weight, (each.weight or Decimal(0)) + more, each.id)
