"""Sheets become an .xlsx file: the only module that writes one. Same sheets, same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from jsxh_desktop.reports.excel.look import MAIN, Looks
from jsxh_desktop.reports.excel.sheet import Area, Sheet
from jsxh_desktop.reports.excel.sheet_markup import area_name, letters, sheet_markup
from jsxh_desktop.reports.word.archive import DOCUMENT, Link, Part, about, links, of_the_file, write
from jsxh_desktop.reports.word.markup import DECLARATION, element, safe

_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def write_excel(sheets: Iterable[Sheet], *, title: str, author: str, target: BinaryIO) -> None:
    """Write the sheets, whose names differ, to `target`, which stays open.

    Raises ValueError where there is no sheet to be seen.
    """
    held = tuple(sheets)
    if all(sheet.hidden for sheet in held):
        raise ValueError("nothing to write")
    write(_parts(held, title, author), target)


def _parts(sheets: Sequence[Sheet], title: str, author: str) -> Iterator[Part]:
    looks = Looks()
    yield of_the_file("xl/workbook.xml")
    yield from about(title, author)
    yield Part("xl/workbook.xml", f"{_KIND}sheet.main+xml", _book(sheets))
    for number, sheet in enumerate(sheets, 1):
        made = sheet_markup(sheet, looks)
        yield Part(f"xl/worksheets/sheet{number}.xml", f"{_KIND}worksheet+xml", made)
    yield Part("xl/styles.xml", f"{_KIND}styles+xml", looks.markup())
    yield links("xl/workbook.xml", _of_the_book(sheets))


def _of_the_book(sheets: Sequence[Sheet]) -> Iterator[Link]:
    yield Link("styles", f"{DOCUMENT}/styles", "styles.xml")
    for number in range(1, len(sheets) + 1):
        yield Link(f"sheet{number}", f"{DOCUMENT}/worksheet", f"worksheets/sheet{number}.xml")


def _book(sheets: Sequence[Sheet]) -> bytes:
    listed = (_listed(number, sheet) for number, sheet in enumerate(sheets, 1))
    first = next(place for place, sheet in enumerate(sheets) if not sheet.hidden)
    view = element("workbookView", activeTab=first)
    names = tuple(name for place, sheet in enumerate(sheets) for name in _names(place, sheet))
    inside = (
        element("bookViews", view),
        element("sheets", *listed),
        element("definedNames", *names) if names else "",
    )
    facts = {"xmlns": MAIN, "xmlns:r": DOCUMENT}
    return (DECLARATION + element("workbook", *inside, **facts)).encode()


def _listed(number: int, sheet: Sheet) -> str:
    state = {"state": "veryHidden"} if sheet.hidden else {}
    facts = {"r:id": f"sheet{number}", **state}
    return element("sheet", name=safe(sheet.name), sheetId=number, **facts)


def _names(place: int, sheet: Sheet) -> Iterator[str]:
    """What prints, and the rows and columns that come again on each page."""
    quoted = "'" + sheet.name.replace("'", "''") + "'"
    whole = area_name(Area(0, 0, max(len(sheet.lines), 1), len(sheet.widths)))
    first, _, last = whole.partition(":")
    area = ":".join(map(_absolute, (first, last)))
    yield _name("_xlnm.Print_Area", place, f"{quoted}!{area}")
    again = []
    if sheet.beside:
        again.append(f"{quoted}!$A:${letters(sheet.beside - 1)}")
    if sheet.head:
        again.append(f"{quoted}!${sheet.head.start + 1}:${sheet.head.stop}")
    if again:
        yield _name("_xlnm.Print_Titles", place, ",".join(again))


def _absolute(cell: str) -> str:
    column = cell.rstrip("0123456789")
    return f"${column}${cell.removeprefix(column)}"


def _name(name: str, place: int, said: str) -> str:
    return element("definedName", safe(said), name=name, localSheetId=place)
