"""Values a field might hold instead of its own, to see where a document would differ."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from jsxh_desktop.domain.code import ancestors
from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import LISTS, REFERS_TO, Filing, attribute_of
from jsxh_desktop.domain.local_code import Classification, LocalCode
from jsxh_desktop.domain.money import Money

# A private character no clerk types and no sentence of a pack has.
MASK = "\ue000"
LEAST = 1_110_000
"""Fen an amount differs by at the least: seen in 万元 with two decimals."""
# Digits of the codes expenditure is booked by: 项 and 款.
ITEM, SECTION = 7, 5
_LETTERS = re.compile(r"[^\s，。；：、！？（）()“”《》〔〕,;:]")


def another(entry: Entry[Any], value: Any, filing: Filing) -> Any:
    """Another value this entry may hold; the same again where there is only one."""
    match entry.kind:
        case Kind.TEXT | Kind.PROSE:
            return _masked(value)
        case Kind.FLAG:
            return not value
        case Kind.DAY:
            return (value or datetime.date(filing.year, 1, 1)) + datetime.timedelta(days=40)
        case Kind.MONEY | Kind.WHOLE | Kind.NUMBER:
            return _more(entry.kind, value)
        case _:
            return _next(_options(entry, value, filing), value)


def additions(filing: Filing) -> Iterator[Any]:
    """Records a list might have besides its own: one of each kind, one for each project or code."""
    for entity in LISTS.values():
        for choices in _choices(entity, filing):
            filled = {
                entry.name: choices.get(entry.name, another(entry, entry.blank, filing))
                for entry in entries(entity)
            }
            yield entity(**filled)


def _choices(entity: type[Any], filing: Filing) -> Iterator[dict[str, Any]]:
    """What a new record is about: a project, a code that is spent by, or a cut of expenditure."""
    names = {entry.name: entry.kind for entry in entries(entity)}
    referring = [name for name, kind in names.items() if kind is Kind.REFERENCE]
    if {Kind.FUNCTIONAL, Kind.ECONOMIC} <= set(names.values()):
        yield from ({"economic": ""}, {"functional": ""}, {})
    elif "functional" in names:
        spent = dict.fromkeys(line.functional for line in filing.expenditure if line.functional)
        yield from ({"functional": code} for code in spent)
        yield {}
    elif entity is LocalCode:
        yield from _unnamed(filing)
    elif referring and entity is not REFERS_TO:
        yield from ({referring[0]: project.id} for project in _projects(filing))
    else:
        yield {}


def _unnamed(filing: Filing) -> Iterator[dict[str, Any]]:
    """The codes in use, and those above them, that no table has a name for."""
    for classification, table in (
        (Classification.FUNCTIONAL, filing.functional),
        (Classification.ECONOMIC, filing.economic),
    ):
        used = (getattr(line, classification.name.lower()) for line in filing.expenditure)
        codes = dict.fromkeys(code for each in used for code in ancestors(each))
        yield from ({"classification": classification, "code": c} for c in codes if c not in table)


def _projects(filing: Filing) -> Any:
    return getattr(filing, attribute_of(REFERS_TO))


def _more(kind: Kind, value: Any) -> Any:
    if kind is Kind.MONEY:
        return Money(value.fen + max(abs(value.fen) // 3, LEAST)) if value else Money(LEAST)
    return (value or 0) + 7 if kind is Kind.WHOLE else (value or Decimal()) + Decimal("1.11")


def _options(entry: Entry[Any], value: Any, filing: Filing) -> list[Any]:
    """What may be chosen: the terms of the entry, the projects, or the codes of the same level."""
    if entry.kind is Kind.CHOICE:
        return [entry.read(choice) for choice in entry.choices]
    if entry.kind is Kind.REFERENCE:
        return [project.id for project in _projects(filing)]
    functional = entry.kind is Kind.FUNCTIONAL
    codes = (filing.functional if functional else filing.economic).codes
    digits = len(value) or (ITEM if functional else SECTION)
    return sorted(code for code in codes if len(code) == digits)


def _next(options: list[Any], value: Any) -> Any:
    """The option after the value, the first one after the last or after a blank."""
    if not options:
        return value
    place = options.index(value) + 1 if value in options else 0
    return options[place % len(options)]


def _masked(text: str) -> str:
    """Text of the same shape with other letters; marks and spaces decide how it is set."""
    masked = _LETTERS.sub(MASK, text)
    return masked if masked != text else text + MASK
