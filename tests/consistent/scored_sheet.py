"""The self-evaluation sheet by the national form with points, as another system prints it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.project_money import Funding
from jsxh_desktop.domain.scoring import (
    execution_score,
    indicator_score,
    total_score,
)
from jsxh_desktop.domain.share import percent
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.narrative.block import Cell, Table
from jsxh_desktop.reports.evaluation_form import evaluations
from jsxh_desktop.reports.sheets.evaluation import (
    Evaluation,
    goals_done,
    goals_expected,
    grouped,
    measured,
    supervisor,
)

HEADS = (
    *("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"),
    "偏差原因分析及改进措施",
)
MONEY = ("项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
AMOUNTS = (ExpenditureLine.initial_budget, ExpenditureLine.full_year_budget, ExpenditureLine.final)
SOURCES = ("其中：当年财政拨款", "上年结转资金", "其他资金")
Row = tuple[str, ...]
Figure = Callable[[Entry[Money | None]], Money]


def scored_sheets(filing: Filing, pack: Pack) -> tuple[Table, ...]:
    """One for every project."""
    return tuple(_sheet(each, pack) for each in evaluations(filing))


def _sheet(evaluation: Evaluation, pack: Pack) -> Table:
    body = tuple(tuple(map(Cell, row)) for row in _rows(evaluation, pack))
    name = evaluation.project.name
    return Table(
        (20.0,) * len(HEADS),
        (),
        body,
        title=pack.sheet.title.format(year=evaluation.year, name=name),
        label=pack.sheet.label.format(number=evaluation.number),
        bookmark=f"附表{evaluation.number}　{name}",
    )


def _rows(evaluation: Evaluation, pack: Pack) -> Iterator[Row]:
    scheme = pack.sheet.scheme
    yield "项目名称", evaluation.project.name
    yield "主管部门", supervisor(evaluation.organization), "实施单位", evaluation.unit
    yield MONEY
    executed = execution_score(
        evaluation.money.total(ExpenditureLine.final),
        evaluation.money.total(ExpenditureLine.full_year_budget),
        scheme,
    )
    yield from _money(evaluation.money, f"{executed}", f"{scheme.execution}")
    yield "年度总体目标", "预期目标", "实际完成情况"
    yield "", goals_expected(evaluation.goals), goals_done(evaluation.goals)
    yield HEADS
    scores = [executed]
    for group in grouped(evaluation.indicators, pack.sheet):
        for row in group.indicators:
            score = indicator_score(row, scheme)
            scores.append(score)
            yield (
                group.first,
                group.second,
                row.name,
                measured(row.target, row, HEADS[3]),
                measured(row.actual, row, HEADS[4]),
                f"{row.weight}",
                f"{score}",
                row.deviation_reason,
            )
    yield "总分", "", "", "", "", "100", f"{total_score(scores)}", ""


def _money(money: Funding, score: str, points: str) -> Iterator[Row]:
    """The whole with its rate and score, then where it comes from."""
    parts = (money.current_appropriation, money.carried_appropriation, money.other)
    yield "", "年度资金总额：", *_amounts(money.total), points, _rate(money.total), score
    for name, figure in zip(SOURCES, parts, strict=True):
        yield "", name, *_amounts(figure), "—", _rate(figure), "—"


def _amounts(figure: Figure) -> Iterator[str]:
    """The three amounts; an 年初预算 that nobody told stays empty."""
    for entry in AMOUNTS:
        try:
            yield figure(entry).show()
        except NotStated:
            yield ""


def _rate(figure: Figure) -> str:
    planned = figure(ExpenditureLine.full_year_budget)
    return percent(figure(ExpenditureLine.final), planned, 2) if planned else ""
