"""The self-evaluation sheet of a pack: its rows and cells, its classes, how it counts points.

A form is data. What stands in a cell is its own text or the name of one value out of `SheetValue`;
a new form needs no code as long as these names are enough for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType

from jsxh_desktop.domain.project_money import FundPart
from jsxh_desktop.domain.scoring import Scheme
from jsxh_desktop.domain.terms import IndicatorClass


class SheetValue(StrEnum):
    """Every value a cell may show."""

    PROJECT_NAME = "project.name"
    PROJECT_CODE_AND_NAME = "project.code_and_name"
    PROJECT_LEADER = "project.leader"
    PROJECT_TELEPHONE = "project.telephone"
    PROJECT_PROCESS = "project.process"
    EXECUTION_REASON = "project.execution_reason"
    CONCLUSION = "project.conclusion"
    PROBLEMS = "project.problems"
    MEASURES = "project.measures"
    SUPERVISOR = "unit.supervisor"
    SUPERVISOR_AND_CODE = "unit.supervisor_and_code"
    UNIT = "unit.name"
    YEAR = "unit.year"
    GOALS_EXPECTED = "goals.expected"
    GOALS_DONE = "goals.done"
    GOALS_EXPECTED_TOGETHER = "goals.expected_together"
    GOALS_DONE_TOGETHER = "goals.done_together"
    FUND_LABEL = "fund.label"
    FUND_INITIAL = "fund.initial"
    FUND_PLANNED = "fund.planned"
    FUND_SPENT = "fund.spent"
    FUND_RATE = "fund.rate"
    FUND_POINTS = "fund.points"
    FUND_SCORE = "fund.score"
    FIRST = "indicator.first"
    FIRST_AND_POINTS = "indicator.first_and_points"
    SECOND = "indicator.second"
    SECOND_AND_POINTS = "indicator.second_and_points"
    INDICATOR_NAME = "indicator.name"
    NAME_AND_TARGET = "indicator.name_and_target"
    NATURE = "indicator.nature"
    TARGET = "indicator.target"
    TARGET_AND_UNIT = "indicator.target_and_unit"
    TARGET_AND_SIGN = "indicator.target_and_sign"
    INDICATOR_UNIT = "indicator.unit"
    ACTUAL = "indicator.actual"
    ACTUAL_AND_UNIT = "indicator.actual_and_unit"
    WEIGHT = "indicator.weight"
    SCORE = "indicator.score"
    REASON = "indicator.reason"
    TASK_NUMBER = "task.number"
    TASK_TEXT = "task.text"
    TOTAL_POINTS = "total.points"
    TOTAL_SCORE = "total.score"

    @property
    def of(self) -> str:
        """What it is a value of: project, unit, goals, fund, indicator, task, total."""
        return self.partition(".")[0]


class Place(StrEnum):
    """Where the text of a cell stands in it."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Unused(StrEnum):
    """What becomes of a second-level class without indicators."""

    LEAVE_OUT = "leave_out"
    DASH = "dash"


@dataclass(frozen=True)
class SheetCell:
    """One cell: its own text, or a value.

    `upright` writes one character a line; a `broken` class name goes on below before 指标. In a row
    that is said again for each source of money, a cell `once` stands beside all of them.
    """

    text: str = ""
    value: SheetValue | None = None
    across: int = 1
    down: int = 1
    align: Place | None = None
    indent: int = 0
    bold: bool = False
    upright: bool = False
    broken: bool = False
    once: bool = False


@dataclass(frozen=True)
class FundLine:
    """One source of money: which lines of a project it adds up, and how the form calls it."""

    part: FundPart
    label: str = ""
    align: Place | None = None
    indent: int = 0


@dataclass(frozen=True)
class SheetRow:
    """One row, at least `height` mm high.

    With `funds` it is said again for each of them; `each_indicator` says it for each indicator,
    `each_task` for each 重点工作 of the department.
    """

    cells: tuple[SheetCell, ...]
    height: float = 0.0
    funds: tuple[FundLine, ...] = ()
    each_indicator: bool = False
    each_task: bool = False


@dataclass(frozen=True)
class SheetSection:
    """Rows that stand together; a `label` stands at their left, beside all of them."""

    rows: tuple[SheetRow, ...]
    label: SheetCell | None = None


@dataclass(frozen=True)
class SheetClass:
    """A first-level class of the self-evaluation sheet and the second-level ones it may hold."""

    name: str
    members: tuple[tuple[IndicatorClass, str], ...]


@dataclass(frozen=True)
class SheetFrame:
    """What stands around the grid, and its sizes in pt.

    Title, subtitle and label may say {year}, {name} and {number}. A `plain_title` is in 黑体, else
    it is in 小标宋; a `small_label` is as large as the text. `closing` rows at the end stay on one
    page. A form begins `top` mm below the edge of the paper, if that is given. Between title and
    grid stand `left_note`, which may say {unit}, and `right_note`.
    """

    title: str
    subtitle: str = ""
    label: str = ""
    size: float = 10.5
    title_size: float = 18.0
    plain_title: bool = False
    small_label: bool = False
    notes: tuple[str, ...] = ()
    note_size: float = 0.0
    signature: tuple[str, ...] = ()
    closing: int = 0
    top: float = 0.0
    left_note: str = ""
    right_note: str = ""


@dataclass(frozen=True)
class Sheet:
    """The form itself: frame, column widths in mm, sections, classes, scheme.

    `dash` stands where a form has no figure; `limits` are the most characters of a value.
    """

    frame: SheetFrame
    widths: tuple[float, ...]
    sections: tuple[SheetSection, ...]
    classes: tuple[SheetClass, ...]
    scheme: Scheme
    unused: Unused = Unused.LEAVE_OUT
    dash: str = "—"
    limits: Mapping[SheetValue, int] = field(default_factory=lambda: MappingProxyType({}))

    def printed(self, category: IndicatorClass) -> tuple[str, str]:
        """First-level and second-level name as this form prints them; KeyError if it has none."""
        for group in self.classes:
            for member, name in group.members:
                if member is category:
                    return group.name, name
        raise KeyError(category)

    def title(self, *, year: int, name: str, number: int = 1) -> str:
        return self.frame.title.format(year=year, name=name, number=number)

    def label(self, number: int, *, year: int = 0, name: str = "") -> str:
        return self.frame.label.format(number=number, year=year, name=name)

    @property
    def names_project(self) -> bool:
        """Whether the title says whose sheet it is; else a cell does."""
        return "{name}" in self.frame.title

    @property
    def funds(self) -> tuple[FundLine, ...]:
        """The sources of money the form lists, from above."""
        return tuple(line for row in self._rows() for line in row.funds)

    def shows(self, value: SheetValue) -> bool:
        """Whether a cell of the form has this value."""
        return any(cell.value is value for row in self._rows() for cell in row.cells)

    def heads(self) -> Mapping[SheetValue, str]:
        """What stands above each column of the money and of the indicators, in one line."""
        found: dict[SheetValue, str] = {}
        for section in self.sections:
            for above, row in pairwise(section.rows):
                if row.each_indicator or (row.funds and not above.funds):
                    texts = dict(_columns(above))
                    for column, cell in _columns(row):
                        if cell.value:
                            head = texts.get(column, SheetCell()).text
                            found[cell.value] = head.replace("\n", "")
        return found

    def _rows(self) -> Iterator[SheetRow]:
        for section in self.sections:
            yield from section.rows


def _columns(row: SheetRow) -> Iterator[tuple[int, SheetCell]]:
    column = 0
    for cell in row.cells:
        yield column, cell
        column += cell.across
