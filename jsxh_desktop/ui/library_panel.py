"""The indicator library beside a sheet: Space ticks, Enter adds what is ticked, Esc closes."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import ttkbootstrap as ttk
from ttkbootstrap import Icon

from jsxh_desktop.app.indicator_library import Suggestion, kinds, likely_kind
from jsxh_desktop.app.library_offers import Line, Shelf, shelves
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.listing import listing
from jsxh_desktop.ui.scrolling import bar_beside
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.wrapped_label import WrappedLabel

WIDTH, NAME, MEASURE, CLASS, SIGN = 420, 196, 100, 92, 14
THERE = "已有"
"""The tag, and the word, of what is on the sheet already."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the sheet does for the panel."""

    add: Callable[[Sequence[Suggestion]], object]
    close: Callable[[], object]


class LibraryPanel:
    """A list that stays open while indicators are taken from it."""

    def __init__(self, parent: tk.Misc, shell: Shell, wishes: Wishes) -> None:
        self._shell, self._theme, self._wishes = shell, shell.theme, wishes
        self._project = 0
        self._shelves: tuple[Shelf, ...] = ()
        self._lines: dict[str, Line] = {}
        self._ticked: list[Suggestion] = []
        self.widget = pieces.card(shell.theme, parent, "surface", "box")
        self._build()

    def show(self, project: int, name: str) -> None:
        """Offer what suits a project by its name."""
        if project != self._project:
            self._project, self._ticked = project, []
            self._kind.set(likely_kind(name) or kinds()[-1])
            self.wanted.set("")
        self.refresh()

    def refresh(self) -> None:
        """Bring the list in line with the sheet and with what is wanted."""
        filing = self._shell.workspace.filing
        found = shelves(filing, self._project, self._kind.get(), self.wanted.get())
        if found != self._shelves:
            self._shelves = found
            self._fill()
        self._say_count()

    def focus(self) -> None:
        self._filter.focus_set()

    def _build(self) -> None:
        theme, px = self._theme, self._theme.px
        head = pieces.frame(theme, self.widget)
        head.pack(fill="x", padx=px(16), pady=(px(12), px(8)))
        pieces.label(theme, head, "指标库", font="section").pack(side="left")
        close = pieces.link(theme, head, "收起 Esc", self._wishes.close)
        close.pack(side="right")
        self.wanted = tk.StringVar(self.widget)
        self._kind = tk.StringVar(self.widget)
        row = pieces.frame(theme, self.widget)
        row.pack(fill="x", padx=px(16), pady=(0, px(8)))
        self._filter = ttk.Entry(row, textvariable=self.wanted, width=1)
        self._filter.pack(side="left", fill="x", expand=True)
        choice = ttk.Combobox(
            row, textvariable=self._kind, values=kinds(), state="readonly", width=16, height=18
        )
        choice.configure(font=theme.font("body"))
        choice.pack(side="left", padx=(px(8), 0))
        choice.bind("<<ComboboxSelected>>", lambda _event: self.refresh())
        pieces.label(
            theme,
            self.widget,
            "左边写几个字就只列出有这些字的；右边换项目类型",
            "text3",
            "small",
            anchor="w",
        ).pack(fill="x", padx=px(16), pady=(0, px(6)))
        self._whole = WrappedLabel(theme, self.widget, "", "text2", "small")
        self._whole.widget.configure(height=2)
        foot = pieces.frame(theme, self.widget)
        foot.pack(side="bottom", fill="x", padx=px(16), pady=px(10))
        self._count = pieces.label(theme, foot, "", "text2", "small")
        self._count.pack(side="left")
        pieces.button(foot, "加进自评表", self._add, "plus-lg").pack(side="right")
        self._whole.widget.pack(side="bottom", fill="x", padx=px(16), pady=(px(6), 0))
        self._build_list()
        pieces.on_each_change(self._filter, self.wanted, self.refresh)
        self._filter.bind("<Down>", lambda _event: self._into_list())
        self._filter.bind("<Return>", lambda _event: self._into_list())
        for widget in (self._filter, choice, self.tree, close):
            widget.bind("<Escape>", lambda _event: self._close())

    def _build_list(self) -> None:
        theme, px = self._theme, self._theme.px
        area = pieces.frame(theme, self.widget)
        area.pack(fill="both", expand=True, padx=(px(8), 0))
        self.tree = listing(theme, area, columns=("measure", "category"), show="tree")
        self.tree.column("#0", width=theme.row(NAME), stretch=True)
        self.tree.column("measure", width=theme.row(MEASURE), anchor="e", stretch=False)
        self.tree.column("category", width=theme.row(CLASS), anchor="w", stretch=False)
        bar_beside(self.tree)
        self.tree.pack(side="left", fill="both", expand=True)
        self.tree.tag_configure(THERE, foreground=theme.palette.text3)
        self.tree.tag_configure("shelf", font=theme.font("small_strong"))
        self._signs = {
            True: Icon("check-square-fill", SIGN, theme.palette.primary),
            False: Icon("square", SIGN, theme.palette.text3),
        }
        self.tree.bind("<Key-space>", lambda _event: self._tick(self.tree.focus()))
        self.tree.bind("<Return>", lambda _event: self._add())
        self.tree.bind("<Double-1>", lambda _event: "break")
        self.tree.bind("<Button-1>", self._clicked)
        self.tree.bind("<<TreeviewSelect>>", lambda _event: self._tell_whole())

    def _fill(self) -> None:
        self.tree.delete(*self.tree.get_children())
        self._lines.clear()
        for shelf in self._shelves:
            self.tree.insert("", "end", text=shelf.name, tags=("shelf",))
            for line in shelf.lines:
                self._insert(line)

    def _insert(self, line: Line) -> None:
        each = line.suggestion
        options: dict[str, Any] = (
            {"tags": (THERE,)} if line.is_there else {"image": self._sign(each)}
        )
        measure = THERE if line.is_there else line.measure
        short = str(each.category).removesuffix("指标")
        item = self.tree.insert(
            "", "end", text=f" {each.name}", values=(measure, f"  {short}"), **options
        )
        self._lines[item] = line

    def _sign(self, suggestion: Suggestion) -> Any:
        return self._signs[suggestion in self._ticked]

    def _clicked(self, event: tk.Event[tk.Misc]) -> None:
        self._tick(self.tree.identify_row(event.y))

    def _tick(self, item: str) -> str:
        line = self._lines.get(item)
        if line and not line.is_there:
            if line.suggestion in self._ticked:
                self._ticked.remove(line.suggestion)
            else:
                self._ticked.append(line.suggestion)
            self.tree.item(item, image=self._sign(line.suggestion))
            self._say_count()
        return "break"

    def _say_count(self) -> None:
        count = len(self._ticked)
        said = f"勾了 {count} 条　Enter 加进去" if count else "空格勾选，Enter 加进自评表"
        self._count.configure(text=said)

    def _tell_whole(self) -> None:
        """The chosen line in full; a name may be longer than its column."""
        line = self._lines.get(self.tree.focus())
        each = line.suggestion if line else None
        self._whole.say(
            f"{each.category}：{each.name}　{line.whole_measure}" if line and each else ""
        )

    def _add(self) -> str:
        """Add what is ticked, in the order it was ticked; else the line the focus is on."""
        line = self._lines.get(self.tree.focus())
        here = [line.suggestion] if line and not line.is_there else []
        chosen, self._ticked = self._ticked or here, []
        if chosen:
            self._wishes.add(chosen)
        self.refresh()
        return "break"

    def _into_list(self) -> str:
        first = next(iter(self._lines), "")
        if first:
            self.tree.focus_set()
            self.tree.focus(first)
            self.tree.selection_set(first)
        return "break"

    def _close(self) -> str:
        self._wishes.close()
        return "break"
