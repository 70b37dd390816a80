"""B17: what an official table states, and a printed one says, is what the entries add up to."""

from __future__ import annotations

from collections.abc import Iterator

from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.rules import exactness
from jsxh_desktop.rules.exactness import Fit
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Said, Severity, Unjudged, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.tables import cell_words
from jsxh_desktop.rules.tables.behind import Cell
from jsxh_desktop.rules.tables.equation_rules import MOST_TOLD
from jsxh_desktop.rules.tables.ledger import Ledger, stated_known
from jsxh_desktop.rules.tables.printed_cells import printed_otherwise


@rule(
    "B17",
    "表列数与填报数",
    Severity.ERROR,
    "原表所列、附表所印的每一个数等于按填报的明细算出的数",
    why="改了明细没改表，或改了表没改明细，公开的数和底账就不是同一个",
    cites="部门决算公开表（四川省部门决算公开范本）",
)
def stated_is_what_was_entered(subject: Subject) -> Iterator[Said]:
    """The smallest cells that explain the others; a total is not told for each line below it."""
    yield from printed_otherwise(subject)
    ledger = subject.ledger
    roots = [cell for cell in ledger.stated if ledger.roots.get(cell) == (cell,)]
    yield from (_off(cell, subject) for cell in roots[:MOST_TOLD])
    if len(roots) > MOST_TOLD:
        yield Finding(
            f"还有{len(roots) - MOST_TOLD}个数与填报的明细不同",
            "先核对原表是不是同一单位、同一年度的",
            about="其余",
            where=cell_words.titles(roots[MOST_TOLD:], subject.pack),
        )
    yield from _twice(ledger, subject)
    yield from _unknown(ledger)


def _off(cell: Cell, subject: Subject) -> Finding:
    ledger, pack = subject.ledger, subject.pack
    stated = stated_known(ledger.stated[cell])
    worked_out = ledger.worked_out_known(cell)
    typed = tuple(each.place for each in ledger.typed(cell))
    shown = cell_words.both(stated, worked_out)
    name = cell_words.in_table(cell, ledger)
    return Finding(
        f"{name}表中为{shown[0]}，按填报的明细为{shown[1]}",
        "对照原表核对，改正不对的一个" if typed else "原表有这个数，填报中没有；核对编码或补填",
        about=cell_words.about(cell),
        where=cell_words.title(cell, pack),
        places=(*typed, Place(StatedFigure.amount, ledger.stated[cell].id)),
        operands=(
            cell_words.operand(cell, stated, True, ledger, pack),
            cell_words.operand(cell, worked_out, False, ledger, pack),
        ),
        computed=shown[1],
    )


def _twice(ledger: Ledger, subject: Subject) -> Iterator[Said]:
    """A cell that two files state differently."""
    for each in ledger.filing.stated_figures:
        cell = (each.table, each.row, each.column)
        first = ledger.stated.get(cell)
        if first is None or first is each or each.amount is None:
            continue
        told = (stated_known(first), stated_known(each))
        if exactness.fit(*told) is Fit.IMPOSSIBLE:
            shown = cell_words.both(*told)
            sources = [f"（{x.source}）" if x.source else "" for x in (first, each)]
            yield Finding(
                f"{cell_words.in_table(cell, ledger)}有两个数："
                f"{shown[0]}{sources[0]}和{shown[1]}{sources[1]}",
                "对照原表，留下对的一个",
                about=f"{cell_words.about(cell)} 两个数",
                where=cell_words.title(cell, subject.pack),
                places=tuple(Place(StatedFigure.amount, x.id) for x in (each, first)),
                operands=tuple(
                    Operand(x.source or cell_words.STATED, y)
                    for x, y in zip((first, each), shown, strict=True)
                ),
            )


def _unknown(ledger: Ledger) -> Iterator[Said]:
    """What is stated of figures that nobody entered yet."""
    missing: dict[str, list[Place]] = {}
    for cell, figure in ledger.stated.items():
        try:
            ledger.worked_out(cell)
        except NotStated as blank:
            reason = f"{blank.label}还没有填"
        except KeyError:
            reason = "原表中有的行或栏认不出来"
        else:
            continue
        missing.setdefault(reason, []).append(Place(StatedFigure.amount, figure.id))
    yield from (Unjudged(reason, tuple(places)) for reason, places in missing.items())


RULES: tuple[Rule, ...] = (stated_is_what_was_entered,)
