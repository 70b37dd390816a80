"""What a cell of the print is in a spreadsheet: a number where it is one, else text in any case."""

from __future__ import annotations

import re

from jsxh_desktop.narrative.block import Align, Cell
from jsxh_desktop.reports.excel.look import APART, PLAIN, TEXT, WHOLE, Look
from jsxh_desktop.reports.excel.sheet import LONGEST_TEXT, Content
from jsxh_desktop.reports.typed import printable

# A spreadsheet keeps 15 digits of a number, and so does what it is kept in.
_AMOUNT = re.compile(r"-?(?:0|[1-9]\d{0,12})\.\d\d", re.ASCII)
_COUNT = re.compile(r"-?(?:0|[1-9]\d{0,14})", re.ASCII)
_LIKE_A_NUMBER = re.compile(r"[\d.,:/%+-]+")
_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def text(said: str, look: Look) -> Content:
    """A text that stays one, whatever a spreadsheet would take it for."""
    if _LIKE_A_NUMBER.fullmatch(said):
        look = look._replace(format=TEXT)
    return Content(said, look._replace(quoted=said.startswith(_LIKE_A_FORMULA)))


def printed(said: str, look: Look) -> Content:
    """A text as the print shows it, as far as a cell can hold it."""
    shown = printable(said)
    if len(shown) > LONGEST_TEXT:
        shown = f"{shown[: LONGEST_TEXT - 1]}…"
    return text(shown, look)


def content(cell: Cell, size: float, *, apart: bool = False) -> Content:
    """A cell of a grid: amounts, and whole numbers at the right, are numbers.

    With `apart` the thousands of amounts stand apart.
    """
    look = Look(
        size=size,
        bold=cell.bold,
        side=cell.align,
        indent=cell.indent,
        ruled=True,
        upright=cell.upright,
    )
    if _AMOUNT.fullmatch(cell.text):
        return Content(cell.text, look._replace(format=APART if apart else PLAIN))
    if cell.align is Align.RIGHT and _COUNT.fullmatch(cell.text):
        return Content(cell.text, look._replace(format=WHOLE))
    return printed(cell.text, look)
