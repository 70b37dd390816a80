"""Asks where to save: a name and a folder; what is there already is never overwritten unasked."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from functools import partial
from pathlib import Path

import ttkbootstrap as ttk

from jsxh_desktop.app.folders import folders_in, free_name, usual_places
from jsxh_desktop.app.safe_write import file_name
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.listing import listing
from jsxh_desktop.ui.shell import Shell
from jsxh_desktop.ui.topic import focused

WIDTH = 600
ROWS = 6


class SavePanel:
    """A frame over a page; Esc closes it and gives the focus back.

    `suffixes` are the endings a name may have, the first is added where there is none; without any
    it is a folder that is named. `save` gets the path once the panel is gone.
    """

    def __init__(
        self,
        page: tk.Misc,
        shell: Shell,
        title: str,
        path: Path,
        suffixes: tuple[str, ...],
        save: Callable[[Path], object],
    ) -> None:
        self._shell = shell
        self._suffixes = suffixes
        self._save = save
        self._before = focused(shell.root)
        theme, px = shell.theme, shell.theme.px
        self.widget = pieces.card(theme, page, "surface", "box")
        self.widget.columnconfigure(1, weight=1)
        head = pieces.label(theme, self.widget, title, font="section")
        head.grid(row=0, column=0, columnspan=3, sticky="w", padx=px(20), pady=(px(16), px(8)))
        self.name = self._entry(1, "文件名" if suffixes else "文件夹名", path.name)
        self.folder = self._entry(2, "放在", str(path.parent))
        up = pieces.button(self.widget, "上一级", self._up, "arrow-up")
        up.grid(row=2, column=2, sticky="e", padx=(0, px(20)), pady=px(4))
        self._places(3, path.parent)
        self.list = self._folders(4)
        self.note = pieces.label(theme, self.widget, "", "warn", "small")
        self.note.grid(row=5, column=0, columnspan=3, sticky="w", padx=px(20))
        self._buttons = pieces.frame(theme, self.widget)
        self._buttons.grid(row=6, column=0, columnspan=3, sticky="e", padx=px(12), pady=px(16))
        self._offer(("取消", self.close, "outline"), ("保存", self.accept, "primary"))
        self._show_folder(path.parent)
        self.widget.place(relx=0.5, rely=0.48, anchor="center", width=px(WIDTH))
        self.name.focus_set()
        self.name.selection_range(0, len(path.stem if suffixes else path.name))

    @property
    def target(self) -> Path:
        """What is named now."""
        typed = file_name(self.name.get().strip())
        if self._suffixes and not typed.lower().endswith(self._suffixes):
            typed += self._suffixes[0]
        return Path(self.folder.get().strip()).expanduser() / typed

    def accept(self) -> None:
        """Save, unless something is there already: then it is asked first."""
        if self.target.exists():
            self.note.configure(text=f"这里已经有“{self.target.name}”")
            self._offer(("覆盖", self._go, "outline"), ("换个名字", self._rename, "outline"))
            self._buttons.winfo_children()[-1].focus_set()
        else:
            self._go()

    def close(self) -> None:
        """Take the panel away."""
        self.widget.destroy()
        if self._before and self._before.winfo_exists():
            self._before.focus_set()

    def _go(self) -> None:
        target = self.target
        self.close()
        self._save(target)

    def _rename(self) -> None:
        name = free_name(self.target).name
        self.name.delete(0, "end")
        self.name.insert(0, name)
        self._ask_anew()
        self.name.focus_set()
        self.name.selection_range(0, len(Path(name).stem))

    def _ask_anew(self) -> None:
        if self.note["text"]:
            self.note.configure(text="")
            self._offer(("取消", self.close, "outline"), ("保存", self.accept, "primary"))

    def _offer(self, *buttons: tuple[str, Callable[[], object], str]) -> None:
        for child in self._buttons.winfo_children():
            child.destroy()
        for words, do, style in buttons:
            button = pieces.button(self._buttons, words, do, style=style)
            button.bind("<Escape>", self._escape)
            button.pack(side="left", padx=self._shell.theme.px(8))

    def _entry(self, row: int, words: str, text: str) -> ttk.Entry:
        theme, px = self._shell.theme, self._shell.theme.px
        said = pieces.label(theme, self.widget, words, "text2")
        said.grid(row=row, column=0, sticky="e", padx=(px(20), px(12)))
        entry = ttk.Entry(self.widget, width=1)
        entry.insert(0, text)
        entry.grid(row=row, column=1, sticky="ew", padx=(0, px(8)), pady=px(4))
        if row == 1:
            entry.grid(columnspan=2, padx=(0, px(20)))
        entry.bind("<Return>", lambda _event: self.accept())
        entry.bind("<Escape>", self._escape)
        entry.bind("<KeyRelease>", lambda _event: self._ask_anew())
        entry.bind("<FocusOut>", lambda _event: self._list_again())
        return entry

    def _places(self, row: int, data: Path) -> None:
        theme, px = self._shell.theme, self._shell.theme.px
        line = pieces.frame(theme, self.widget)
        line.grid(row=row, column=1, columnspan=2, sticky="w", pady=px(4))
        for name, folder in usual_places(data):
            link = pieces.link(theme, line, name, partial(self._show_folder, folder))
            link.bind("<Escape>", self._escape)
            link.pack(side="left", padx=(0, px(12)))

    def _folders(self, row: int) -> ttk.Treeview:
        px = self._shell.theme.px
        edge = pieces.card(self._shell.theme, self.widget)
        edge.grid(row=row, column=1, columnspan=2, sticky="ew", padx=(0, px(20)), pady=px(4))
        tree = listing(self._shell.theme, edge, show="tree", height=ROWS)
        tree.pack(fill="both", expand=True)
        for event in ("<Double-1>", "<Return>", "<Right>"):
            tree.bind(event, self._into)
        for event in ("<BackSpace>", "<Left>"):
            tree.bind(event, lambda _event: self._up())
        tree.bind("<Escape>", self._escape)
        return tree

    def _into(self, _event: object) -> str:
        for name in self.list.selection()[:1]:
            self._show_folder(Path(self.folder.get()) / self.list.item(name, "text"))
        return "break"

    def _up(self) -> None:
        self._show_folder(Path(self.folder.get()).parent)

    def _show_folder(self, folder: Path) -> None:
        self.folder.delete(0, "end")
        self.folder.insert(0, str(folder))
        self.folder.xview_moveto(1)
        self._list_again()
        self._ask_anew()

    def _list_again(self) -> None:
        self.list.delete(*self.list.get_children())
        for folder in folders_in(Path(self.folder.get().strip()).expanduser()):
            self.list.insert("", "end", text=folder.name)
        for first in self.list.get_children()[:1]:
            self.list.focus(first)
            self.list.selection_set(first)

    def _escape(self, _event: object) -> str:
        self.close()
        return "break"
