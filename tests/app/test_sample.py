"""The sample: every figure of the unit's disclosure, added up as it should be, cleanly typed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from jsxh_desktop.app.paths import assets
from jsxh_desktop.app.sample import filing_from, sample
from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.domain.money import Money, added, wan
from jsxh_desktop.domain.project_money import by_project, fundings
from jsxh_desktop.domain.stated import stated
from jsxh_desktop.domain.terms import ExpenditureKind, Precision

FILING = sample()
SPENT = FILING.three_public


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("duties", 10),
        ("key_work", 5),
        ("institutions", 0),
        ("receptions", 6),
        ("projects", 4),
        ("goals", 10),
        ("indicators", 49),
        ("project_reports", 1),
        ("terms", 7),
        ("local_codes", 0),
    ],
)
def test_every_record_of_the_original_is_there(name: str, count: int) -> None:
    assert len(getattr(FILING, name)) == count


def test_expenditure_is_entered_in_two_cuts() -> None:
    functional = [line for line in FILING.expenditure if line.functional]
    economic = [line for line in FILING.expenditure if line.economic]
    assert (len(functional), len(economic)) == (9, 17)


def test_three_sheets_hold_sixteen_seventeen_and_sixteen_indicators() -> None:
    sheets = by_project(FILING.indicators)
    assert {project: len(rows) for project, rows in sheets.items()} == {1: 16, 2: 17, 3: 16}


def test_figures_are_known_as_they_were_published() -> None:
    assert (FILING.year, FILING.pack) == (2021, "sichuan-2021")
    assert FILING.precision is Precision.HUNDREDTH_WAN


def test_records_of_a_list_have_ids_of_their_own() -> None:
    for name in LISTS:
        ids = [record.id for record in getattr(FILING, name)]
        assert len(set(ids)) == len(ids)
        assert 0 not in ids


def classes() -> dict[str, Money]:
    return totals.by_code(totals.general_budget_lines(FILING), 3)


@pytest.mark.parametrize(
    ("figure", "sum_"),
    [
        (lambda: totals.income(FILING), "161.94"),
        (lambda: totals.expenditure(FILING), "161.94"),
        (lambda: totals.grand_total(FILING), "161.94"),
        (lambda: totals.appropriation_total(FILING), "161.94"),
        (lambda: totals.general_budget(FILING), "161.94"),
        (lambda: totals.expenditure_by_kind(FILING)[ExpenditureKind.BASIC], "123.64"),
        (lambda: totals.expenditure_by_kind(FILING)[ExpenditureKind.PROJECT], "38.30"),
        (lambda: totals.total(totals.economic_lines(FILING)), "123.64"),
        (lambda: totals.total(totals.personnel_lines(FILING)), "107.37"),
        (lambda: totals.agency_running(FILING), "16.27"),
        (lambda: classes()["206"], "141.65"),
        (lambda: classes()["208"], "8.99"),
        (lambda: classes()["210"], "4.84"),
        (lambda: classes()["221"], "6.46"),
        (lambda: added(stated(r.amount, "") for r in FILING.receptions), "0.48"),
        (lambda: spending.three_public(SPENT), "0.48"),
        (lambda: spending.three_public_budget(SPENT), "0.64"),
        (lambda: spending.procurement(FILING.procurement), "0.50"),
        (lambda: totals.initial_budget(FILING), "112.44"),
    ],
)
def test_the_sample_adds_up(figure: Callable[[], Money], sum_: str) -> None:
    assert figure() == wan(sum_)


def test_four_projects_spend_all_the_project_money() -> None:
    money = fundings(FILING)
    spent = [money[project.id].total(totals.FINAL) for project in FILING.projects]
    assert spent == [wan("10.00"), wan("5.00"), wan("16.30"), wan("7.00")]
    assert added(spent) == wan("38.30")


def test_each_functional_item_spends_what_it_was_given() -> None:
    lines = totals.functional_lines(FILING)
    budget = totals.by_code(lines, 7, ExpenditureLine.full_year_budget)
    assert budget == totals.by_code(lines, 7)


def test_each_functional_item_received_what_it_spent() -> None:
    received = {line.functional: line.final for line in FILING.income}
    assert received == totals.by_code(totals.functional_lines(FILING), 7)


def test_the_fourth_project_has_money_and_nothing_else() -> None:
    fourth = FILING.projects[3]
    assert (fourth.name, fourth.evaluated) == ("", False)
    assert fourth.id not in by_project(FILING.indicators)
    assert fourth.id not in by_project(FILING.goals)


@pytest.mark.parametrize(
    "entry",
    [
        entry
        for entry in entries(type(SPENT))
        if entry.kind is Kind.WHOLE and entry.name not in {"batches", "persons"}
    ],
    ids=lambda entry: entry.name,
)
def test_a_count_the_original_does_not_state_is_blank(entry: Entry[int | None]) -> None:
    assert entry.of(SPENT) is None


def test_state_assets_the_original_does_not_state_are_blank() -> None:
    assert FILING.state_assets == type(FILING.state_assets)()


def values() -> Iterator[tuple[Entry[Any], Any]]:
    """Every value of the filing with its entry."""
    records = [getattr(FILING, name) for name in SINGLES]
    records += [record for name in LISTS for record in getattr(FILING, name)]
    for record in records:
        for entry in entries(type(record)):
            yield entry, entry.of(record)


TEXTS = [value for _, value in values() if isinstance(value, str) and value]


def test_every_value_reads_back_from_what_it_shows() -> None:
    for entry, value in values():
        if value not in {None, ""}:
            assert entry.parse(entry.show(value)) == value


def test_no_text_holds_punctuation_of_half_width() -> None:
    assert [
        text for text in TEXTS if re.search(r"[一-鿿][,;:!?()]|[,;:!?()][一-鿿]|％|．", text)
    ] == []


def test_no_text_holds_remains_of_a_template_or_of_extraction() -> None:
    remains = "bookmark|可用表格形式反映|重点围绕以下内容|如持平|XX|××|目标[0-9]："
    assert [text for text in TEXTS if re.search(remains, text)] == []


def test_no_text_holds_a_blank_inside_or_at_its_ends() -> None:
    assert [text for text in TEXTS if re.search(r"^\s|\s$|[ \t\u3000]", text)] == []


@pytest.mark.parametrize(
    "wrong",
    [
        "权利观",
        "高薪技术",
        "资询",
        "入住平台",
        "人民群和",
        "科普所需",
        "截止目前",
        "148号文件",
        "12月3前",
        "30前",
    ],
)
def test_no_typing_error_of_the_original_is_left(wrong: str) -> None:
    assert [text for text in TEXTS if wrong in text] == []


def test_no_derived_figure_is_typed_into_a_text() -> None:
    derived = r"161\.94|149\.1|12\.8[23]|123\.64|38\.3|107\.37|16\.27|112\.44|93\.8"
    assert [text for text in TEXTS if re.search(derived, text)] == []


def test_a_table_no_filing_knows_is_refused() -> None:
    with pytest.raises(KeyError, match="dutys"):
        filing_from({"year": 2021, "dutys": []})


def test_a_field_no_record_knows_is_refused() -> None:
    with pytest.raises(KeyError, match="Duty has no texts"):
        filing_from({"year": 2021, "duties": [{"texts": "甲"}]})


def test_a_value_its_field_refuses_is_told_in_the_clerks_words() -> None:
    with pytest.raises(ValueError, match=r"^在职工勤人员应为整数"):
        filing_from({"year": 2021, "staffing": {"staff_worker": "八"}})


def test_a_record_is_numbered_by_its_place_unless_it_has_an_id() -> None:
    read = filing_from({"year": 2021, "projects": [{"name": "甲"}, {"id": "7", "name": "乙"}]})
    assert [project.id for project in read.projects] == [1, 7]


def test_a_filing_of_nothing_but_its_year_is_blank() -> None:
    assert filing_from({"year": 2021}) == Filing(2021)


def test_the_file_holds_only_what_would_be_typed() -> None:
    data = tomllib.loads((assets() / "samples" / "kexie-2021.toml").read_text("utf-8"))
    records = [data[name] for name in SINGLES if name in data]
    records += [record for name in LISTS for record in data.get(name, [])]
    assert {type(value) for record in records for value in record.values()} == {str}
