"""What a field shows and how what was typed into it is read, in the unit the clerk looks at."""

from __future__ import annotations

import unicodedata
from typing import Any

from jsxh_desktop.app import figures_shown
from jsxh_desktop.domain.entry import Entry, Kind
from jsxh_desktop.domain.money import Money

LONGEST_QUOTE = 12


def shown(entry: Entry[Any], value: Any, unit: str) -> str:
    """A value at rest: amounts rounded to two decimals of `unit`, counts with thousands apart."""
    if entry.kind is Kind.MONEY:
        return figures_shown.amount(value, unit)
    if entry.kind is Kind.WHOLE and value is not None:
        return f"{value:,}"
    return entry.show(value)


def exact(entry: Entry[Any], value: Any, unit: str) -> str:
    """A value while it is edited: every digit, so that looking at it never rounds it."""
    if entry.kind is Kind.MONEY:
        return figures_shown.exact_amount(value, unit)
    return entry.show(value)


def read(entry: Entry[Any], typed: str, unit: str) -> Any:
    """The value of what was typed; ValueError with a sentence for the clerk."""
    plain = unicodedata.normalize("NFC", typed).strip()
    if entry.kind is Kind.REFERENCE and plain:
        raise ValueError(f"“{quote(plain)}”认不出来，按 F4 选")  # nobody types the id of a record
    if entry.kind is Kind.MONEY and plain:
        try:
            return Money.parse(plain, unit)
        except ValueError as slip:
            raise ValueError(f"“{quote(plain)}”{_what_to_write(slip)}") from None
    try:
        return entry.parse(plain)
    except ValueError as slip:
        said = str(slip).removeprefix(entry.label)
        if not plain or said.startswith("不得"):
            raise
        raise ValueError(f"“{quote(plain)}”认不出来，{said}") from None


def is_unchanged(entry: Entry[Any], value: Any, typed: str, unit: str) -> bool:
    """Whether the text is what the field shows anyway, at rest or while edited."""
    return typed.strip() in {shown(entry, value, unit), exact(entry, value, unit)}


def _what_to_write(slip: ValueError) -> str:
    said = str(slip)
    return "认不出来，请写数字，如 0.80" if said.startswith("应为") else f"：{said}"


def quote(text: str) -> str:
    """One line of a text, short enough to be quoted in a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[:LONGEST_QUOTE]}…"
