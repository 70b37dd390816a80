"""E30: what the plan in the project's report counts has an indicator of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.report_text import ProjectReport
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Said, Severity, rule
from jsxh_desktop.rules.sheets.facts import ProjectSheet, each_sheet
from jsxh_desktop.rules.subject import Subject

PLANS = (ProjectReport.content, ProjectReport.goals, ProjectReport.method)
SHOWN = 6

_OUTPUT = re.compile(
    r"([\u4e00-\u9fff“”]{2,})(\d+(?:\.\d+)?万?)(平方米|公里|场次|个|台|套|册|份|本|期|处|座|亩|间|块|条)"
)


@rule(
    "E30",
    "设定依据完整",
    Severity.INFO,
    "项目报告里列出的主要产出，都有对应的三级指标",
    why="计划要做的没有指标，做没做成就没有依据",
    cites="财预〔2020〕10号",
)
def planned_outputs_have_indicators(subject: Subject) -> Iterator[Said]:
    yield from each_sheet(subject, _without_indicator)


def _without_indicator(sheet: ProjectSheet) -> Iterator[Said]:
    if not sheet.indicators:
        return
    names = [each.name for each in sheet.indicators] + [each.expected for each in sheet.goals]
    for report in sheet.holds.reports:
        for entry in PLANS:
            missing = [words for words in _outputs(entry.of(report)) if not _is_named(words, names)]
            if missing:
                yield _finding(sheet, Place(entry, report.id), missing)


def _finding(sheet: ProjectSheet, place: Place, missing: Sequence[tuple[str, str]]) -> Finding:
    items = [f"{thing}{count}" for thing, count in missing]
    shown = "、".join(items[:SHOWN])
    more = f"等{len(items)}项" if len(items) > SHOWN else f"{len(items)}项"
    return Finding(
        f"{sheet.called}的{place.entry.label}里有{shown}，{more}都没有对应的指标",
        "主要的产出补上指标",
        about=f"{sheet.about} {place.entry.label}",
        where=sheet.where,
        places=(place, *(Place(Indicator.name, each.id) for each in sheet.indicators[:1])),
        operands=(Operand("没有指标的产出", f"{len(items)}项", place.entry.label),),
        words=items[0],
    )


def _outputs(text: str) -> Iterator[tuple[str, str]]:
    """The things a text counts, each once: (科普宣传栏, 8个)."""
    seen = set()
    for found in _OUTPUT.finditer(unicodedata.normalize("NFKC", text)):
        thing = re.sub(r"[“”]", "", found[1])[-8:]
        if len(thing) > 1 and thing not in seen:
            seen.add(thing)
            yield thing, found[2] + found[3]


def _is_named(output: tuple[str, str], names: Sequence[str]) -> bool:
    """Whether the end of what the thing is called stands in the name of an indicator or goal."""
    end = output[0][-2:]
    return any(end in name for name in names)


RULES: tuple[Rule, ...] = (planned_outputs_have_indicators,)
