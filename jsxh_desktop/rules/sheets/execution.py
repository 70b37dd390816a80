"""E02, E03: how far a project spent its budget, and the points that earns."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.scoring import execution_score
from jsxh_desktop.domain.share import percent
from jsxh_desktop.rules import exactness
from jsxh_desktop.rules.exactness import Fit
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Said, Severity, rule
from jsxh_desktop.rules.sheets.facts import ProjectSheet, each_sheet
from jsxh_desktop.rules.sheets.match import each_printed
from jsxh_desktop.rules.sheets.print import (
    PLANNED,
    RATE,
    SCORE,
    SPECIAL_ACCOUNT,
    SPENT,
    TOTAL,
    UNIT,
    PrintedSheet,
    figure,
)
from jsxh_desktop.rules.sheets.sources import ROWS, entered, line_places, wan
from jsxh_desktop.rules.subject import Subject

FORM = "财预〔2020〕10号附件1《项目支出绩效自评表》"


@rule(
    "E02",
    "执行率",
    Severity.ERROR,
    "执行率等于全年执行数除以全年预算数（调整后的，不用年初的）",
    why="执行率算错，得分跟着错",
    cites=FORM,
)
def rate_is_spent_of_budget(subject: Subject) -> Iterator[Said]:
    yield from each_sheet(subject, _has_a_rate)
    yield from each_printed(subject, _printed_rate)


def _has_a_rate(sheet: ProjectSheet) -> Iterator[Said]:
    planned, spent = (entered(sheet, TOTAL, column) for column in (PLANNED, SPENT))
    if spent and not planned:
        yield Finding(
            f"{sheet.called}的全年预算数是0.00万元，全年执行数是{wan(spent)}，算不出执行率",
            "核对全年预算数",
            about=sheet.about,
            where=sheet.where,
            places=(*line_places(sheet, PLANNED), *line_places(sheet, SPENT)),
            operands=(_operand(PLANNED, planned), _operand(SPENT, spent)),
        )


def _printed_rate(said: PrintedSheet, sheet: ProjectSheet) -> Iterator[Said]:
    if (TOTAL, RATE) not in said.funds:
        yield from _column_missing(sheet, RATE)
    apart = not {SPECIAL_ACCOUNT, UNIT}.isdisjoint(row for row, _ in said.funds)
    for row in ROWS:
        if found := figure(said.funds.get((row, RATE), "")):
            yield from sheet.until_blank(_rate(sheet, row, found, apart=apart))


def _rate(
    sheet: ProjectSheet, row: str, found: tuple[Decimal, int], *, apart: bool
) -> Iterator[Said]:
    """The printed rate of one source against its amounts."""
    planned, spent = (entered(sheet, row, column, apart=apart) for column in (PLANNED, SPENT))
    if not planned:
        return
    own = exactness.ratio(exactness.exact(spent), exactness.exact(planned))
    if own and exactness.fit(exactness.percent(*found), own) is Fit.IMPOSSIBLE:
        worked_out = percent(spent, planned, max(found[1], 2))
        yield Finding(
            f"{sheet.called}的自评表里，{row}的执行率是{found[0]}%，"
            f"{wan(spent)}除以{wan(planned)}是{worked_out}",
            f"改成{worked_out}",
            about=f"{sheet.about} 印出 {row}",
            where=sheet.where,
            places=line_places(sheet, SPENT),
            operands=(_operand(SPENT, spent), _operand(PLANNED, planned)),
            computed=worked_out,
            words=f"{found[0]}%",
        )


@rule(
    "E03",
    "执行率得分",
    Severity.ERROR,
    "执行率得分等于分值乘执行率，最多得满分；按档计分的表按档",
    why="执行率得分错，总分跟着错",
    cites="财预〔2020〕10号、财预〔2021〕101号",
)
def execution_earns_its_points(subject: Subject) -> Iterator[Said]:
    yield from each_printed(subject, _printed_score)


def _printed_score(said: PrintedSheet, sheet: ProjectSheet) -> Iterator[Said]:
    if (TOTAL, SCORE) not in said.funds:
        yield from _column_missing(sheet, "执行率得分")
        return
    found = figure(said.funds[TOTAL, SCORE])
    if found is None or not sheet.form.scheme.scored:
        return
    planned, spent = (entered(sheet, TOTAL, column) for column in (PLANNED, SPENT))
    own = execution_score(spent, planned, sheet.form.scheme)
    if found[0] != own:
        yield Finding(
            f"{sheet.called}的自评表里执行率得分是{found[0]}分，按执行数应得{own}分",
            f"改成{own}分",
            about=f"{sheet.about} 印出",
            where=sheet.where,
            places=line_places(sheet, SPENT),
            operands=(_operand(SPENT, spent), _operand(PLANNED, planned)),
            computed=f"{own}分",
            words=said.funds[TOTAL, SCORE],
        )


def _column_missing(sheet: ProjectSheet, column: str) -> Iterator[Said]:
    """A form that counts points has to show where they come from."""
    if sheet.form.scheme.scored:
        yield Finding(
            f"{sheet.called}的自评表没有{column}，没法计分",
            "换成这一年的表样",
            about=f"{sheet.about} 没有{column}",
            where=sheet.where,
            places=(sheet.place,),
        )


def _operand(name: str, amount: Money) -> Operand:
    return Operand(name, wan(amount), "支出行")


RULES: tuple[Rule, ...] = (rate_is_spent_of_budget, execution_earns_its_points)
