"""A read-only list with columns: lines in groups that fold, one thing to do with a line."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.listing import listing
from jsxh_desktop.ui.scrolling import bar_beside
from jsxh_desktop.ui.theme import Theme

LINE = "line"
BESIDE = 10  # px of a column that are not for letters


class Column(NamedTuple):
    """A head, the width at 100 %, whether it takes the room that is left, and its anchor."""

    name: str
    width: float
    grows: bool = False
    anchor: Any = "w"


class ListTable:
    """`act` gets the number of the line pressed in the last column, or by Enter.

    `chosen` gets the number of the line the keyboard or a click is on.
    """

    def __init__(
        self,
        theme: Theme,
        parent: tk.Misc,
        columns: Sequence[Column],
        act: Callable[[int], object],
        tree_column: Column | None = None,
        chosen: Callable[[int], object] = lambda _number: None,
    ) -> None:
        self.widget = pieces.card(theme, parent)
        self._act, self._chosen = act, chosen
        names = [f"#{place}" for place in range(1, len(columns) + 1)]
        self._last = names[-1]
        self._tree = listing(
            theme, self.widget, columns=names, show="tree headings" if tree_column else "headings"
        )
        for name, column in zip(
            (["#0"] if tree_column else []) + names,
            ([tree_column] if tree_column else []) + list(columns),
            strict=True,
        ):
            self._tree.heading(name, text=column.name, anchor=column.anchor)
            self._tree.column(
                name,
                width=theme.px(column.width),
                minwidth=theme.px(min(column.width, 60)),
                stretch=column.grows,
                anchor=column.anchor,
            )
        bar_beside(self._tree)
        self._tree.pack(side="left", fill="both", expand=True)
        self._tree.tag_configure("group", font=theme.font("strong"))
        self._tree.tag_configure("dim", foreground=theme.palette.text3)
        self._tree.bind("<Return>", self._entered)
        self._tree.bind("<<TreeviewSelect>>", self._selected)
        self._tree.bind("<ButtonRelease-1>", self._clicked)
        self._tree.bind("<Motion>", self._over)

    def clear(self) -> None:
        self._tree.delete(*self._tree.get_children())

    def group(self, name: str, *, is_open: bool) -> str:
        """A head the next lines stand under; what `line` is told."""
        return self._tree.insert("", "end", text=name, open=is_open, tags=("group",))

    def line(
        self,
        number: int,
        values: Sequence[str],
        group: str = "",
        head: str = "",
        *,
        dim: bool = False,
    ) -> None:
        """A line known by its number; `head` stands in the column of the groups."""
        tags = ("dim",) if dim else ()
        self._tree.insert(
            group, "end", iid=f"{LINE}{number}", text=head, values=list(values), tags=tags
        )

    def on_resize(self, then: Callable[[], object]) -> None:
        """Have something done when the columns are wider or narrower."""

        def laid_out() -> None:
            if self._tree.winfo_exists():
                then()

        # The event itself comes before the columns have their new widths.
        self._tree.bind("<Configure>", lambda _event: self._tree.after_idle(laid_out), add="+")

    def room(self, column: int) -> int:
        """The pixels there are for a text of a column; columns count from 0."""
        return int(self._tree.column(f"#{column + 1}", "width")) - BESIDE

    def set(self, number: int, column: int, text: str) -> None:
        """Change one text of a line; columns count from 0."""
        if self._tree.exists(f"{LINE}{number}"):
            self._tree.set(f"{LINE}{number}", f"#{column + 1}", text)

    def focus(self) -> None:
        """The line chosen last, else the first."""
        self._tree.focus_set()
        if not self._tree.selection():
            for first in self._tree.get_children()[:1]:
                below = self._tree.get_children(first)
                self._choose(below[0] if below else first)

    def choose(self, number: int) -> None:
        """Have Enter press this line."""
        self._choose(f"{LINE}{number}")
        self._tree.see(f"{LINE}{number}")

    def _choose(self, item: str) -> None:
        self._tree.focus(item)
        self._tree.selection_set(item)

    def _entered(self, _event: object) -> str:
        self._press(self._tree.focus())
        return "break"

    def _selected(self, _event: object) -> None:
        for item in self._tree.selection():
            if item.startswith(LINE):
                self._chosen(int(item.removeprefix(LINE)))

    def _clicked(self, event: tk.Event[tk.Misc]) -> None:
        if self._tree.identify_column(event.x) == self._last:
            self._press(self._tree.identify_row(event.y))

    def _press(self, item: str) -> None:
        if item.startswith(LINE) and self._tree.set(item, self._last):
            self._act(int(item.removeprefix(LINE)))
        elif item:
            self._tree.item(item, open=not self._tree.item(item, "open"))

    def _over(self, event: tk.Event[tk.Misc]) -> None:
        item = self._tree.identify_row(event.y)
        acts = item and self._tree.identify_column(event.x) == self._last
        pressed = bool(acts and self._tree.set(item, self._last))
        self._tree.configure(cursor="hand2" if pressed else "")
