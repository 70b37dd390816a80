"""F07, F08: a score of one's own owes its problems and its sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from jsxh_desktop.domain.attainment import reached
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.project_money import Funding
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport
from jsxh_desktop.domain.scoring import execution_score, grade, indicator_score, total_score
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.narrative.wording import clause
from jsxh_desktop.rules.per_subject import per_subject
from jsxh_desktop.rules.reading.plain_text import plain
from jsxh_desktop.rules.reports.department_scores import (
    FULL,
    against_the_sheet,
    department_total,
    points_of_the_unit,
    said_number,
)
from jsxh_desktop.rules.reports.report_passages import (
    called,
    in_reports,
    owner_of,
    owners,
    placed,
    typed_in,
)
from jsxh_desktop.rules.rule import (
    Finding,
    Operand,
    Said,
    Severity,
    Unjudged,
    rule,
)
from jsxh_desktop.rules.sheets.facts import money_of, sheets_of
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passage

NEAR = Decimal("0.05")
NONE = {"无", "暂无", "没有", "无问题", "不存在问题", "无存在问题", "暂无问题", "没有问题"}
_NUMBERED = re.compile(r"^[（(]?[一二三\d][）).、．]")
_SATISFIED = re.compile(r"满意[度率](?:为|达到?|是)?(\d+(?:\.\d+)?)%")
_SCORE = re.compile(r"得分(?:为|是)?(\d+(?:\.\d+)?)分?")
_GRADE = re.compile(r"等级(?:为|是)?[“]?([优良中差])")


def says_none(text: str) -> bool:
    """Whether a text says that there is nothing."""
    return _NUMBERED.sub("", clause(text).strip()) in NONE


@rule(
    "F07",
    "得分与问题",
    Severity.ERROR,
    "自评得分低于100分的，“存在问题”写出扣分对应的问题，不写“无”",
    why="扣了分又说没有问题，自评就没有依据",
    cites="财预〔2020〕10号；部门整体绩效评价报告提纲 四（二）",
)
def points_lost_have_a_problem(subject: Subject) -> Iterator[Said]:
    report = subject.filing.department_report
    score, places = department_total(subject), tuple(Place(entry) for entry in _OF_SCORE)
    if report.self_score is not None:
        score = report.self_score
    if score is not None and score < FULL:
        if not report.problems:
            yield Unjudged("存在问题还没有填", places)
        elif says_none(report.problems):
            yield Finding(
                message=f"自评得分{said_number(score)}分，存在问题却写“{clause(report.problems)}”",
                to_do="写出扣分对应的问题，或核对得分",
                about="部门整体",
                where="附件1 存在问题",
                places=places,
                operands=(Operand("自评得分", f"{said_number(score)}分"), Operand("满分", "100分")),
                words=report.problems,
            )
    for each in subject.filing.project_reports:
        if says_none(each.problems):
            yield from _of_project(subject, each)


_OF_SCORE = (DepartmentReport.problems, DepartmentReport.self_score)


def _of_project(subject: Subject, report: ProjectReport) -> Iterator[Finding]:
    """A report without problems about a project that fell short somewhere."""
    short = list(_shortfalls(subject, report))
    if short:
        name = called(subject.filing, report.project)
        yield Finding(
            message=f"{name}{'、'.join(short)}，存在的问题却写“{clause(report.problems)}”",
            to_do="写出没有做到位的地方",
            about=f"项目{report.project}",
            where=f"{name}的自评报告 存在的问题",
            places=(Place(ProjectReport.problems, report.id),),
            words=report.problems,
            severity=Severity.WARNING,
        )


def _shortfalls(subject: Subject, report: ProjectReport) -> Iterator[str]:
    for text in (report.benefit, report.completion, report.conclusion):
        for found in _SATISFIED.finditer(plain(text)):
            if Decimal(found[1]) < FULL:
                yield f"满意度{found[1]}%"
    key = report.project
    if key is None:
        return
    missed = [each for each in _rows(subject).get(key, ()) if _missed(each)]
    yield from (f"“{each.name}”未达到指标值" for each in missed[:2])
    score = sheet_score(subject, key)
    if score is not None and score < FULL:
        yield f"自评得分{said_number(score)}分"


def _missed(indicator: Indicator) -> bool:
    try:
        return reached(indicator) < 1
    except NotStated:
        return False


@per_subject
def _rows(subject: Subject) -> Mapping[int, tuple[Indicator, ...]]:
    return {sheet.project.id: sheet.indicators for sheet in sheets_of(subject)}


@per_subject
def _money(subject: Subject) -> Mapping[int, Funding]:
    return money_of(subject)


def sheet_score(subject: Subject, key: int) -> Decimal | None:
    """The total of a project's sheet; None where the form has none or it cannot be told yet."""
    scheme = subject.pack.sheet.scheme
    if not scheme.scored:
        return None
    indicators, money = _rows(subject).get(key, ()), _money(subject).get(key)
    if not indicators or money is None:
        return None
    try:
        planned = money.total(ExpenditureLine.full_year_budget)
        execution = execution_score(money.total(ExpenditureLine.final), planned, scheme)
        return total_score((execution, *(indicator_score(each, scheme) for each in indicators)))
    except NotStated:
        return None


# ---- F08 -----------------------------------------------------------------------------------


@rule(
    "F08",
    "得分来源",
    Severity.ERROR,
    "报告写的自评得分等于评分表的合计，等级按得分评定，各处一样",
    why="得分没有出处，公开后无法说明怎么评出来的",
    cites="财预〔2020〕10号；部门整体支出绩效自评表",
)
def scores_come_from_a_sheet(subject: Subject) -> Iterator[Said]:
    typed, place = subject.filing.department_report.self_score, Place(DepartmentReport.self_score)
    total = department_total(subject)
    score = total if typed is None else typed
    yield from points_of_the_unit(subject)
    if typed is not None:
        yield from _in_range(typed, place)
        yield from against_the_sheet(subject, typed, total, place)
    owned = owners(subject)
    for passage in typed_in(subject, DepartmentReport, ProjectReport):
        if "得分" not in passage.text and "等级" not in passage.text:
            continue
        key = owner_of(owned, passage.place)
        right = score if key is None else sheet_score(subject, key)
        if right is not None:
            yield from placed(passage, _told(passage.text, right))
    if score is not None:
        for passage in _about_the_unit(subject):
            if "得分" in passage.own or "等级" in passage.own:
                yield from placed(passage, _told(passage.own, score))


def _about_the_unit(subject: Subject) -> Iterator[Passage]:
    for passage in in_reports(subject):
        if any("整体" in above for above in passage.headings):
            yield passage


def _in_range(score: Decimal, place: Place) -> Iterator[Finding]:
    if not 0 <= score <= FULL:
        yield Finding(
            message=f"自评得分{said_number(score)}分，不在0到100之间",
            to_do="核对得分",
            about="得分范围",
            where="附件1 自评结论",
            places=(place,),
        )


def _told(text: str, right: Decimal) -> Iterator[Finding]:
    """Every score and grade a text tells; a score is told to the tenth."""
    words = plain(text)
    for found in _SCORE.finditer(words):
        if abs(Decimal(found[1]) - right) > NEAR:
            shown = f"{said_number(right)}分"
            yield _differs("自评得分", f"{found[1]}分", shown, found[0])
    for found in _GRADE.finditer(words):
        if 0 <= right <= FULL and found[1] != grade(right):
            shown = f"{grade(right)}（{said_number(right)}分）"
            yield _differs("评价等级", found[1], shown, found[0])


def _differs(name: str, told: str, right: str, words: str) -> Finding:
    return Finding(
        message=f"{name}写成{told}，应为{right}",
        to_do="核对哪个不对",
        about=name,
        operands=(Operand("文中", told), Operand("应为", right)),
        computed=right,
        words=words,
    )


RULES = (points_lost_have_a_problem, scores_come_from_a_sheet)
