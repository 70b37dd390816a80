"""A file of tables as it was read: sheets of texts and numbers, with where each cell stands."""

from __future__ import annotations

import json
import re
import subprocess
import time
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from itertools import product
from pathlib import Path
from typing import Any

from jsxh_desktop.app.imports.gate import ALTERED, DAMAGED, SUFFIX
from jsxh_desktop.app.interpreter import python
from jsxh_desktop.app.problem import Problem

MOST_SECONDS = 30.0
MOST_COVERED = 200_000
_EACH = 0.05
_MODULE = "jsxh_desktop.app.imports.reader"
# A console of its own would flash up on Windows.
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_UNSEEN = re.compile(r"[\s\u200b\ufeff]+")
_QUOTES = str.maketrans(dict.fromkeys("“”‘’「」『』＂'", '"'))

Value = str | Decimal
Area = tuple[int, int, int, int]
"""Merged cells: first row and column, last row and column, all of them in it."""


class Cancelled(Exception):  # noqa: N818 - named for what happened
    """The clerk did not want to wait."""


@dataclass(frozen=True)
class Source:
    """One sheet; rows and columns count from its first cell, which stands at `top` and `left`."""

    name: str
    rows: Sequence[Sequence[Value]]
    merged: Sequence[Area] = ()
    top: int = 0
    left: int = 0
    hidden: bool = False

    @cached_property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)

    def value(self, row: int, column: int) -> Value:
        """What stands in a cell; nothing where there is none."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else ""

    def text(self, row: int, column: int) -> str:
        """The text of a cell as it is compared: without spaces, its marks of one width."""
        return plain(self.value(row, column))

    def address(self, row: int, column: int) -> str:
        """How a spreadsheet calls the cell: A1."""
        return f"{_letters(self.left + column)}{self.top + row + 1}"

    @cached_property
    def covers(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Each covered cell of the merged ones, and the first, whose text it shares.

        No form merges more than some pages of cells; what a file says beyond is not worked out.
        """
        left = MOST_COVERED
        found: dict[tuple[int, int], tuple[int, int]] = {}
        for first, start, last, end in self.merged:
            begin = first - self.top, start - self.left
            rows = range(begin[0], min(last - self.top + 1, len(self.rows)))
            columns = range(begin[1], min(end - self.left + 1, self.width))
            left -= 1 + len(rows) * len(columns)
            if left < 0:
                break
            found.update(dict.fromkeys(product(rows, columns), begin))
        return found

    def shared(self, row: int, column: int) -> str:
        """The text of a cell, or of the merged cells it belongs to."""
        return self.text(*self.covers.get((row, column), (row, column)))


def plain(value: Value) -> str:
    """A text as it is compared: no spaces, signs of one width, one kind of quotes."""
    said = value if isinstance(value, str) else digits(value)
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", said).translate(_QUOTES))


def digits(number: Decimal) -> str:
    """A number without the decimals a spreadsheet adds to a whole one."""
    whole = number.to_integral_value()
    return f"{whole:f}" if whole == number else f"{number:f}"


def written(value: Value) -> str:
    """What a cell says, for the clerk and for fields of text."""
    return value if isinstance(value, str) else digits(value)


def read_source(path: Path, cancelled: Callable[[], bool] = lambda: False) -> tuple[Source, ...]:
    """Every sheet of a file that has a cell in it, read in a process of its own.

    Raises Problem with the sentence why it cannot be read, Cancelled once `cancelled` says so.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - our own program, without a shell
            [*python(), "-m", _MODULE, str(path.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=Path(__file__).parents[3],
            creationflags=_NO_WINDOW,
        )
    except OSError as problem:
        raise Problem("读表格的程序起不来，请重新打开本程序再试") from problem
    said = _waited(process, path, cancelled)
    try:
        answer = json.loads(said, parse_float=Decimal, parse_int=Decimal)
    except ValueError as problem:  # it was ended by the system, or ended itself
        said_so = ALTERED if path.suffix.lower() == SUFFIX else DAMAGED
        raise Problem(f"“{path.name}”：{said_so}") from problem
    if "problem" in answer:
        raise Problem(f"“{path.name}”：{answer['problem']}")
    return tuple(map(source_from, answer["sheets"]))


def _waited(process: subprocess.Popen[bytes], path: Path, cancelled: Callable[[], bool]) -> bytes:
    """All that the process says; it is ended where it takes too long or is not wanted."""
    until = time.monotonic() + MOST_SECONDS
    with process:
        while True:
            try:
                return process.communicate(timeout=_EACH)[0]
            except subprocess.TimeoutExpired:
                if not cancelled() and time.monotonic() < until:
                    continue
            process.kill()
            process.communicate()
            if cancelled():
                raise Cancelled
            raise Problem(
                f"“{path.name}”太大，读了{MOST_SECONDS:.0f}秒还没有读完，请只留要导入的表"
            )


def source_from(sheet: dict[str, Any]) -> Source:
    """A sheet as the process of the reader says it."""
    top, left = int(sheet["top"]), int(sheet["left"])
    merged = tuple(
        (int(row), int(column), int(last), int(end)) for row, column, last, end in sheet["merged"]
    )
    return Source(sheet["name"], sheet["rows"], merged, top, left, sheet["hidden"])


@cache
def _letters(column: int) -> str:
    rest, last = divmod(column, 26)
    return (_letters(rest - 1) if rest else "") + chr(ord("A") + last)
