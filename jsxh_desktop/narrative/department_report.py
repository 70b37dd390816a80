"""附件1: 部门整体绩效评价报告, the unit's texts around figures read from the filing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from jsxh_desktop.domain import department_score, scoring, spending, totals
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.organization import Duty
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.report_text import DepartmentReport, Reasons
from jsxh_desktop.narrative.block import Block, Gap, Paragraph
from jsxh_desktop.narrative.phrase import change, moved
from jsxh_desktop.narrative.prose import heading, listed, paragraph, passage
from jsxh_desktop.narrative.purposes import project_count, purposes
from jsxh_desktop.narrative.wording import Wording, clause, entered, known, spoken, value

FULL = Decimal(100)
SAYS_NONE = {"无", "暂无", "没有", "无问题"}


def department_report(words: Wording) -> Iterator[Block]:
    """The four chapters; without its score sheet, which stands behind it, a gap for that (F08)."""
    yield heading(words, 1, "report_unit", level=1)
    yield from _unit(words)
    yield heading(words, 2, "report_money", level=1)
    yield from _money(words)
    yield heading(words, 3, "report_management", level=1)
    yield from _management(words)
    yield heading(words, 4, "report_conclusion", level=1)
    yield from _conclusion(words)
    if words.pack.department is None or not department_score.is_begun(words.filing):
        yield Gap(words.write("score_sheet"))


def _unit(words: Wording) -> Iterator[Block]:
    filing = words.filing
    yield heading(words, 1, "report_composition")
    yield from passage(DepartmentReport.composition, filing.department_report)
    yield heading(words, 2, "report_duties")
    yield from listed(words, (duty.text for duty in filing.duties), Duty.text.label)
    yield heading(words, 3, "report_staff")
    posts = partial(spending.posts, filing.staffing)
    staff = partial(spending.staff, filing.staffing)
    yield paragraph(words, "report_staff", posts=posts, staff=staff)


def _money(words: Wording) -> Iterator[Block]:
    """Income and expenditure with their totals; the reason for the change stands once."""
    filing = words.filing
    total = partial(totals.grand_total, filing)
    before = entered(PriorYear.total, spending.prior_year(filing))
    initial = partial(totals.initial_budget, filing)
    yield heading(words, 1, "report_income")
    name = words.write("income_total")
    yield Paragraph(
        words.write(
            "report_income", initial=initial, income=partial(totals.income, filing), total=total
        )
        + moved(words, "compared", total, before, Reasons.total, what=name)
    )
    planned = partial(_planned, words)
    amount = spoken(value(planned))
    yield Paragraph(moved(words, "adjusted", planned, initial, Reasons.adjustment, what=amount))
    yield heading(words, 2, "report_expenditure")
    compared = change(words, "compared", total, before, what=words.write("expenditure_total"))
    spent = partial(totals.expenditure, filing)
    yield paragraph(words, "report_expenditure", spent=spent, total=total, change=compared)


def _planned(words: Wording) -> Money:
    lines = totals.functional_lines(words.filing)
    return totals.total(lines, ExpenditureLine.full_year_budget)


def _management(words: Wording) -> Iterator[Block]:
    report = words.filing.department_report
    yield heading(words, 1, "report_projects")
    yield paragraph(words, "purposes", parts=partial(purposes, words))
    yield from project_count(words)
    yield from passage(DepartmentReport.management, report)
    yield heading(words, 2, "report_application")
    yield from passage(DepartmentReport.application, report)
    yield heading(words, 3, "report_quality")
    yield from passage(DepartmentReport.quality, report)


def _conclusion(words: Wording) -> Iterator[Block]:
    report = words.filing.department_report
    yield heading(words, 1, "report_result")
    yield from passage(DepartmentReport.conclusion, report)
    score = partial(department_score.self_score, words.filing, words.pack)
    yield paragraph(words, "report_score", score=score, grade=lambda: scoring.grade(score()))
    yield heading(words, 2, "report_problems")
    yield from _problems(words)
    yield heading(words, 3, "report_suggestions")
    yield from passage(DepartmentReport.suggestions, report)


def _problems(words: Wording) -> Iterator[Block]:
    """What the unit wrote; points lost without a problem named stay a gap (rule F07)."""
    report = words.filing.department_report
    if report.problems:
        yield from passage(DepartmentReport.problems, report)
    unnamed = clause(report.problems) in {"", *SAYS_NONE}
    score = known(partial(department_score.self_score, words.filing, words.pack))
    if unnamed and not isinstance(score, Gap) and score < FULL:
        yield Gap(words.write("problems_owed", score=spoken(score)))
    elif not report.problems:
        yield Gap(DepartmentReport.problems.label)
