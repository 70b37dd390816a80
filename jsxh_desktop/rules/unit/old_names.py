"""C36: names of 科目 that are out of use in the year, or that no table of codes has."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache

from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.code import CodeTable, without_suffix
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.report_text import DepartmentReport, Reasons, Term
from jsxh_desktop.rules.dictionaries import OLD_NAMES, SHORT_NAMES
from jsxh_desktop.rules.reading.plain_text import plain
from jsxh_desktop.rules.reports.report_passages import placed
from jsxh_desktop.rules.rule import Correction, Finding, Said, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passage
from jsxh_desktop.rules.texts.seldom import telling

ACCOUNTS = {DepartmentReport, Reasons, Term}
"""Typed texts about the accounts, where a 科目 is called by its name."""

RENAMED = 2020
"""From this year on it is 公务用车购置及运行维护费."""

THREE_PUBLIC = "公务用车购置及运行费"
_SINCE = re.compile(r"(\d{4})年及以前(?:名称)?为[\"“]([^\"”]+)[\"”]")
_LISTED = re.compile(r"(?:人员|公用)经费[^。]{0,16}主要包括")
OF_CARS_TOO = ("维修费", "日常维修费")
_VEHICLES = re.compile(r"用车|车辆")
_AMOUNT = r"(?=\d[\d,.]*(?:万元|元))"
_NOT_IN_NAME = "一-龥）"


@rule(
    "C36",
    "科目名称时代性",
    Severity.ERROR,
    "文中的科目名称是当年《政府收支分类科目》的名称",
    why="名称对不上，公开的文字和附表就对不上",
    cites="《政府收支分类科目》（当年版）",
)
def names_are_of_the_year(subject: Subject) -> Iterator[Said]:
    old, short = outdated(subject.filing), _short(subject.filing)
    with_old = _with(tuple(sorted(map(without_suffix, old))))
    for passage, said, _ in telling(subject.wordings, with_old):
        yield from placed(passage, _old(passage, plain(said), old))
    for passage, said, _ in telling(subject.wordings, _with(tuple(sorted(short)))):
        if passage.place is None or passage.place.entry.entity in ACCOUNTS:
            yield from placed(passage, _shortened(passage, plain(said), short))


@lru_cache(maxsize=16)
def _with(words: tuple[str, ...]) -> Callable[[str], list[str]]:
    """What finds any of these words in a text."""
    return re.compile("|".join(map(re.escape, words)) or "(?!)").findall


def outdated(filing: Filing) -> dict[str, str]:
    """Old name → the one of the year, for names the year's table no longer has."""
    table = filing.functional
    names = {code.name for code in table.codes.values()}
    noted = dict(_noted(table))
    found = {old: new for old, new in OLD_NAMES.items() if old not in noted and new in names}
    found |= {old: new for old, (until, new) in noted.items() if filing.year > until}
    return {old: new for old, new in found.items() if old not in names}


def _noted(table: CodeTable) -> Iterator[tuple[str, tuple[int, str]]]:
    """What the table itself says a code was called, and until when."""
    for code in table.codes.values():
        if code.note and (found := _SINCE.search(code.note)):
            yield found[2], (int(found[1]), code.name)


def _old(passage: Passage, text: str, old: dict[str, str]) -> Iterator[Finding]:
    for found in _old_pattern(frozenset(old)).finditer(text):
        stem = without_suffix(found["name"])
        name = stem if stem in old else f"{stem}支出"
        new = old[name]
        right = without_suffix(new) if found["name"] == stem and name != stem else new
        yield _renamed(passage, found["name"], right, found.start("name"), Severity.ERROR)


@lru_cache(maxsize=8)
def _old_pattern(names: Collection[str]) -> re.Pattern[str]:
    """As a 科目 only: before （类）, （款）, （项）, or with the 支出 that is part of the name."""
    stems = sorted({without_suffix(name) for name in names}, key=len, reverse=True)
    whole = [name for name in names if name != without_suffix(name)]
    levels = f"(?:{'|'.join(stems)})(?:支出)?(?=（[类款项]）)"
    return re.compile(rf"(?<![{_NOT_IN_NAME}])(?P<name>{'|'.join([levels, *whole])})")


def _short(filing: Filing) -> dict[str, str]:
    names = {code.name for code in filing.economic.codes.values()}
    found = {short: name for short, name in SHORT_NAMES.items() if name in names}
    if filing.year >= RENAMED:
        found[THREE_PUBLIC] = SHORT_NAMES[THREE_PUBLIC]
    return found


def _shortened(passage: Passage, text: str, short: dict[str, str]) -> Iterator[Finding]:
    """A whole item of a list of 科目; 维修费 of a car is none."""
    for found in _short_pattern(frozenset(short)).finditer(text):
        if found["name"] == THREE_PUBLIC or _lists_items(text, found):
            name = found["name"]
            yield _renamed(passage, name, short[name], found.start("name"), Severity.WARNING)


@lru_cache(maxsize=8)
def _short_pattern(names: Collection[str]) -> re.Pattern[str]:
    listed = "|".join(sorted(names, key=len, reverse=True))
    return re.compile(
        rf"(?<![{_NOT_IN_NAME}])(?:其中|包括|和|及)?(?P<name>{listed})(?:{_AMOUNT}|(?=[、，；。等]|$))"
    )


def _lists_items(text: str, found: re.Match[str]) -> bool:
    start = max(text.rfind(stop, 0, found.start()) for stop in "。\n")
    before = text[start + 1 : found.start()]
    if _LISTED.search(before):
        return True
    priced = re.match(_AMOUNT, text[found.end("name") :])
    of_a_car = found["name"] in OF_CARS_TOO and _VEHICLES.search(before)
    return bool(priced) and not of_a_car


def _renamed(passage: Passage, name: str, right: str, start: int, severity: Severity) -> Finding:
    return Finding(
        message=f"“{name}”不是当年的科目名称，应为“{right}”",
        to_do=f"改成“{right}”",
        about=name,
        words=name,
        severity=severity,
        computed=right,
        correction=_corrected(passage, name, right, start),
    )


def _corrected(passage: Passage, name: str, right: str, start: int) -> Correction | None:
    """The typed text with this one name put right."""
    if passage.place is None:
        return None
    text = passage.text
    changed = text[:start] + right + text[start + len(name) :]
    put = Put(passage.place.entry, changed, passage.place.key)
    return Correction(f"把“{name}”改成“{right}”", (put,))


RULES = (names_are_of_the_year,)
