"""What is no volume of a filing, as the bytes of a file."""

from __future__ import annotations

import io

from jsxh_desktop.app.loose import EXCEL, PDF, WORD, Loose
from jsxh_desktop.reports.fonts import Typefaces


def as_file(loose: Loose, suffix: str, faces: Typefaces) -> bytes:
    """The file of this kind; KeyError for a kind there is not."""
    target = io.BytesIO()
    _WRITERS[suffix](loose, faces, target)
    return target.getvalue()


def _pdf(loose: Loose, faces: Typefaces, target: io.BytesIO) -> None:
    from jsxh_desktop.reports.pdf import print_pdf

    print_pdf(loose.blocks, title=loose.title, author=loose.author, faces=faces, target=target)


def _word(loose: Loose, faces: Typefaces, target: io.BytesIO) -> None:
    from jsxh_desktop.reports.word.document import print_word

    print_word(loose.blocks, title=loose.title, author=loose.author, faces=faces, target=target)


def _excel(loose: Loose, _faces: Typefaces, target: io.BytesIO) -> None:
    from jsxh_desktop.reports.excel.blocks import block_sheets
    from jsxh_desktop.reports.excel.workbook import write_excel

    sheets = block_sheets(loose.blocks)
    write_excel(sheets, title=loose.title, author=loose.author, target=target)


_WRITERS = {PDF: _pdf, WORD: _word, EXCEL: _excel}
