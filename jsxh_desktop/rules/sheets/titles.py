"""E21: above every printed sheet stands one title, and under it what its project holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jsxh_desktop.rules.rule import Finding, Rule, Said, Severity, rule
from jsxh_desktop.rules.sheets.contents import differences
from jsxh_desktop.rules.sheets.facts import ProjectSheet, sheets_of
from jsxh_desktop.rules.sheets.match import Printed, printed_of
from jsxh_desktop.rules.sheets.print import PrintedSheet
from jsxh_desktop.rules.subject import Subject


@rule(
    "E21",
    "表题先于表",
    Severity.ERROR,
    "每张自评表上面有一个表题，表题里的项目和表里的金额、指标是同一个项目的",
    why="表题错位，金额就算到了别的项目头上",
    cites="财预〔2020〕10号附件1《项目支出绩效自评表》",
)
def every_sheet_is_under_its_title(subject: Subject) -> Iterator[Said]:
    yield from _one_name_each(sheets_of(subject))
    printed = printed_of(subject)
    if printed:  # a form that is not read is left alone
        yield from _every_project(sheets_of(subject), printed)
    titled: dict[int, PrintedSheet] = {}
    for each in printed:
        yield from _title(each, titled)
        yield from _differences(each, subject)


def _differences(each: Printed, subject: Subject) -> Iterator[Said]:
    """Only where something differs the other projects are looked at: the sheet may be theirs."""
    told = each.told(_by_itself)
    if each.sheet and any(isinstance(said, Finding) for said in told):
        return differences(each.said, each.sheet, sheets_of(subject))
    return iter(told)


def _by_itself(said: PrintedSheet, sheet: ProjectSheet) -> Iterator[Said]:
    return differences(said, sheet, (sheet,))


def _one_name_each(sheets: Sequence[ProjectSheet]) -> Iterator[Said]:
    held: dict[str, ProjectSheet] = {}
    for sheet in sheets:
        name = sheet.project.name
        first = held.setdefault(name, sheet) if name else sheet
        if first is not sheet:
            yield Finding(
                f"第{first.number}个和第{sheet.number}个项目都叫“{name}”，表题分不开",
                "给其中一个改名",
                about=f"名称 {sheet.about}",
                where=sheet.where,
                places=(sheet.place, first.place),
                words=name,
            )


def _every_project(sheets: Sequence[ProjectSheet], printed: Sequence[Printed]) -> Iterator[Said]:
    there = {each.sheet for each in printed}
    for sheet in sheets:
        if sheet not in there:
            yield Finding(
                f"{sheet.called}没有自评表",
                "补上这张表",
                about=f"{sheet.about} 没有表",
                where="自评表",
                places=(sheet.place,),
            )


def _title(each: Printed, titled: dict[int, PrintedSheet]) -> Iterator[Said]:
    said, sheet = each.said, each.sheet
    if not said.title:
        what, to_do = f"第{said.number}张自评表上面没有表题", "在表前写上表题"
        if sheet and sheet.project.name:
            to_do = f"在表前写上“{sheet.project.name}”的表题"
    elif sheet is None:
        what = f"第{said.number}张自评表的表题“{said.title}”里没有哪个项目的名称"
        to_do = "改表题里的项目名称"
    elif each.named and titled.setdefault(sheet.project.id, said) is not said:
        first = titled[sheet.project.id].number
        what = f"第{first}张和第{said.number}张自评表的表题里都是{sheet.called}"
        to_do = "核对表题"
    else:
        return
    yield Finding(
        what,
        to_do,
        about=f"第{said.number}张表题",
        where=said.title or f"第{said.number}张自评表",
        places=(sheet.place,) if sheet else (),
        words=said.title,
    )


RULES: tuple[Rule, ...] = (every_sheet_is_under_its_title,)
