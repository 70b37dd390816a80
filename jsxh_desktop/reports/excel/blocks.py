"""Any blocks as sheets: one for each table, under the headings and text that lead to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jsxh_desktop.narrative.block import Align, Block, Gap, Heading, Paragraph, Table
from jsxh_desktop.reports.excel.content import printed
from jsxh_desktop.reports.excel.look import HEI, Look
from jsxh_desktop.reports.excel.sheet import Content, Sheet, sheet_name
from jsxh_desktop.reports.excel.table import table_sheet

HEADING_SIZES = (18.0, 14.0, 12.0, 12.0, 12.0)


def block_sheets(blocks: Iterable[Block]) -> Iterator[Sheet]:
    """The sheets, called by the titles of their tables or what stands above them.

    Blocks without text, and text below the last table, stand on no sheet.
    """
    above: list[Content] = []
    name = ""
    taken: list[str] = []
    for block in blocks:
        match block:
            case Table():
                wanted = block.title or name or f"表{len(taken) + 1}"
                taken.append(sheet_name(wanted, taken))
                yield table_sheet(block, taken[-1], above)
                above = []
            case Heading():
                name = block.text
                above.append(_heading(block))
            case Paragraph() | Gap():
                above.append(printed(block.text, Look()))
            case _:
                pass


def _heading(block: Heading) -> Content:
    size = HEADING_SIZES[min(block.level, len(HEADING_SIZES) - 1)]
    if block.level == 0:
        return printed(block.text, Look(size=size, bold=True, side=Align.CENTRE))
    return printed(block.text, Look(face=HEI, size=size))
