"""The sample as a clerk types it, page after page, from the papers she has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jsxh_desktop.app.comparisons import COMPARISONS
from jsxh_desktop.app.form_layout import Section, typed_fields
from jsxh_desktop.app.form_pages import OTHER_MATTERS, THREE_PUBLIC, UNIT
from jsxh_desktop.app.project_form import PROJECT
from jsxh_desktop.app.reading import shown
from jsxh_desktop.app.sample import sample
from jsxh_desktop.app.terms_model import explained
from jsxh_desktop.domain.entry import Entry, entries
from jsxh_desktop.domain.expenditure import Budget, ExpenditureLine
from jsxh_desktop.domain.filing import attribute_of
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport
from tests.ui.clerk import Clerk

SAMPLE = sample()
LINES = [line for line in SAMPLE.expenditure if line.functional]
BASIC = [line for line in SAMPLE.expenditure if line.economic]
NAMES = {project.id: project.name for project in SAMPLE.projects}
INDICATOR: dict[str, Entry[Any]] = {
    "指标类别": Indicator.category,
    "三级指标": Indicator.name,
    "性质": Indicator.nature,
    "指标值": Indicator.target,
    "单位": Indicator.unit,
    "完成值": Indicator.actual,
}
"""The heads of the indicators as they stand on the sheet."""

# What is on her papers.


def told(entry: Entry[Any], record: Any) -> str:
    return entry.show(entry.of(record))


def amount(value: Money | None, unit: str = "万元") -> str:
    """As a spreadsheet shows it: 64,100.00."""
    return shown(Budget.initial_total, value, unit)


def form(sections: tuple[Section, ...]) -> list[str]:
    """The texts of a form in the order of its fields."""
    fields = typed_fields(sections)
    return [told(entry, getattr(SAMPLE, attribute_of(entry.entity))) for entry in fields]


def numbered(texts: Iterable[str]) -> str:
    """A list as a document numbers it."""
    return "".join(f"{number}．{text}\r\n" for number, text in enumerate(texts, 1))


# The first year.


def begin(clerk: Clerk) -> None:
    clerk.press("1")
    clerk.fill(SAMPLE.organization.full_name)
    clerk.press("<Return>", "<Control-a>")
    clerk.fill("2021")


def type_unit(clerk: Clerk) -> None:
    clerk.fill_all(form(UNIT))
    clerk.turn_page()
    clerk.press("<space>")
    clerk.paste(numbered(duty.text for duty in SAMPLE.duties))
    clerk.click("重点工作 0")
    clerk.click("写第一条")
    clerk.paste(numbered(work.text for work in SAMPLE.key_work))


def paste_income(clerk: Clerk) -> None:
    """From the books, which are in 元, with heads and a line of sums."""
    clerk.turn_page()
    clerk.press("<Control-u>")
    lines = SAMPLE.income
    rows = [[x.functional, told(IncomeLine.source, x), amount(x.final, "元")] for x in lines]
    clerk.paste([["科目编码", "收入来源", "决算数"], *rows, ["合计", "", "1,619,400.00"]])
    clerk.press("<Control-u>")


def paste_expenditure(clerk: Clerk) -> None:
    """Without heads, and tagged with projects that are still to come."""
    clerk.turn_page()
    clerk.jump("年初预算总额")
    clerk.fill(told(Budget.initial_total, SAMPLE.budget))
    clerk.paste([_expenditure(line) for line in LINES])


def _expenditure(line: ExpenditureLine) -> list[str]:
    kind, fund = told(ExpenditureLine.kind, line), told(ExpenditureLine.fund, line)
    tag = NAMES.get(line.project or 0, "")
    amounts = (line.initial_budget, line.full_year_budget, line.final)
    return [line.functional, "", kind, fund, tag, "", *map(amount, amounts)]


def paste_basic(clerk: Clerk) -> None:
    """Only codes and amounts: these lines are 基本支出 unless something else is written."""
    clerk.turn_page()
    clerk.paste([["科目编码", "决算数"], *([x.economic, amount(x.final)] for x in BASIC)])


def paste_carryover(clerk: Clerk) -> None:
    """A line of a spreadsheet, its zeros as the format for accounting shows them."""
    clerk.turn_page()
    clerk.paste([[" -   ", " 161.94 ", " 161.94 ", " -   ", " -   ", " -   "]])


def type_three_public(clerk: Clerk) -> None:
    clerk.turn_page()
    clerk.fill_all(form(THREE_PUBLIC))
    clerk.click("接待明细")
    clerk.press("<Tab>")
    rows = [[str(x.kind), x.subject, amount(x.amount)] for x in SAMPLE.receptions]
    clerk.paste([["接待类别", "接待事由", "接待金额"], *rows])


def type_other_matters(clerk: Clerk) -> None:
    clerk.turn_page()
    clerk.fill_all(form(OTHER_MATTERS))


def type_projects(clerk: Clerk) -> None:
    clerk.turn_page()
    for number, project in enumerate(SAMPLE.projects):
        clerk.press("<Alt-Insert>" if number else "<space>")
        clerk.fill_all(told(entry, project) for entry in typed_fields(PROJECT))
        clerk.click("全部项目")


def type_sheets(clerk: Clerk) -> None:
    """From the list of projects; the heads come along once."""
    clerk.press("<Up>", "<Up>", "<Up>", "<Return>")
    heads = [list(INDICATOR)]
    for project in [each for each in SAMPLE.projects if each.evaluated]:
        if project != SAMPLE.projects[0]:
            clerk.click("下一个")
            heads = []
        for goal in (each for each in SAMPLE.goals if each.project == project.id):
            clerk.click("＋ 加一条目标")
            clerk.fill_all((goal.expected, goal.done))
        own = (each for each in SAMPLE.indicators if each.project == project.id)
        rows = [[told(entry, each) for entry in INDICATOR.values()] for each in own]
        clerk.paste([*heads, *rows])


def tag_the_nameless(clerk: Clerk) -> None:
    """A project that has no name yet is taken from the list of F4."""
    clerk.click("支出决算（功能）")
    (row,) = (n for n, line in enumerate(LINES) if line.project and not NAMES[line.project])
    clerk.press(*["<Down>"] * row, *["<Right>"] * 4, "<F4>", "4", "<Return>")


def type_reports(clerk: Clerk) -> None:
    clerk.click("部门整体自评报告")
    report = SAMPLE.department_report
    clerk.fill_all(told(entry, report) for entry in entries(DepartmentReport))
    clerk.turn_page()
    (project_report,) = SAMPLE.project_reports
    texts = [each for each in entries(ProjectReport) if each is not ProjectReport.project]
    clerk.fill_all(told(entry, project_report) for entry in texts)


def type_reasons(clerk: Clerk) -> None:
    """Last year's figure first, then why it moved."""
    clerk.turn_page()
    for each in COMPARISONS:
        if each.prior:
            clerk.fill(told(each.prior, SAMPLE.prior_year))
        if reason := told(each.reason, SAMPLE.reasons):
            clerk.fill(reason)


def type_terms(clerk: Clerk) -> None:
    """Over the words that are given."""
    clerk.turn_page()
    own = {term.name: term.explanation for term in SAMPLE.terms}
    workspace = clerk.window.workspace
    printed = explained(workspace.filing, workspace.pack)
    clerk.fill_all(own.get(term.name, "") for term in printed)


FIRST_YEAR = (
    begin,
    type_unit,
    paste_income,
    paste_expenditure,
    paste_basic,
    paste_carryover,
    type_three_public,
    type_other_matters,
    type_projects,
    type_sheets,
    tag_the_nameless,
    type_reports,
    type_reasons,
    type_terms,
)

# The second year: any figures.


def carry_forward(clerk: Clerk) -> None:
    """The last line of the list of years begins a new one; the button there has the focus."""
    clerk.choose_year(1)
    clerk.press("<Return>")


def type_amounts(clerk: Clerk) -> None:
    """A little more than last year, or what it was."""
    clerk.click("收入决算")
    clerk.press("<Right>", "<Right>", "<Right>")
    for line in SAMPLE.income:
        assert line.final
        clerk.write(amount(line.final + wan("1.07")))
        clerk.press("<Return>")
    clerk.click("支出决算（功能）")
    clerk.press("<Control-Home>", *["<Right>"] * 7)
    clerk.paste([[amount(line.full_year_budget), amount(line.final)] for line in LINES])
    clerk.click("基本支出（经济）")
    clerk.press(*["<Right>"] * 4)
    clerk.paste([[amount(line.final)] for line in BASIC])
    clerk.click("三公经费与接待")
    clerk.fill_all(("0", "0", "0", "0", "0", "0", "0.60", "0.55"))


SECOND_YEAR = (carry_forward, type_amounts)
