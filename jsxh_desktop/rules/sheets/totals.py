"""E01: 年度资金总额 is the sum of its sources, as entered, as imported, as printed.

A StatedFigure read off a sheet has 项目自评表 for its table, `<项目名称>/<行>` for its row and one
of 年初预算数, 全年预算数, 全年执行数 for its column. The rows are 年度资金总额, 财政拨款,
当年财政拨款, 上年结转资金, 财政专户管理资金, 单位资金 and 其他资金.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jsxh_desktop.domain.money import added
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.sheet_form import Sheet
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.rules import exactness
from jsxh_desktop.rules.exactness import Fit, Known
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Said, Severity, each_apart, rule
from jsxh_desktop.rules.sheets.facts import ProjectSheet, each_sheet
from jsxh_desktop.rules.sheets.match import each_printed
from jsxh_desktop.rules.sheets.print import (
    APPROPRIATION,
    CARRIED,
    CURRENT,
    FUNDS,
    OTHER,
    PLANNED,
    SPECIAL_ACCOUNT,
    SPENT,
    TOTAL,
    UNIT,
    PrintedSheet,
    amount,
    plain,
)
from jsxh_desktop.rules.sheets.sources import COLUMNS, ROWS, entered, line_places, wan
from jsxh_desktop.rules.subject import Subject

Amounts = Mapping[str, Known]
"""The rows of one column."""


@rule(
    "E01",
    "资金合计",
    Severity.ERROR,
    "年度资金总额等于财政拨款（含上年结转）加其他资金，预算数和执行数都是",
    why="资金总额和各项来源对不上，这张表就不能用",
    cites="财预〔2020〕10号附件1《项目支出绩效自评表》",
)
def money_foots(subject: Subject) -> Iterator[Said]:
    yield from each_sheet(subject, _entered)
    yield from each_sheet(subject, _stated)
    yield from each_printed(subject, _printed)


def _entered(sheet: ProjectSheet) -> Iterator[Said]:
    for column in (PLANNED, SPENT):
        rows = (TOTAL, APPROPRIATION, OTHER)
        whole, *parts = (entered(sheet, row, column) for row in rows)
        if whole != added(parts):
            known = dict(zip(rows, map(exactness.exact, (whole, *parts)), strict=True))
            yield from _foots(sheet, column, known, "支出行", line_places(sheet, column))


def _stated(sheet: ProjectSheet) -> Iterator[Said]:
    by_column: dict[str, list[StatedFigure]] = {}
    for figure in sheet.holds.stated:
        by_column.setdefault(figure.column, []).append(figure)
    for column, figures in by_column.items():
        known = {
            _row(figure): exactness.as_known(figure.amount, figure.precision)
            for figure in figures
            if figure.amount is not None
        }
        places = tuple(Place(StatedFigure.amount, figure.id) for figure in figures)
        yield from _foots(sheet, column, known, figures[0].source or "导入的自评表", places)
        apart = _apart(known)
        if column in COLUMNS:
            yield from each_apart(_agrees(sheet, figure, apart=apart) for figure in figures)


def _agrees(sheet: ProjectSheet, figure: StatedFigure, *, apart: bool) -> Iterator[Said]:
    """An imported figure against what is entered."""
    row, column = _row(figure), figure.column
    if figure.amount is None or row not in ROWS:
        return
    own = exactness.as_known(entered(sheet, row, column, apart=apart), sheet.precision)
    said = exactness.as_known(figure.amount, figure.precision)
    if exactness.fit(said, own) is not Fit.IMPOSSIBLE:
        return
    source = figure.source or "导入的自评表"
    yield Finding(
        f"{sheet.called}的{row}，{column}在{source}里是{wan(said)}，支出行相加是{wan(own)}",
        "核对哪个数不对",
        about=f"{sheet.about} {row} {column} 导入",
        where=sheet.where,
        places=(*line_places(sheet, column), Place(StatedFigure.amount, figure.id)),
        operands=(Operand(row, wan(said), source), Operand(row, wan(own), "支出行")),
        computed=wan(own),
    )


def _due(form: Sheet) -> tuple[str, ...]:
    """The sources of money that a form has a row for."""
    rows = [row for section in form.sections for row in section.rows]
    labels = [fund.label for row in rows for fund in row.funds]
    labels += [cell.text for row in rows for cell in row.cells]
    return tuple(dict.fromkeys(FUNDS[name] for name in map(plain, labels) if name in FUNDS))


def _printed(said: PrintedSheet, sheet: ProjectSheet) -> Iterator[Said]:
    there = {row for row, _ in said.funds}
    missing = [name for name in _due(sheet.form) if name not in there and name != OTHER]
    if there and missing:
        yield Finding(
            f"{sheet.called}的自评表里没有{'、'.join(missing)}这一行",
            "补上这一行，没有就填 0.00",
            about=f"{sheet.about} 缺行",
            where=sheet.where,
            places=(sheet.place,),
            severity=Severity.WARNING,
        )
    for column in COLUMNS:
        texts = {row: text for (row, of), text in said.funds.items() if of == column}
        known = {row: each for row, text in texts.items() if (each := amount(text))}
        yield from _foots(sheet, column, known, "印出的自评表", line_places(sheet, column))
        if TOTAL in known and not texts.get(OTHER):
            empty = "空着" if OTHER in texts else "没有印"
            yield Finding(
                f"{sheet.called}的自评表里，其他资金的{column}{empty}",
                "没有就填 0.00",
                about=f"{sheet.about} 其他资金 {column} 空",
                where=sheet.where,
                places=line_places(sheet, column),
                severity=Severity.INFO,
            )


def _foots(
    sheet: ProjectSheet, column: str, known: Amounts, origin: str, places: tuple[Place, ...]
) -> Iterator[Said]:
    """The total of one column against the sum of the rows that are its parts."""
    parts = {row: known[row] for row in _parts(known)}
    if TOTAL not in known or not parts:
        return
    together = exactness.sum_of(parts.values())
    fit = exactness.fit(known[TOTAL], together)
    short = together.reads < known[TOTAL].reads and not _is_complete(known)
    if fit is Fit.EQUAL or short:
        return
    rounding = fit is Fit.ROUNDING
    yield Finding(
        f"{sheet.called}的{column}总额{wan(known[TOTAL])}，各项资金相加{wan(together)}",
        "差的是尾差，不用改" if rounding else "核对哪个数不对",
        about=f"{sheet.about} {column} {origin}",
        where=sheet.where,
        places=places,
        operands=(
            Operand(TOTAL, wan(known[TOTAL]), origin),
            *(Operand(row, wan(each), origin) for row, each in parts.items()),
        ),
        computed=wan(together),
        severity=Severity.INFO if rounding else None,
    )


def _is_complete(rows: Iterable[str]) -> bool:
    """Whether every source is there: what an empty one holds is not known."""
    there = set(rows)
    return OTHER in there and (CURRENT in there) <= (CARRIED in there)


def _parts(rows: Iterable[str]) -> tuple[str, ...]:
    """The rows that add up to the total: 财政拨款 is not counted beside what it is made of."""
    there = set(rows)
    split = (CURRENT, CARRIED) if CURRENT in there else (APPROPRIATION,)
    return tuple(row for row in (*split, SPECIAL_ACCOUNT, UNIT, OTHER) if row in there)


def _apart(rows: Iterable[str]) -> bool:
    return not {SPECIAL_ACCOUNT, UNIT}.isdisjoint(rows)


def _row(figure: StatedFigure) -> str:
    return figure.row.rpartition("/")[2]


RULES: tuple[Rule, ...] = (money_foots,)
