"""The frame of the window: bar above, navigation left, desk, findings and status line below."""

from __future__ import annotations

import datetime
import tkinter as tk
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ttkbootstrap as ttk

from jsxh_desktop.app.checker import Checker
from jsxh_desktop.app.examination import Examination
from jsxh_desktop.app.pages import FILLED_IN, PAGES, page_of
from jsxh_desktop.app.pulling_out import to_keep_in_mind
from jsxh_desktop.app.settings import Settings
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.app.year_lock import said_of
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import desk, input_method, keys, pieces, zones
from jsxh_desktop.ui.bands import bands
from jsxh_desktop.ui.checking import FIRST, SETTLE, Checking
from jsxh_desktop.ui.navigation import Navigation
from jsxh_desktop.ui.read_only import hold
from jsxh_desktop.ui.shell import ShowsFields, ShowsSteps, View
from jsxh_desktop.ui.status_bar import StatusBar
from jsxh_desktop.ui.theme import Theme
from jsxh_desktop.ui.top_bar import TopBar
from jsxh_desktop.ui.topic import focused
from jsxh_desktop.ui.trail import Trail

IN_THE_TITLE = 30  # characters
ASIDE = {"settings", "help", "about", "backups", "recycled", "inspection", "purge"}
ASIDE |= {"new_year", "import"}
"""Pages one looks into and leaves by Esc."""


class Window:
    """One workbook in the frame; `outer` are the wishes the frame cannot fulfil itself."""

    def __init__(
        self,
        root: ttk.App,
        theme: Theme,
        workspace: Workspace,
        settings: Settings,
        outer: dict[str, Callable[..., object]],
        examination: Examination,
    ) -> None:
        self.root: tk.Tk = root
        self.theme, self.workspace, self.settings = theme, workspace, settings
        self.page = ""
        self._outer = outer
        self._views: dict[str, View] = {}
        self.trail = Trail()
        self._build(examination)
        self._stop = workspace.listeners.add(self._changed)
        self._watch = ""
        if workspace.lock.refusal:
            self._watch = root.bind("<FocusIn>", self._focused, add="+")
        self._changed(FIRST)

    # What a page may ask for.

    def go(self, page: str, place: Place | None = None) -> Any:
        """Put a page on the desk and, where one is given, the caret into a field; its view."""
        if page != self.page:
            if self.page:
                self.trail.leave(self.page, focused(self.root))
            self._show(page)
        view = self._views[page]
        self.root.update_idletasks()  # the keys go at once where a field is on the screen
        if place is None:
            view.focus_first()
        else:
            view.show_place(place)
        return view

    def back(self) -> None:
        """Return to the page before and to the very field the caret was in."""
        page, focus = self.trail.back()
        if page:
            self._show(page)
            (focus.focus_set if focus and focus.winfo_exists() else self.view.focus_first)()

    @property
    def view(self) -> View:
        """The page on the desk."""
        return self._views[self.page]

    def jump(self, place: Place) -> None:
        """Go to the page that holds a value."""
        self.go(page_of(self.workspace.filing, place), place)

    def tell(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        self._status.tell(text, action, do)

    def help(self, topic: str) -> None:
        self._outer["help"](topic)

    def open(self, path: Path) -> None:
        self._outer["open"](path)

    def post(self, work: Callable[[], object]) -> None:
        self._outer["post"](work)

    def change_settings(self, **changes: object) -> None:
        self._outer["settings"](**changes)

    # What the keys and the bars do.

    def undo(self) -> None:
        self._turn(self.workspace.undo, "已撤销“{}”", "重做 Ctrl+Y", self.redo)

    def redo(self) -> None:
        self._turn(self.workspace.redo, "已重做“{}”", "撤销 Ctrl+Z", self.undo)

    def check(self) -> None:
        """Look at everything now, mark what is blank, open the list."""
        self.flush()
        self.checks.check()

    @property
    def checker(self) -> Checker:
        """What is known of the filing."""
        return self.checks.checker

    def flush(self) -> None:
        """Leave the field in focus, so that what stands in it counts."""
        if self.page:
            self._views[self.page].flush()

    def show_unit(self, unit: str) -> None:
        self.flush()
        self.workspace.look_in(unit)
        self._top.show_unit(unit)

    def saved(self, at: datetime.datetime) -> None:
        """Everything typed so far is on the disk."""
        if not self.workspace.trouble:
            self._status.saved(at)

    def close(self) -> None:
        """Take the frame down; the root and the workbook stay."""
        try:
            self.flush()
        finally:
            self._stop()
            if self._watch:
                self.root.unbind("<FocusIn>", self._watch)
            self.checks.stop()
            self._frame.destroy()

    def _build(self, examination: Examination) -> None:
        theme = self.theme
        line = max(1, theme.px(1))  # the ground is seen between the parts, as a line
        self._frame = pieces.frame(theme, self.root, "line")
        self._frame.pack(fill="both", expand=True)
        do = self.do = self._commands()
        self._top = TopBar(theme, self._frame, do)
        self._top.widget.pack(fill="x", pady=(0, line))
        self._status = StatusBar(theme, self._frame, do["keys"], do["copy"])
        self._status.widget.pack(side="bottom", fill="x", pady=(line, 0))
        self.navigation = Navigation(theme, self._frame, self.go)
        self.navigation.widget.pack(side="left", fill="y", padx=(0, line))
        right = pieces.frame(theme, self._frame, "surface")
        right.pack(side="left", fill="both", expand=True)
        for band in bands(theme, right, self.workspace, do):
            band.pack(fill="x")
        self._desk = pieces.frame(theme, right, "surface")
        self.checks = Checking(self, right, self._desk, examination, self._refresh)
        self.checks.attach(self.navigation, self._status)
        self._desk.pack(fill="both", expand=True)
        self._zones = (self.navigation, self, self.checks.list, self._top)
        keys.bind(self.root, do)
        self._status.show_file(self.workspace.path, to_keep_in_mind(self.workspace.path))
        self._top.show_unit(self.workspace.unit)

    def _commands(self) -> dict[str, Callable[..., object]]:
        return {
            **self._outer,
            "undo": self.undo,
            "redo": self.redo,
            "check": self.check,
            "print": lambda: self.go("preview"),
            "sign_off": lambda: self.go("sign_off"),
            "backups": lambda: self.go("backups"),
            "inspection": lambda: self.go("inspection"),
            "unit": self._unit,
            "zone": lambda: self._zone(1),
            "zone_back": lambda: self._zone(-1),
            "next_finding": lambda: self.checks.walk(1),
            "previous_finding": lambda: self.checks.walk(-1),
            "next_page": lambda: self._turn_page(1),
            "previous_page": lambda: self._turn_page(-1),
            "fold": lambda: self.checks.list.toggle(),
            "desk": self.focus,
            "help": self._help_here,
            "escape": lambda: self.back() if self.page in ASIDE else None,
        }

    def focus(self) -> None:
        """The desk as a zone of F6."""
        self.view.focus_first()

    @property
    def search_box(self) -> tk.Misc:
        """What the panel of the search opens under."""
        return self._top.search_box

    def _show(self, page: str) -> None:
        """Put a page on the desk; a fault in leaving or in building one keeps nobody on another."""
        with input_method.resting(self.root):
            try:
                self.flush()
            finally:
                self._put(page)

    def _put(self, page: str) -> None:
        if page not in self._views:
            self._views[page] = desk.build(page, self._desk, self)
        view = self._views[page]
        if self.page:
            self._views[self.page].widget.pack_forget()
        self.page = page
        try:
            view.refresh()
        finally:
            view.widget.pack(fill="both", expand=True)
        self._hold(view.widget)
        self.navigation.select(page)
        self.checks.show(page)

    def _hold(self, widget: tk.Misc) -> None:
        """Let nothing be typed into a page that is filled in, or a part of it, of a locked year."""
        if self.workspace.lock.refusal and self.page in FILLED_IN:
            hold(self.theme, widget)

    def _focused(self, event: tk.Event[tk.Misc]) -> None:
        """What a page built since it was shown is held as it gets the keys."""
        if str(event.widget).startswith(f"{self._desk}."):
            self._hold(event.widget)

    def _refresh(self) -> None:
        if self.page:
            self._views[self.page].refresh()

    def _help_here(self) -> None:
        """Help for the field the caret is in, else for the page."""
        view = self._views[self.page]
        topic = view.topic() if isinstance(view, ShowsFields) else ""
        if self.page != "help":
            self.help(topic or self.page)

    def _unit(self, unit: str = "") -> None:
        other = "元" if self.workspace.unit == "万元" else "万元"
        self.change_settings(unit=unit or other)

    def _turn(
        self, turn: Callable[[], str | None], said: str, action: str, do: Callable[[], object]
    ) -> None:
        self.flush()
        title = turn()
        if title:
            place, view = self.workspace.last_place(), self._views[self.page]
            if place and not (isinstance(view, ShowsSteps) and view.show_step(place)):
                self.jump(place)
            self.tell(said.format(title), action, do)
        else:
            self.tell("没有更早的改动了" if do == self.redo else "没有可以重做的")

    def _turn_page(self, by: int) -> None:
        order = [page.key for page in PAGES]
        here = order.index(self.page) if self.page in order else 0
        self.go(order[(here + by) % len(order)])

    def _zone(self, by: int) -> None:
        zones.walk(self.root, self._zones, by, home=1)

    @property
    def widget(self) -> tk.Widget:
        """The desk, as a zone of F6."""
        return self._desk

    def _changed(self, settle: int = SETTLE) -> None:
        filing, workspace = self.workspace.filing, self.workspace
        self._refresh()
        unit = filing.organization
        self._top.show(unit.full_name, unit.short_name, filing.year, workspace.years)
        self._top.show_stage(said_of(workspace.lock))
        self._top.show_turns(*workspace.turns())
        name = pieces.cut(unit.short_name or unit.full_name, IN_THE_TITLE)
        self.root.title(f"{name} {filing.year}年度 — 决算公开与绩效自评")
        if workspace.trouble:
            self._status.trouble(workspace.trouble)
        else:
            self._status.watch(workspace.is_saved)
        self.checks.changed(settle)
