"""What a printed self-evaluation sheet says, read by its labels, whatever its layout."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from itertools import groupby, pairwise

from jsxh_desktop.narrative.block import Block, Cell, Heading, Paragraph, Table
from jsxh_desktop.rules.exactness import Known, printed
from jsxh_desktop.rules.remembered import TEXTS

TOTAL, APPROPRIATION, OTHER = "年度资金总额", "财政拨款", "其他资金"
CURRENT, CARRIED = "当年财政拨款", "上年结转资金"
SPECIAL_ACCOUNT, UNIT = "财政专户管理资金", "单位资金"
INITIAL, PLANNED, SPENT = "年初预算数", "全年预算数", "全年执行数"
RATE, POINTS, SCORE = "执行率", "分值", "得分"
NAME, TARGET, ACTUAL, REASON = "三级指标", "指标值", "完成值", "偏差原因"
FIRST, SECOND = "一级指标", "二级指标"

FUNDS = {
    **{name: name for name in (TOTAL, APPROPRIATION, OTHER, CURRENT, CARRIED)},
    **{name: name for name in (SPECIAL_ACCOUNT, UNIT)},
    "资金总额": TOTAL,
    "总额": TOTAL,
    "财政资金": APPROPRIATION,
}
FUND_COLUMNS = {
    **{name: name for name in (INITIAL, PLANNED, SPENT, RATE, POINTS, SCORE)},
    "年初预算": INITIAL,
    "调整后预算数": PLANNED,
    "预算执行数": SPENT,
    "预算执行率": RATE,
    "权重": POINTS,
}
PAIRED = {"预算数": (TOTAL, PLANNED), "执行数": (TOTAL, SPENT)}
COLUMNS = {
    **{name: name for name in (FIRST, SECOND, NAME, TARGET, ACTUAL, POINTS, SCORE)},
    "预期指标值": TARGET,
    "年度指标值": TARGET,
    "实际完成指标值": ACTUAL,
    "实际完成值": ACTUAL,
    "全年实际值": ACTUAL,
    "权重": POINTS,
    "偏差原因分析及改进措施": REASON,
    "未完成原因及拟采取的改进措施": REASON,
    "未完成原因分析": REASON,
}
EXPECTED, DONE = (
    ("预期目标", "项目年度目标"),
    ("目标实际完成情况", "实际完成情况", "年度目标完成情况"),
)
SUPERVISOR, PARTY = ("主管部门及代码", "主管部门"), ("实施单位",)
PROJECT = ("项目名称",)
SUMS = ("总分", "合计")
GAP = "〔待填"
DASHES = {"", "—", "-", "/"}
"""What stands in place of an indicator where a class has none."""

_ASIDE = re.compile(r"\([^()]*\)")
_NUMBER = re.compile(r"[+-]?\d+(?:\.(\d+))?")

Line = Sequence[Cell | None]


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One indicator as it is printed, by column; a column the sheet has not is not there."""

    cells: Mapping[str, str]

    def at(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass
class PrintedSheet:
    """One sheet: the title above it, and what stands under its labels."""

    number: int
    title: str
    funds: dict[tuple[str, str], str] = field(default_factory=dict)
    fund_columns: dict[int, str] = field(default_factory=dict)
    columns: dict[int, str] = field(default_factory=dict)
    rows: list[PrintedRow] = field(default_factory=list)
    supervisor: str | None = None
    party: str | None = None
    expected: str | None = None
    done: str | None = None
    total: str | None = None
    total_points: str | None = None
    name: str | None = None

    def has(self, column: str) -> bool:
        """Whether the indicators have this column."""
        return column in self.columns.values()


SheetsRead = dict[int, tuple[Table, PrintedSheet | None]]
"""The tables of a document by their identity, each with the sheet it is."""


def printed_sheets(blocks: Sequence[Block]) -> Iterator[PrintedSheet]:
    """The sheets among the blocks of a document, in their order."""
    return (sheet for _, sheet in read_again(blocks, {}).values() if sheet)


def read_again(blocks: Sequence[Block], known: SheetsRead) -> SheetsRead:
    """Every table of a document read; one that was read before in the same place is known."""
    found: SheetsRead = {}
    before = iter(known.values())
    above: list[str] = []
    number = 0
    for place, block in enumerate(blocks):
        match block:
            case Heading(text=text) | Paragraph(text=text):
                above.append(text)
            case Table():
                key = id(block) if id(block) not in found else -place
                same, sheet = _known(block, known.get(key), next(before, None))
                title = block.title or _title(above)
                moved = sheet and (sheet.number, sheet.title) != (number + 1, title)
                if not same or moved:
                    sheet = _read(block, number + 1, title) if is_sheet(block) else None
                number += sheet is not None
                found[key] = block, sheet
                above.clear()
    return found


def _known(
    table: Table, *read: tuple[Table, PrintedSheet | None] | None
) -> tuple[bool, PrintedSheet | None]:
    """Whether a table is among some that were read, and the sheet it is.

    Only a sheet is worth the look whether it says the same in other cells.
    """
    for other, sheet in filter(None, read):
        if other is table or (sheet and other == table):
            return True, sheet
    return False, None


def _title(above: Sequence[str]) -> str:
    """The line above a table that says whose 自评 it is."""
    return next((text for text in reversed(above) if "自评" in text), "")


def is_sheet(table: Table) -> bool:
    """Whether a table has the labels of a 项目自评表."""
    texts = {cell.text for row in (*table.head, *table.body) for cell in row}
    # Nearly no cell has that sign, and only its text need be made plain.
    if NAME not in [plain(text) for text in texts if NAME[-1] in text]:
        return False
    labels = {plain(text) for text in texts}
    return not labels.isdisjoint({*PARTY, "项目名称"})


@lru_cache(maxsize=TEXTS)
def plain(text: str) -> str:
    """A label in one line, without what stands aside: 其中：财政拨款（万元） is 财政拨款."""
    line = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    return _ASIDE.sub("", line).removeprefix("其中:").strip(":")


def figure(text: str) -> tuple[Decimal, int] | None:
    """A printed number and its decimals; None where a cell holds no number."""
    line = re.sub(r"[\s,%]", "", unicodedata.normalize("NFKC", text))
    found = _NUMBER.fullmatch(line)
    return (Decimal(line), len(found[1] or "")) if found else None


@lru_cache(maxsize=TEXTS)
def amount(text: str | None) -> Known | None:
    """A printed amount in 万元; None where there is none."""
    found = figure(text) if text is not None else None
    return printed(*found) if found else None


def _read(table: Table, number: int, title: str) -> PrintedSheet:
    sheet = PrintedSheet(number, title)
    lines = _lines(table)
    for line in lines:
        labels = [plain(cell.text) if cell else "" for cell in line]
        if sheet.columns:
            if not _row(sheet, line, labels):
                break
        elif NAME in labels:
            sheet.columns = _found(labels, COLUMNS)
        else:
            _above(sheet, line, labels, lines)
    return sheet


def _row(sheet: PrintedSheet, line: Line, labels: Sequence[str]) -> bool:
    """Read an indicator, or the sum at which they end."""
    said = {name: _text(line[place]) for place, name in sheet.columns.items()}
    if any(label in SUMS for label in labels):
        sheet.total, sheet.total_points = said.get(SCORE), said.get(POINTS)
        return False
    if said.get(NAME) not in DASHES or said.get(TARGET) not in DASHES:
        sheet.rows.append(PrintedRow(said))
    return True


def _above(sheet: PrintedSheet, line: Line, labels: list[str], lines: Iterator[Line]) -> None:
    columns = _found(labels, FUND_COLUMNS)
    if PLANNED in columns.values():
        sheet.fund_columns = columns
    elif not {*EXPECTED}.isdisjoint(labels) and not {*DONE}.isdisjoint(labels):
        below = next(lines, ())
        sheet.expected, sheet.done = (_under(labels, names, below) for names in (EXPECTED, DONE))
    elif sheet.fund_columns and (source := next((FUNDS[x] for x in labels if x in FUNDS), "")):
        for place, column in sheet.fund_columns.items():
            sheet.funds[source, column] = _text(line[place])
    else:
        _pairs(sheet, [next(cells) for _, cells in groupby(line, key=id)])


def _pairs(sheet: PrintedSheet, cells: Sequence[Cell | None]) -> None:
    """A line of labels, each with its value behind it; the second of a name is what was spent."""
    for label, value in pairwise(cells):
        name, text = plain(label.text) if label else "", _text(value)
        if name in SUPERVISOR:
            sheet.supervisor = text
        elif name in PARTY:
            sheet.party = text
        elif name in PROJECT:
            sheet.name = text
        elif name in PAIRED:
            sheet.funds[PAIRED[name]] = text
        elif name in FUNDS and not sheet.fund_columns:
            column = SPENT if (FUNDS[name], PLANNED) in sheet.funds else PLANNED
            sheet.funds[FUNDS[name], column] = text


def _found(labels: Sequence[str], names: Mapping[str, str]) -> dict[int, str]:
    return {place: names[label] for place, label in enumerate(labels) if label in names}


def _under(labels: Sequence[str], names: Sequence[str], below: Line) -> str | None:
    place = next(place for place, label in enumerate(labels) if label in names)
    return _text(below[place]) if place < len(below) else None


def _text(cell: Cell | None) -> str:
    return cell.text.strip() if cell else ""


def _lines(table: Table) -> Iterator[Line]:
    """The rows with a cell in every column: a merged one in each that it covers."""
    width = len(table.widths)
    above: dict[int, tuple[Cell, int]] = {}
    for row in (*table.head, *table.body):
        above = _still_above(above, row, width)
        line: list[Cell | None] = [None] * width
        for place, (cell, _) in above.items():
            line[place] = cell
        above = {place: (cell, down - 1) for place, (cell, down) in above.items() if down > 1}
        for cell in row:
            start = next((place for place, held in enumerate(line) if held is None), width)
            for place in range(start, min(start + cell.across, width)):
                line[place] = cell
                if cell.down > 1:
                    above[place] = cell, cell.down - 1
        yield line


def _still_above(
    above: Mapping[int, tuple[Cell, int]], row: Sequence[Cell], width: int
) -> dict[int, tuple[Cell, int]]:
    """The merged cells that reach into a row; one that takes its room ended with a lost row."""
    kept = dict(above)
    needed = sum(cell.across for cell in row)
    while kept and needed > width - len(kept):
        del kept[max(kept)]
    return kept
