"""What is kept from one check to the next never shows: an answer goes by the filing alone."""

from __future__ import annotations

import dataclasses
import datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.app.book import document
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing, with_value, without
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.rules.registry import check
from jsxh_desktop.rules.rule import Verdict
from jsxh_desktop.rules.subject import Subject
from tests.examples import examples
from tests.filings import archive

SAMPLE = sample()
RECORDS: dict[type[Any], Any] = {
    **{entity: getattr(SAMPLE, name) for name, entity in SINGLES.items()},
    **{entity: held[0] for name, entity in LISTS.items() if (held := getattr(SAMPLE, name))},
}
PLACES = tuple(
    Place(entry, getattr(record, "id", 0))
    for entity, record in RECORDS.items()
    for entry in entries(entity)
    if entry.of(record) not in {None, ""}
)
ROWS = tuple(
    (entity, record.id)
    for name, entity in LISTS.items()
    if entity not in SINGLES.values()
    for record in getattr(SAMPLE, name)
)


def another(value: Any) -> Any:
    """A value of the same kind that is not this one."""
    match value:
        case Enum():
            kinds = [*type(value)]
            return kinds[kinds.index(value) - 1]
        case bool():
            return not value
        case str():
            return f"{value}2019年写了三次，共12.34万元"
        case int() | Decimal():
            return value + 1
        case Money():
            return Money(value.fen + 10_000)
        case datetime.date():
            return value + datetime.timedelta(days=40)
    raise TypeError(type(value))


def told(filing: Filing) -> tuple[Verdict, ...]:
    """What the rules say of a filing of which nothing is kept."""
    pack = load_pack(filing.pack)
    apart = dataclasses.replace(filing)
    return check(Subject(apart, pack, document(apart, pack)))


def assert_goes_by_itself(edited: Filing) -> None:
    told(SAMPLE)
    next_to_it = told(edited)
    told(archive())
    assert next_to_it == told(edited)


@given(st.sampled_from(PLACES))
@settings(max_examples=examples(6))
def test_a_value_changed_is_judged_as_if_nothing_had_been_judged_before(place: Place) -> None:
    value = place.entry.of(RECORDS[place.entry.entity])
    assert_goes_by_itself(with_value(SAMPLE, place.entry, another(value), place.key))


@given(st.sampled_from(ROWS))
@settings(max_examples=examples(2))
def test_a_row_less_is_judged_as_if_nothing_had_been_judged_before(
    row: tuple[type[Any], int],
) -> None:
    assert_goes_by_itself(without(SAMPLE, *row))


@given(st.sampled_from([-1, 1]))
@settings(max_examples=examples(1))
def test_another_year_is_judged_as_if_nothing_had_been_judged_before(years: int) -> None:
    assert_goes_by_itself(dataclasses.replace(SAMPLE, year=SAMPLE.year + years))
