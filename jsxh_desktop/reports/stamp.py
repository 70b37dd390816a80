"""What every page says of the data it was made of: 草稿, or edition, page x of y and check code."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from jsxh_desktop.reports.fonts import Face
from jsxh_desktop.reports.style import (
    DRAFT_DOWN,
    DRAFT_SIDE,
    DRAFT_SIZE,
    QR_GAP,
    QR_SIDE,
    STAMP_SIZE,
    STAMP_UP,
    WIDE_STAMP_UP,
)

if TYPE_CHECKING:
    from jsxh_desktop.reports.page import Page
    from jsxh_desktop.reports.pen import Pen

SYMBOL = "check-code"


@dataclass(frozen=True, slots=True)
class Stamp:
    """An edition by its name, the code of its data, and what its QR code says.

    Without a code it is a draft, and the name is all that stands on a page.
    """

    name: str
    code: str = ""
    symbol: str = ""


DRAFT = Stamp("草稿")


def prepare(canvas: Any, stamp: Stamp) -> None:
    """Draw the QR code of a document once; every page shows the same."""
    if stamp.symbol:
        canvas.beginForm(SYMBOL)
        canvas.addLiteral(_squares(stamp.symbol))
        canvas.endForm()


def draw(pen: Pen, page: Page, stamp: Stamp, number: int, pages: int) -> None:
    """Mark a page, `number` of `pages`: a draft at its upper right, an edition at its foot."""
    if not stamp.code:
        x, y = page.width - DRAFT_SIDE, page.height - DRAFT_DOWN
        pen.right(x, y, stamp.name, Face.HEI, DRAFT_SIZE)
        return
    said = f"{stamp.name}　第 {number} 面 共 {pages} 面　校验码 {stamp.code}"
    width = pen.faces.width(said, Face.SONG, STAMP_SIZE)
    left = (page.width - width - QR_GAP - QR_SIDE) / 2
    up = WIDE_STAMP_UP if page.landscape else STAMP_UP
    canvas = pen.canvas
    canvas.saveState()
    canvas.translate(left, up)
    canvas.doForm(SYMBOL)
    canvas.restoreState()
    pen.text(left + QR_SIDE + QR_GAP, up + (QR_SIDE - STAMP_SIZE) / 2, said, Face.SONG, STAMP_SIZE)


def _squares(symbol: str) -> str:
    """The black squares of a QR code as one path; those side by side are one rectangle."""
    rows = modules(symbol)
    side = QR_SIDE / len(rows)
    drawn = []
    for place, row in enumerate(reversed(rows)):
        column = 0
        for black, run in groupby(row):
            count = len(list(run))
            if black:
                x, y, width = column * side, place * side, count * side
                drawn.append(f"{x:.3f} {y:.3f} {width:.3f} {side:.3f} re")
            column += count
    return f"{' '.join(drawn)} f"


def modules(symbol: str) -> list[list[bool]]:
    """Rows from above, black is true; the smallest code that mends a seventh of itself."""
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(symbol)
    code.make()
    return [[bool(module) for module in row] for row in code.modules]
