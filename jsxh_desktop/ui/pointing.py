"""Points at words in the text that has the caret: they are selected and seen."""

from __future__ import annotations

import tkinter as tk

import ttkbootstrap as ttk

from jsxh_desktop.ui.topic import focused

ABOVE = 0.35  # of the height that is seen, above the words


def point_at(root: tk.Misc, words: str) -> None:
    """Select the first of these words; a field that has none of them is left as it is."""
    box = focused(root)
    if not words or box is None:
        return
    if isinstance(box, tk.Text):
        found = box.search(words, "1.0", "end")
        if found:
            last = f"{found} + {len(words)} chars"
            box.tag_remove("sel", "1.0", "end")
            box.tag_add("sel", found, last)
            box.mark_set("insert", last)
            box.see(found)
            _reveal(box, found)
    elif isinstance(box, ttk.Entry | tk.Entry):
        at = box.get().find(words)
        if at >= 0:
            box.selection_range(at, at + len(words))
            box.icursor(at + len(words))


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
