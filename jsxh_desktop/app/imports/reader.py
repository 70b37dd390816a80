"""Reads one file of tables in a process of its own and says what is in it as JSON.

`python -m` this module with the path of the file. A file made to do harm, or a defect of the
library, ends this process and not the program: one of 5 kB is enough to abort it.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from jsxh_desktop.app.imports.gate import (
    DAMAGED,
    LOCKED,
    PACKAGE,
    SUFFIX,
    TOO_LARGE,
    Refused,
    kind_of,
)

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_ROWS, MOST_COLUMNS, MOST_CELLS, MOST_SHEETS = 100_000, 200, 3_000_000, 200
LONGEST_LINE = 1_000_000
"""Of a text; one line with ten million marks would be as many cells before it is refused."""
MOST_MEMORY = 2**30
MOST_SECONDS = 20
"""Of the processor; the process that started this one waits no longer either."""

_DELIMITERS = ",\t;，"


def main() -> None:
    """Answer with the sheets, or with the sentence that tells why not."""
    sys.excepthook = _log
    _limit()
    try:
        answer: dict[str, Any] = {"sheets": sheets(Path(sys.argv[1]))}
    except Refused as refused:
        answer = {"problem": str(refused)}
    except MemoryError:
        answer = {"problem": TOO_LARGE}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"))


def sheets(path: Path) -> list[dict[str, Any]]:
    """Every sheet with a cell in it: its name, where it begins, its rows, its merged cells."""
    try:
        kind = PACKAGE if path.suffix.lower() == SUFFIX else kind_of(path)
        if kind == PACKAGE:
            return _package(path)
    except OSError as problem:
        raise Refused(f"打不开“{path.name}”：{problem.strerror}，请检查文件还在不在") from problem
    found = [_text(path)] if kind == "text" else _book(path)
    held = [sheet for sheet in found if any(any(row) for row in sheet["rows"])]
    if not held:
        raise Refused("文件里没有填了内容的表，请换一个文件")
    return held


def _package(path: Path) -> list[dict[str, Any]]:
    from jsxh_desktop.app.imports.package_reader import package_sheets

    return package_sheets(path)


def _book(path: Path) -> list[dict[str, Any]]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return [*_sheets(CalamineWorkbook.from_path(str(path)))]
    except PasswordError as problem:
        raise Refused(LOCKED) from problem
    except (CalamineError, OSError, ValueError) as problem:
        raise Refused(DAMAGED) from problem
    except BaseException as problem:
        # A panic of the library comes as a BaseException of no class it exports.
        if type(problem).__name__ == "PanicException":
            raise Refused(DAMAGED) from problem
        raise


def _sheets(book: CalamineWorkbook) -> Iterator[dict[str, Any]]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    if len(book.sheets_metadata) > MOST_SHEETS:
        raise Refused(TOO_LARGE)
    cells = 0
    for place, about in enumerate(book.sheets_metadata):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_index(place)
        if sheet.start is None:
            continue
        if sheet.height > MOST_ROWS or sheet.width > MOST_COLUMNS:
            raise Refused(_too_long(about.name))
        cells += sheet.height * sheet.width
        if cells > MOST_CELLS:
            raise Refused(TOO_LARGE)
        yield _sheet(sheet, hidden=about.visible != SheetVisibleEnum.Visible)


def _sheet(sheet: CalamineSheet, *, hidden: bool) -> dict[str, Any]:
    top, left = sheet.start or (0, 0)
    merged = sheet.merged_cell_ranges or []
    return {
        "name": sheet.name,
        "hidden": hidden,
        "top": top,
        "left": left,
        "rows": [[_value(cell) for cell in row] for row in sheet.to_python(skip_empty_area=True)],
        "merged": [[*start, *end] for start, end in merged[:MOST_ROWS]],
    }


def _too_long(name: str) -> str:
    return f"表“{name}”超过{MOST_ROWS}行或{MOST_COLUMNS}列，请只留要导入的部分再导入"


def _value(cell: Any) -> str | float:
    """Numbers stay numbers; a date is what this program writes of one."""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, int | float | str):
        return cell
    if isinstance(cell, datetime.datetime | datetime.date):
        return f"{cell.year}年{cell.month}月{cell.day}日"
    return str(cell)


def _text(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = content.decode("gb18030")
        except UnicodeDecodeError as problem:
            raise Refused(DAMAGED) from problem
    rows = [*_rows(text)]
    name = path.stem
    return {"name": name, "hidden": False, "top": 0, "left": 0, "rows": rows, "merged": []}


def _rows(text: str) -> Iterator[Sequence[str]]:
    """The rows, apart by whichever mark the first lines have most of."""
    if any(len(line) > LONGEST_LINE for line in io.StringIO(text, newline="")):
        raise Refused(TOO_LARGE)
    start = text[:4096]
    mark = max(_DELIMITERS, key=start.count)
    try:
        for count, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=mark), 1):
            if count > MOST_ROWS or len(row) > MOST_COLUMNS:
                raise Refused(TOO_LARGE)
            yield row
    except csv.Error as problem:
        raise Refused(DAMAGED) from problem


def _log(_kind: type[BaseException], defect: BaseException, _trace: TracebackType | None) -> None:
    from jsxh_desktop.app.log import log_defect

    log_defect(defect)


def _limit() -> None:
    """Let the system end this process where it would take more; Windows knows no such limits."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
