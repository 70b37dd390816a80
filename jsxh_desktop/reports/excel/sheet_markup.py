"""A sheet as markup: cells, merged cells, and everything about its printing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jsxh_desktop.reports.excel.look import MAIN, Looks
from jsxh_desktop.reports.excel.sheet import Area, Content, Line, Sheet
from jsxh_desktop.reports.style import (
    A4_HEIGHT,
    A4_WIDTH,
    LITTLE,
    MM,
    TABLE_BOTTOM,
    TABLE_EDGE,
    TABLE_TOP,
    WIDE_BOTTOM,
    WIDE_LEFT,
    WIDE_OUTER,
    WIDE_TOP,
)
from jsxh_desktop.reports.word.markup import DECLARATION, element

# A column is measured in digits of the standard font, 宋体 11: 8 points of a screen each.
_DIGIT = 8 * 25.4 / 96
_INCH = 72.0
_A4 = 9
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# What XML has no character for is written as _xHHHH_, and so is the beginning of what looks so.
_CODED = re.compile("[\0-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def sheet_markup(sheet: Sheet, looks: Looks) -> bytes:
    """The part of a workbook that is this sheet."""
    inside = (
        element("sheetPr", element("pageSetUpPr", fitToPage=int(not sheet.page_ends))),
        element("dimension", ref=_whole(sheet)),
        element("sheetViews", _view(sheet)),
        element("sheetFormatPr", defaultRowHeight=15),
        element("cols", *_columns(sheet)),
        element("sheetData", *_rows(sheet, looks)),
        *_merged(sheet),
        element("printOptions", horizontalCentered=1),
        _margins(sheet),
        _setup(sheet),
        *_page_ends(sheet),
        # Codes are text on purpose; nothing need mark them in green.
        element("ignoredErrors", _as_text(sheet)),
    )
    return (DECLARATION + element("worksheet", *inside, xmlns=MAIN)).encode()


def place(row: int, column: int) -> str:
    """How a spreadsheet calls a cell: A1."""
    return f"{letters(column)}{row + 1}"


def letters(column: int) -> str:
    """How a spreadsheet calls a column: A to Z, then AA and so on."""
    rest, last = divmod(column, 26)
    return (letters(rest - 1) if rest else "") + chr(ord("A") + last)


def area_name(area: Area) -> str:
    """How a spreadsheet calls a range of cells: A1:B2."""
    return f"{place(area.row, area.column)}:{place(area.row_end - 1, area.column_end - 1)}"


def coded(text: str) -> str:
    """Any text as a spreadsheet keeps it, so that it reads back as it was."""
    return _CODED.sub(lambda found: f"_x{ord(found[0]):04X}_", text).translate(_ESCAPES)


def _whole(sheet: Sheet) -> str:
    return area_name(Area(0, 0, max(len(sheet.lines), 1), len(sheet.widths)))


def _as_text(sheet: Sheet) -> str:
    return element("ignoredError", sqref=_whole(sheet), numberStoredAsText=1)


def _view(sheet: Sheet) -> str:
    rows, columns = sheet.frozen
    if not (rows or columns):
        return element("sheetView", workbookViewId=0)
    facts: dict[str, object] = {name: n for name, n in (("xSplit", columns), ("ySplit", rows)) if n}
    pane = "bottomRight" if rows and columns else "bottomLeft" if rows else "topRight"
    frozen = element(
        "pane", **facts, topLeftCell=place(rows, columns), activePane=pane, state="frozen"
    )
    return element("sheetView", frozen, element("selection", pane=pane), workbookViewId=0)


def _columns(sheet: Sheet) -> Iterator[str]:
    for number, width in enumerate(sheet.widths, 1):
        yield element("col", min=number, max=number, width=f"{width / _DIGIT:.2f}", customWidth=1)


def _rows(sheet: Sheet, looks: Looks) -> Iterator[str]:
    for row, line in enumerate(sheet.lines):
        cells = (_cell(row, column, line.cells[column], looks) for column in sorted(line.cells))
        yield element("row", *cells, r=row + 1, **_height(line))


def _height(line: Line) -> dict[str, object]:
    return {"ht": f"{line.height:.2f}", "customHeight": 1} if line.height else {}


def _cell(row: int, column: int, content: Content, looks: Looks) -> str:
    name, style = place(row, column), looks.number(content.look)
    if not content.text:
        return f'<c r="{name}" s="{style}"/>'
    if content.look.is_number:
        return f'<c r="{name}" s="{style}"><v>{content.text}</v></c>'
    text = f'<t xml:space="preserve">{coded(content.text)}</t>'
    return f'<c r="{name}" s="{style}" t="inlineStr"><is>{text}</is></c>'


def _merged(sheet: Sheet) -> Iterator[str]:
    if sheet.merged:
        cells = (element("mergeCell", ref=area_name(area)) for area in sheet.merged)
        yield element("mergeCells", *cells, count=len(sheet.merged))


def _margins(sheet: Sheet) -> str:
    """Nothing is printed in them."""
    left, right, top, bottom = (f"{side / _INCH:.3f}" for side in _sides(sheet))
    nothing = f"{5 * MM / _INCH:.3f}"
    return element(
        "pageMargins",
        left=left,
        right=right,
        top=top,
        bottom=bottom,
        header=nothing,
        footer=nothing,
    )


def _sides(sheet: Sheet) -> tuple[float, float, float, float]:
    """The margins of the print's pages of tables: left, right, top, bottom."""
    if sheet.landscape:
        return WIDE_LEFT, WIDE_OUTER, WIDE_TOP, A4_WIDTH - WIDE_BOTTOM
    return TABLE_EDGE, TABLE_EDGE, TABLE_TOP, A4_HEIGHT - TABLE_BOTTOM


def _setup(sheet: Sheet) -> str:
    turned = "landscape" if sheet.landscape else "portrait"
    fit = {} if sheet.page_ends else {"fitToWidth": 1, "fitToHeight": int(_is_a_page(sheet))}
    return element("pageSetup", paperSize=_A4, **fit, orientation=turned)


def _is_a_page(sheet: Sheet) -> bool:
    """Whether it is no more than a little higher than its page, and so printed smaller on one."""
    left, right, top, bottom = _sides(sheet)
    width, height = (A4_HEIGHT, A4_WIDTH) if sheet.landscape else (A4_WIDTH, A4_HEIGHT)
    smaller = min(1.0, (width - left - right) / (sum(sheet.widths) * MM))
    return sum(line.height for line in sheet.lines) * smaller <= LITTLE * (height - top - bottom)


def _page_ends(sheet: Sheet) -> Iterator[str]:
    if sheet.page_ends:
        count = len(sheet.page_ends)
        last = max(len(sheet.lines) - 1, 0)
        ends = (element("brk", id=column, max=last, man=1) for column in sheet.page_ends)
        yield element("colBreaks", *ends, count=count, manualBreakCount=count)
