"""E11: every date on a sheet is a real one, written 2021年12月30日."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.entry import Entry, read_day, show_day
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.terms import IndicatorNature
from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.rule import Correction, Finding, Rule, Said, Severity, rule
from jsxh_desktop.rules.sheets.facts import ProjectSheet, each_sheet
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.seldom import telling
from jsxh_desktop.rules.wording.slip import once, spot

GOAL_TEXTS = (Goal.expected, Goal.done)
PROJECT_TEXTS = (
    Project.process,
    Project.execution_reason,
    Project.conclusion,
    Project.problems,
    Project.measures,
)
INDICATOR_TEXTS = (Indicator.target, Indicator.actual, Indicator.name, Indicator.deviation_reason)
ON_SHEETS = (Project, Goal, Indicator)
NO_DAY = "没有这一天"
SHORT = 16
"""A value of so many characters can be said whole."""
CUT_SHORT = {1, 2, 3}
"""A day of one digit without 日 may have lost another: 3 may have been 30."""

_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})(日|号)?(?![\d.])")
_GOES_ON = re.compile(r"\s*[-–—~～至到、,，和及与/]\s*\d")
"""12月3—5日, 12月3、4日: the 日 stands further behind."""
_ENDS = re.compile(
    r"\s*(?:$|[前后止起内，。、；,;）)”\n]|[之以][前后]|底|完成|实施|竣工|验收|结束)"
)
"""What follows a day; behind 12月20场 the number is a count."""


class Slip(NamedTuple):
    """A date that is wrong: the words, what is wrong, and the text put right if that is sure."""

    words: str
    what: str
    right: str = ""


@rule(
    "E11",
    "日期合法",
    Severity.ERROR,
    "日期写成2021年12月30日的样子，而且真有这一天",
    why="日期缺字或者没有这一天，时效指标就没法认定",
    cites="财预〔2020〕10号附件1《项目支出绩效自评表》，GB/T 9704—2012",
)
def every_date_is_a_day(subject: Subject) -> Iterator[Said]:
    yield from each_sheet(subject, _dates)
    yield from once(_elsewhere(subject))


def _elsewhere(subject: Subject) -> Iterator[Finding]:
    """Days that never were, in all other texts."""
    for passage, _, found in telling(subject.wordings, slips):
        if passage.place and passage.place.entry.entity in ON_SHEETS:
            continue
        for slip in found:
            if slip.what == NO_DAY:
                yield Finding(
                    f"“{slip.words}”，{slip.what}",
                    "核对日期",
                    about=f"{spot(passage)} {slip.words}",
                    where=passage.where,
                    places=(passage.place,) if passage.place else (),
                    words=slip.words,
                )


def _dates(sheet: ProjectSheet) -> Iterator[Said]:
    for indicator in sheet.indicators:
        called = f"{sheet.called}的“{indicator.name}”"
        if indicator.nature is IndicatorNature.DAY:
            yield from _days(sheet, indicator, called)
        yield from _texts(sheet, indicator, INDICATOR_TEXTS, called, f"指标{indicator.id}")
    for goal in sheet.goals:
        yield from _texts(sheet, goal, GOAL_TEXTS, sheet.called, f"目标{goal.id}")
    yield from _texts(sheet, sheet.project, PROJECT_TEXTS, sheet.called, sheet.about)


def _texts(
    sheet: ProjectSheet,
    record: Goal | Indicator | Project,
    texts: tuple[Entry[str], ...],
    called: str,
    about: str,
) -> Iterator[Said]:
    for entry in texts:
        text = entry.of(record)
        for slip in slips(text) if "月" in text else ():
            yield _finding(sheet, Place(entry, record.id), called, about, slip, None)


def _days(sheet: ProjectSheet, indicator: Indicator, called: str) -> Iterator[Said]:
    """Target and actual of an indicator that is a day; what the other texts say is not asked."""
    for entry in (Indicator.target, Indicator.actual):
        text = entry.of(indicator)
        if not text or slips(text):
            continue
        place, about = Place(entry, indicator.id), f"指标{indicator.id}"
        right = _spelled(text)
        if right is None:
            slip = Slip(text, "不是日期")
            yield _finding(sheet, place, called, about, slip, None)
        elif entry is Indicator.actual and right != text:
            slip = Slip(text, "不是规定的写法", right)
            yield _finding(sheet, place, called, about, slip, Severity.WARNING)


@lru_cache(maxsize=TEXTS)
def slips(text: str) -> tuple[Slip, ...]:
    """The dates of a text that lack their 日 or were never a day."""
    return tuple(_slips(text))


def _slips(text: str) -> Iterator[Slip]:
    for found in _DATE.finditer(text):
        end, bare = found.end(), not found[4]
        year, month, day = (int(found[group]) for group in (1, 2, 3))
        if bare and (_GOES_ON.match(text, end) or not _ENDS.match(text, end)):
            continue
        if not _is_real(year, month, day):
            yield Slip(found[0], NO_DAY)
        elif bare:
            right = f"{text[:end]}日{text[end:]}"
            yield Slip(found[0], "少了“日”字", "" if day in CUT_SHORT else right)


def _is_real(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def _spelled(text: str) -> str | None:
    """A day as it has to be written; None where it is none."""
    try:
        day = show_day(read_day(text))
    except ValueError:
        return None
    return f"{day}前" if text.endswith("前") else day


def _finding(
    sheet: ProjectSheet,
    place: Place,
    called: str,
    about: str,
    slip: Slip,
    severity: Severity | None,
) -> Finding:
    label = place.entry.label
    to_do = "改成2021年12月30日的样子"
    if slip.right:
        to_do = f"改成“{slip.right}”" if len(slip.right) <= SHORT else "补上“日”字"
    fix = Correction(to_do, (Put(place.entry, slip.right, place.key),))
    return Finding(
        f"{called}的{label}写的是“{slip.words}”，{slip.what}",
        to_do,
        about=f"{about} {label} {slip.words}",
        where=sheet.where,
        places=(place,),
        words=slip.words,
        severity=severity,
        correction=fix if slip.right else None,
    )


RULES: tuple[Rule, ...] = (every_date_is_a_day,)
