"""Leads to where a finding is put right, and points at the words it means."""

from __future__ import annotations

import tkinter as tk

import ttkbootstrap as ttk

from jsxh_desktop.app.check_model import Row
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.topic import focused

SOON, TRIES = 30, 8  # ms, and how often
ABOVE = 0.35  # of the height that is seen, above the words


def lead(shell: Shell, row: Row) -> None:
    """Put the caret where a finding is put right; words that are meant are selected."""
    if not row.page:
        return
    shell.go(row.page, row.place)
    if row.words:
        shell.root.after(SOON, lambda: _point_soon(shell.root, row.words, TRIES))


def _point_soon(root: tk.Misc, words: str, tries: int) -> None:
    """A field of a page that was just built has the caret only once it is on the screen."""
    if not point_at(root, words) and tries:
        root.after(SOON, lambda: _point_soon(root, words, tries - 1))


def point_at(root: tk.Misc, words: str) -> bool:
    """Select the first of these words; whether the field with the caret has them."""
    box = focused(root)
    if isinstance(box, tk.Text):
        found = box.search(words, "1.0", "end")
        if found:
            last = f"{found} + {len(words)} chars"
            box.tag_remove("sel", "1.0", "end")
            box.tag_add("sel", found, last)
            box.mark_set("insert", last)
            box.see(found)
            _reveal(box, found)
            return True
    elif isinstance(box, ttk.Entry | tk.Entry):
        at = box.get().find(words)
        if at >= 0:
            box.selection_range(at, at + len(words))
            box.icursor(at + len(words))
            return True
    return False


def _reveal(box: tk.Text, index: str) -> None:
    """A text that grows with its lines is scrolled with the page it stands on."""
    scrolled: tk.Misc | None = box
    while scrolled is not None and not isinstance(scrolled, ttk.ScrolledFrame):
        scrolled = scrolled.master
    if scrolled is None:
        return
    scrolled.update_idletasks()
    line = box.bbox(index)
    height, view = scrolled.winfo_height(), scrolled.container.winfo_height()
    if line and height > view:
        top = box.winfo_rooty() + line[1] - scrolled.winfo_rooty()
        first, last = scrolled.yview() or (0.0, 1.0)
        if not first * height <= top <= last * height - line[3]:
            scrolled.yview_moveto(max(0.0, (top - ABOVE * view) / height))
