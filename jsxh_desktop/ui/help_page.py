"""The manual: its contents and a search at the left, an article at the right."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable

import ttkbootstrap as ttk

from jsxh_desktop.app import help as manual
from jsxh_desktop.app.help_topic import FIRST, Topic, topic
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.help_article import HelpArticle
from jsxh_desktop.ui.host import Host
from jsxh_desktop.ui.listing import listing
from jsxh_desktop.ui.page_head import PageHead
from jsxh_desktop.ui.scrolling import bar_beside

CONTENTS = 240
NOTHING = "没有找到，换个词试试"


class HelpPage:
    """Opens where one was; Esc and Alt+← go back there."""

    def __init__(self, parent: tk.Misc, host: Host) -> None:
        self._host, self._theme = host, host.theme
        theme, px = self._theme, self._theme.px
        self.widget: tk.Widget = pieces.frame(theme, parent)
        back = ("返回 Esc", "arrow-left", host.back)
        PageHead(theme, self.widget, "帮助", "", (back,))
        left = pieces.frame(theme, self.widget, width=px(CONTENTS))
        left.pack(side="left", fill="y", padx=(px(20), 0), pady=(0, px(16)))
        left.pack_propagate(False)
        pieces.rule(theme, self.widget, upright=True).pack(side="left", fill="y", pady=px(4))
        self.words = tk.StringVar(left)
        line = pieces.frame(theme, left)
        line.pack(fill="x", pady=(px(2), px(8)), padx=(0, px(12)))
        pieces.icon(theme, line, "search", 14, "text2").pack(side="left", padx=(0, px(8)))
        self.search = ttk.Entry(line, textvariable=self.words, width=1)
        self.search.pack(side="left", fill="x", expand=True)
        pieces.on_each_change(self.search, self.words, self._list)
        self._tree = self._build_contents(left)
        self._article = HelpArticle(theme, self.widget)
        self._article.widget.pack(side="left", fill="both", expand=True)
        self.topic = topic(FIRST)
        self.shown = ""
        self._bind()
        self._list()
        self.open(FIRST)

    def open(self, asked: str) -> None:
        """Show what there is about a page or a field, the article chosen in the contents."""
        if self.words.get():
            self.words.set("")
        self._show(topic(asked))

    def left(self) -> str:
        return self.shown

    def resume(self, left: str) -> None:
        self.open(left)

    def refresh(self) -> None: ...

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - no field of a filing is here
        return False

    def focus_first(self) -> None:
        self.search.focus_set()

    def flush(self) -> None: ...

    def _bind(self) -> None:
        for widget in (self.search, self._tree):
            widget.bind("<Escape>", _then(self._escape))
            widget.bind("<Alt-Left>", _then(self._host.back))
            widget.bind("<Next>", _then(lambda: self._article.scroll(1)))
            widget.bind("<Prior>", _then(lambda: self._article.scroll(-1)))
        self.search.bind("<Down>", _then(self._into_list))
        self.search.bind("<Return>", _then(self._into_list))
        self._tree.bind("<<TreeviewSelect>>", lambda _event: self._chosen())

    def _build_contents(self, parent: tk.Misc) -> ttk.Treeview:
        theme, px = self._theme, self._theme.px
        tree = listing(theme, parent, columns=("title",), show="")
        tree.column("title", width=px(CONTENTS - 40))
        tree.tag_configure("group", foreground=theme.palette.text3, font=theme.font("small"))
        bar_beside(tree)
        tree.pack(fill="both", expand=True)
        return tree

    def _escape(self) -> None:
        """First out of the search, then out of the manual."""
        if self.words.get():
            self.words.set("")
        else:
            self._host.back()

    def _list(self) -> None:
        """The contents by group, or what was found, best first."""
        words = self.words.get().strip()
        self._tree.delete(*self._tree.get_children())
        if words:
            for article in manual.search(words):
                self._insert(article.title, article.key)
            if not self._tree.get_children():
                self._insert(NOTHING)
            return
        group = ""
        for article in manual.articles():
            if article.group != group:
                group = article.group
                self._insert(group)
            self._insert(f"　{article.title}", article.key)
        self._mark()

    def _insert(self, words: str, key: str = "") -> None:
        """A line of the contents; one without a key only names what follows."""
        tags = () if key else ("group",)
        self._tree.insert("", "end", iid=key or None, values=(words,), tags=tags)

    def _into_list(self) -> None:
        keys = {article.key for article in manual.articles()}
        lines = [line for line in self._tree.get_children() if line in keys]
        chosen = self.shown if self.shown in lines and not self.words.get() else ""
        for line in [chosen or first for first in lines[:1]]:
            self._tree.focus_set()
            self._tree.focus(line)
            self._tree.selection_set(line)

    def _chosen(self) -> None:
        for key in self._tree.selection():
            known = {article.key for article in manual.articles()}
            if key in known and key != self.shown:
                self._show(topic(key))

    def _show(self, found: Topic) -> None:
        self.topic, self.shown = found, found.article.key
        self._article.show(found)
        self._mark()

    def _mark(self) -> None:
        if self._tree.exists(self.shown):
            self._tree.selection_set(self.shown)
            self._tree.focus(self.shown)
            if self._tree.winfo_height() > 1:
                self._tree.see(self.shown)


def _then(do: Callable[[], object]) -> Callable[[object], str]:
    def call(_event: object) -> str:
        do()
        return "break"

    return call


def build(parent: tk.Misc, host: Host) -> HelpPage:
    return HelpPage(parent, host)
