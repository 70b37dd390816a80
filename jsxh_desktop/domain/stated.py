"""A figure nobody typed is not zero: reading one raises NotStated."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.money import Money

T = TypeVar("T")


class NotStated(Exception):  # noqa: N818 - a state of the filing, not an error of the program
    """What has to be typed before this can be written; shown as 〔待填：…〕."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


def stated(value: T | None, label: str) -> T:
    """The value, or NotStated under this label."""
    if value is None or value == "":
        raise NotStated(label)
    return value


def of(entry: Entry[T | None], record: object) -> T:
    """The value this entry has in a record, or NotStated under the entry's own label."""
    return stated(entry.of(record), entry.label)


def summed(amounts: Iterable[Money | None], label: str) -> Money:
    """The sum of amounts that must all be stated; a single blank makes the sum NotStated."""
    fen = 0
    for amount in amounts:
        if amount is None:
            raise NotStated(label)
        fen += amount.fen
    return Money(fen)


def gap(missing: str) -> str:
    """The visible gap a blank prints as, in text, table and chart alike."""
    return f"〔待填：{missing}〕"
