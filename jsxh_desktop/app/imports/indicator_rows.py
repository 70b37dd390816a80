"""One indicator of a form against the one there is: what of it is new."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from jsxh_desktop.app.imports.evaluation_forms import Spot
from jsxh_desktop.app.imports.field_cells import Cell
from jsxh_desktop.app.imports.form_words import (
    ACTUAL,
    NAME,
    NATURE,
    REASON,
    SECOND,
    TARGET,
    UNIT,
    WEIGHT,
)
from jsxh_desktop.app.imports.measure import Measure, measured, nature_of
from jsxh_desktop.app.imports.source import plain
from jsxh_desktop.domain.entry import Entry, read_day
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.terms import IndicatorClass, IndicatorNature
from jsxh_desktop.reports.sheets import evaluation as said

Values = Mapping[Entry[Any], Cell]
"""What a row of a form says of an indicator, by entry."""

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
_POINTS = re.compile(r"\(\d+(\.\d+)?分\)$", re.ASCII)
NO_NATURE = "表里没有写指标性质，请补上"
WORDS = (IndicatorNature.QUALITATIVE, IndicatorNature.YES_NO, IndicatorNature.DAY)


def category_of(name: str, pack: Pack) -> IndicatorClass | None:
    """The class a form calls so, by the pack's names and the usual ones."""
    called = plain(name)
    groups = pack.sheet.classes
    names = {plain(own): kind for group in groups for kind, own in group.members}
    alone = {plain(x.name): x.members[0][0] for x in groups if len(x.members) == 1}
    usual = {str(kind): kind for kind in IndicatorClass}
    found = names.get(called) or usual.get(called) or usual.get(called.removeprefix("服务对象"))
    return found or alone.get(_POINTS.sub("", called))


def values(row: Mapping[str, Spot], held: Indicator | None, pack: Pack) -> Values:
    """Every field a row says; what a form only prints otherwise is what is held already."""
    found: dict[Entry[Any], Cell] = {Indicator.name: _text(row[NAME])}
    category = category_of(row[SECOND].text, pack)
    if category:
        found[Indicator.category] = Cell(row[SECOND].address, row[SECOND].text, category)
    if TARGET in row:
        found |= dict(_target(row, held))
    if ACTUAL in row:
        unit = _value(found, Indicator.unit) or (held.unit if held else "")
        found[Indicator.actual] = _actual(row[ACTUAL], held, unit)
    if WEIGHT in row:
        found[Indicator.weight] = _weight(row[WEIGHT])
    if REASON in row:
        found[Indicator.deviation_reason] = _text(row[REASON])
    return found


def _value(found: Values, entry: Entry[str]) -> str:
    return str(found[entry].value) if entry in found else ""


def _text(spot: Spot) -> Cell:
    return Cell(spot.address, spot.text, spot.text.strip())


def _target(row: Mapping[str, Spot], held: Indicator | None) -> Iterator[tuple[Entry[Any], Cell]]:
    spot = row[TARGET]
    given = nature_of(row[NATURE].text) if NATURE in row else None
    if held and _said_in(spot.text, _printed(held)):
        yield Indicator.target, Cell(spot.address, spot.text, held.target)
        return
    measure = _told(row, held)
    nature = given if given and measure.nature not in WORDS else measure.nature
    if nature and (held is None or given or measure.nature != held.nature):
        yield Indicator.nature, Cell(spot.address, spot.text, nature)
    yield Indicator.target, Cell(spot.address, spot.text, measure.value)
    if measure.unit or held is None:
        yield Indicator.unit, Cell(spot.address, spot.text, measure.unit)


def _told(row: Mapping[str, Spot], held: Indicator | None) -> Measure:
    """What the target says; the unit from its own column, or as it was where it still ends so."""
    measure = measured(row[TARGET].text)
    if UNIT in row:
        return measure._replace(unit=row[UNIT].text.strip())
    if held and held.unit and measure.unit == plain(held.unit):
        return measure._replace(unit=held.unit)
    return measure


def _printed(held: Indicator) -> tuple[str, ...]:
    """Every way a form prints a target."""
    label = Indicator.target.label
    return (
        held.target,
        said.target(held, label),
        said.signed(held, label),
        said.bare(held.target, held),
    )


def _said_in(text: str, ways: tuple[str, ...]) -> bool:
    """Whether a cell says one of these; of a number it keeps no zeros at the end."""
    number = _NUMBER.fullmatch(plain(text))
    for way in map(plain, ways):
        if way == plain(text):
            return True
        if number and _NUMBER.fullmatch(way) and Decimal(way) == Decimal(number[0]):
            return True
    return False


def _actual(spot: Spot, held: Indicator | None, unit: str) -> Cell:
    if held and held.actual:
        ways = (held.actual, said.measured(held.actual, held, ""), said.bare(held.actual, held))
        if _said_in(spot.text, ways):
            return Cell(spot.address, spot.text, held.actual)
    value = _on_one_line(spot.text.strip())
    bare = value.removesuffix(unit) if unit else value
    return Cell(spot.address, spot.text, bare or value)


def _on_one_line(value: str) -> str:
    """A day that a narrow form breaks below its year is the day as it is typed."""
    joined = value.replace("\n", "")
    try:
        read_day(joined)
    except ValueError:
        return value
    return joined


def _weight(spot: Spot) -> Cell:
    try:
        return Cell(spot.address, spot.text, Decimal(spot.text.strip()))
    except InvalidOperation:
        return Cell(spot.address, spot.text, None, "分值应为数字")
