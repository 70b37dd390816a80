"""Every fact of the unit's disclosure is held by the sample, or listed as corrected there."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain import spending, totals
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import Money, added, wan
from jsxh_desktop.domain.project_money import by_project, fundings
from jsxh_desktop.domain.share import percent
from jsxh_desktop.domain.stated import stated
from jsxh_desktop.domain.terms import ExpenditureKind, ProjectBudget

FACTS = json.loads((Path(__file__).parent.parent / "files" / "seed_facts.json").read_text("utf-8"))
FILING = sample()
SPENT = FILING.three_public


def change(now: Money, before: str) -> str:
    return percent(abs(now - wan(before)), wan(before))


def class_shares() -> dict[str, str]:
    whole = totals.general_budget(FILING)
    sums = totals.by_code(totals.general_budget_lines(FILING), 3)
    return {code: percent(part, whole) for code, part in sums.items()}


PRIOR = FILING.prior_year
BASIC, PROJECT = ExpenditureKind.BASIC, ExpenditureKind.PROJECT
KIND = {"基本": BASIC, "项目": PROJECT}

HELD: dict[str, Callable[[Any], bool]] = {
    "unit.full_name": lambda fact: FILING.organization.full_name == fact,
    "unit.short_names": lambda fact: FILING.organization.short_name in fact,
    "unit.year": lambda fact: FILING.year == fact,
    "unit.nature": lambda fact: str(FILING.organization.nature) in fact,
    "unit.subordinate_units": lambda fact: len(FILING.institutions) == fact,
    "unit.establishment.total": lambda fact: spending.posts(FILING.staffing) == fact,
    "unit.establishment.行政": lambda fact: FILING.staffing.posts_administrative == fact,
    "unit.establishment.事业": lambda fact: FILING.staffing.posts_institution == fact,
    "unit.staff.total": lambda fact: spending.staff(FILING.staffing) == fact,
    "unit.staff.行政": lambda fact: FILING.staffing.staff_administrative == fact,
    "unit.staff.事业": lambda fact: FILING.staffing.staff_institution == fact,
    "unit.staff.工勤": lambda fact: FILING.staffing.staff_worker == fact,
    "totals.income": lambda fact: totals.income(FILING) == wan(fact),
    "totals.expense": lambda fact: totals.expenditure(FILING) == wan(fact),
    "totals.prior_income": lambda fact: PRIOR.total == wan(fact),
    "totals.prior_expense": lambda fact: PRIOR.general_budget == wan(fact),
    "totals.stated_rate": lambda fact: change(totals.income(FILING), "149.12") == fact,
    "totals.opening_budget": lambda fact: totals.initial_budget(FILING) == wan(fact),
    "income": lambda fact: (
        {str(line.source) for line in FILING.income} == set(fact)
        and totals.income(FILING) == added(wan(value) for value in fact.values())
    ),
    "expense.基本支出": lambda fact: totals.expenditure_by_kind(FILING)[BASIC] == wan(fact),
    "expense.项目支出": lambda fact: totals.expenditure_by_kind(FILING)[PROJECT] == wan(fact),
    "functional": lambda fact: (
        {row["code"]: (KIND[row["kind"]], wan(row["amount"])) for row in fact}
        == {
            code: (kind, total)
            for kind in KIND.values()
            for code, total in totals.by_code(
                totals.of_kind(totals.functional_lines(FILING), kind), 7
            ).items()
        }
    ),
    "class_shares_correct_1dp": lambda fact: class_shares() == fact,
    "economic": lambda fact: (
        {row["code"]: wan(row["amount"]) for row in fact}
        == totals.by_code(totals.economic_lines(FILING), 5, economic=True)
    ),
    "personnel": lambda fact: totals.total(totals.personnel_lines(FILING)) == wan(fact),
    "public": lambda fact: totals.total(totals.operating_lines(FILING)) == wan(fact),
    "agency_running.amount": lambda fact: totals.agency_running(FILING) == wan(fact),
    "agency_running.increase": lambda fact: (
        totals.agency_running(FILING) - stated(PRIOR.agency_running, "") == wan(fact)
    ),
    "agency_running.prior_derived": lambda fact: PRIOR.agency_running == wan(fact),
    "sangong.total": lambda fact: spending.three_public(SPENT) == wan(fact),
    "sangong.reception": lambda fact: spending.reception(SPENT) == wan(fact),
    "sangong.budget_implied": lambda fact: spending.three_public_budget(SPENT) == wan(fact),
    "sangong.completion_stated": lambda fact: (
        percent(spending.three_public(SPENT), spending.three_public_budget(SPENT)) == fact
    ),
    "sangong.reception_increase": lambda fact: (
        spending.reception(SPENT) - stated(PRIOR.reception, "") == wan(fact)
    ),
    "sangong.reception_prior_derived": lambda fact: PRIOR.reception == wan(fact),
    "sangong.batches": lambda fact: SPENT.batches == fact,
    "sangong.persons": lambda fact: SPENT.persons == fact,
    "sangong.items": lambda fact: [r.amount for r in FILING.receptions] == [*map(wan, fact)],
    "procurement.total": lambda fact: spending.procurement(FILING.procurement) == wan(fact),
    "procurement.sme": lambda fact: FILING.procurement.to_small_and_medium == wan(fact),
    "performance.targets_set": lambda fact: (
        sum(p.targeted is True for p in FILING.projects) == fact
    ),
    "performance.monitored": lambda fact: sum(p.monitored is True for p in FILING.projects) == fact,
    "performance.self_evaluated": lambda fact: (
        sum(p.evaluated is True for p in FILING.projects) == fact
    ),
    "performance.projects_total_annex1": lambda fact: len(FILING.projects) == fact,
    "performance.score_overall": lambda fact: str(FILING.department_report.self_score) == fact,
    "projects_missing": lambda fact: fundings(FILING)[4].total(totals.FINAL) == wan(fact),
}
"""What holds each fact of the original, by its path."""

CORRECTED = {
    "totals.prior_income_annex": "S02",
    "totals.stated_change": "S01",
    "expense.stated_share": "S58",
    "class_shares_stated": "S03",
    "agency_running.rate_stated": "S58",
    "sangong.abroad": "S48",
    "sangong.vehicle": "S48",
    "sangong.budget_stated": "S06",
    "sangong.rate_stated": "S04",
    "sangong.rate_recomputed": "S04",
    "procurement.goods": "S53",
    "procurement.works": "S53",
    "procurement.services": "S53",
    "projects_sum": "S09",
    "charts": "S24",
}
"""Facts the sample does not repeat, and the defect that says why."""

ELSEWHERE = {"_comment", "projects"}


def facts(tree: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """The facts at the paths that are named above."""
    for key, value in tree.items():
        path = f"{above}{key}"
        if isinstance(value, dict) and path not in {*HELD, *CORRECTED}:
            yield from facts(value, f"{path}.")
        elif path not in ELSEWHERE:
            yield path, value


@pytest.mark.parametrize(("path", "fact"), [pytest.param(*f, id=f[0]) for f in facts(FACTS)])
def test_every_fact_of_the_original_is_held_or_listed_as_corrected(path: str, fact: Any) -> None:
    assert path in CORRECTED or HELD[path](fact)


@pytest.mark.parametrize("project", [1, 2, 3])
def test_every_project_of_the_original_is_held(project: int) -> None:
    fact = FACTS["projects"][project - 1]
    money = fundings(FILING)[project]
    rows = by_project(FILING.indicators)[project]
    assert FILING.projects[project - 1].name == fact["name"]
    assert money.total(ExpenditureLine.full_year_budget) == wan(fact["budget"])
    assert money.total(totals.FINAL) == wan(fact["executed"])
    assert len(rows) == fact["rows"]
    costs = {row.target + row.unit for row in rows}
    assert {price for _, _, price in fact["cost"]} <= costs


def test_three_projects_are_the_departments_and_one_is_earmarked() -> None:
    kinds = Counter(project.budget for project in FILING.projects)
    assert kinds == {ProjectBudget.DEPARTMENT: 3, ProjectBudget.EARMARKED: 1}
