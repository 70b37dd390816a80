"""The change log as words: which entry a line is about, and how its cells are shown."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.domain.entry import Entry, entries
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import Duty, Organization, Staffing
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.terms import UnitNature
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.history import entry_of, shown
from jsxh_desktop.store.records import ENTITIES, table_of
from jsxh_desktop.store.values import clean, write_cell
from tests.store.drawn import values

ENTRIES = [entry for entity in ENTITIES for entry in entries(entity)]


def test_every_entry_is_found_by_its_table_and_column() -> None:
    assert [entry_of(table_of(entry.entity), entry.name) for entry in ENTRIES] == ENTRIES


@pytest.mark.parametrize(
    ("table", "field"),
    [("duty", "position"), ("duty", None), ("filing", "year"), ("nobody", "text"), ("duty", "no")],
)
def test_what_is_no_entry_has_none(table: str, field: str | None) -> None:
    assert entry_of(table, field) is None


@given(data=st.data())
def test_a_cell_is_shown_as_its_value_is(data: st.DataObject) -> None:
    entry: Entry[Any] = data.draw(st.sampled_from(ENTRIES))
    value = clean(entry, data.draw(values(entry)))
    assert shown(entry, write_cell(entry, value)) == entry.show(value)


def test_a_cell_nobody_writes_any_more_is_shown_as_it_stands() -> None:
    assert shown(Organization.nature, "公司") == "公司"
    assert shown(Indicator.weight, "十") == "十"


@pytest.mark.parametrize(
    ("entry", "key", "value", "words"),
    [
        (Staffing.staff_worker, 0, 9, "9"),
        (Organization.nature, 0, UnitNature.INSTITUTION, "其他事业单位"),
        (Organization.published, 0, datetime.date(2022, 9, 1), "2022年9月1日"),
        (ExpenditureLine.final, 2, wan("4.84"), "4.84"),
        (ExpenditureLine.carried_over, 2, True, "是"),
        (Indicator.weight, 3, Decimal("12.50"), "12.5"),
        (Duty.text, 3, "", ""),
    ],
)
def test_a_change_reads_as_the_form_does(
    workbook: Workbook, entry: Entry[Any], key: int, value: object, words: str
) -> None:
    workbook.write(1, entry, value, key)
    (line,) = workbook.history(1, 1)
    found = entry_of(line.table, line.field)
    assert found is entry
    assert shown(found, line.new) == words
