"""E26 and what a conclusion says of the score: 自评得分98分，等级为优."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport
from jsxh_desktop.domain.scoring import execution_score, grade, indicator_score, total_score
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.rules.reports.department_scores import department_total
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Said, Severity, rule
from jsxh_desktop.rules.sheets.facts import ProjectSheet, each_sheet
from jsxh_desktop.rules.sheets.points import said
from jsxh_desktop.rules.sheets.print import PLANNED, SPENT, TOTAL
from jsxh_desktop.rules.sheets.sources import entered
from jsxh_desktop.rules.subject import Subject

_SCORE = re.compile(
    r"(?:自评|综合|评价|最终|总)总?(?:得分|评分|分数|分)(?:为|是|达到|达|:)?(\d{1,3}(?:\.\d+)?)分"
)
_GRADE = re.compile(
    r"(?:等级|等次|评价结果|评价结论|自评结果|自评结论)(?:评定)?(?:为|是|:)?[“\"]?"
    r"(优秀|良好|中等|较差|优|良|中|差)(?![\u4e00-\u9fff])"
)
_OF_A_PART = re.compile(r"指标|执行|产出|效益|满意|成本|上年|去年|平均|\d{4}年")
_CLAUSE = re.compile(r"[。;\n]")
_SHORT = {"优秀": "优", "良好": "良", "中等": "中", "较差": "差"}


def total(sheet: ProjectSheet) -> Decimal:
    """总分 as it is worked out; NotStated while anything of it is missing."""
    scheme = sheet.form.scheme
    spent, planned = (entered(sheet, TOTAL, column) for column in (SPENT, PLANNED))
    execution = execution_score(spent, planned, scheme)
    if not sheet.indicators:
        raise NotStated("绩效指标")
    return total_score((execution, *(indicator_score(each, scheme) for each in sheet.indicators)))


@lru_cache(maxsize=1024)
def score_in(text: str) -> Decimal | None:
    """The one whole score a text names; None where it names none, or several."""
    found = set()
    for clause in _CLAUSE.split(unicodedata.normalize("NFKC", text)):
        for match in _SCORE.finditer(clause):
            if not _OF_A_PART.search(clause[: match.start()].rpartition(",")[2]):
                found.add(Decimal(match[1]))
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1024)
def grade_in(text: str) -> str:
    """The one grade a text names, in one character; nothing where it names none, or several."""
    found = {match[1] for match in _GRADE.finditer(unicodedata.normalize("NFKC", text))}
    only = found.pop() if len(found) == 1 else ""
    return _SHORT.get(only, only)


@rule(
    "E26",
    "评价等级",
    Severity.INFO,
    "评价等级和得分相符：90分以上为优，80分以上为良，60分以上为中，60分以下为差",
    why="等级和得分对不上，读的人不知道信哪个",
    cites="财预〔2020〕10号",
)
def a_grade_fits_its_score(subject: Subject) -> Iterator[Said]:
    yield from each_sheet(subject, _of_project)
    yield from _of_reports(subject.filing, department_total(subject))


def _of_project(sheet: ProjectSheet) -> Iterator[Said]:
    text = sheet.project.conclusion
    if said_grade := grade_in(text):
        score = score_in(text)
        if score is None and sheet.form.scheme.scored:
            score = total(sheet)
        place = Place(Project.conclusion, sheet.project.id)
        yield from _compared(said_grade, score, sheet.called, sheet.about, place)


def _of_reports(filing: Filing, total: Decimal | None) -> Iterator[Said]:
    whole = filing.department_report
    known = (score for score in (whole.self_score, total) if score is not None)
    score = next(known, score_in(whole.conclusion))
    place = Place(DepartmentReport.conclusion)
    yield from _compared(grade_in(whole.conclusion), score, "部门整体", "部门整体", place)
    for each in filing.project_reports:
        place = Place(ProjectReport.conclusion, each.id)
        text, about = each.conclusion, f"项目报告{each.id}"
        yield from _compared(grade_in(text), score_in(text), "项目自评报告", about, place)


def _compared(
    said_grade: str, score: Decimal | None, called: str, about: str, place: Place
) -> Iterator[Said]:
    if said_grade and score is not None and grade(score) != said_grade:
        own = grade(score)
        yield Finding(
            f"{called}的评价等级写的是“{said_grade}”，{said(score)}应为“{own}”",
            f"改成“{own}”",
            about=about,
            where="评价结论",
            places=(place,),
            operands=(Operand("评价等级", said_grade, "评价结论"), Operand("得分", said(score))),
            computed=own,
            words=said_grade,
        )


RULES: tuple[Rule, ...] = (a_grade_fits_its_score,)
