"""The pack's sentences filled from one filing; the one place where a blank becomes a gap."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar, overload

from jsxh_desktop.domain import share, stated
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.narrative.block import Gap

T = TypeVar("T")
Amount = Callable[[], Money]
"""An amount worked out when a sentence asks for it; it may raise NotStated."""

_MARKS = "。；，、：;,:"
_TWICE = re.compile(r"([！？]|[。！？]”)。")


def known(figure: Callable[[], T]) -> T | Gap:
    """The figure, or the gap in its place; nothing else in this room meets NotStated."""
    try:
        return figure()
    except stated.NotStated as missing:
        return Gap(missing.label)


@overload
def entered(entry: Entry[str], record: object) -> Callable[[], str]: ...
@overload
def entered(entry: Entry[T | None], record: object) -> Callable[[], T]: ...
def entered(entry: Entry[Any], record: object) -> Callable[[], Any]:
    """The value of an entry, asked for later."""
    return partial(stated.of, entry, record)


def told(entry: Entry[str], record: object) -> Callable[[], str]:
    """Typed text as a clause of a sentence, asked for later."""

    def tell() -> str:
        return clause(stated.stated(entry.of(record), entry.label))

    return tell


def value(said: T | Callable[[], T]) -> T | Gap:
    """What was said, or what the function standing for it gives now."""
    return known(said) if callable(said) else said


def clause(text: str) -> str:
    """Typed text made to stand inside a sentence: in one line, without its closing mark."""
    return "".join(line.strip() for line in text.splitlines()).rstrip(_MARKS)


def spoken(thing: object) -> str:
    """How a value reads in a sentence; TypeError for what no sentence can say, such as None."""
    match thing:
        case Money():
            return f"{thing.show()}万元"
        case Gap():
            return thing.text
        case Decimal():
            return f"{thing.normalize():f}"
        case str() | int():
            return str(thing)
        case _:
            raise TypeError(type(thing).__name__)


@dataclass(frozen=True)
class Wording:
    """The sentences of one pack, spoken about one filing."""

    filing: Filing
    pack: Pack

    def write(self, key: str, /, **said: object) -> str:
        """One sentence; each placeholder that cannot be filled is a gap of its own.

        Placeholders take text, counts, amounts, gaps, or functions that give one of these;
        {year}, {before} and {unit} are always at hand.
        """
        values = {name: spoken(value(thing)) for name, thing in said.items()}
        sentence = self.pack.words(key).format(
            year=self.filing.year,
            before=self.filing.year - 1,
            unit=spoken(value(self.unit)),
            **values,
        )
        return _TWICE.sub(r"\1", sentence)

    def unit(self) -> str:
        """What the text calls the unit: its short name where it has one."""
        organization = self.filing.organization
        return organization.short_name or stated.stated(
            organization.full_name, Organization.full_name.label
        )

    def percent(self, part: Money, whole: Money) -> str:
        """A share with as many decimals as the pack prints."""
        return share.percent(part, whole, self.pack.percent_places)
