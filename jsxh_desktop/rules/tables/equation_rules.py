"""Rules made of equations, and what is said where one does not hold.

One wrong cell puts every total above it wrong: within a rule that is said once, at the equation
nearest to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import is_

from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated import NotStated
from jsxh_desktop.rules import exactness
from jsxh_desktop.rules.exactness import Fit
from jsxh_desktop.rules.per_subject import while_same
from jsxh_desktop.rules.rule import (
    Finding,
    Operand,
    Rule,
    Said,
    Severity,
    Unjudged,
    rule,
)
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.tables import cell_words
from jsxh_desktop.rules.tables.behind import Cell, Typed
from jsxh_desktop.rules.tables.equations import Cells, Equation, Wrong, judged
from jsxh_desktop.rules.tables.ledger import Ledger
from jsxh_desktop.tables.figure_table import FigureTable

Equations = Callable[[Ledger], Iterable[Equation | NotStated]]
"""The equations of a rule; what keeps one from being made stands in its place."""

MOST_PLACES, MOST_TOLD = 20, 20
CHECK_ENTRIES = "核对这几个数，看哪个不对"
CHECK_STATED = "对照原表核对，看是表中的数不对还是填报的数不对"


def holding(
    id_: str,
    name: str,
    holds: str,
    equations: Equations,
    *,
    why: str,
    cites: str,
    by_amounts: bool = False,
) -> Rule:
    """The rule that every one of these equations holds.

    Which they are goes by the rows and columns there are, or else `by_amounts` as well.
    """

    @while_same(lambda subject: subject.ledger if by_amounts else subject.ledger.shape)
    def made(subject: Subject) -> _Made:
        return _Made(tuple(_until_blank(equations(subject.ledger))))

    @rule(id_, name, Severity.ERROR, holds, why=why, cites=cites)
    def check(subject: Subject) -> Iterator[Said]:
        ledger = subject.ledger
        if id_ not in ledger.told:
            ledger.told[id_] = made(subject).judged(ledger, subject.pack)
        return iter(ledger.told[id_])

    return check


@dataclass
class _Made:
    """The equations of a rule, and the tables in which all of them held last."""

    equations: tuple[Equation | NotStated, ...]
    held_in: tuple[FigureTable, ...] = ()

    @cached_property
    def _tables(self) -> tuple[str, ...]:
        made = (each for each in self.equations if isinstance(each, Equation))
        return tuple({cell[0] for each in made for cell in (*each.left, *each.right)})

    def judged(self, ledger: Ledger, pack: Pack) -> tuple[Said, ...]:
        """What is said of them; where nothing was, in the very same tables nothing is again."""
        tables = tuple(ledger.tables[table] for table in self._tables)
        if self.held_in and all(map(is_, self.held_in, tables)):
            return ()
        found = tuple(said(self.equations, ledger, pack))
        self.held_in = () if found else tables
        return found


def _until_blank(made: Iterable[Equation | NotStated]) -> Iterator[Equation | NotStated]:
    try:
        yield from made
    except NotStated as blank:
        yield blank


def said(equations: Iterable[Equation | NotStated], ledger: Ledger, pack: Pack) -> Iterator[Said]:
    """What is wrong, each cause once; what rounding explains; what cannot be judged."""
    missing: dict[str, None] = {}
    explained: list[Wrong] = []
    told: list[Wrong] = []
    seen: set[Cell] = set()
    for equation in equations:
        wrong = _judged(equation, ledger)
        if isinstance(wrong, NotStated):
            missing[wrong.label] = None
        elif wrong is not None and wrong.fit is Fit.ROUNDING:
            explained.append(wrong)
        elif wrong is not None:
            causes = _causes(wrong, ledger)
            if not causes or not causes <= seen:
                seen |= causes
                told.append(wrong)
    yield from (finding(wrong, ledger, pack) for wrong in told[:MOST_TOLD])
    if len(told) > MOST_TOLD:
        yield _more(told[MOST_TOLD:], pack)
    yield from _rounding(explained, ledger, pack)
    yield from (Unjudged(f"{label}还没有填") for label in missing)


def _more(wrong: list[Wrong], pack: Pack) -> Finding:
    """Where nearly nothing holds, it is another file's or another year's table."""
    cells = [each.equation.left[0] for each in wrong]
    return Finding(
        f"还有{len(wrong)}处同样不相等",
        "先核对是不是同一单位、同一年度的表",
        about="其余",
        where=cell_words.titles(cells, pack),
    )


def _judged(equation: Equation | NotStated, ledger: Ledger) -> Wrong | NotStated | None:
    if isinstance(equation, NotStated):
        return equation
    try:
        return judged(equation, ledger)
    except NotStated as blank:
        return blank


def _off(wrong: Wrong, ledger: Ledger) -> Cells:
    """The stated cells of it that are not as entered."""
    if not wrong.as_stated:
        return ()
    cells = (*wrong.equation.left, *wrong.equation.right)
    return tuple(cell for cell in cells if cell in ledger.off)


def _causes(wrong: Wrong, ledger: Ledger) -> set[Cell]:
    """Those cells down to the smallest that explain them."""
    return {root for cell in _off(wrong, ledger) for root in ledger.roots[cell]}


def finding(wrong: Wrong, ledger: Ledger, pack: Pack) -> Finding:
    """An equation that cannot hold, with both sides and where they come from."""
    equation = wrong.equation
    left, right = _sides(equation, ledger, pack)
    first, second = cell_words.both(wrong.left, wrong.right)
    apart, _ = cell_words.both(abs(wrong.left - wrong.right), exactness.number(0))
    return Finding(
        f"{left}{first}，{right}{second}，相差{apart}",
        CHECK_STATED if wrong.as_stated else CHECK_ENTRIES,
        about=cell_words.about(equation.left[0]),
        where=cell_words.titles((*equation.left, *equation.right), pack),
        places=_places(wrong, ledger),
        operands=tuple(_operands(wrong, ledger, pack)),
        computed=second,
    )


def _sides(equation: Equation, ledger: Ledger, pack: Pack) -> tuple[str, str]:
    """What both sides are called; in one table its title need not be said."""
    tables = {cell[0] for cell in (*equation.left, *equation.right)}

    def called(cells: Cells, name: str) -> str:
        if name:
            return name
        if len(tables) == 1:
            return "、".join(cell_words.in_table(cell, ledger) for cell in cells)
        return "、".join(cell_words.name_of(cell, ledger, pack) for cell in cells)

    return called(equation.left, equation.said[0]), called(equation.right, equation.said[1])


def _operands(wrong: Wrong, ledger: Ledger, pack: Pack) -> Iterator[Operand]:
    """Every cell that is not zero, as it counts."""
    known = ledger.known if wrong.as_stated else ledger.worked_out_known
    for cell in (*wrong.equation.left, *wrong.equation.right):
        amount = known(cell)
        if amount.reads or cell in wrong.equation.left:
            stated = wrong.as_stated and cell in ledger.stated
            yield cell_words.operand(cell, amount, stated, ledger, pack)


def _places(wrong: Wrong, ledger: Ledger) -> tuple[Place, ...]:
    """As stated: what is not as entered, then the rest.

    As entered: what an official table says otherwise, then what one side has alone.
    """
    equation = wrong.equation
    if wrong.as_stated:
        cells = (*_off(wrong, ledger), *equation.left, *equation.right)
        places = [place for cell in cells for place in ledger.places(cell)]
    else:
        left, right = (_typed(cells, ledger) for cells in (equation.left, equation.right))
        both = {**left, **right}
        doubtful = {key: both[key] for key in both if key in ledger.doubtful}
        alone = {key: both[key] for key in both if (key in left) != (key in right)}
        places = [each.place for each in {**doubtful, **alone, **both}.values()]
    return tuple(dict.fromkeys(places))[:MOST_PLACES]


def _typed(cells: Cells, ledger: Ledger) -> dict[tuple[str, int], Typed]:
    return {each.key: each for cell in cells for each in ledger.typed(cell)}


def _rounding(wrong: list[Wrong], ledger: Ledger, pack: Pack) -> Iterator[Finding]:
    """One hint a table for all that rounding explains."""
    tables = dict.fromkeys(each.equation.left[0][0] for each in wrong)
    for table in tables:
        found = [each for each in wrong if each.equation.left[0][0] == table]
        first = found[0]
        left, right = _sides(first.equation, ledger, pack)
        shown = cell_words.both(first.left, first.right)
        more = f"等{len(found)}处" if len(found) > 1 else ""
        yield Finding(
            f"{left}{shown[0]}，{right}{shown[1]}{more}，差额可由四舍五入解释",
            "不用改；可在表下注明尾差",
            about=f"{table} 尾差",
            where=cell_words.title(first.equation.left[0], pack),
            places=_places(first, ledger),
            operands=tuple(_operands(first, ledger, pack)),
            computed=shown[1],
            severity=Severity.INFO,
        )
