"""Fences around the declared fields, so that declarations never grow into a language."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import LISTS, REFERS_TO, SINGLES, Filing

ENTITIES = [*SINGLES.values(), *LISTS.values()]
EVERY_ENTRY = [
    pytest.param(entry, id=f"{entity.__name__}.{entry.name}")
    for entity in ENTITIES
    for entry in entries(entity)
]


def test_an_entry_has_at_most_twelve_facts() -> None:
    assert len(dataclasses.fields(Entry)) <= 12


def test_reading_is_the_only_behaviour_an_entry_carries() -> None:
    entry = Filing(2021).organization.__class__.full_name
    callables = [
        fact.name
        for fact in dataclasses.fields(Entry)
        if callable(getattr(entry, fact.name)) and fact.name != "entity"
    ]
    assert callables == ["read"]


@pytest.mark.parametrize("entity", ENTITIES)
def test_entities_share_nothing_by_inheritance(entity: type[Any]) -> None:
    assert entity.__bases__ == (object,)


@pytest.mark.parametrize("entity", ENTITIES)
def test_two_entries_of_one_entity_never_have_the_same_label(entity: type[Any]) -> None:
    labels = [entry.label for entry in entries(entity)]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("entry", EVERY_ENTRY)
def test_a_label_is_chinese(entry: Entry[Any]) -> None:
    assert any("一" <= char <= "鿿" for char in entry.label)


@pytest.mark.parametrize("entry", EVERY_ENTRY)
def test_a_blank_field_shows_as_nothing_and_reads_back_blank(entry: Entry[Any]) -> None:
    assert entry.show(entry.blank) == ""
    if not entry.required:
        assert entry.parse("") == entry.blank


@pytest.mark.parametrize("entity", LISTS.values())
def test_records_in_lists_carry_an_id_that_is_not_part_of_what_they_say(entity: type[Any]) -> None:
    (key,) = [fact for fact in dataclasses.fields(entity) if fact.name == "id"]
    assert not key.compare


def test_a_filing_holds_nothing_but_its_facts_and_the_declared_records() -> None:
    own = {fact.name for fact in dataclasses.fields(Filing)} - {*SINGLES, *LISTS}
    assert own == {
        "year",
        "pack",
        "precision",
        "before",
        "folder",
        "edition",
        "functional_codes",
        "economic_codes",
    }


def test_every_reference_is_named_after_what_it_points_at() -> None:
    references = {
        entry.name
        for entity in ENTITIES
        for entry in entries(entity)
        if entry.kind is Kind.REFERENCE
    }
    assert references == {REFERS_TO.__name__.lower()}
