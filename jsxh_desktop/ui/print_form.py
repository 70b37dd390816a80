"""How to print: printer, copies, pages, one side or both."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from typing import Any

import ttkbootstrap as ttk

from jsxh_desktop.app.print_job import Duplex, Job, Printer, page_range
from jsxh_desktop.app.printers import INSTEAD, printers
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.jobs import in_background_or_told
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.theme import style_field
from jsxh_desktop.ui.wrapped_label import WrappedLabel

SIDES = {"单面": Duplex.NONE, "双面，长边翻": Duplex.LONG, "双面，短边翻": Duplex.SHORT}
THIS_PAGE = "当前页"
MOST_COPIES = 99
NO_PRINTER = f"没有找到打印机；{INSTEAD}"


class PrintForm:
    """Reads what is typed only when it is to be printed; a slip is said below the fields."""

    def __init__(self, parent: tk.Misc, shell: Shell, changed: Callable[[], object]) -> None:
        self._shell = shell
        self._printers: tuple[Printer, ...] = ()
        self._pages = 0
        self.said = ""
        theme = shell.theme
        self.widget = pieces.frame(theme, parent)
        self.widget.columnconfigure(1, weight=1)
        pieces.label(theme, self.widget, "打印", font="section").grid(
            row=0, column=0, columnspan=2, sticky="w", pady=(0, theme.px(6))
        )
        self.printer = self._row(1, "打印机", ttk.Combobox, state="readonly")
        style_field(theme, "TSpinbox")
        self.number = self._row(2, "份数", ttk.Spinbox, from_=1, to=MOST_COPIES, command=changed)
        self.range = self._row(3, "范围", ttk.Combobox)
        self.sides = self._row(4, "单双面", ttk.Combobox, state="readonly", values=list(SIDES))
        pieces.label(theme, self.widget, "纸张", "text2").grid(row=5, column=0, sticky="w")
        pieces.label(theme, self.widget, "A4，按表自动横竖").grid(
            row=5, column=1, sticky="w", pady=theme.px(6), padx=theme.px(8)
        )
        self.note = WrappedLabel(theme, self.widget, "", "danger", "small")
        self.number.set(1)
        self.number.bind("<KeyRelease>", lambda _event: changed())
        self.sides.current(0)
        in_background_or_told(shell, self.widget, printers, self._offer, self.complain)

    @property
    def copies(self) -> int:
        """The copies asked for, one where nothing that can be read is typed."""
        typed = self.number.get().strip()
        return max(1, min(MOST_COPIES, int(typed))) if typed.isdecimal() else 1

    def show_pages(self, pages: int) -> None:
        """Of how many pages a range is typed."""
        everything = self.range.get() in {"", self._all}
        self._pages = pages
        self.range.configure(values=[self._all, THIS_PAGE])
        if everything:
            self.range.set(self._all)

    def check(self) -> bool:
        """Whether it can be printed so; else it is said why."""
        return self.job("", 1) is not None

    def job(self, title: str, page: int) -> Job | None:
        """What is asked of the printer, `page` being the one at hand; None where a slip is said."""
        if not self._printers:
            self.complain(NO_PRINTER)
            return None
        try:
            pages = self._wanted(page)
        except ValueError as slip:
            self.complain(str(slip))
            self.range.focus_set()
            return None
        self.complain("")
        printer = self._printers[self.printer.current()].name
        return Job(printer, self.copies, pages, SIDES[self.sides.get()], title)

    def complain(self, problem: str) -> None:
        """Say what keeps it from being printed, until it is tried again."""
        self.said = problem
        self.note.say(problem)
        if problem:
            self.note.widget.grid(row=6, column=0, columnspan=2, sticky="ew")
        else:
            self.note.widget.grid_remove()

    @property
    def _all(self) -> str:
        return f"全部 {self._pages} 页"

    def _wanted(self, page: int) -> tuple[int, ...]:
        typed = self.range.get().strip()
        if typed == self._all:
            return ()
        return (page,) if typed == THIS_PAGE else page_range(typed, self._pages)

    def _offer(self, found: tuple[Printer, ...]) -> None:
        self._printers = found
        names = [f"{each.name}（{each.note}）" if each.note else each.name for each in found]
        self.printer.configure(values=names)
        kept = self._shell.settings.printer
        if found:
            self.printer.current(next((n for n, p in enumerate(found) if p.name == kept), 0))
        else:
            self.printer.set("没有打印机")

    def _row(self, row: int, words: str, kind: Callable[..., Any], **options: Any) -> Any:
        theme, px = self._shell.theme, self._shell.theme.px
        pieces.label(theme, self.widget, words, "text2").grid(row=row, column=0, sticky="w")
        made = kind(self.widget, width=1, font=theme.font("body"), **options)
        made.grid(row=row, column=1, sticky="ew", padx=(px(8), 0), pady=px(3))
        return made
