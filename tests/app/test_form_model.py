"""What a form shows beside its inputs: last year, the change, what a figure is worked out from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app.form_layout import Derived, Section, fields, typed_fields
from jsxh_desktop.app.form_model import shown, unit_of
from jsxh_desktop.app.form_pages import FORMS, THREE_PUBLIC, UNIT
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import Organization, Staffing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.store.file import Workbook


@pytest.fixture
def workspace(workbook: Path) -> Iterator[Workspace]:
    opened = Workspace.open(workbook)
    yield opened
    opened.close()


def derived(sections: tuple[Section, ...], label: str) -> Derived:
    return next(f for f in fields(sections) if isinstance(f, Derived) and f.label == label)


def test_a_worked_out_figure_stands_beside_its_last_year(workspace: Workspace) -> None:
    reception = derived(THREE_PUBLIC, "公务接待费决算")
    found = shown(workspace, reception)
    assert (found.text, found.last_year, found.change) == ("0.48", "0.25", "+0.23　+92.0%")


def test_a_worked_out_figure_says_what_it_waits_for(workspace: Workspace) -> None:
    workspace.leave(Place(ThreePublic.reception_domestic), "")
    found = shown(workspace, derived(THREE_PUBLIC, "公务接待费决算"))
    assert (found.text, found.missing) == ("", "国内公务接待费决算")


def test_last_year_is_read_from_the_filing_before(workbook: Path) -> None:
    with Workbook.open(workbook) as opened:
        opened.save(Filing(2020, three_public=ThreePublic(overseas=wan("3"))))
    workspace = Workspace.open(workbook, 2021)
    assert shown(workspace, ThreePublic.overseas).last_year == "3.00"
    workspace.close()


def test_counts_are_summed_and_compared(workspace: Workspace) -> None:
    found = shown(workspace, derived(UNIT, "在职人员总数"))
    assert (found.text, found.last_year) == ("7", "—")


def test_the_unit_beside_an_amount_follows_the_view() -> None:
    assert unit_of(ThreePublic.overseas, "万元", "元") == "元"
    assert unit_of(Staffing.staff_worker, "", "元") == "人"


@pytest.mark.parametrize("key", FORMS)
def test_no_field_stands_on_a_form_twice(key: str) -> None:
    typed = list(typed_fields(FORMS[key]))
    assert len(typed) == len(set(typed))


def test_every_field_of_these_records_stands_on_a_form() -> None:
    typed = {entry for sections in FORMS.values() for entry in typed_fields(sections)}
    wanted = {e for kind in (Organization, Staffing, ThreePublic) for e in entries(kind)}
    assert wanted - typed == set()
