"""What a field may hold and how its column keeps it: INTEGER, TEXT, NULL for a blank."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache, partial
from typing import Any, TypeVar

from jsxh_desktop.domain.entry import Entry, Kind
from jsxh_desktop.domain.money import Money

T = TypeVar("T")
Cell = int | str | None

# Tuples, which compare by identity: to look up a kind in a set would run its hash in Python.
INTEGERS = (Kind.MONEY, Kind.WHOLE, Kind.FLAG, Kind.REFERENCE)
NEVER_NULL = (Kind.TEXT, Kind.PROSE, Kind.FUNCTIONAL, Kind.ECONOMIC)
LARGEST = 2**63 - 1
REMEMBERED = 1_000

_TYPES: dict[Kind, type[Any]] = {
    Kind.TEXT: str,
    Kind.PROSE: str,
    Kind.FUNCTIONAL: str,
    Kind.ECONOMIC: str,
    Kind.CHOICE: StrEnum,
    Kind.WHOLE: int,
    Kind.FLAG: bool,
    Kind.MONEY: Money,
    Kind.NUMBER: Decimal,
    Kind.DAY: datetime.date,
    Kind.REFERENCE: int,
}
_WRITES: dict[Kind, Callable[[Any], Cell]] = {
    Kind.MONEY: lambda amount: amount.fen,
    Kind.FLAG: int,
    Kind.CHOICE: str,
    Kind.NUMBER: str,
    Kind.DAY: datetime.date.isoformat,
}
_READS: dict[Kind, Callable[[Any], Any]] = {
    Kind.MONEY: Money,
    Kind.FLAG: bool,
    Kind.NUMBER: Decimal,
    Kind.DAY: datetime.date.fromisoformat,
}
_UNKEEPABLE = re.compile("[\0\ud800-\udfff]")


CODES = (Kind.FUNCTIONAL, Kind.ECONOMIC)
"""Text that the rooms above take apart by its digits, so that nothing else may pass for it."""


def clean(entry: Entry[T], value: T) -> T:
    """The value as the file will give it back: text in NFC.

    Raises ValueError with a sentence for the clerk where no column can hold it, TypeError where it
    is no value of this entry at all.
    """
    if value is None and entry.kind not in NEVER_NULL:
        return value
    if not _fits(entry, value):
        raise TypeError(f"{entry.label} cannot be {value!r}")
    if value and isinstance(value, str) and entry.kind in CODES:
        return entry.parse(value)
    if isinstance(value, str) and entry.kind in NEVER_NULL:
        return clean_text(entry.label, value)  # type: ignore[return-value]  # T is str here
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError(f"{entry.label}应为数字，例如 93.8")
    whole = value.fen if isinstance(value, Money) else value
    if isinstance(whole, int) and abs(whole) > LARGEST:
        raise ValueError(f"{entry.label}的数字太大，请核对")
    return value


def _fits(entry: Entry[Any], value: object) -> bool:
    """Whether the value is of the entry's type; True is no count, a moment is no day."""
    if entry.kind is Kind.CHOICE and value not in entry.choices:
        return False
    if isinstance(value, (bool, datetime.datetime)):
        return entry.kind is Kind.FLAG
    return isinstance(value, _TYPES[entry.kind])


def clean_text(label: str, text: str) -> str:
    """Text in NFC; ValueError for a NUL or half a character, which a column would cut off."""
    if _UNKEEPABLE.search(text):
        raise ValueError(f"{label}含有无法保存的字符，请删去后重新输入")
    return unicodedata.normalize("NFC", text)


def keepable(text: str) -> str:
    """The text as it is, but for what `clean_text` refuses: a mark stands in its place."""
    return _UNKEEPABLE.sub("\ufffd", text)


def write_cell(entry: Entry[T], value: T) -> Cell:
    """What the column keeps of a value; raises as `clean` does."""
    cleaned: Any = clean(entry, value)
    write = _WRITES.get(entry.kind)
    return write(cleaned) if write and cleaned is not None else cleaned


@cache
def cell_writer(entry: Entry[Any]) -> Callable[[Any], Cell]:
    """`write_cell` for many values of one entry, which are often the same."""
    if entry.kind is Kind.MONEY:
        return partial(_write_money, entry)
    return lru_cache(REMEMBERED, typed=True)(lambda value: write_cell(entry, value))


def _write_money(entry: Entry[Money | None], amount: Money | None) -> Cell:
    """An amount is told in less time than it takes to look whether it is known."""
    if amount is None:
        return None
    if type(amount) is Money and abs(amount.fen) <= LARGEST:
        return amount.fen
    return write_cell(entry, amount)


@cache
def cleaner(entry: Entry[T]) -> Callable[[T], T]:
    """`clean` for many values of one entry, which are often the same."""
    return lru_cache(REMEMBERED, typed=True)(lambda value: clean(entry, value))


def cell_reader(entry: Entry[Any]) -> Callable[[Any], Any]:
    """How to get the value back from its column.

    The reader raises ValueError or ArithmeticError for what this program never writes.
    """
    if entry.kind in CODES:
        return cache(lambda cell: entry.read(cell) if cell else cell)  # few and repeated
    read = entry.read if entry.kind is Kind.CHOICE else _READS.get(entry.kind)
    if read is None:
        return _as_it_is
    return cache(lambda cell: None if cell is None else read(cell))


def _as_it_is(cell: Any) -> Any:
    return cell
