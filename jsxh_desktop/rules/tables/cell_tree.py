"""Which rows and columns of a table add up to which, as entered and as stated.

Where an official table has a row that is not entered, the rows it adds up are its own: taken
together with other entered ones they would count the same money twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from jsxh_desktop.rules.tables.ledger import Ledger
from jsxh_desktop.tables.figure_table import TOTAL, UNCODED
from jsxh_desktop.tables.two_sides import EXPENDITURE

NOTHING: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
Branch = tuple[str, tuple[str, ...]]
"""A key and the keys it adds up."""


def rows(ledger: Ledger, table: str) -> tuple[str, ...]:
    """Every row, entered ones first."""
    entered, stated = _rows(ledger, table)
    return (*entered, *sorted(stated - set(entered)))


def row_tree(ledger: Ledger, table: str) -> Iterator[Branch]:
    """款 and their 项 first, then 类, 合计 last; 项 and their projects before them."""
    yield from _tree(*_rows(ledger, table))


def tops(ledger: Ledger, table: str) -> tuple[str, ...]:
    """The 类."""
    entered, stated = (_by_parent(keys).get(TOTAL, ()) for keys in _rows(ledger, table))
    return chosen(entered, stated)


def column_tree(ledger: Ledger, table: str) -> Iterator[Branch]:
    """类 and their 款, 合计 last."""
    entered = tuple(column.key for column in ledger.tables[table].columns)
    stated = ledger.stated_keys.get(table, NOTHING)[1]
    yield from _tree(entered, frozenset(x for x in stated if x in entered or x.isdigit()))


def chosen(entered: Collection[str], stated: Collection[str]) -> tuple[str, ...]:
    """What a sum is made of: the entered keys, or the stated ones where those are others."""
    return tuple(entered) if set(stated) <= set(entered) else tuple(sorted(stated))


def _rows(ledger: Ledger, table: str) -> tuple[tuple[str, ...], frozenset[str]]:
    entered = tuple([row.key for row in ledger.tables[table].rows])
    return entered, _of_codes(entered, ledger.stated_keys.get(table, NOTHING)[0])


def _of_codes(entered: Collection[str], stated: Iterable[str]) -> frozenset[str]:
    """The stated keys that a table may have."""
    return frozenset(key for key in stated if key in entered or _is_code(key))


def _is_code(key: str) -> bool:
    return key.removeprefix(EXPENDITURE).partition("/")[0].isdigit()


@lru_cache(maxsize=256)
def _tree(entered: tuple[str, ...], stated: frozenset[str]) -> tuple[Branch, ...]:
    """Made once for each set of keys, of which an amount that changes changes none."""
    ours, theirs = _by_parent(entered), _by_parent(stated)
    parents = dict.fromkeys((*entered, *sorted(stated)))
    return tuple(
        (parent, chosen(ours.get(parent, ()), theirs.get(parent, ())))
        for parent in sorted(parents, key=lambda key: (key == TOTAL, -len(key)))
        if parent in ours or parent in theirs
    )


def _by_parent(keys: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in keys:
        if key != TOTAL:
            found.setdefault(_parent(key), []).append(key)
    return found


def _parent(key: str) -> str:
    """2060702 of its project, 20607 of 2060702, 合计 of 206."""
    if "/" in key:
        return key.partition("/")[0]
    return TOTAL if key == UNCODED or len(key) <= len("206") else key[:-2]
