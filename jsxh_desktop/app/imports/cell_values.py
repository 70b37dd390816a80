"""What a cell of a file is as the value of a field: exact, or a sentence why it is none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from jsxh_desktop.app import grid_reading
from jsxh_desktop.app.imports.source import Value, digits, written
from jsxh_desktop.domain.entry import Entry, Kind
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import FEN_IN, LARGEST, Money

_NOISE = Decimal("0.01")
"""So much of a fen a spreadsheet may be off by adding up in its own numbers."""
_ENTIRE = re.compile(r"[+-]?\d+", re.ASCII)


def read_value(filing: Filing, entry: Entry[Any], value: Value, unit: str = "元") -> Any:
    """The value a field would hold; ValueError with a sentence for the clerk."""
    if value == "":
        return entry.blank
    read = _READERS.get(entry.kind)
    if read is None:
        return grid_reading.read(filing, entry, written(value), unit)
    if entry.kind is Kind.MONEY:
        return read_money(value, unit)
    return read(entry, value)


def read_money(value: Value, unit: str) -> Money:
    """An amount to the fen; ValueError for what is none, or less than a fen apart from one."""
    if isinstance(value, str):
        return Money.parse(value, unit)
    exact = value * FEN_IN[unit]
    fen = int(exact.to_integral_value())
    if abs(exact - fen) > _NOISE:
        raise ValueError("金额最小到分，请核对小数位和单位")
    if abs(fen) > LARGEST:
        raise ValueError("金额太大，请核对单位是元还是万元")
    return Money(fen)


def _text(_entry: Entry[Any], value: Value) -> str:
    return unicodedata.normalize("NFC", written(value))


def _whole(entry: Entry[Any], value: Value) -> int:
    said = written(value).strip()
    number = int(said) if _ENTIRE.fullmatch(said) else entry.parse(said)
    if entry.minimum is not None and number < entry.minimum:
        raise ValueError(f"{entry.label}不得小于{entry.minimum}")
    return int(number)


def _number(entry: Entry[Any], value: Value) -> Decimal:
    if isinstance(value, Decimal):
        return Decimal(digits(value))
    try:
        number = Decimal(value.strip())
    except InvalidOperation:
        return Decimal(entry.parse(value))
    if not number.is_finite():
        raise ValueError(f"{entry.label}应为数字，例如 93.8")
    return number


_READERS: Mapping[Kind, Callable[[Entry[Any], Value], Any]] = {
    Kind.TEXT: _text,
    Kind.PROSE: _text,
    Kind.WHOLE: _whole,
    Kind.NUMBER: _number,
    Kind.MONEY: lambda _entry, value: read_money(value, "元"),
}
