"""The window without a workbook: the first page and the ways that lead to one."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from jsxh_desktop import __version__
from jsxh_desktop.app.settings import Settings
from jsxh_desktop.ui import input_method, keys, pieces
from jsxh_desktop.ui.theme import Theme
from jsxh_desktop.ui.trail import Trail, left_of, resume

WELCOME = "welcome"
BUILT_BY = {
    WELCOME: ("welcome_view", "build"),
    "new_unit": ("new_unit_view", "build"),
    "new_year": ("new_year_view", "build_in_lobby"),
    "import": ("import_view", "build"),
    "backups": ("backups_view", "build"),
    "rescue": ("rescue_view", "build"),
    "inspection": ("inspection_view", "build_in_lobby"),
    "settings": ("settings_page", "build_in_lobby"),
    "help": ("help_page", "build"),
    "about": ("about_view", "build"),
}
"""Page → the module of this room and the function in it that makes the view."""

TOPICS = {WELCOME: "welcome", "new_unit": "welcome", "new_year": "year", "import": "import"}
TOPICS |= {"backups": "recovery", "rescue": "backup", "inspection": "inspection"}
TOPICS |= {"settings": "settings"}
WIDEST = 1130
DIGITS = "12345"
KEYS = ("keys", "larger", "smaller", "as_set")
"""The commands that mean something without a workbook."""


class Lobby:
    """One page at a time, a sentence above it where there is one to say, a foot below.

    `do` are the wishes it cannot fulfil itself, `notes` is the file with what is known of the
    workbooks opened before.
    """

    def __init__(
        self,
        root: tk.Tk,
        theme: Theme,
        settings: Settings,
        notes: Path,
        do: Mapping[str, Callable[..., object]],
    ) -> None:
        self.root, self.theme, self.settings, self.notes = root, theme, settings, notes
        self.page = ""
        self.view: Any = None
        self._do = do
        self.trail = Trail()
        self._frame = pieces.frame(theme, root, "shell")
        self._frame.pack(fill="both", expand=True)
        self._build_foot()
        self._strip = pieces.frame(theme, self._frame, "warn_bg")
        self._words = pieces.label(theme, self._strip, "", "text")
        self._words.pack(side="left", padx=theme.px(20), pady=theme.px(8))
        self._action = pieces.link(theme, self._strip, "", lambda: None)
        self._area = pieces.frame(theme, self._frame, "shell")
        self._area.pack(fill="both", expand=True)
        root.title("决算公开与绩效自评")
        here = {"help": self._help_here, "escape": self.back}
        keys.bind(root, {**{name: do[name] for name in KEYS}, **here})
        for digit in DIGITS:
            for key in (f"<Key-{digit}>", f"<KP_{digit}>"):
                keys.bind_anew(root, key, partial(self._digit, int(digit)))

    def go(self, page: str) -> Any:
        """Show a page; the view that shows it."""
        if self.page and page != self.page:
            self.trail.leave(self.page, left_of(self.view))
        self.hush()
        self._show(page)
        return self.view

    def back(self) -> None:
        """To the page before as it was left, in the end the first."""
        page, left = self.trail.back()
        if page:
            self.hush()
            self._show(page)
            resume(self.view, left)

    def tell(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Say a sentence above the page until another page is shown."""
        self._say(text, "tint", action, do)

    def refuse(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """The same for what could not be done."""
        self._say(f"▲ {text}", "warn_bg", action, do)

    def hush(self) -> None:
        self._strip.pack_forget()

    @property
    def said(self) -> str:
        """The sentence that stands above the page now."""
        return str(self._words["text"]) if self._strip.winfo_manager() else ""

    def help(self, topic: str) -> None:
        self.go("help").open(topic)

    def open(self, path: Path) -> None:
        self._do["open"](path)

    def carry(self, path: Path) -> None:
        """Begin the next year in a workbook."""
        self._do["carry"](path)

    def import_into(self, path: Path) -> None:
        """Open a workbook where tables come in."""
        self._do["import"](path)

    def post(self, work: Callable[[], object]) -> None:
        self._do["post"](work)

    def change_settings(self, **changes: object) -> None:
        self._do["settings"](**changes)

    def close(self) -> None:
        """Take it down; the root stays."""
        for digit in DIGITS:
            self.root.unbind(f"<Key-{digit}>")
            self.root.unbind(f"<KP_{digit}>")
        self._frame.destroy()

    def _say(self, text: str, ground: str, action: str, do: Callable[[], object] | None) -> None:
        colour = self.theme.palette[ground]
        for part in (self._strip, self._words, self._action):
            part.configure(background=colour)
        self._words.configure(text=text, wraplength=self.theme.px(WIDEST), justify="left")
        self._strip.pack(side="top", fill="x", before=self._area)
        self._action.pack_forget()
        if action and do:
            self._action.configure(text=action)
            pieces.on_press(self._action, do)
            self._action.pack(side="left")

    def _show(self, page: str) -> None:
        with input_method.resting(self.root):
            for child in self._area.winfo_children():
                child.destroy()
            self.page = page
            module, function = BUILT_BY[page]
            parent = self._area if page == WELCOME else self._paper()
            self.view = getattr(import_module(f"jsxh_desktop.ui.{module}"), function)(parent, self)
            self.view.widget.pack(fill="both", expand=True)
        self.view.focus_first()

    def _paper(self) -> tk.Frame:
        """A page on its own, in the middle of a wide window."""
        px = self.theme.px
        paper = pieces.frame(self.theme, self._area)
        inner = pieces.frame(self.theme, paper)
        inner.pack(fill="both", expand=True, padx=px(8), pady=px(4))

        def fit(width: int) -> None:
            if paper.winfo_exists():
                paper.place(relx=0.5, anchor="n", relheight=1, width=min(px(WIDEST), width))

        fit(max(1, self._area.winfo_width()))
        self._area.bind("<Configure>", lambda event: fit(event.width))
        return inner

    def _help_here(self) -> None:
        if self.page != "help":
            self.help(TOPICS.get(self.page, WELCOME))

    def _digit(self, number: int, _event: object) -> None:
        if self.page == WELCOME:
            self.view.press(number)

    def _build_foot(self) -> None:
        theme, px = self.theme, self.theme.px
        foot = pieces.frame(theme, self._frame, "shell")
        foot.pack(side="bottom", fill="x", padx=px(20), pady=px(8))
        pieces.label(theme, foot, "完全离线，不联网，不上传。", "text3", "small").pack(side="left")
        for words, do in (
            ("关于", lambda: self.go("about")),
            ("设置", lambda: self.go("settings")),
            ("快捷键 Ctrl+/", lambda: self._do["keys"]()),
            ("帮助 F1", self._help_here),
        ):
            link = pieces.link(theme, foot, words, do)
            link.configure(foreground=theme.palette.text2)
            link.pack(side="right", padx=(px(16), 0))
        pieces.label(theme, foot, __version__, "text3", "small").pack(side="right")
