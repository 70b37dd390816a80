"""G16: no amount of the text is ten thousand times what the tables say, or a part of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import chain

from jsxh_desktop.domain.money import FEN_IN, Money
from jsxh_desktop.domain.once import once as remembered
from jsxh_desktop.rules.per_subject import while_same
from jsxh_desktop.rules.reading.written_amounts import WrittenAmount, written_amounts
from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.rule import Finding, Operand, Rule, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passage
from jsxh_desktop.rules.texts.seldom import telling
from jsxh_desktop.rules.wording.slip import Slip, clause_start, once, told
from jsxh_desktop.tables.figure_table import FigureTable

TELLING = 4
"""An amount of fewer digits that count may have the digits of another by chance."""

LEAST = 1000
"""A figure of so many 万元 may have been meant in 元."""

HALF = FEN_IN["万元"] // 200
"""Half of what is printed last in 万元."""

_SUMS = ("收入", "支出", "预算", "决算", "经费", "总额", "总计", "合计")


@lru_cache(maxsize=TEXTS)
def _suspects(text: str) -> tuple[WrittenAmount, ...]:
    """Amounts in 元, and large ones in 万元, with digits enough to be told by."""
    return tuple(
        amount
        for amount in written_amounts(text)
        if len(str(amount.number).replace(".", "").strip("0")) >= TELLING
        and (amount.unit == "元" or amount.number >= LEAST)
    )


@dataclass(frozen=True, slots=True)
class _Held:
    """An amount of a table, and where it stands."""

    amount: Money
    table: str
    row: str


def _findings(subject: Subject) -> Iterator[Finding]:
    for passage, text, suspects in telling(subject.wordings, _suspects):
        for amount in suspects:
            meant, within = ("万元", HALF) if amount.unit == "元" else ("元", 0)
            same = _at(subject, amount.number * FEN_IN[meant], within)
            held = next((each for each in same if _spoken_of(amount, each)), None)
            if held and not any(_at(subject, amount.number * FEN_IN[amount.unit], 0)):
                yield _told(passage, text, amount, meant, held)


def _at(subject: Subject, fen: Decimal, within: int) -> Iterator[_Held]:
    """Where the tables have an amount, rounded within so many fen."""
    amounts = _amounts(subject)
    start = bisect_left(amounts, int(fen) - within, key=_fen)
    for fen_held, table, row in amounts[start : bisect_right(amounts, int(fen) + within, key=_fen)]:
        name = next(each.name for each in subject.tables[table].rows if each.key == row)
        titles = (each.title for each in subject.pack.tables if each.id == table)
        yield _Held(Money(fen_held), next(titles, table), re.sub(r"\s", "", name))


@while_same(lambda subject: subject.tables)
def _amounts(subject: Subject) -> list[tuple[int, str, str]]:
    """Every amount of the tables in fen, with its table and its row, the smallest first."""
    return sorted(chain.from_iterable(map(_held, subject.tables.values())), key=_fen)


@remembered
def _held(table: FigureTable) -> list[tuple[int, str, str]]:
    """Those of one table."""
    return [
        (amount.fen, table.id, row)
        for (row, _), amount in table.cells.items()
        if isinstance(amount, Money)
    ]


def _fen(amount: tuple[int, str, str]) -> int:
    return amount[0]


def _spoken_of(amount: WrittenAmount, held: _Held) -> bool:
    """Whether the words before an amount name the row, or a sum of any kind."""
    return held.row in amount.before or any(word in amount.before for word in _SUMS)


def _told(passage: Passage, text: str, amount: WrittenAmount, meant: str, held: _Held) -> Finding:
    start = clause_start(text, amount.start)
    words = text[start : amount.end]
    shown = f"{held.amount.show()}万元"
    message = f"“{words}”与{held.table}里{held.row}的{shown}差一万倍"
    right = words.removesuffix(amount.unit) + meant
    slip = Slip(start, amount.end, message, f"单位改成“{meant}”", right)
    operands = (
        Operand("文中", words[-(amount.end - amount.start) :], passage.where),
        Operand(held.row, shown, held.table),
    )
    return replace(told(passage, text, (slip,), message, slip.to_do), operands=operands)


@rule(
    "G16",
    "元/万元量级",
    Severity.ERROR,
    "文字中的金额与表中同一个数不差一万倍",
    why="单位写错，数就错了一万倍",
    cites="公开范本：金额单位为万元",
)
def magnitude(subject: Subject) -> Iterator[Finding]:
    return once(_findings(subject))


RULES: tuple[Rule, ...] = (magnitude,)
