"""Equations between cells of the public tables: what they are, and which of them do not hold.

An equation is judged as the official tables state it where they say anything of it, else as the
entries add up.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from jsxh_desktop.rules import exactness
from jsxh_desktop.rules.exactness import Fit, Known
from jsxh_desktop.rules.tables.behind import Cell
from jsxh_desktop.rules.tables.ledger import Ledger

Cells = tuple[Cell, ...]
ADDED_UP = exactness.rounded(0, exactness.HUNDREDTH_WAN)
"""How far a sum of rounded figures may lie from the rounded sum."""


class Sort(Enum):
    """What an equation is made of, and so when what is stated says anything about it.

    FOOTS: a whole and its parts; the whole is stated. TIES: one figure in two tables; both are.
    BALANCES: figures entered apart; it is judged as entered too.
    """

    FOOTS = "foots"
    TIES = "ties"
    BALANCES = "balances"


class Equation(NamedTuple):
    """Both sides add up to the same; what a side of several cells is called is `said` of it.

    `added_up` where one side may be a sum of rounded figures, so that one unit of the last place
    between two printed figures is explained.
    """

    left: Cells
    right: Cells
    sort: Sort = Sort.FOOTS
    said: tuple[str, str] = ("", "")
    added_up: bool = False


@dataclass(frozen=True, slots=True)
class Wrong:
    """An equation that does not hold: both sides, and whether that is as stated."""

    equation: Equation
    left: Known
    right: Known
    as_stated: bool
    fit: Fit


def judged(equation: Equation, ledger: Ledger) -> Wrong | None:
    """What does not hold of it; NotStated where a figure is missing that nobody states."""
    if ledger.stated and _says_something(equation, ledger):
        wrong = _weighed(equation, ledger, as_stated=True)
        if wrong is not None or equation.sort is not Sort.BALANCES:
            return wrong
    return _weighed(equation, ledger, as_stated=False)


def _says_something(equation: Equation, ledger: Ledger) -> bool:
    cells = ledger.stated.keys()
    left, right = not cells.isdisjoint(equation.left), not cells.isdisjoint(equation.right)
    match equation.sort:
        case Sort.FOOTS:
            return left
        case Sort.TIES:
            return left and right
        case Sort.BALANCES:
            return left or right


def _weighed(equation: Equation, ledger: Ledger, *, as_stated: bool) -> Wrong | None:
    amount = ledger.amount if as_stated else ledger.worked_out
    sure = {} if as_stated else ledger.sure
    first, second = (
        sum([sure[x].fen if x in sure else amount(x).fen for x in side])
        for side in (equation.left, equation.right)
    )
    if first == second:
        return None
    if equation.sort is Sort.TIES and not as_stated:
        return None  # Both are worked out of the same entries; what parts them is told elsewhere.
    known = ledger.known if as_stated else ledger.worked_out_known
    left = exactness.sum_of(map(known, equation.left))
    right = exactness.sum_of(map(known, equation.right))
    fit = exactness.fit(left, right)
    if fit is Fit.IMPOSSIBLE and equation.added_up and left.step and right.step:
        fit = exactness.fit(left + ADDED_UP, right)
    return None if fit is Fit.EQUAL else Wrong(equation, left, right, as_stated, fit)
