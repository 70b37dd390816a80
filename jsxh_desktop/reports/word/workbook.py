"""The workbook within a chart: its figures and labels, which “编辑数据” opens."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

from jsxh_desktop.charts.chart import Chart, ChartKind
from jsxh_desktop.domain.money import Money
from jsxh_desktop.reports.word.archive import DOCUMENT, Link, Part, links, write
from jsxh_desktop.reports.word.markup import DECLARATION, safe

_SHEET = "Sheet1"
_LABELS = "标签"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml."
# Two cell formats: as it comes, and with two decimals.
_STYLES = (
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
)


class Column(NamedTuple):
    """One column of the sheet: its heading, its values as they are written, where they are.

    A value is a text or, in a column of `numbers`, an amount with two decimals; None is no cell.
    """

    letter: str
    heading: str
    values: tuple[str | None, ...]
    numbers: bool = False

    @property
    def head(self) -> str:
        return f"{_SHEET}!${self.letter}$1"

    @property
    def range(self) -> str:
        return f"{_SHEET}!${self.letter}$2:${self.letter}${len(self.values) + 1}"


class Data(NamedTuple):
    """What a chart shows, in columns: the categories, a column for each series, labels if any."""

    categories: Column
    series: tuple[Column, ...]
    labels: Column | None


def data(chart: Chart) -> Data:
    """The figures as the print rounds them; a category with one nobody stated says so."""
    rows = [series.values for series in chart.series]
    names = tuple(
        f"{name}{chart.printed(None)}" if any(row[place] is None for row in rows) else name
        for place, name in enumerate(chart.categories)
    )
    series = tuple(
        Column(_letter(place), each.name, _amounts(each.values, chart.unit), numbers=True)
        for place, each in enumerate(chart.series, 1)
    )
    labels = None
    if chart.kind is not ChartKind.COLUMNS:
        said = chart.labels or tuple(map(chart.printed, rows[0]))
        labels = Column(_letter(len(series) + 1), _LABELS, said)
    return Data(Column(_letter(0), f"单位：{chart.unit}", names), series, labels)


def _letter(place: int) -> str:
    return chr(ord("A") + place)


def _amounts(values: tuple[Money | None, ...], unit: str) -> tuple[str | None, ...]:
    return tuple(None if value is None else value.show(unit) for value in values)


def workbook(shown: Data) -> bytes:
    """The data as an .xlsx file; the same data, the same bytes."""
    sheet = f'<sheets><sheet name="{_SHEET}" sheetId="1" r:id="sheet"/></sheets>'
    parts = (
        links("", [Link("book", f"{DOCUMENT}/officeDocument", "xl/workbook.xml")]),
        _part("workbook", "sheet.main+xml", f'<workbook {_MAIN} xmlns:r="{DOCUMENT}">{sheet}'),
        links(
            "xl/workbook.xml",
            [
                Link("sheet", f"{DOCUMENT}/worksheet", "sheet.xml"),
                Link("styles", f"{DOCUMENT}/styles", "styles.xml"),
            ],
        ),
        _part("styleSheet", "styles+xml", f"<styleSheet {_MAIN}>{_STYLES}", "styles"),
        _part("worksheet", "worksheet+xml", f"<worksheet {_MAIN}>{_cells(shown)}", "sheet"),
    )
    target = BytesIO()
    write(parts, target)
    return target.getvalue()


def _part(root: str, kind: str, content: str, name: str = "workbook") -> Part:
    return Part(f"xl/{name}.xml", _KIND + kind, f"{DECLARATION}{content}</{root}>".encode())


def _cells(shown: Data) -> str:
    columns = [shown.categories, *shown.series, *filter(None, (shown.labels,))]
    rows = "".join(
        f'<row r="{row}">{"".join(_cell(column, row) for column in columns)}</row>'
        for row in range(1, len(shown.categories.values) + 2)
    )
    width = f'<cols><col min="1" max="{len(columns)}" width="28" customWidth="1"/></cols>'
    return f"{width}<sheetData>{rows}</sheetData>"


def _cell(column: Column, row: int) -> str:
    value = column.values[row - 2] if row > 1 else column.heading
    if value is None:
        return ""
    place = f"{column.letter}{row}"
    if column.numbers and row > 1:
        return f'<c r="{place}" s="1"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{safe(value)}</t></is></c>'
