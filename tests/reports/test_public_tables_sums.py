"""The sums of the public tables hold for any filing: within a table (A), between tables (B)."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.domain import totals
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.stated import gap
from jsxh_desktop.domain.terms import APPROPRIATION, FundSource
from jsxh_desktop.reports.public_tables import public_table
from tests.examples import examples
from tests.filings import BASIC, ECONOMIC, FUNDS, GENERAL, ITEMS, PROJECT, agreeing
from tests.reports.matrix import Matrix, amount, amounts, body, head, total

PACK = load_pack("sichuan-2021")
CLASSES = len(PACK.functional_classes)
BOOKED = [*ECONOMIC.codes, "30999", "31204", "39999"]
"""Economic codes, some of which the fixed list of 基本支出 does not have."""

UNCODED = gap("经济分类")


@st.composite
def booked(draw: st.DrawFn, economic: Sequence[str] = BOOKED) -> Filing:
    """An agreeing filing whose income has functional and whose expenditure has both codes."""
    filing = draw(agreeing())
    lines = [line for line in filing.expenditure if line.functional]
    return dataclasses.replace(
        filing,
        income=tuple(
            dataclasses.replace(line, functional=draw(st.sampled_from(ITEMS)))
            for line in filing.income
        ),
        expenditure=tuple(
            dataclasses.replace(
                line,
                economic=draw(st.sampled_from(economic)),
                project=draw(st.sampled_from([None, 1])),
            )
            for line in lines
        ),
    )


def rows(filing: Filing, table_id: str) -> Matrix:
    (table,) = public_table(filing, PACK, table_id)
    return body(table)


def tree(filing: Filing, table_id: str) -> dict[str, list[Money]]:
    """The figures of each code of a tree; those of 合计 under its name."""
    return {row[0]: amounts(row, 2) for row in rows(filing, table_id)}


def sums_of(figures: Sequence[Sequence[Money]], columns: int) -> list[Money]:
    return [added(row[column] for row in figures) for column in range(columns)]


@pytest.mark.parametrize("table_id", ["SR", "ZC", "YB", "JJ", "GZZC"])
@given(filing=booked())
@settings(max_examples=examples(6))
def test_every_level_of_a_tree_adds_up_to_the_one_above(table_id: str, filing: Filing) -> None:
    figures = tree(filing, table_id) if table_id != "JJ" else _flow(filing)
    whole = figures.pop("合　　计")
    children = {"": [code for code in figures if len(code) == 3]}
    for code in figures:
        if len(code) > 3:
            children.setdefault(code[:-2], []).append(code)
    for parent, codes in children.items():
        above = figures[parent] if parent else whole
        assert above == sums_of([figures[code] for code in codes], len(whole))


def _flow(filing: Filing) -> dict[str, list[Money]]:
    """The middle of JJ; its carry-over is known for the whole fund only."""
    return {row[0]: amounts(row[:7], 3) for row in rows(filing, "JJ") if row[0]}


@given(booked())
@settings(max_examples=15)
def test_rows_are_the_sums_by_code(filing: Filing) -> None:
    lines = totals.general_budget_lines(filing)
    figures = tree(filing, "YB")
    for digits in (3, 5, 7):
        for code, spent in totals.by_code(lines, digits).items():
            assert figures[code][0] == spent


@pytest.mark.parametrize("table_id", ["SR", "ZC"])
@given(filing=booked())
@settings(max_examples=15)
def test_every_row_adds_up_across(table_id: str, filing: Filing) -> None:
    for whole, *parts in tree(filing, table_id).values():
        assert whole == added(parts)


@given(agreeing())
@settings(max_examples=15)
def test_income_and_expenditure_meet_in_the_grand_total(filing: Filing) -> None:
    table = rows(filing, "ZB")
    sides = [[row[column] for row in table] for column in (2, 5)]
    for side in sides:
        *parts, year, first, second, whole = side
        assert total(parts) == amount(year)
        assert total([year, first, second]) == amount(whole)
    assert sides[0][-1] == sides[1][-1]
    assert amount(sides[0][-1]) == totals.grand_total(filing)


@given(agreeing())
@settings(max_examples=15)
def test_the_appropriation_balances_fund_by_fund(filing: Filing) -> None:
    table = rows(filing, "CZ")
    incomes = [amount(row[2]) for row in table]
    spent, left, whole = (amounts(table[place], 5) for place in (CLASSES, CLASSES + 1, -1))
    for row in table[: CLASSES + 2]:
        first, *parts = amounts(row, 5)
        assert first == added(parts)
    assert incomes[CLASSES] == added(incomes[:3])
    assert incomes[CLASSES + 1] == added(incomes[CLASSES + 2 : CLASSES + 5])
    assert incomes[-1] == incomes[CLASSES] + incomes[CLASSES + 1] == whole[0]
    assert whole == [now + later for now, later in zip(spent, left, strict=True)]
    for fund in range(3):
        assert incomes[fund] + incomes[CLASSES + 2 + fund] == whole[1 + fund]


@given(booked())
@settings(max_examples=15)
def test_the_tables_agree_with_one_another(filing: Filing) -> None:
    totals_table, income, expenditure = rows(filing, "ZB"), tree(filing, "SR"), tree(filing, "ZC")
    appropriation, general = rows(filing, "CZ"), rows(filing, "YB")
    assert income["合　　计"][0] == amount(totals_table[CLASSES][2])
    assert income["合　　计"][1] == amount(appropriation[CLASSES][2])
    assert expenditure["合　　计"][0] == amount(totals_table[CLASSES][5])
    for code, row in zip(PACK.functional_classes, totals_table, strict=False):
        assert amount(row[5]) == expenditure.get(code, [Money()])[0]
    assert amount(general[0][2]) == amount(appropriation[CLASSES][6])
    assert amount(general[0][4]) == amount(rows(filing, "YBXM")[0][2])


@given(booked())
@settings(max_examples=15)
def test_projects_add_up_to_their_item(filing: Filing) -> None:
    item, left = Money(), Money()
    for code, _, spent in rows(filing, "YBXM")[1:]:
        if code:
            assert not left or len(code) < 7
            item = left = amount(spent) if len(code) == 7 else Money()
        else:
            left -= amount(spent)
    assert not left, item


@given(booked(economic=[*ECONOMIC.codes]))
@settings(max_examples=15)
def test_basic_expenditure_foots_and_ties(filing: Filing) -> None:
    *table, closing = rows(filing, "YBJB")
    figures = {row[i]: amount(row[i + 2]) for row in table for i in (0, 3, 6) if row[i]}
    classes = [code for code in figures if len(code) == 3]
    for parent in classes:
        items = [code for code in figures if code.startswith(parent) and len(code) == 5]
        assert figures[parent] == added(figures[code] for code in items)
    personnel, operating = amount(closing[2]), amount(closing[-1])
    assert personnel == figures["301"] + figures["303"]
    assert operating == added(figures[code] for code in classes) - personnel
    assert personnel + operating == amount(rows(filing, "YB")[0][3])


@pytest.mark.parametrize(("table_id", "funds"), [("CZMX", APPROPRIATION), ("YBMX", (GENERAL,))])
@given(filing=booked(economic=[*BOOKED, ""]))
@settings(max_examples=15)
def test_details_add_up_across_all_their_pages(
    table_id: str, funds: tuple[FundSource, ...], filing: Filing
) -> None:
    tables = public_table(filing, PACK, table_id)
    pages = [body(table) for table in tables]
    heads = [name for table in tables for name in head(table)[1][2:]]
    for rows_of_code in zip(*pages, strict=True):
        assert len({tuple(row[:2]) for row in rows_of_code}) == 1
        figures = [figure for row in rows_of_code for figure in amounts(row, 2)]
        whole, *parts = zip(heads, figures, strict=True)
        items = [figure for name, figure in parts if name != "小计"]
        classes = [figure for name, figure in parts if name in {"小计", UNCODED}]
        assert not parts or whole[1] == added(items) == added(classes)
    spent = [line for line in filing.expenditure if line.fund in funds]
    assert amount(pages[0][0][2]) == totals.total(spent)


@given(agreeing())
@settings(max_examples=15)
def test_three_public_adds_up_on_both_sides(filing: Filing) -> None:
    (figures,) = rows(filing, "SG")
    for side in (figures[:6], figures[6:]):
        whole, overseas, vehicles, purchase, running, reception = map(amount, side)
        assert whole == overseas + vehicles + reception
        assert vehicles == purchase + running


@given(booked())
@settings(max_examples=15)
def test_the_carry_over_of_a_fund_rolls_forward(filing: Filing) -> None:
    opening, came, spent, basic, project, left = amounts(rows(filing, "JJ")[0], 2)
    assert left == opening + came - spent
    kinds = {line.kind for line in filing.expenditure if line.fund is FUNDS and line.final}
    assert kinds - {BASIC, PROJECT} or spent == basic + project
