"""F02: everybody counts the same projects, sheets and reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.domain.terms import ProjectBudget
from jsxh_desktop.narrative.block import Table
from jsxh_desktop.narrative.project_report import reports_due
from jsxh_desktop.rules.reading.plain_text import plain
from jsxh_desktop.rules.reports.report_passages import in_reports, placed, typed_in
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passed

_TOTAL = re.compile(
    r"(?:(?<!预算)(?<!重点)项目支出(?:共有?|涉及)?|(?<!部门)(?<!专项)预算项目(?:支出)?(?:共有?)?)"
    r"(\d+)个(?:项目)?"
)
_OF_BUDGET = {
    ProjectBudget.DEPARTMENT: re.compile(r"部门预算(?:项目)?(?:支出)?(\d+)个"),
    ProjectBudget.EARMARKED: re.compile(r"专项(?:预算)?(?:项目)?(?:支出)?(\d+)个"),
}
_EVALUATED = re.compile(r"对(\d+)个项目(?:支出)?(?:开展|进行|实施)了?(?:绩效)?自评")
_EXPLAINED = re.compile(r"未(?:开展|进行|实施)(?:绩效)?自评")
_SHEET = re.compile(r"附表\d+")
_REPORT = re.compile(r"项目支出绩效自评报告")


@rule(
    "F02",
    "项目数一致",
    Severity.ERROR,
    "正文、整体报告写的项目数，等于项目数和自评表张数；专项项目都有自评报告",
    why="项目数说法不一，看不出哪个项目没有自评",
    cites="部门决算公开范本 第四部分 附件1、附件2、自评表",
)
def projects_are_counted_alike(subject: Subject) -> Iterator[Said]:
    for passage in (*typed_in(subject, DepartmentReport), *in_reports(subject)):
        own = passage.own or passage.text
        if "项目" in own and "个" in own:
            yield from placed(passage, _counted(subject.filing, plain(passage.text)))
    yield from _sheets_printed(subject)
    yield from _reports_printed(subject)
    yield from _left_unsaid(subject)


def _counted(filing: Filing, text: str) -> Iterator[Finding]:
    for found in _TOTAL.finditer(text):
        told, count = int(found[1]), len(filing.projects)
        if told != count:
            yield _differs("项目支出的项目", told, count, found[0])
        parts = {
            budget: pattern.search(text, found.end()) for budget, pattern in _OF_BUDGET.items()
        }
        yield from _by_budget(filing, told, parts)


def _by_budget(
    filing: Filing, told: int, parts: Mapping[ProjectBudget, re.Match[str] | None]
) -> Iterator[Finding]:
    numbers = {budget: int(found[1]) for budget, found in parts.items() if found}
    if len(numbers) == len(parts) and sum(numbers.values()) != told:
        shown = "＋".join(map(str, numbers.values()))
        yield Finding(
            message=f"项目总数写{told}个，各类{shown}合起来是{sum(numbers.values())}个",
            to_do="核对总数和各类哪个不对",
            about="各类项目之和",
            words=f"{told}个",
            operands=(Operand("总数", f"{told}个"), Operand("各类相加", shown)),
        )
    if not numbers or any(project.budget is None for project in filing.projects):
        return
    for budget in parts:
        count = sum(project.budget is budget for project in filing.projects)
        if numbers.get(budget, 0) != count:
            found = parts[budget]
            yield _differs(str(budget), numbers.get(budget, 0), count, found[0] if found else "")


def _differs(name: str, told: int, count: int, words: str) -> Finding:
    return Finding(
        message=f"{name}写成{told}个，实有{count}个",
        to_do="核对哪个数不对",
        about=name,
        operands=(
            Operand("文中", f"{told}个"),
            Operand("项目", f"{count}个", "项目支出绩效自评表"),
        ),
        computed=f"{count}个",
        words=words,
    )


def _sheets_printed(subject: Subject) -> Iterator[Finding]:
    """As many sheets as projects, wherever sheets are printed."""
    sheets = [
        block
        for part in subject.parts
        for block in part.blocks
        if isinstance(block, Table) and _SHEET.match(block.label)
    ]
    count = len(subject.filing.projects)
    if sheets and len(sheets) != count:
        yield Finding(
            message=f"打印了{len(sheets)}张自评表，项目有{count}个",
            to_do="每个项目一张，核对缺了哪一张",
            about="自评表张数",
            where="项目支出绩效自评表",
            operands=(Operand("自评表", f"{len(sheets)}张"), Operand("项目", f"{count}个")),
        )


def _reports_printed(subject: Subject) -> Iterator[Finding]:
    """A report for each 专项预算项目, once the annexes are printed."""
    due = len(reports_due(subject.filing))
    titles = [
        passage
        for passage in subject.printed
        if passage.kind is Passed.HEADING and not passage.level and _REPORT.search(passage.text)
    ]
    if due and titles and len(titles) != due:
        yield Finding(
            message=f"专项预算项目支出绩效自评报告有{len(titles)}份，应有{due}份",
            to_do="每个专项预算项目一份，核对缺了哪一份",
            about="自评报告份数",
            where="第四部分 附件",
            operands=(Operand("报告", f"{len(titles)}份"), Operand("专项预算项目", f"{due}个")),
        )


def _left_unsaid(subject: Subject) -> Iterator[Finding]:
    """Fewer projects evaluated than there are, and not a word on the others."""
    count = len(subject.filing.projects)
    for passage in subject.printed:
        for found in _EVALUATED.finditer(plain(passage.own)) if "自评" in passage.own else ():
            if count and int(found[1]) != count and not _EXPLAINED.search(passage.text):
                yield Finding(
                    message=f"写“{found[0]}”，项目共有{count}个，其余的没有说明",
                    to_do="核对个数，没有自评的写明是哪个项目",
                    about="自评项目数",
                    where=passage.where,
                    places=tuple(
                        Place(Project.evaluated, project.id) for project in subject.filing.projects
                    ),
                    operands=(Operand("自评", f"{found[1]}个"), Operand("项目", f"{count}个")),
                    words=found[0],
                )


RULES = (projects_are_counted_alike,)
