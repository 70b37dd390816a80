"""E13: the goals of a project are numbered from 1, and each is told what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.rules.rule import (
    Correction,
    Finding,
    Operand,
    Rule,
    Said,
    Severity,
    Unjudged,
    rule,
)
from jsxh_desktop.rules.sheets.facts import ProjectSheet, each_sheet
from jsxh_desktop.rules.sheets.match import each_printed
from jsxh_desktop.rules.sheets.print import GAP, PrintedSheet
from jsxh_desktop.rules.subject import Subject

SIDES = (Goal.expected, Goal.done)

_MARK = re.compile(r"(?:^|(?<=[\s，。；、,;]))目标\s*(\d{1,2})\s*[：:、.．]\s*")


@rule(
    "E13",
    "目标编号",
    Severity.ERROR,
    "目标从1起连续编号，预期目标和完成情况一一对应",
    why="编号断了，看起来像漏了一条目标",
    cites="财预〔2020〕10号附件1《项目支出绩效自评表》",
)
def goals_are_numbered_from_one(subject: Subject) -> Iterator[Said]:
    yield from each_sheet(subject, _typed)
    yield from each_printed(subject, _printed)


def _typed(sheet: ProjectSheet) -> Iterator[Said]:
    if not sheet.goals:
        raise NotStated("年度总体目标")
    yield from _numbered(sheet)
    for entry in SIDES:
        blank = [goal for goal in sheet.goals if not entry.of(goal)]
        if blank:
            yield Unjudged(
                f"{sheet.called}有{len(blank)}条目标没写{entry.label}",
                tuple(Place(entry, goal.id) for goal in blank),
            )


def _numbered(sheet: ProjectSheet) -> Iterator[Said]:
    """Numbers typed before goals, which the print numbers itself."""
    marked = [
        (goal, entry, numbers, number)
        for number, goal in enumerate(sheet.goals, 1)
        for entry in SIDES
        if "目标" in (text := entry.of(goal)) and (numbers := _numbers(text))
    ]
    if not marked:
        return
    wrong = any(numbers != [*range(due, due + len(numbers))] for _, _, numbers, due in marked)
    shown = "、".join(
        str(n) for _, entry, numbers, _ in marked for n in numbers if entry is SIDES[0]
    )
    alone = all(_MARK.match(entry.of(goal)) and len(n) == 1 for goal, entry, n, _ in marked)
    typed = (
        f"{sheet.called}的目标自己写了编号{shown}"
        if shown
        else f"{sheet.called}的完成情况自己写了编号"
    )
    yield Finding(
        f"{typed}，应从1起连续编" if wrong else f"{typed}，打印时还会再编一次",
        "去掉自己写的编号" if alone else "一条目标写一格，去掉自己写的编号",
        about=sheet.about,
        where=sheet.where,
        places=tuple(Place(entry, goal.id) for goal, entry, _, _ in marked),
        operands=(Operand("编号", shown), Operand("目标", f"{len(sheet.goals)}条")),
        words=marked[0][1].of(marked[0][0]),
        severity=None if wrong else Severity.WARNING,
        correction=_without_numbers([(goal, entry) for goal, entry, _, _ in marked])
        if alone
        else None,
    )


def _numbers(text: str) -> list[int]:
    return [int(found[1]) for found in _MARK.finditer(text)]


def _without_numbers(marked: Sequence[tuple[Goal, Entry[str]]]) -> Correction:
    changes = tuple(Put(entry, _MARK.sub("", entry.of(goal), 1), goal.id) for goal, entry in marked)
    return Correction("去掉目标前的编号", changes)


def _printed(printed: PrintedSheet, sheet: ProjectSheet) -> Iterator[Said]:
    sides = (("预期目标", printed.expected), ("目标实际完成情况", printed.done))
    numbers = {name: _numbers(text) for name, text in sides if text and not text.startswith(GAP)}
    for name, found in numbers.items():
        if found and found != [*range(1, len(found) + 1)]:
            shown = "、".join(map(str, found))
            yield _misprinted(sheet, f"{name}的编号是{shown}，应从1起连续编", name, shown)
    counts = {name: len(found) for name, found in numbers.items() if found}
    entered = len(sheet.goals)
    if set(counts.values()) - {entered} and entered:
        shown = "，".join(f"{name}{count}条" for name, count in counts.items())
        yield _misprinted(sheet, f"{shown}，填了{entered}条", "条数", shown)


def _misprinted(sheet: ProjectSheet, what: str, about: str, shown: str) -> Finding:
    return Finding(
        f"{sheet.called}的自评表里，{what}",
        "核对目标",
        about=f"{sheet.about} 印出 {about}",
        where=sheet.where,
        places=tuple(Place(Goal.expected, goal.id) for goal in sheet.goals) or (sheet.place,),
        operands=(Operand("印出的目标", shown),),
    )


RULES: tuple[Rule, ...] = (goals_are_numbered_from_one,)
