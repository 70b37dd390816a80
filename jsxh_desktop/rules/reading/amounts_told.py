"""Amounts a report tells, beside what the filing says: whether they agree, and how they read."""

from __future__ import annotations

from fractions import Fraction

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import FEN_IN, Money
from jsxh_desktop.domain.rounding import half_up
from jsxh_desktop.rules.exactness import Fit, as_known, fit
from jsxh_desktop.rules.reading.spoken import Amount
from jsxh_desktop.rules.rule import Finding, Operand, Severity


def agrees(filing: Filing, told: Amount, right: Money) -> bool:
    """Whether an amount reads as the filing's does."""
    return fit(told.value, as_known(right, filing.precision)) is Fit.EQUAL


def in_wan(fen: Fraction) -> str:
    """An amount in 万元 with two decimals."""
    return f"{half_up(fen / FEN_IN['万元'], 2)}万元"


def other_amount(
    name: str,
    told: Amount,
    right: Money,
    origin: str,
    words: str,
    severity: Severity | None = None,
) -> Finding:
    """An amount that is not the one at its origin."""
    shown, known = in_wan(told.value.reads), f"{right.show()}万元"
    return Finding(
        message=f"{name}写成{shown}，{origin}是{known}",
        to_do="核对；不一致的写明原因" if severity is Severity.WARNING else "核对哪个数不对",
        about=name,
        operands=(Operand(name, shown, "文中"), Operand(name, known, origin)),
        computed=known,
        words=words,
        severity=severity,
    )
