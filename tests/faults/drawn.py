"""Faults in charts: a digit of a value or a label, years swapped, a share forced, a part lost."""

from __future__ import annotations

import dataclasses
import re
from typing import TypeVar

from jsxh_desktop.charts.chart import Chart, ChartKind, Series
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.narrative.block import Figure
from jsxh_desktop.rules.subject import Subject
from tests.consistent.draw import Draw
from tests.consistent.filings import Case
from tests.faults.fault import Kind, Planted
from tests.faults.paper import Spot, charts, with_block
from tests.faults.sentences import DIGIT, DROPPED, other_digit

T = TypeVar("T")
_SHARE = re.compile(r"，(\d+(?:\.\d+)?)%")


def value(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """One digit of a value as 万元 show it."""
    places = [
        (spot, figure, row, place)
        for spot, figure in charts(subject)
        for row, series in enumerate(_chart(figure).series)
        for place, amount in enumerate(series.values)
        if amount is not None
    ]
    if not places:
        return None
    spot, figure, row, place = draw.one(places)
    held = _chart(figure).series[row].values[place] or Money()
    shown = held.show()
    digit = draw.one([at for at, char in enumerate(shown) if char.isdecimal()])
    new = wan(shown[:digit] + other_digit(draw, shown, digit) + shown[digit + 1 :])
    if not new and _chart(figure).kind is ChartKind.PIE:
        return None
    what = f"{figure.caption} 【{shown}→{new.show()}】"
    return Planted(what, _with_value(subject, spot, figure, row, {place: new}))


def label(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """One digit of a label."""
    places = [
        (spot, figure, place)
        for spot, figure in charts(subject)
        for place, _ in enumerate(_chart(figure).labels)
    ]
    if not places:
        return None
    spot, figure, place = draw.one(places)
    old = _chart(figure).labels[place]
    digit = draw.one([at for at, char in enumerate(old) if char.isdecimal()])
    new = old[:digit] + other_digit(draw, old, digit) + old[digit + 1 :]
    return Planted(
        f"{figure.caption} 【{old}→{new}】", _labelled(subject, spot, figure, place, new)
    )


def years_swapped(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """Both values of a series, or both years of the axis."""
    places = [
        (spot, figure, row)
        for spot, figure in charts(subject)
        if _chart(figure).kind is ChartKind.COLUMNS
        for row, series in enumerate(_chart(figure).series)
        if len({value.show() for value in series.values if value is not None}) == 2
    ]
    if not places:
        return None
    spot, figure, row = draw.one(places)
    chart = _chart(figure)
    if draw.chance(0.3):
        turned = dataclasses.replace(chart, categories=chart.categories[::-1])
        block = dataclasses.replace(figure, chart=turned)
        return Planted(f"{figure.caption} 年份对调", with_block(subject, spot, block))
    one, two = chart.series[row].values
    swapped = {0: two, 1: one}
    return Planted(
        f"{figure.caption} “{chart.series[row].name}”两年的数对调",
        _with_value(subject, spot, figure, row, swapped),
    )


def share_forced(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """One share of the labels moved so that they add up to 100."""
    places = []
    for spot, figure in charts(subject):
        shares = [_SHARE.search(each) for each in _chart(figure).labels]
        told = [float(each[1]) for each in shares if each]
        off = 1000 - sum(round(each * 10) for each in told)
        if len(told) > 1 and off and abs(off) <= len(told):
            places.append((spot, figure, off))
    if not places:
        return None
    spot, figure, off = draw.one(places)
    place = draw.count(0, len(_chart(figure).labels) - 1)
    old = _chart(figure).labels[place]
    new = _SHARE.sub(lambda found: f"，{float(found[1]) + off / 10:.1f}%", old)
    return Planted(
        f"{figure.caption} 【{old}→{new}】", _labelled(subject, spot, figure, place, new)
    )


def part_dropped(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """One slice of a pie."""
    places = [
        (spot, figure)
        for spot, figure in charts(subject)
        if _chart(figure).kind is ChartKind.PIE and len(_chart(figure).categories) > 1
    ]
    if not places:
        return None
    spot, figure = draw.one(places)
    chart = _chart(figure)
    gone = draw.count(0, len(chart.categories) - 1)

    def kept(held: tuple[T, ...]) -> tuple[T, ...]:
        return (*held[:gone], *held[gone + 1 :])

    smaller = dataclasses.replace(
        chart,
        categories=kept(chart.categories),
        labels=kept(chart.labels),
        series=tuple(Series(x.name, kept(x.values)) for x in chart.series),
    )
    what = f"{figure.caption} 删去“{chart.categories[gone]}”"
    return Planted(what, with_block(subject, spot, dataclasses.replace(figure, chart=smaller)))


def figure_dropped(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """A whole figure."""
    places = charts(subject)
    if not places:
        return None
    spot, figure = draw.one(places)
    return Planted(f"删去{figure.caption}", with_block(subject, spot, None))


def _chart(figure: Figure) -> Chart:
    if figure.chart is None:
        raise ValueError(figure.caption)
    return figure.chart


def _with_value(
    subject: Subject, spot: Spot, figure: Figure, row: int, new: dict[int, Money | None]
) -> Subject:
    chart = _chart(figure)
    series = list(chart.series)
    values = tuple(new.get(place, held) for place, held in enumerate(series[row].values))
    series[row] = Series(series[row].name, values)
    changed = dataclasses.replace(chart, series=tuple(series))
    return with_block(subject, spot, dataclasses.replace(figure, chart=changed))


def _labelled(subject: Subject, spot: Spot, figure: Figure, place: int, new: str) -> Subject:
    chart = _chart(figure)
    labels = (*chart.labels[:place], new, *chart.labels[place + 1 :])
    changed = dataclasses.replace(chart, labels=labels)
    return with_block(subject, spot, dataclasses.replace(figure, chart=changed))


KINDS = (
    Kind(DIGIT, "图上的数", value),
    Kind(DIGIT, "图上的标签", label),
    Kind("两年对调", "图", years_swapped),
    Kind("凑100%", "图上的占比", share_forced),
    Kind(DROPPED, "图的一块", part_dropped),
    Kind(DROPPED, "一幅图", figure_dropped),
)
