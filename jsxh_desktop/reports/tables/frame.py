"""What every public table carries around its grid: title, number, unit, notes."""

from __future__ import annotations

import dataclasses

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.pack import Pack, PublicTable
from jsxh_desktop.domain.stated import gap
from jsxh_desktop.narrative.block import Align, Cell, Table


def framed(
    grid: Table, filing: Filing, pack: Pack, table: PublicTable, notes: tuple[str, ...] = ()
) -> Table:
    """The grid as the pack's table: its number by its place in the set, `notes` after its own."""
    place = pack.tables.index(table) + 1
    return dataclasses.replace(
        grid,
        title=table.title,
        number=pack.words("table_number").format(number=place),
        left_note=f"部门：{unit_name(filing)}",
        right_note="金额单位：万元",
        notes=tuple(note for note in (table.note, *notes) if note),
        outline=f"{table.number}、{table.title}",
        listed=True,
    )


def unit_name(filing: Filing) -> str:
    """The unit's full name, or its gap."""
    return filing.organization.full_name or gap(Organization.full_name.label)


def empty_note(filing: Filing, table: PublicTable) -> str:
    """What is said under a table that is kept without figures (rule A18)."""
    return table.empty_note.format(unit=unit_name(filing))


def label(text: str, *, across: int = 1, down: int = 1, bold: bool = False) -> Cell:
    """A head, a row number or the name of a total: centred."""
    return Cell(text, across=across, down=down, align=Align.CENTRE, bold=bold)
