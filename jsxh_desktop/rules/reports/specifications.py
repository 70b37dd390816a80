"""F16: sizes of equipment and numbers of its staff, told twice."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.report_text import ProjectReport
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.rules.per_subject import TYPED, held, judged_while_same
from jsxh_desktop.rules.reading.plain_text import plain
from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.reports.report_passages import owner_of, owners, pages_of
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.pages import whole
from jsxh_desktop.rules.texts.passages import Passage
from jsxh_desktop.rules.texts.seldom import telling

SCREEN = re.compile("LED|显示屏|大屏|全彩|屏幕")
_SIDES = re.compile(r"(\d+(?:\.\d+)?)(?:米|m)?[×*xX✕](\d+(?:\.\d+)?)(?:米|m)")
_AREA = re.compile(r"(?P<area>\d+(?:\.\d+)?)(?:㎡|平方米|平米)(?P<thing>[A-Za-z一-龥]{2,8})")
_INCHES = re.compile(r"(\d{2,3})(英寸|寸|吋)")
_WORKERS = re.compile(
    r"(?:配备|落实|聘用|安排)(?:(?P<first>\d+)[名人个][一-龥]{0,6}人员"
    r"|[一-龥]{0,6}人员(?P<second>\d+)[名人])"
)
_SIGNS = re.compile("[米m㎡寸吋]|人员")
Told = tuple[Passage, re.Match[str]]


@rule(
    "F16",
    "规格一致",
    Severity.WARNING,
    "同一台设备的尺寸、同一处的工作人员数，各处写的一样",
    why="规格不一，验收的和报告说的就不是一样东西",
    cites="项目支出绩效自评表；专项预算项目支出绩效自评报告",
)
@judged_while_same(TYPED, held("goals", "indicators", "project_reports", "projects"))
def specifications_agree(subject: Subject) -> Iterator[Said]:
    typed = map(whole, pages_of(subject, ProjectReport, Indicator))
    texts = [passage for passage, *_ in telling(typed, _signs)]
    owned = owners(subject)
    groups: dict[int | None, list[Passage]] = {}
    for passage in texts:
        groups.setdefault(owner_of(owned, passage.place), []).append(passage)
    for group in groups.values():
        yield from _screens(group)
        yield from _inches(group)
    yield from _workers(texts)


def _signs(text: str) -> list[str]:
    return _SIGNS.findall(text)


@lru_cache(maxsize=TEXTS)
def _found(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], ...]:
    return tuple(pattern.finditer(plain(text)))


def _all(pattern: re.Pattern[str], passages: Iterable[Passage]) -> list[Told]:
    return [(passage, found) for passage in passages for found in _found(pattern, passage.text)]


def _screens(group: list[Passage]) -> Iterator[Finding]:
    """A screen by its sides in one place, by its area in another."""
    areas = [told for told in _all(_AREA, group) if SCREEN.search(told[1]["thing"])]
    if not areas:
        return
    for passage, sides in _all(_SIDES, group):
        if not SCREEN.search(passage.text):
            continue
        area = Decimal(sides[1]) * Decimal(sides[2])
        for other, told in areas:
            places = len(told["area"].partition(".")[2])
            if half_up(area, places) != Decimal(told["area"]):
                message = f"屏的尺寸{sides[0]}是{area.normalize():f}平方米，另一处写{told[0]}"
                yield _two(message, "屏的尺寸", (passage, sides), (other, told))


def _inches(group: list[Passage]) -> Iterator[Finding]:
    """One size in two ways of writing the inch."""
    first: dict[str, Told] = {}
    for passage, told in _all(_INCHES, group):
        other = first.setdefault(told[1], (passage, told))
        if other[1][2] != told[2]:
            message = f"同一尺寸一处写{other[1][0]}，一处写{told[0]}"
            yield _two(message, f"{told[1]}英寸", other, (passage, told))


def _workers(texts: Iterable[Passage]) -> Iterator[Finding]:
    """How many work there may count others in each place: only a hint."""
    told = _all(_WORKERS, texts)
    for other in told[1:]:
        if _number(other[1]) != _number(told[0][1]):
            message = f"{told[0][0].where}写“{told[0][1][0]}”，{other[0].where}写“{other[1][0]}”"
            finding = _two(message, "工作人员数", told[0], other)
            yield dataclasses.replace(finding, severity=Severity.INFO)
            return


def _number(found: re.Match[str]) -> str:
    return found["first"] or found["second"]


def _two(message: str, about: str, first: Told, second: Told) -> Finding:
    (one, said), (other, told) = first, second
    return Finding(
        message=message,
        to_do="核对哪个对，统一写法",
        about=f"{one.where} {about}",
        where=f"{one.where}、{other.where}",
        places=tuple(each.place for each in (one, other) if each.place),
        operands=(Operand(about, said[0], one.where), Operand(about, told[0], other.where)),
        words=said[0],
    )


RULES = (specifications_agree,)
