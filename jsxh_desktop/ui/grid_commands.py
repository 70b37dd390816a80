"""What the keys and the menu of a grid do with the selected cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from jsxh_desktop.app import clipboard
from jsxh_desktop.app.grid_layout import Cell, GridSource
from jsxh_desktop.app.pasting import Box, copied, fill, from_above, pasted
from jsxh_desktop.ui.clipboard_text import clipboard_text
from jsxh_desktop.ui.picker import Picker, Spot
from jsxh_desktop.ui.shell import Shell

TAKE_BACK = "撤销 Ctrl+Z"


class Grid(Protocol):
    """What a command asks of the grid it works on."""

    source: GridSource

    @property
    def cell(self) -> Cell: ...

    @property
    def box(self) -> Box: ...

    def spot(self) -> Spot: ...

    def select(self, cell: Cell) -> None: ...

    def put(self, typed: Mapping[Cell, str], title: str = "") -> None: ...

    def refresh(self) -> None: ...

    def focus(self) -> None: ...


class GridCommands:
    """Each change is one step of undo, and said in the status line where it is more than a cell."""

    def __init__(self, grid: Grid, shell: Shell) -> None:
        self._grid, self._shell = grid, shell
        self.picker: Picker | None = None

    def copy(self) -> None:
        """Put the selected cells on the clipboard as a spreadsheet takes them."""
        rows = copied(self._grid.source, self._grid.box)
        if rows:
            self._shell.root.clipboard_clear()
            self._shell.root.clipboard_append(clipboard.as_text(rows))

    def cut(self) -> None:
        """Copy, and clear what is typed."""
        self.copy()
        self._clear("剪切")

    def clear(self) -> None:
        """Blank the selected cells."""
        self._clear("清空")

    def paste(self) -> None:
        """Put down a block from here on."""
        grid = self._grid
        rows = clipboard.block(clipboard_text(self._shell.root))
        if not rows:
            self._shell.tell("剪贴板里没有文字，先到表格里复制")
            return
        found = pasted(grid.source, grid.box, rows)
        if not found.typed:
            self._shell.tell("这里没有能填的格，换一格再粘贴")
            return
        before = _wrong(grid.source)
        grid.put(found.typed, f"粘贴 {found.rows} 行")
        wrong = _wrong(grid.source) - before
        said = f"已粘贴 {found.rows} 行"
        said += f"，其中 {wrong} 格认不出来" if wrong > 0 else ""
        said += f"，合计等 {found.left_out} 行自动算出，没有贴" if found.left_out else ""
        self._tell(said)

    def fill(self) -> None:
        """Ctrl+D: the row above into this one, or the first selected row into the others."""
        typed = from_above(self._grid.source, self._grid.box)
        if typed:
            self._grid.put(typed, "照上一格填")

    def insert(self) -> None:
        """A row before this one."""
        row, column = self._grid.cell
        self._change(lambda: self._grid.source.insert(row))
        self._grid.select((row, column))

    def add(self) -> None:
        """Go to the row that is typed into to add."""
        source = self._grid.source
        first = next((n for n, column in enumerate(source.columns) if column.entry), 0)
        self._grid.select((len(source.rows), first))
        self._grid.focus()

    def delete(self) -> None:
        """The selected rows."""
        box = self._grid.box
        before = self._shell.workspace.turns()
        self._change(lambda: self._grid.source.delete(range(box.top, box.bottom)))
        self._grid.select((box.top, self._grid.cell[1]))
        title, _ = self._shell.workspace.turns()
        if (title, _) != before:
            self._tell(f"已{title}")

    def move(self, by: int) -> None:
        """One row up or down, the cursor with it."""
        row, column = self._grid.cell
        if 0 <= row + by < len(self._grid.source.rows):
            self._change(lambda: self._grid.source.move(row, row + by))
            self._grid.select((row + by, column))

    def fold(self) -> None:
        """Hide or show what is below the band the cursor is on."""
        self._grid.source.fold(self._grid.cell[0])
        self._grid.refresh()

    def pick(self, typed: str = "") -> bool:
        """F4: offer what fits this cell; whether there is anything to offer."""
        grid = self._grid
        cell = grid.cell
        if not grid.source.offers(cell, ""):
            return False
        self.picker = Picker(
            self._shell.theme,
            self._shell.root,
            grid.spot(),
            lambda text: grid.source.offers(cell, text),
            lambda text: self._take(cell, text),
            typed,
            grid.source.exact(grid.source.takes(cell)),
        )
        return True

    def choose_code(self) -> None:
        """F4 from a button: offer the codes for the row the cursor is in."""
        source, (row, _) = self._grid.source, self._grid.cell
        first = next((n for n, each in enumerate(source.columns) if each.entry and each.pick), 0)
        self._grid.select((row, first))
        self._grid.focus()
        self.pick()

    def _take(self, cell: Cell, text: str) -> None:
        self._grid.focus()
        self._grid.put({self._grid.source.takes(cell): text})

    def _clear(self, title: str) -> None:
        typed = fill(self._grid.source, self._grid.box, "")
        if typed:
            self._grid.put(typed, f"{title} {len(typed)} 格" if len(typed) > 1 else "")

    def _change(self, work: Callable[[], object]) -> None:
        work()
        self._grid.refresh()

    def _tell(self, said: str) -> None:
        self._shell.tell(said, TAKE_BACK, self._shell.workspace.undo)


def _wrong(source: GridSource) -> int:
    return sum(len(row.wrong) for row in source.rows)
