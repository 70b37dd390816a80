"""What every entity of a filing is, whichever it is."""

from __future__ import annotations

import copy
import dataclasses
from typing import Any

import pytest

from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.filing import LISTS, SINGLES

ENTITIES = (*SINGLES.values(), *LISTS.values())
each_entity = pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity.__name__)


@each_entity
def test_a_record_that_is_given_nothing_is_blank_all_over(entity: type[Any]) -> None:
    record = entity()
    assert [entry.of(record) for entry in entries(entity)] == [x.blank for x in entries(entity)]


@each_entity
def test_an_entry_is_named_by_its_entity_in_any_process(entity: type[Any]) -> None:
    for entry in entries(entity):
        assert getattr(entity, entry.name) is entry
        assert copy.copy(entry) is entry  # as it is rebuilt from what is handed over


@each_entity
def test_a_record_is_never_changed(entity: type[Any]) -> None:
    for entry in entries(entity):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(entity(), entry.name, entry.blank)
