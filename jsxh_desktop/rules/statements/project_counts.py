"""C27: how many projects had goals, were monitored and evaluated."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Project
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Said, Severity, rule, until_blank
from jsxh_desktop.rules.statements.by_section import of_section
from jsxh_desktop.rules.statements.section_figures import told, told_counts, told_years
from jsxh_desktop.rules.statements.section_lines import Line, Section, lines
from jsxh_desktop.rules.subject import Subject

WHERE = "预算绩效管理情况"
STEPS = (
    (Project.targeted, "编制绩效目标", r"(\d+)个项目编制了?绩效目标"),
    (Project.monitored, "开展绩效监控", r"(\d+)个项目(?:开展|实施)了?绩效(?:运行)?监控"),
    (Project.evaluated, "开展绩效自评", r"(\d+)个项目(?:开展|进行|组织)了?绩效自评"),
)
LEFT = re.compile(r"(?:尚有|还有|其余|另有)(\d+)个项目[^。；]*未[^。；]*自评")
_WHY = re.compile(r"原因|因为|由于")


@rule(
    "C27",
    "绩效管理项目数",
    Severity.ERROR,
    "编制目标、绩效监控、绩效自评的项目数相同，不同的写明；自评覆盖全部项目；与项目表一致",
    why="要求自评全覆盖，三个数不同而不说明，就是漏评",
    cites="财预〔2020〕10号（单位自评全覆盖）；部门决算公开范本 十、（四）",
)
@of_section(Section.PERFORMANCE, "projects", "year")
def projects_are_counted_alike(subject: Subject) -> Iterator[Said]:
    """What is entered, then what the text tells of it."""
    filing, found = subject.filing, lines(subject, Section.PERFORMANCE)
    yield from until_blank(_entered(filing))
    yield from told_years(filing, found, "绩效管理")
    for line in found:
        for sentence in line.sentences:
            yield from until_blank(_told(filing, line, sentence))
    if found:
        yield from _unexplained(found[0], "".join(line.text for line in found))


def counted(filing: Filing, flag: Entry[bool | None]) -> int:
    """How many projects say yes; NotStated while one says neither."""
    for number, project in enumerate(filing.projects, 1):
        if flag.of(project) is None:
            raise NotStated(f"{project.name or f'第{number}个项目'}是否{flag.label}")
    return sum(bool(flag.of(project)) for project in filing.projects)


def _entered(filing: Filing) -> Iterator[Said]:
    """Not every project went through every step: what the text then has to tell."""
    for flag, name, _ in STEPS:
        number = counted(filing, flag)
        left = [project for project in filing.projects if flag.of(project) is False]
        if left:
            total = len(filing.projects)
            names = "、".join(project.name or "未填名称的项目" for project in left)
            yield Finding(
                f"{total}个项目中{number}个{name}，{names}没有",
                "补做，或者写明原因" if flag is Project.evaluated else "核对，确实没有的写明原因",
                name,
                WHERE,
                tuple(Place(flag, project.id) for project in left),
                (Operand("项目", f"{total}个", "项目表"), Operand(name, f"{number}个", "项目表")),
                f"{total}个",
                severity=Severity.WARNING,
            )


def _told(filing: Filing, line: Line, sentence: str) -> Iterator[Said]:
    for flag, name, pattern in STEPS:
        if not re.search(pattern, sentence):
            continue
        due = _asked(filing, flag)
        places = tuple(Place(flag, project.id) for project in filing.projects)
        count = (f"{name}的项目数", pattern, due, places)
        yield from until_blank(told_counts(line, sentence, [count]))
    left = ("未自评的项目数", LEFT.pattern, lambda: _left(filing), ())
    yield from told_counts(line, sentence, [left])


def _asked(filing: Filing, flag: Entry[bool | None]) -> Callable[[], int]:
    return lambda: counted(filing, flag)


def _left(filing: Filing) -> int:
    return sum(project.evaluated is False for project in filing.projects)


def _unexplained(line: Line, text: str) -> Iterator[Said]:
    """Three numbers that are not one, and no word on it."""
    numbers = [found for _, _, pattern in STEPS if (found := re.search(pattern, text))]
    counts = [int(found[1]) for found in numbers]
    if len(counts) < len(STEPS) or len(set(counts)) == 1 or _explained(text):
        return
    said = "，".join(f"{name}{count}个" for (_, name, _), count in zip(STEPS, counts, strict=True))
    message = f"绩效管理的项目数不一致：{said}，没有说明"
    to_do = "自评应覆盖全部项目，不同的写明原因"
    yield told(line, "项目数不一致", message, to_do, words=numbers[0][0])


def _explained(text: str) -> bool:
    return bool(LEFT.search(text) or _WHY.search(text))


RULES: tuple[Rule, ...] = (projects_are_counted_alike,)
