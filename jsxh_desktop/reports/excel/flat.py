"""Lists as sheets: a head, a record a row, nothing merged, so that they sort, filter and add."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from jsxh_desktop.narrative.block import Align
from jsxh_desktop.reports.excel.content import text
from jsxh_desktop.reports.excel.heights import text_height
from jsxh_desktop.reports.excel.look import ANY, APART, WHOLE, Look
from jsxh_desktop.reports.excel.sheet import LONGEST_TEXT, TALLEST, Content, Line, Sheet

DIGITS = 15
"""So many a spreadsheet keeps of a number; with more it would be another."""
MOST_PLACES = 30

_WRITTEN = Look(ruled=True)
_NUMBER = Look(ruled=True, side=Align.RIGHT)
_HEAD = Look(ruled=True, bold=True, side=Align.CENTRE)
_CENTRED = Look(ruled=True, side=Align.CENTRE)


class Heading(NamedTuple):
    """The head of a column and how many millimetres wide it is."""

    text: str
    width: float


def list_sheet(
    name: str, headings: Sequence[Heading], rows: Iterable[Sequence[Content]], beside: int = 1
) -> Sheet:
    """A list with its head in the first row; the first columns and the head stay in sight."""
    widths = tuple(each.width for each in headings)
    head = [text(each.text, _HEAD) for each in headings]
    return Sheet(
        name,
        widths,
        tuple(_line(row, widths) for row in (head, *rows)),
        head=range(1),
        frozen=(1, beside),
        landscape=True,
    )


def _line(row: Sequence[Content], widths: Sequence[float]) -> Line:
    high = max(map(_height, row, widths))
    return Line(dict(enumerate(row)), min(high, TALLEST))


def _height(content: Content, width: float) -> float:
    shown = "" if content.look.is_number else content.text
    return text_height(shown, width, content.look.size)


def count(number: int) -> Content:
    """The number of a row."""
    return Content(str(number), _CENTRED._replace(format=WHOLE))


def said(words: str) -> Content:
    """A text, every character as typed; ValueError where no cell can hold it."""
    if len(words) > LONGEST_TEXT:
        start = words[:10].replace("\n", "")
        raise ValueError(f"“{start}…”有{len(words)}个字，表格的一格最多{LONGEST_TEXT}个字，请缩短")
    return text(words, _WRITTEN)


def amount(fen: int) -> Content:
    """An amount in 元, every fen of it."""
    return number(Decimal(fen).scaleb(-2), APART)


def number(value: Decimal | int, look: str = ANY) -> Content:
    """A number, or its digits as text where a spreadsheet would keep another one."""
    exact = Decimal(value)
    digits = f"{exact:f}" if -MOST_PLACES < exact.adjusted() < MOST_PLACES else str(exact)
    if len(digits.lstrip("-").replace(".", "").lstrip("0")) > DIGITS or "E" in digits:
        return text(digits, _NUMBER)
    return Content(digits, _NUMBER._replace(format=look))
