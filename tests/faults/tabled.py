"""Faults in printed tables and sheets: a digit, a row lost, a code or a name of something else."""

from __future__ import annotations

import dataclasses
import re

from jsxh_desktop.narrative.block import Table
from jsxh_desktop.rules.subject import Subject
from tests.consistent.draw import Draw
from tests.consistent.filings import Case
from tests.faults.fault import Kind, Planted
from tests.faults.named import CODE
from tests.faults.paper import Spot, tables, with_block
from tests.faults.sentences import DIGIT, DROPPED, other_digit

_AMOUNT = re.compile(r"\d+\.\d\d")
_CODE = re.compile(r"\d{3}(?:\d\d)*")


def public_digit(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """One digit of an amount in a public table."""
    return _digit(draw, subject, "tables", _AMOUNT)


def public_code(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """One digit of a code in a public table."""
    return _digit(draw, subject, "tables", _CODE)


def sheet_digit(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """One digit of anything in a self-evaluation sheet."""
    return _digit(draw, subject, "annexes", re.compile(r".*\d.*", re.DOTALL))


def _digit(draw: Draw, subject: Subject, part: str, pattern: re.Pattern[str]) -> Planted | None:
    held = [
        (spot, table, row, column)
        for spot, table in tables(subject, part)
        for row, cells in enumerate(table.body)
        for column, cell in enumerate(cells)
        if pattern.fullmatch(cell.text)
    ]
    if not held:
        return None
    by_table = sorted({(spot.part, spot.place) for spot, *_ in held})
    at = draw.one(by_table)
    spot, table, row, column = draw.one([x for x in held if (x[0].part, x[0].place) == at])
    old = table.body[row][column].text
    place = draw.one([at for at, char in enumerate(old) if char.isdecimal()])
    new = old[:place] + other_digit(draw, old, place) + old[place + 1 :]
    head = "、".join(cell.text for cell in table.body[row][:3] if cell.text)[:24]
    what = f"{table.title or table.label} {head} 【{old}→{new}】".replace("\n", "")
    return Planted(what, _with_cell(subject, spot, table, row, column, new))


def _with_cell(
    subject: Subject, spot: Spot, table: Table, row: int, column: int, text: str
) -> Subject:
    body = list(table.body)
    cells = list(body[row])
    cells[column] = cells[column]._replace(text=text)
    body[row] = tuple(cells)
    return with_block(subject, spot, dataclasses.replace(table, body=tuple(body)))


def public_row(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """A row with money in a public table."""
    return _row(draw, subject, "tables", _AMOUNT)


def sheet_row(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """A row of one indicator in a self-evaluation sheet."""
    return _row(draw, subject, "annexes", re.compile(r"\d[\d.]*[^\d\n：]*"))


def _row(draw: Draw, subject: Subject, part: str, pattern: re.Pattern[str]) -> Planted | None:
    places = [
        (spot, table, row)
        for spot, table in tables(subject, part)
        for row, cells in enumerate(table.body)
        if any(pattern.fullmatch(cell.text) for cell in cells)
        and all(cell.down == 1 for cell in cells)
    ]
    if not places:
        return None
    spot, table, row = draw.one(places)
    body = (*table.body[:row], *table.body[row + 1 :])
    head = "、".join(cell.text for cell in table.body[row] if cell.text)[:40]
    what = f"{table.title or table.label} 删去“{head}”".replace("\n", "")
    return Planted(what, with_block(subject, spot, dataclasses.replace(table, body=body)))


def table_dropped(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """A whole table or sheet."""
    held = [*tables(subject, "tables"), *(x for x in tables(subject, "annexes") if x[1].label)]
    if not held:
        return None
    spot, table = draw.one(held)
    return Planted(f"删去{table.title}", with_block(subject, spot, None))


KINDS = (
    Kind(DIGIT, "印出的公开表", public_digit),
    Kind(DIGIT, "印出的自评表", sheet_digit),
    Kind(DROPPED, "公开表一行", public_row),
    Kind(DROPPED, "自评表一行", sheet_row),
    Kind(DROPPED, "一张表", table_dropped),
    Kind(CODE, "公开表的编码", public_code),
)
