"""What the columns and boxes of a self-evaluation sheet are called: officially, and by a pack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from jsxh_desktop.app.imports.source import plain
from jsxh_desktop.domain.project_money import FundPart
from jsxh_desktop.domain.sheet_form import Sheet, SheetCell, SheetSection, SheetValue

FIRST, SECOND, THIRD = "一级指标", "二级指标", "三级指标"
TARGET, ACTUAL, WEIGHT = "target", "actual", "weight"
NATURE, UNIT, REASON, NAME = "nature", "unit", "reason", "name"
INITIAL, PLANNED, SPENT = "initial", "planned", "spent"
EXPECTED, DONE = "expected", "done"

_COLUMNS: Mapping[SheetValue, str] = {
    SheetValue.FIRST: FIRST,
    SheetValue.FIRST_AND_POINTS: FIRST,
    SheetValue.SECOND: SECOND,
    SheetValue.SECOND_AND_POINTS: SECOND,
    SheetValue.INDICATOR_NAME: NAME,
    SheetValue.NATURE: NATURE,
    SheetValue.TARGET: TARGET,
    SheetValue.TARGET_AND_UNIT: TARGET,
    SheetValue.TARGET_AND_SIGN: TARGET,
    SheetValue.INDICATOR_UNIT: UNIT,
    SheetValue.ACTUAL: ACTUAL,
    SheetValue.ACTUAL_AND_UNIT: ACTUAL,
    SheetValue.WEIGHT: WEIGHT,
    SheetValue.REASON: REASON,
}
_MONEY: Mapping[SheetValue, str] = {
    SheetValue.FUND_INITIAL: INITIAL,
    SheetValue.FUND_PLANNED: PLANNED,
    SheetValue.FUND_SPENT: SPENT,
}
_GOALS: Mapping[SheetValue, str] = {
    SheetValue.GOALS_EXPECTED: EXPECTED,
    SheetValue.GOALS_EXPECTED_TOGETHER: EXPECTED,
    SheetValue.GOALS_DONE: DONE,
    SheetValue.GOALS_DONE_TOGETHER: DONE,
}
_TEXTS: Mapping[SheetValue, str] = {
    SheetValue.PROJECT_NAME: "name",
    SheetValue.PROJECT_CODE_AND_NAME: "name",
    SheetValue.PROJECT_LEADER: "leader",
    SheetValue.PROJECT_PROCESS: "process",
    SheetValue.CONCLUSION: "conclusion",
    SheetValue.PROBLEMS: "problems",
    SheetValue.MEASURES: "measures",
}


@dataclass(frozen=True)
class FormWords:
    """What a cell that is a label says, in one width and without spaces, and what it is of.

    `columns` stand over the indicators, `goals` and `money` over a box, `totals` before all the
    money, `texts` before an entry of the project. `own` are all the heads over the indicators of a
    pack, which tell its form from a list that happens to use one of them.
    """

    columns: Mapping[str, str]
    goals: Mapping[str, str]
    money: Mapping[str, str]
    totals: frozenset[str]
    texts: Mapping[str, str]
    own: frozenset[str] = frozenset()
    title: re.Pattern[str] | None = None


OFFICIAL = FormWords(
    columns={
        FIRST: FIRST,
        SECOND: SECOND,
        THIRD: NAME,
        **dict.fromkeys(("指标值", "年度指标值", "预期指标值", "目标值"), TARGET),
        **dict.fromkeys(
            ("完成值", "实际完成值", "实际完成指标值", "全年实际值", "全年完成值", "实际值"), ACTUAL
        ),
        **dict.fromkeys(("分值", "权重"), WEIGHT),
        "指标性质": NATURE,
        **dict.fromkeys(("度量单位", "计量单位"), UNIT),
    },
    goals={
        **dict.fromkeys(("预期目标", "项目年度目标", "年度预期目标"), EXPECTED),
        **dict.fromkeys(("目标实际完成情况", "实际完成情况", "年度目标完成情况"), DONE),
    },
    money={
        **dict.fromkeys(("年初预算数", "年初预算"), INITIAL),
        **dict.fromkeys(
            ("全年预算数", "调整后预算数", "预算数:", "预算数", "全年预算数(A)"), PLANNED
        ),
        **dict.fromkeys(("全年执行数", "预算执行数", "执行数:", "执行数", "全年执行数(B)"), SPENT),
    },
    totals=frozenset(("年度资金总额", "总额", "资金总额")),
    texts={
        "项目名称": "name",
        "评价结论": "conclusion",
        "存在问题": "problems",
        "改进措施": "measures",
        "项目负责人": "leader",
        "项目负责人及电话": "leader",
        "2.项目实施内容及过程概述": "process",
        "项目实施内容及过程概述": "process",
    },
)
"""The words of the official forms; whatever speaks of 原因 over the indicators is the reason."""


def words_of(form: Sheet) -> FormWords:
    """The official words and those a pack has for the same."""
    heads = {value: plain(head).rstrip(":") for value, head in form.heads().items() if head}
    columns = {head: _COLUMNS[value] for value, head in heads.items() if value in _COLUMNS}
    money = {head: _MONEY[value] for value, head in heads.items() if value in _MONEY}
    totals = {plain(line.label).rstrip(":") for line in form.funds if line.part is FundPart.TOTAL}
    return FormWords(
        columns={**columns, **OFFICIAL.columns},
        goals={**dict(_over(form, _GOALS)), **OFFICIAL.goals},
        money={**money, **OFFICIAL.money},
        totals=frozenset(totals - {""}) | OFFICIAL.totals,
        texts={**dict(_before(form, _TEXTS)), **OFFICIAL.texts},
        own=frozenset(columns),
        title=_title(form.frame.title) if form.names_project else None,
    )


def _over(form: Sheet, wanted: Mapping[SheetValue, str]) -> Iterator[tuple[str, str]]:
    """The words in the row above a value."""
    for section in form.sections:
        for above, row in pairwise(_laid_out(section)):
            for column, cell in row.items():
                if cell.value and cell.value in wanted and column in above:
                    yield _label(above[column]), wanted[cell.value]


def _before(form: Sheet, wanted: Mapping[SheetValue, str]) -> Iterator[tuple[str, str]]:
    """The words to the left of a value."""
    for section in form.sections:
        for row in section.rows:
            for before, cell in pairwise(row.cells):
                if cell.value and cell.value in wanted:
                    yield _label(before), wanted[cell.value]


def _laid_out(section: SheetSection) -> Iterator[dict[int, SheetCell]]:
    """The cells of each row by the column they begin in; one from above takes its room."""
    taken: dict[int, int] = {}
    for row in section.rows:
        found: dict[int, SheetCell] = {}
        column = 0
        below = {each: down - 1 for each, down in taken.items() if down > 1}
        for cell in row.cells:
            while column in taken:
                column += 1
            found[column] = cell
            if cell.down > 1:
                below |= dict.fromkeys(range(column, column + cell.across), cell.down - 1)
            column += cell.across
        yield found
        taken = below


def _label(cell: SheetCell) -> str:
    return plain(cell.text).rstrip(":")


def _title(worded: str) -> re.Pattern[str]:
    """What finds the project in a title of this wording."""
    said = plain(worded.replace("{year}", "0000").replace("{number}", "1").replace("{name}", "\0"))
    before, _, after = said.partition("\0")
    ends = [re.escape(end).replace("0000", r"\d{4}") for end in (before, after)]
    return re.compile(f"{ends[0]}(.+){ends[1]}")
