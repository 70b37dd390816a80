"""E20, E27: what stands at the head of a sheet, and how much its boxes hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Project
from jsxh_desktop.domain.sheet_form import SheetValue
from jsxh_desktop.domain.stated import NotStated, stated
from jsxh_desktop.domain.terms import ProjectClass
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Said, Severity, Unjudged, rule
from jsxh_desktop.rules.sheets.facts import ProjectSheet, each_sheet, sheets_of
from jsxh_desktop.rules.sheets.match import printed_of
from jsxh_desktop.rules.sheets.print import GAP, PrintedSheet
from jsxh_desktop.rules.subject import Subject

BOXES = (
    (SheetValue.EXECUTION_REASON, Project.execution_reason),
    (SheetValue.CONCLUSION, Project.conclusion),
    (SheetValue.PROBLEMS, Project.problems),
    (SheetValue.MEASURES, Project.measures),
)
"""The boxes of a project whose length a form may limit, and what is entered for them."""

_CODE = re.compile(r"\d{8}([RYT])\d{12}", re.ASCII)
_CLASSES = {
    "R": ProjectClass.PERSONNEL,
    "Y": ProjectClass.RUNNING,
    "T": ProjectClass.SPECIAL,
}


@rule(
    "E20",
    "必填头",
    Severity.ERROR,
    "主管部门及代码、实施单位、项目名称和编码都写了，编码和项目对得上",
    why="表头不全，这张表不知道是谁的",
    cites="财预〔2020〕10号附件1《项目支出绩效自评表》，四川省表510000_0013zp",
)
def the_head_is_filled(subject: Subject) -> Iterator[Said]:
    if subject.filing.projects:
        yield from _parties(subject.filing)
        yield from each_sheet(subject, _head)
        yield from _one_code_each(subject)
        for printed in printed_of(subject):
            yield from _printed_head(printed.said, subject.filing.organization)


def _parties(filing: Filing) -> Iterator[Said]:
    for entry in (
        Organization.supervisor,
        Organization.supervisor_code,
        Organization.full_name,
    ):
        if not entry.of(filing.organization):
            yield Unjudged(f"{entry.label}还没有填，每张自评表都要", (Place(entry),))


def _head(sheet: ProjectSheet) -> Iterator[Said]:
    project = sheet.project
    stated(project.name, Project.name.label)
    if not project.code:
        if sheet.form.shows(SheetValue.PROJECT_CODE_AND_NAME):
            raise NotStated(Project.code.label)
        return
    found = _CODE.fullmatch(project.code)
    if found and project.category and _CLASSES[found[1]] is not project.category:
        yield Finding(
            f"{sheet.called}的编码是{project.code}，{found[1]}是{_CLASSES[found[1]]}，"
            f"类别选的是{project.category}",
            "核对项目编码和项目类别",
            about=sheet.about,
            where=sheet.where,
            places=(Place(Project.category, project.id), Place(Project.code, project.id)),
            operands=(
                Operand("项目编码", project.code),
                Operand("项目类别", str(project.category)),
            ),
            severity=Severity.WARNING,
        )


def _one_code_each(subject: Subject) -> Iterator[Said]:
    held: dict[str, ProjectSheet] = {}
    for sheet in sheets_of(subject):
        code = sheet.project.code
        first = held.setdefault(code, sheet) if code else sheet
        if first is not sheet:
            yield Finding(
                f"{first.called}和{sheet.called}的项目编码都是{code}",
                "核对项目编码",
                about=f"编码 {sheet.about}",
                where=sheet.where,
                places=tuple(Place(Project.code, each.project.id) for each in (sheet, first)),
                words=code,
            )


def _printed_head(printed: PrintedSheet, unit: Organization) -> Iterator[Finding]:
    for entry, name, text in (
        (Organization.supervisor_code, "主管部门及代码", printed.supervisor),
        (Organization.full_name, "实施单位", printed.party),
    ):
        if not text:
            what = f"没有印{name}" if text is None else f"{name}空着"
            yield _misprinted(printed, entry, name, what, f"填上{name}")
    for entry in (Organization.supervisor, Organization.supervisor_code):
        own_text, text = entry.of(unit), printed.supervisor or ""
        asked = entry is Organization.supervisor or re.search(r"\d", text)  # some forms: no code
        if own_text and text and asked and own_text not in text:
            what = f"主管部门及代码印的是“{text}”，没有{entry.label}“{own_text}”"
            yield _misprinted(printed, entry, entry.label, what, f"核对{entry.label}")
    own = {unit.full_name, unit.short_name} - {""}
    party = printed.party or ""
    if own and party and not party.startswith(GAP) and party not in own:
        what = f"实施单位印的是“{party}”，填的是“{unit.full_name or unit.short_name}”"
        yield _misprinted(printed, Organization.full_name, "实施单位名称", what, "核对单位名称")


def _misprinted(
    printed: PrintedSheet, entry: Entry[str], name: str, what: str, to_do: str
) -> Finding:
    return Finding(
        f"第{printed.number}张自评表{what}",
        to_do,
        about=f"印出第{printed.number}张 {name}",
        where=printed.title or f"第{printed.number}张自评表",
        places=(Place(entry),),
        words=printed.party or "",
    )


@rule(
    "E27",
    "字数",
    Severity.WARNING,
    "四川表：目标完成情况和原因100字以内，评价结论、存在问题、改进措施200字以内",
    why="超过字数，一体化平台录不进去",
    cites="四川省部门预算项目支出绩效自评表（510000_0013zp）",
)
def boxes_hold_what_they_may(subject: Subject) -> Iterator[Said]:
    if subject.pack.sheet.limits:
        yield from each_sheet(subject, _lengths)


def _lengths(sheet: ProjectSheet) -> Iterator[Said]:
    limits = sheet.form.limits
    for value, entry in BOXES:
        if value in limits:
            place = Place(entry, sheet.project.id)
            yield from _length(sheet, entry.label, entry.of(sheet.project), limits[value], (place,))
    if SheetValue.GOALS_DONE in limits:
        done = "".join(goal.done for goal in sheet.goals)
        places = tuple(Place(Goal.done, goal.id) for goal in sheet.goals)
        limit = limits[SheetValue.GOALS_DONE]
        yield from _length(sheet, "年度目标完成情况", done, limit, places)


def _length(
    sheet: ProjectSheet, label: str, text: str, limit: int, places: tuple[Place, ...]
) -> Iterator[Said]:
    count = len(re.sub(r"\s", "", text))
    if count > limit:
        yield Finding(
            f"{sheet.called}的{label}写了{count}字，只能写{limit}字",
            f"删到{limit}字以内",
            about=f"{sheet.about} {label}",
            where=sheet.where,
            places=places,
            operands=(Operand(label, f"{count}字"), Operand("上限", f"{limit}字")),
            computed=f"{limit}字",
        )


RULES: tuple[Rule, ...] = (the_head_is_filled, boxes_hold_what_they_may)
