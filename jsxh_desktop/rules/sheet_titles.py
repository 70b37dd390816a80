"""E21: above every printed sheet stands one title, and under it what its project holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from jsxh_desktop.domain.entry import read_day, show_day
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import IndicatorNature
from jsxh_desktop.rules import exactness
from jsxh_desktop.rules.exactness import Fit
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Said, Severity, rule
from jsxh_desktop.rules.sheet_facts import ProjectSheet, sheets_of
from jsxh_desktop.rules.sheet_match import Printed, printed_of
from jsxh_desktop.rules.sheet_print import (
    ACTUAL,
    GAP,
    NAME,
    PLANNED,
    SPENT,
    TARGET,
    TOTAL,
    PrintedRow,
    PrintedSheet,
    amount,
)
from jsxh_desktop.rules.sheet_sources import COLUMNS, entered, line_places, wan
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
    if printed:
        yield from _every_project(sheets_of(subject), printed)
    titled: dict[int, PrintedSheet] = {}
    for each in printed:
        yield from _title(each, titled)
        if sheet := each.sheet:
            for column in COLUMNS:
                yield from sheet.until_blank(_amount(each.said, sheet, column, sheets_of(subject)))
            yield from _rows(each.said, sheet)


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


def _amount(
    said: PrintedSheet, sheet: ProjectSheet, column: str, sheets: Sequence[ProjectSheet]
) -> Iterator[Said]:
    printed = amount(said.funds.get((TOTAL, column)))
    if printed is None:
        return
    own = exactness.as_known(entered(sheet, TOTAL, column), sheet.precision)
    if exactness.fit(printed, own) is Fit.IMPOSSIBLE:
        yield Finding(
            f"表题是{sheet.called}的自评表里，{column}是{wan(printed)}，"
            f"这个项目是{wan(own)}{_whose(said, sheets)}",
            "核对表题和表",
            about=f"{sheet.about} 印出 {column}",
            where=said.title or sheet.where,
            places=line_places(sheet, column),
            operands=(Operand(column, wan(printed), "自评表"), Operand(column, wan(own), "支出行")),
            computed=wan(own),
            words=said.funds[TOTAL, column],
        )


def _whose(said: PrintedSheet, sheets: Sequence[ProjectSheet]) -> str:
    """The one other project that has the amounts of this sheet."""
    fitting = [sheet for sheet in sheets if _has_amounts(sheet, said)]
    return f"，{fitting[0].called}才是" if len(fitting) == 1 else ""


def _has_amounts(sheet: ProjectSheet, said: PrintedSheet) -> bool:
    for column in (PLANNED, SPENT):
        printed = amount(said.funds.get((TOTAL, column)))
        try:
            own = exactness.as_known(entered(sheet, TOTAL, column), sheet.precision)
        except NotStated:
            return False
        if printed is None or exactness.fit(printed, own) is Fit.IMPOSSIBLE:
            return False
    return True


def _rows(said: PrintedSheet, sheet: ProjectSheet) -> Iterator[Said]:
    """Every printed indicator against the one of its name, and every one that is not printed."""
    left: dict[str, list[Indicator]] = {}
    for each in sheet.indicators:
        left.setdefault(_bare(each.name), []).append(each)
    for place, row in enumerate(said.rows, 1):
        name = row.at(NAME)
        named = left.get(_bare(name), [])
        fitting = next((each for each in named if not _differs(row, each)), None)
        if fitting:
            named.remove(fitting)
        elif named:
            yield from _changed(said, sheet, row, named.pop(0))
        elif name and not name.startswith(GAP):
            what = f"印了“{name}”，项目里没有这条指标"
            yield _of_row(said, sheet, what, f"第{place}行", (sheet.place,), name)
    for each in (each for named in left.values() for each in named if each.name):
        places = (Place(Indicator.name, each.id),)
        what = f"没有印“{each.name}”这条指标"
        yield _of_row(said, sheet, what, f"指标{each.id}", places, each.name)


def _changed(
    said: PrintedSheet, sheet: ProjectSheet, row: PrintedRow, each: Indicator
) -> Iterator[Finding]:
    for column in _differs(row, each):
        entry = Indicator.target if column == TARGET else Indicator.actual
        own, printed = entry.of(each), row.at(column)
        what = f"“{each.name}”的{entry.label}印的是“{printed}”，填的是“{own}”"
        places = (Place(entry, each.id),)
        yield _of_row(said, sheet, what, f"指标{each.id} {column}", places, printed)


def _of_row(
    said: PrintedSheet,
    sheet: ProjectSheet,
    what: str,
    about: str,
    places: tuple[Place, ...],
    words: str,
) -> Finding:
    return Finding(
        f"{sheet.called}的自评表{what}",
        "核对这张表",
        about=f"{sheet.about} 印出 {about}",
        where=said.title or sheet.where,
        places=places,
        words=words,
    )


def _differs(row: PrintedRow, each: Indicator) -> tuple[str, ...]:
    """The columns in which a printed row says something else than the indicator."""
    pairs = ((TARGET, each.target), (ACTUAL, each.actual))
    return tuple(
        column for column, value in pairs if _bare(row.at(column)) not in _forms(value, each)
    )


def _forms(value: str, each: Indicator) -> set[str]:
    """The ways a value may print: with its unit or with a column for it, a day as a last day."""
    forms = {value, value + each.unit}
    if not value:
        return {"", *(f"{GAP}:{label}〕" for label in ("预期指标值", "实际完成指标值"))}
    if each.nature is IndicatorNature.DAY:
        forms |= _days(value)
    return {_bare(form) for form in forms}


def _days(value: str) -> set[str]:
    try:
        day = show_day(read_day(value))
    except ValueError:
        return set()
    return {day, f"{day}前"}


def _bare(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


RULES: tuple[Rule, ...] = (every_sheet_is_under_its_title,)
