"""What is shown in the preview as one Word or Excel file: the whole, a part, or a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from jsxh_desktop.app.book import volumes
from jsxh_desktop.app.loose import EXCEL, WORD
from jsxh_desktop.app.packs import pack_of
from jsxh_desktop.app.printing import faces
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.safe_write import written_whole
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.reports.excel.blocks import block_sheets
from jsxh_desktop.reports.excel.disclosure import evaluation_form_sheets, public_table_sheets
from jsxh_desktop.reports.excel.indicators import indicator_list
from jsxh_desktop.reports.excel.sheet import Sheet
from jsxh_desktop.reports.excel.workbook import write_excel
from jsxh_desktop.reports.word.document import print_word

TABLES = "tables"
"""The key of the part that is the public tables."""

NO_TABLE = "这一部分里没有表，请选“整套公开材料”或者有表的部分"


def write_file(filing: Filing, selection: Selection, suffix: str, path: Path) -> None:
    """Write what is selected as the file of this kind, whole or not at all; raises Problem."""
    _WRITERS[suffix](filing, selection, path)


def _word(filing: Filing, selection: Selection, path: Path) -> None:
    volume = volumes(filing, pack_of(filing), selection)[0]
    author = filing.organization.full_name
    with written_whole(path) as target:
        print_word(
            volume.blocks,
            title=volume.title,
            author=author,
            faces=faces(own=False),
            target=target,
        )


def _excel(filing: Filing, selection: Selection, path: Path) -> None:
    pack = pack_of(filing)
    volume = volumes(filing, pack, selection)[0]
    sheets = tuple(_sheets(filing, pack, selection))
    if not sheets:
        raise Problem(NO_TABLE)
    author = filing.organization.full_name
    with written_whole(path) as target:
        try:
            write_excel(sheets, title=volume.title, author=author, target=target)
        except ValueError as slip:
            raise Problem(str(slip)) from slip


def _sheets(filing: Filing, pack: Pack, selection: Selection) -> Iterator[Sheet]:
    """The whole as tables and sheets, without the text between them; else the tables of a part."""
    if selection.part == TABLES:
        return public_table_sheets(filing, pack)
    if selection.part is None and selection.sheet is None:
        return chain(public_table_sheets(filing, pack), _evaluations(filing, pack))
    return block_sheets(volumes(filing, pack, selection)[0].blocks)


def _evaluations(filing: Filing, pack: Pack) -> Iterator[Sheet]:
    if filing.projects:
        yield from evaluation_form_sheets(filing, pack)
        yield indicator_list(filing, pack)


_WRITERS = {WORD: _word, EXCEL: _excel}
