"""The sheet without scores of Sichuan's counties up to 2021: six columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack, Sheet
from jsxh_desktop.domain.project import Indicator, Project
from jsxh_desktop.domain.stated import gap
from jsxh_desktop.narrative.block import Align, Cell, Gap, Table
from jsxh_desktop.narrative.wording import known
from jsxh_desktop.reports.sheets.evaluation import (
    Evaluation,
    goals_done,
    goals_expected,
    grouped,
    measured,
    supervisor,
    target,
)

Row = tuple[Cell, ...]
"""The cells of one row, those covered by a merged cell left out."""

SUFFIX = "指标"
IN_ONE_LINE = 4
"""So many characters of a class name stand in one line of its cell."""


def unscored(evaluation: Evaluation, pack: Pack) -> Table:
    """The whole sheet; a project without name, goals or indicators shows gaps in their places."""
    sheet = pack.sheet
    name = evaluation.project.name or gap(Project.name.label)
    body = (
        _parties(evaluation),
        *_money(evaluation),
        *_goals(evaluation),
        *_indicators(evaluation, sheet),
    )
    return Table(
        widths=sheet.widths,
        head=(),
        body=body,
        title=sheet.title.format(year=evaluation.year, name=name),
        label=sheet.label.format(number=evaluation.number),
        size=10.5,
        title_size=16,
        bookmark=f"附表{evaluation.number}　{name}",
    )


def _centred(text: str, across: int = 1, down: int = 1) -> Cell:
    return Cell(text, across, down, Align.CENTRE)


def _parties(evaluation: Evaluation) -> Row:
    return (
        _centred("主管部门\n及代码"),
        _centred(supervisor(evaluation.organization), across=3),
        _centred("实施单位"),
        _centred(evaluation.unit),
    )


def _money(evaluation: Evaluation) -> Iterator[Row]:
    money = evaluation.money
    yield (
        _centred("项目预算\n执行情况\n（万元）", down=3),
        *_pair("预算数：", "执行数：", money.total),
    )
    yield _pair("其中：财政拨款", "其中：财政拨款", money.appropriation)
    yield _pair("其他资金", "其他资金", money.other, indent=3)


def _pair(
    planned: str,
    executed: str,
    figure: Callable[[Entry[Money | None]], Money],
    *,
    indent: int = 0,
) -> Row:
    """全年预算数 on the left, 决算数 on the right."""
    return (
        Cell(planned, across=2, indent=indent),
        _amount(partial(figure, ExpenditureLine.full_year_budget)),
        Cell(executed, indent=indent),
        _amount(partial(figure, ExpenditureLine.final)),
    )


def _amount(figure: Callable[[], Money]) -> Cell:
    found = known(figure)
    return _centred(found.text if isinstance(found, Gap) else found.show())


def _goals(evaluation: Evaluation) -> Iterator[Row]:
    yield (
        _centred("年度总体\n目标完成\n情况", down=2),
        _centred("预期目标", across=3),
        _centred("目标实际完成情况", across=2),
    )
    goals = evaluation.goals
    yield Cell(goals_expected(goals), across=3), Cell(goals_done(goals), across=2)


def _indicators(evaluation: Evaluation, sheet: Sheet) -> tuple[Row, ...]:
    rows = tuple(_grouped(evaluation.indicators, sheet))
    label = _centred("年度绩效\n指标完成\n情况", down=1 + len(rows))
    return ((label, *map(_centred, sheet.heads)), *rows)


def _grouped(indicators: Sequence[Indicator], sheet: Sheet) -> Iterator[Row]:
    """A row an indicator; a first-level and a second-level name stand once, before their rows."""
    if not indicators:
        yield (_centred(gap("绩效指标"), across=5),)
    for first, members in groupby(grouped(indicators, sheet), key=lambda group: group.first):
        groups = list(members)
        count = sum(len(group.indicators) for group in groups)
        front: Row = (_centred(broken(first), down=count),)
        for group in groups:
            front += (_centred(broken(group.second), down=len(group.indicators)),)
            for indicator in group.indicators:
                yield front + _values(indicator, sheet)
                front = ()


def _values(indicator: Indicator, sheet: Sheet) -> Row:
    *_, expected, done = sheet.heads
    return (
        Cell(indicator.name or gap(Indicator.name.label)),
        _centred(target(indicator, expected)),
        _centred(measured(indicator.actual, indicator, done)),
    )


def broken(name: str) -> str:
    """A class name on two lines where it must break: 满意度 指标, 服务对象 满意度指标."""
    stem = name.removesuffix(SUFFIX)
    if len(name) <= IN_ONE_LINE or stem == name:
        return name
    place = len(stem) if len(stem) <= IN_ONE_LINE else len(name) // 2
    return f"{name[:place]}\n{name[place:]}"
