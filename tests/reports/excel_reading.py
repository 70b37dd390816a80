"""Reads the workbooks we write with another program's eyes."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from jsxh_desktop.reports.excel.sheet import Sheet
from jsxh_desktop.reports.excel.workbook import write_excel


def written(sheets: Iterable[Sheet]) -> bytes:
    target = io.BytesIO()
    write_excel(sheets, title="附表", author="某县档案馆", target=target)
    return target.getvalue()


def read(content: bytes) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return openpyxl.load_workbook(io.BytesIO(content))


def values(content: bytes, sheet: str) -> list[list[Any]]:
    """The values of a sheet as the importer's library reads them."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def shown(sheet: Worksheet) -> Iterator[str]:
    """What each cell shows, amounts with two decimals."""
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, int | float):
                yield f"{cell.value:.2f}" if "0.00" in cell.number_format else f"{cell.value}"
            elif cell.value is not None:
                yield str(cell.value)
