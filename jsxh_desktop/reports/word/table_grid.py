"""The grid of a table: merged cells, rows as high as in the print, head rows on every page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from jsxh_desktop.narrative.block import Align, Cell, Table
from jsxh_desktop.reports.grid import Grid, Looks, Placed, grid
from jsxh_desktop.reports.style import LEADING, RULE, height_of, insets
from jsxh_desktop.reports.typesetter import Typesetter
from jsxh_desktop.reports.word.markup import properties, twips, w
from jsxh_desktop.reports.word.runs import paragraph, runs
from jsxh_desktop.reports.word.styles import CENTRED, KEPT, RIGHT, TABLE_TEXT
from jsxh_desktop.reports.word.stylesheet import TABLE, Stylesheet

# Word knows no row that is higher than this.
_HIGHEST = 1500.0
_SIDES = {Align.CENTRE: CENTRED, Align.RIGHT: RIGHT}
_BOLD = w("b")
_MIDDLE = w("vAlign", val="center")
_WHOLE = w("cantSplit")


def grid_markup(
    table: Table, look: Looks, left: float, styles: Stylesheet, setter: Typesetter, *, tail: bool
) -> str:
    """The table itself, its grid so many points from the left of the text.

    Closing rows stay with the row before them, and with the `tail` if something stands below.
    """
    laid = grid((*table.head, *table.body), look, setter)
    edges = [twips(edge) for edge in accumulate(look.widths, initial=0.0)]
    style = styles.sized(TABLE_TEXT, look.size)
    head, count = len(table.head), len(laid.heights)
    kept = {*range(head), *_closing(table, count, tail=tail)}
    rows = _by_row(laid)
    return w(
        "tbl",
        _properties(look, edges[-1], twips(left)),
        w("tblGrid", *(w("gridCol", w=end - start) for start, end in pairwise(edges))),
        *(
            w(
                "tr",
                _row(height, head=row < head),
                *(
                    _cell(place, row, edges, style, look.size, kept=row in kept)
                    for place in rows[row]
                ),
            )
            for row, height in enumerate(_heights(laid))
        ),
    )


def _closing(table: Table, count: int, *, tail: bool) -> range:
    """The rows that Word may not part from what follows them."""
    if not (table.closing or tail):
        return range(0)
    return range(max(count - table.closing - 1, 0), count if tail else count - 1)


def _properties(look: Looks, width: int, left: int) -> str:
    """Fixed columns, and the white of the print less what Word adds: in a line, for the rule."""
    beside = twips(insets(look.size)[0])
    over = twips(max(look.white - (LEADING - 1) * look.size - RULE, 0.0) / 2)
    white = {"top": over, "left": beside, "bottom": over, "right": beside}
    return properties(
        "tblPr",
        w("tblStyle", val=TABLE),
        w("tblW", w=width, type="dxa"),
        w("tblInd", w=left, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=size, type="dxa") for side, size in white.items())),
        w("tblLook", val="0000"),
    )


def _by_row(laid: Grid) -> list[list[Placed]]:
    """The cells of each row from left to right, those that began further up among them."""
    rows: list[list[Placed]] = [[] for _ in laid.heights]
    for place, _ in laid.cells:
        for row in range(place.row, place.row_end):
            rows[row].append(place)
    for cells in rows:
        cells.sort(key=_column)
    return rows


def _column(place: Placed) -> int:
    return place.column


def _heights(laid: Grid) -> Iterator[float]:
    """The least height of each row; what its own cells need beyond that Word finds by itself."""
    look = laid.looks
    least = max(look.row_height, look.size + look.white)
    own = [least] * len(laid.heights)
    for place, lines in laid.cells:
        if place.row_end == place.row + 1:
            needed = height_of(len(lines), look.size) + look.white
            own[place.row] = max(own[place.row], needed)
    for needed, height in zip(own, laid.heights, strict=True):
        yield min(height, _HIGHEST) if height > needed + 0.1 else least


def _row(height: float, *, head: bool) -> str:
    repeated = w("tblHeader") if head else ""
    return w("trPr", _WHOLE, w("trHeight", val=twips(height), hRule="atLeast"), repeated)


def _cell(place: Placed, row: int, edges: list[int], style: str, size: float, *, kept: bool) -> str:
    cell = place.cell
    across = place.column_end - place.column
    width = edges[place.column_end] - edges[place.column]
    looks = properties(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=across) if across > 1 else "",
        _merged(place, row),
        _MIDDLE,
    )
    if row > place.row:
        cell = Cell()
    sides = _narrowed(width, size) if cell.upright else _indented(cell.indent, size)
    return w("tc", looks, _text(cell, style, sides, kept=kept))


def _merged(place: Placed, row: int) -> str:
    if place.row_end == place.row + 1:
        return ""
    return w("vMerge", val="restart") if row == place.row else w("vMerge")


def _indented(characters: int, size: float) -> str:
    """An indent that counts characters, so that it grows with them."""
    if not characters:
        return ""
    return w("ind", leftChars=100 * characters, left=twips(characters * size))


def _narrowed(width: int, size: float) -> str:
    """Room for one character a line, as upright text stands.

    Text that is turned would do as well, but a cell of it ends with the page it begins on.
    """
    spare = width - 2 * twips(insets(size)[0]) - twips(1.5 * size)
    return w("ind", left=spare // 2, right=spare // 2) if spare > 0 else ""


def _text(cell: Cell, style: str, sides: str, *, kept: bool) -> str:
    """The text in one paragraph."""
    return paragraph(
        style,
        runs(cell.text, *((_BOLD,) if cell.bold else ())) if cell.text else "",
        CENTRED if cell.upright else _SIDES.get(cell.align, ""),
        sides,
        KEPT if kept else "",
    )
