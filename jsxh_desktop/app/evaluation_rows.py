"""How an indicator and a class of indicators read as rows of a grid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jsxh_desktop.app import weights
from jsxh_desktop.app.evaluation_columns import SHORT
from jsxh_desktop.app.evaluation_model import score, wants_judging
from jsxh_desktop.app.grid_layout import Column, GridRow
from jsxh_desktop.app.score_words import number, reason_owed
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.scoring import total_score
from jsxh_desktop.domain.sheet_form import Sheet
from jsxh_desktop.domain.terms import IndicatorClass

UNSORTED = "还没有归类"
OPEN, CLOSED = "∨", "›"

Text = Callable[[Entry[Any], Indicator], str]
"""What a field of an indicator shows."""


@dataclass(frozen=True, slots=True)
class Band:
    """A first-level class with its indicators in the order of the form.

    `category` is what a new indicator put under it is; `words` say how its points stand.
    """

    name: str
    category: IndicatorClass | None
    indicators: tuple[Indicator, ...]
    words: str

    def cells(self, columns: Sequence[Column], sheet: Sheet, *, is_open: bool) -> tuple[str, ...]:
        """Name, words, and below the columns of weights and scores their sums."""
        first, second, *_ = columns
        texts = {
            first.entry: f"{OPEN if is_open else CLOSED} {self.name}",
            second.entry: self.words,
        }
        if sheet.scheme.scored and self.indicators:
            texts[Indicator.weight] = number(weights.given(self.indicators))
            found = [score(each, sheet) for each in self.indicators]
            known = [each for each in found if each is not None]
            texts[Indicator.own_score] = str(total_score(known)) if known else ""
        return tuple(texts.get(column.entry, "") for column in columns)


def bands(indicators: Sequence[Indicator], sheet: Sheet) -> Iterator[Band]:
    """Every class of the form, then what it has no place for."""
    placed: set[int] = set()
    for group in sheet.classes:
        order = [category for category, _ in group.members]
        own = weights.members(group, indicators)
        own.sort(key=lambda each: order.index(each.category) if each.category else 0)
        placed.update(each.id for each in own)
        yield Band(group.name, order[0], tuple(own), _words(group.name, own, sheet))
    strays = tuple(each for each in indicators if each.id not in placed)
    if strays:
        yield Band(UNSORTED, None, strays, "选一个指标类别，就会归到它那一类")


def _words(name: str, own: Sequence[Indicator], sheet: Sheet) -> str:
    group = next(group for group in sheet.classes if group.name == name)
    if not own:
        points = weights.class_points(sheet).get(name) if sheet.scheme.scored else None
        return "还没有指标" if points is None else f"{number(points)} 分，还没有指标"
    return weights.class_in_words(group, own, sheet) if sheet.scheme.scored else f"{len(own)} 条"


def indicator_row(
    indicator: Indicator, columns: Sequence[Column], sheet: Sheet, text: Text
) -> GridRow:
    """One indicator: the texts of its cells, and which of them are wrong although they read."""
    owed = "" if indicator.deviation_reason else reason_owed(indicator, sheet.scheme)
    cells, wrong = [], []
    for place, column in enumerate(columns):
        shown = text(column.entry, indicator) if column.entry else ""
        if column.entry is Indicator.own_score:
            found = score(indicator, sheet)
            shown = "" if found is None else str(found)
        elif column.entry is Indicator.category and shown == indicator.category:
            shown = _printed(indicator.category, sheet)
        elif column.entry is Indicator.attainment and shown == indicator.attainment:
            shown = SHORT[indicator.attainment]
        elif column.entry is Indicator.deviation_reason and owed and not shown:
            shown = f"必填：{owed}"
        cells.append(shown)
        if problem(indicator, column, sheet, owed):
            wrong.append(place)
    return GridRow(indicator.id, tuple(cells), wrong=frozenset(wrong))


def _printed(category: IndicatorClass, sheet: Sheet) -> str:
    names = (
        name for group in sheet.classes for member, name in group.members if member is category
    )
    return next(names, str(category))


def problem(indicator: Indicator, column: Column, sheet: Sheet, owed: str) -> str:
    """What is wrong with a cell although its text reads; `owed` is the reason nobody wrote yet."""
    category = indicator.category
    if column.entry is Indicator.deviation_reason:
        return owed
    if column.entry is Indicator.attainment:
        waits = wants_judging(indicator, sheet) and indicator.actual
        return "定性指标按达成情况给分，按 F4 选一档" if waits else ""
    if column.entry is Indicator.category and category and not _has(sheet, category):
        return f"这张表没有“{category}”这一类，按 F4 换一类"
    return ""


def _has(sheet: Sheet, category: IndicatorClass) -> bool:
    return any(member is category for group in sheet.classes for member, _ in group.members)
