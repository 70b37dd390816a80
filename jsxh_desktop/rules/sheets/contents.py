"""E21: what a printed sheet holds is what is entered for the project its title names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from jsxh_desktop.domain.entry import Entry, read_day, show_day
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.terms import IndicatorClass, IndicatorNature
from jsxh_desktop.rules import exactness
from jsxh_desktop.rules.exactness import Fit
from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.rule import Finding, Operand, Said
from jsxh_desktop.rules.sheets.facts import ProjectSheet
from jsxh_desktop.rules.sheets.print import (
    ACTUAL,
    GAP,
    NAME,
    PLANNED,
    SECOND,
    SPECIAL_ACCOUNT,
    SPENT,
    TARGET,
    TOTAL,
    UNIT,
    PrintedRow,
    PrintedSheet,
    amount,
    plain,
)
from jsxh_desktop.rules.sheets.sources import COLUMNS, ROWS, entered, line_places, wan

ENTRIES: Mapping[str, Entry[Any]] = MappingProxyType(
    {TARGET: Indicator.target, ACTUAL: Indicator.actual, SECOND: Indicator.category}
)
"""Where what an indicator prints in a column is entered."""

Names = Mapping[IndicatorClass | None, str]
"""The second-level name a form has for each class."""

ANY_YEAR = frozenset(map(str, IndicatorClass))


def differences(
    said: PrintedSheet, sheet: ProjectSheet, sheets: tuple[ProjectSheet, ...]
) -> Iterator[Said]:
    """Every amount, goal and indicator that is printed otherwise, or not at all."""
    for column in COLUMNS:
        whole = tuple(sheet.until_blank(_amount(said, sheet, column, sheets)))
        yield from whole
        if not any(isinstance(each, Finding) for each in whole):
            for row in ROWS:
                yield from _part(said, sheet, row, column)
    yield from _left_out(said, sheet)
    yield from _goals(said, sheet)
    yield from _rows(said, sheet)


def _amount(
    said: PrintedSheet, sheet: ProjectSheet, column: str, sheets: tuple[ProjectSheet, ...]
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


def _part(said: PrintedSheet, sheet: ProjectSheet, row: str, column: str) -> Iterator[Said]:
    """One source of money; what its column leaves open is told of the whole."""
    printed = amount(said.funds.get((row, column))) if row != TOTAL else None
    if printed is None:
        return
    apart = any((each, column) in said.funds for each in (SPECIAL_ACCOUNT, UNIT))
    try:
        own = exactness.as_known(entered(sheet, row, column, apart=apart), sheet.precision)
    except NotStated:
        return
    if exactness.fit(printed, own) is Fit.IMPOSSIBLE:
        what = f"{row}的{column}是{wan(printed)}，这个项目是{wan(own)}"
        places = line_places(sheet, column)
        yield _misprinted(said, sheet, what, f"{row} {column}", places, said.funds[row, column])


def _left_out(said: PrintedSheet, sheet: ProjectSheet) -> Iterator[Finding]:
    """The boxes that every form has."""
    for name, there, entered_ in (
        (PLANNED, (TOTAL, PLANNED) in said.funds, sheet.holds.lines),
        (SPENT, (TOTAL, SPENT) in said.funds, sheet.holds.lines),
        (Goal.expected.label, said.expected is not None, sheet.goals),
        (Goal.done.label, said.done is not None, sheet.goals),
    ):
        if entered_ and not there:
            yield _misprinted(said, sheet, f"没有印{name}", f"没有{name}", (sheet.place,), name)
    name = sheet.project.name
    if said.name and name and _bare(name) not in _bare(said.name):
        what = f"项目名称印的是“{said.name}”"
        yield _misprinted(said, sheet, what, Project.name.label, (sheet.place,), said.name)


def _goals(said: PrintedSheet, sheet: ProjectSheet) -> Iterator[Finding]:
    """The text of each goal has to stand in its box, however the box numbers it."""
    for entry, box in ((Goal.expected, said.expected), (Goal.done, said.done)):
        for number, goal in enumerate(sheet.goals, 1):
            text = entry.of(goal)
            if box is not None and text and _bare(text) not in _bare(box):
                what = f"目标{number}的{entry.label}和填的“{text}”不一样"
                about, places = f"目标{goal.id} {entry.label}", (Place(entry, goal.id),)
                yield _misprinted(said, sheet, what, about, places, box)


def _whose(said: PrintedSheet, sheets: tuple[ProjectSheet, ...]) -> str:
    """The one other project that has the amounts of this sheet."""
    shown = [amount(said.funds.get((TOTAL, column))) for column in (PLANNED, SPENT)]
    fitting = _by_amounts(sheets).get(tuple(wan(each) for each in shown if each), ())
    return f"，{fitting[0].called}才是" if len(fitting) == 1 else ""


@lru_cache(maxsize=1)
def _by_amounts(
    sheets: tuple[ProjectSheet, ...],
) -> Mapping[tuple[str, ...], list[ProjectSheet]]:
    """The projects by what they may spend and spent; those where one of it is blank left out."""
    groups: dict[tuple[str, ...], list[ProjectSheet]] = {}
    for sheet in sheets:
        try:
            amounts = tuple(wan(entered(sheet, TOTAL, column)) for column in (PLANNED, SPENT))
        except NotStated:
            continue
        groups.setdefault(amounts, []).append(sheet)
    return groups


def _rows(said: PrintedSheet, sheet: ProjectSheet) -> Iterator[Said]:
    """Every printed indicator against the one of its name, and every one that is not printed."""
    names: Names = {c: name for group in sheet.form.classes for c, name in group.members}
    left: dict[str, list[Indicator]] = {}
    for each in sheet.indicators:
        left.setdefault(_bare(each.name), []).append(each)
    for place, row in enumerate(said.rows, 1):
        name = row.at(NAME)
        named = left.get(_bare(name), [])
        fitting = next((each for each in named if not _differs(row, each, names)), None)
        if fitting:
            named.remove(fitting)
        elif named:
            yield from _changed(said, sheet, row, named.pop(0), names)
        elif name and not name.startswith(GAP):
            what = f"印了“{name}”，项目里没有这条指标"
            yield _misprinted(said, sheet, what, f"第{place}行", (sheet.place,), name)
    for each in (each for named in left.values() for each in named if each.name):
        places = (Place(Indicator.name, each.id),)
        what = f"没有印“{each.name}”这条指标"
        yield _misprinted(said, sheet, what, f"指标{each.id}", places, each.name)


def _changed(
    said: PrintedSheet, sheet: ProjectSheet, row: PrintedRow, each: Indicator, names: Names
) -> Iterator[Finding]:
    for column in _differs(row, each, names):
        entry, printed = ENTRIES[column], plain(row.at(column))
        own = entry.of(each)
        what = f"“{each.name}”的{entry.label}印的是“{printed}”，填的是“{own}”"
        places = (Place(entry, each.id),)
        yield _misprinted(said, sheet, what, f"指标{each.id} {column}", places, printed)


def _misprinted(
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


def _differs(row: PrintedRow, each: Indicator, names: Names) -> tuple[str, ...]:
    """The columns in which a printed row says something else than the indicator."""
    pairs = ((TARGET, each.target), (ACTUAL, each.actual))
    values = tuple(column for column, value in pairs if not _prints(value, row.at(column), each))
    return values if _is_under(row, each, names) else (SECOND, *values)


def _is_under(row: PrintedRow, each: Indicator, names: Names) -> bool:
    """Whether a row stands under the second-level name of its indicator; a form may have others."""
    second = plain(row.at(SECOND))
    due = names.get(each.category)
    if not due or not second or second.startswith(GAP):
        return True
    return second == due or (second not in names.values() and second in ANY_YEAR)


def _prints(value: str, printed: str, each: Indicator) -> bool:
    """Whether a value prints so: with a unit or without, a day as a last day, a blank as a gap."""
    if not value:
        return not printed or printed.startswith(GAP)
    forms = {value, value + each.unit, value.removesuffix(each.unit)}
    if each.nature is IndicatorNature.DAY:
        forms |= _days(value)
    signs = {"", str(each.nature or "")}
    return _bare(printed) in {_bare(sign + form) for sign in signs for form in forms}


def _days(value: str) -> set[str]:
    try:
        day = show_day(read_day(value))
    except ValueError:
        return set()
    return {day, f"{day}前"}


@lru_cache(maxsize=TEXTS)
def _bare(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
