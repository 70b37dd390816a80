"""C15, C16: 人员经费 and 公用经费 in the text, and the 款 they are said to consist of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.totals import Lines
from jsxh_desktop.rules.dictionaries import SHORT_NAMES
from jsxh_desktop.rules.reading.plain_text import plain
from jsxh_desktop.rules.rule import Rule, Said, Severity, each_apart, rule
from jsxh_desktop.rules.statements.left_out import left_out, owed_as
from jsxh_desktop.rules.statements.section_figures import Figure, figure, told, told_years
from jsxh_desktop.rules.statements.section_lines import Line, Section, lines
from jsxh_desktop.rules.statements.section_sums import first_told, told_sum
from jsxh_desktop.rules.subject import Subject

CITES = "部门决算公开范本 第二部分 六、基本支出"
Cut = Callable[[Filing], Lines]
CUTS: dict[str, Cut] = {"人员经费": totals.personnel_lines, "公用经费": totals.operating_lines}
BASIC = figure("基本支出", "基本支出(?:决算)?(?:数|合计)?", totals.basic_expenditure)


def _part(name: str, cut: Cut) -> Figure:
    return figure(name, f"{name}(?:支出)?(?:决算)?", lambda filing: totals.total(cut(filing)))


PARTS = tuple(_part(name, cut) for name, cut in CUTS.items())
_LIST = re.compile(r"(?:主要)?包括[：:]?([^。；]+)")
_AND_SO_ON = re.compile(r"等(?:支出|费用|方面)?$")


def _section(subject: Subject) -> tuple[Line, ...]:
    return lines(subject, Section.BASIC)


@rule(
    "C15",
    "人员经费与公用经费",
    Severity.ERROR,
    "文中人员经费加公用经费等于基本支出",
    why="基本支出只有这两部分，加起来不等，必有一个数不对",
    cites=CITES,
)
def personnel_and_operating_make_basic(subject: Subject) -> Iterator[Said]:
    """As the text tells them; one that is not told counts only where it is said to be none."""
    found = _section(subject)
    text = "".join(line.text for line in found)
    yield from told_years(subject.filing, found, "基本支出")
    if BASIC.name in first_told(found, (BASIC,)):
        for part in PARTS:
            if part.name not in text:
                message = f"没有写{part.name}"
                yield told(found[0], part.name, message, f"补写{part.name}，没有的写“无”")
    parts = [part for part in PARTS if f"无{part.name}" not in text]
    owed = (BASIC, *(part for part in PARTS if part.name in text))
    yield from left_out(subject, Section.BASIC, map(owed_as, owed))
    yield from told_sum(found, BASIC, parts, _line_places(subject.filing))


def _line_places(filing: Filing) -> tuple[Place, ...]:
    coded = next((line for line in filing.expenditure if line.economic), None)
    return (Place(ExpenditureLine.final, coded.id),) if coded else ()


@rule(
    "C16",
    "列举的经济分类科目",
    Severity.WARNING,
    "列举的款就是本年有数的款，不涉及的不列",
    why="照抄模板全部科目，读的人以为每项都有支出",
    cites=CITES,
)
def only_what_there_is_is_listed(subject: Subject) -> Iterator[Said]:
    """Listed without money, and with money but not listed: one finding each."""
    return each_apart(
        _listed(subject.filing, line, name, cut)
        for line in _section(subject)
        for name, cut in CUTS.items()
        if re.match(rf"\s*(?:其中：)?{name}", line.text)
    )


def _listed(filing: Filing, line: Line, name: str, cut: Cut) -> Iterator[Said]:
    found = _LIST.search(line.text)
    if not found or "\0" in found[1]:
        return
    listed = {_standard(each): each for each in _AND_SO_ON.sub("", found[1]).split("、") if each}
    due = tuple(_standard(each) for each in _names(filing, cut))
    missing = [each for each in due if each not in listed]
    extra = [each for standard, each in listed.items() if standard not in due]
    places = _line_places(filing)
    if extra:
        message = f"{name}列了{'、'.join(extra)}，本年没有这{_how_many(extra)}支出"
        words = "、".join(extra)
        yield told(line, f"{name} 多列", message, "删去没有支出的科目", places, words=words)
    if missing:
        message = f"{name}没有列{'、'.join(missing)}，本年有这{_how_many(missing)}支出"
        yield told(line, f"{name} 漏列", message, "补上有支出的科目", places)


def _how_many(names: list[str]) -> str:
    return f"{len(names)}项" if len(names) > 1 else "项"


def _names(filing: Filing, cut: Cut) -> list[str]:
    sums = totals.by_code(cut(filing), 5, economic=True)
    table = filing.economic
    return [table.name(code) for code, _ in totals.nonzero(sums)]


def _standard(name: str) -> str:
    plain_name = plain(name.strip())
    return SHORT_NAMES.get(plain_name, plain_name)


RULES: tuple[Rule, ...] = (personnel_and_operating_make_basic, only_what_there_is_is_listed)
