"""The blocks of a print in pieces that can each be composed alone, in a moment."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from functools import partial

from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack, Part
from jsxh_desktop.narrative.block import Block
from jsxh_desktop.narrative.document import compose
from jsxh_desktop.reports.department_form import department_sheet
from jsxh_desktop.reports.evaluation_form import evaluation_sheet
from jsxh_desktop.reports.public_tables import public_table

Piece = Callable[[Filing], tuple[Block, ...]]
"""Composes one stretch of the document; a section's number may differ from the printed one."""


def pieces(filing: Filing, pack: Pack, selection: Selection) -> tuple[Piece, ...]:
    """The pieces whose blocks, one after the other, are those of the first volume selected."""
    if selection.sheet is not None:
        return (partial(_sheet, pack, selection.sheet - 1),)
    parts = [part for part in pack.parts if selection.part in {None, part.key}]
    front = () if selection.part else (partial(_front, pack),)
    return (*front, *(piece for part in parts for piece in _pieces(filing, pack, part)))


def _pieces(filing: Filing, pack: Pack, part: Part) -> Iterator[Piece]:
    """The title, each section by itself, what the part says after them, each table or sheet."""
    yield partial(_title, pack, part)
    for key in part.sections:
        if key == "sheets":
            yield from (partial(_sheet, pack, place) for place in range(len(filing.projects)))
        else:
            yield partial(_section, pack, part, key)
        if key == "department_report":
            yield partial(_department, pack)
    yield partial(_rest, pack, part)
    if part.key == "tables":
        yield from (partial(_table, pack, table.id) for table in pack.tables)


def _front(pack: Pack, filing: Filing) -> tuple[Block, ...]:
    """Cover and contents."""
    front = compose(filing, pack, parts=())
    return tuple(block for part in front for block in part.blocks)


def _title(pack: Pack, part: Part, filing: Filing) -> tuple[Block, ...]:
    return _part(pack, dataclasses.replace(part, sections=()), filing)[:1]


def _section(pack: Pack, part: Part, key: str, filing: Filing) -> tuple[Block, ...]:
    """Without its key, a part has nothing but its sections."""
    return _part(pack, dataclasses.replace(part, key="", sections=(key,)), filing)[1:]


def _rest(pack: Pack, part: Part, filing: Filing) -> tuple[Block, ...]:
    return _part(pack, dataclasses.replace(part, sections=()), filing)[1:]


def _part(pack: Pack, part: Part, filing: Filing) -> tuple[Block, ...]:
    return compose(filing, pack, parts=(part,))[-1].blocks


def _table(pack: Pack, table: str, filing: Filing) -> tuple[Block, ...]:
    return public_table(filing, pack, table)


def _department(pack: Pack, filing: Filing) -> tuple[Block, ...]:
    return department_sheet(filing, pack)


def _sheet(pack: Pack, place: int, filing: Filing) -> tuple[Block, ...]:
    return (evaluation_sheet(filing, pack, place),)
