"""The year's expenditure by purpose, as 附件1 tells it: 人员, 运转, 特定项目 (rules F04, F05)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.stated import of
from jsxh_desktop.domain.terms import ExpenditureKind, ProjectBudget
from jsxh_desktop.narrative.basic_expenditure import Cut, economic_items
from jsxh_desktop.narrative.block import Block, Gap
from jsxh_desktop.narrative.prose import paragraph
from jsxh_desktop.narrative.wording import Wording, known


def purposes(words: Wording) -> str:
    """Every purpose with money; together they are 本年支出合计."""
    filing = words.filing
    kinds = totals.expenditure_by_kind(filing)
    other_basic = kinds[ExpenditureKind.BASIC] - totals.basic_expenditure(filing)
    parts = [
        _detailed(words, "purpose_personnel", totals.personnel_lines),
        _detailed(words, "purpose_operating", totals.operating_lines),
        _plain(words, "purpose_other_basic", other_basic),
        _plain(words, "purpose_project", kinds[ExpenditureKind.PROJECT]),
    ]
    parts += [
        words.write("part", name=kind, amount=amount, share="")
        for kind, amount in kinds.items()
        if amount and kind not in {ExpenditureKind.BASIC, ExpenditureKind.PROJECT}
    ]
    return "，".join(part for part in parts if part) or words.write("purposes_none")


def project_count(words: Wording) -> Iterator[Block]:
    """How many projects there are, by the budget they belong to: counted, never typed (F02)."""
    filing = words.filing
    if filing.projects:
        yield paragraph(
            words, "projects", count=len(filing.projects), parts=partial(_budgets, words)
        )
    elif not without_project_money(filing):
        yield Gap("项目")


def without_project_money(filing: Filing) -> bool:
    """Whether it is known that nothing was spent on projects."""
    spent = known(lambda: totals.expenditure_by_kind(filing)[ExpenditureKind.PROJECT])
    return spent == Money()


def _budgets(words: Wording) -> str:
    budgets = [of(Project.budget, project) for project in words.filing.projects]
    return "、".join(
        words.write("projects_of", budget=budget, count=budgets.count(budget))
        for budget in ProjectBudget
        if budget in budgets
    )


def _detailed(words: Wording, key: str, cut: Cut) -> str:
    filing = words.filing
    items = economic_items(filing, cut)
    names = "、".join(words.write("purpose_item", name=name, amount=part) for name, part in items)
    return words.write(key, amount=totals.total(cut(filing)), items=names) if items else ""


def _plain(words: Wording, key: str, amount: Money) -> str:
    return words.write(key, amount=amount) if amount else ""
