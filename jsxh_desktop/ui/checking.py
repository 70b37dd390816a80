"""The checks of the window: what they say below the desk, in the navigation, beside the fields."""

from __future__ import annotations

import datetime
import tkinter as tk
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from jsxh_desktop.app.check_marks import marks
from jsxh_desktop.app.check_model import Severity, checked, count
from jsxh_desktop.app.checker import Checker
from jsxh_desktop.app.examination import Examination
from jsxh_desktop.app.late_names import recognise
from jsxh_desktop.app.page_state import PageState
from jsxh_desktop.app.pages import BY_KEY
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.ui.findings_view import FindingsView
from jsxh_desktop.ui.pause import Pause
from jsxh_desktop.ui.pointing import lead

if TYPE_CHECKING:
    from jsxh_desktop.ui.navigation import Navigation
    from jsxh_desktop.ui.status_bar import StatusBar
    from jsxh_desktop.ui.window import Window

SETTLE = 120  # ms after a change, before all is checked anew
FIRST = 600  # ms after opening: on a slow computer the first page takes so long to paint
WITHOUT_LIST = {"charts", "preview", "checks", "sign_off"}
SHOWING = {"checks", "preview"}
"""Pages that tell of findings themselves."""

ONE_LINE = {"projects"}
"""Where the list begins closed: the page needs its height."""


class Checking:
    """Looks a moment after each change; `refresh` has the page on the desk show other marks."""

    def __init__(
        self,
        window: Window,
        parent: tk.Frame,
        desk: tk.Frame,
        examination: Examination,
        refresh: Callable[[], object],
    ) -> None:
        self._window, self._workspace, self._desk = window, window.workspace, desk
        self._refresh = refresh
        self._asked = self._announce = False
        self._recalled = 0
        self._page = ""
        self._folded = False
        self._states: dict[str, PageState] = {}
        self.checker = Checker(window.workspace, examination, window.post, self._told)
        self._settled = Pause(parent, self._look)
        self.list = FindingsView(window, parent, partial(lead, window))
        self.list.widget.pack(side="bottom", fill="x")

    def attach(self, navigation: Navigation, status: StatusBar) -> None:
        """What says how much there is to look at."""
        self._navigation, self._status = navigation, status

    def changed(self, settle: int = SETTLE) -> None:
        """Look once the clerk has paused."""
        self._settled.begin(settle)

    def check(self) -> None:
        """Look at everything, mark what is blank, open the list, note what was found."""
        self._asked = self._announce = True
        self._look()

    def walk(self, by: int) -> None:
        """The next or previous finding."""
        row = self.list.step(by)
        if row:
            lead(self._window, row)

    def show(self, page: str) -> None:
        """Bring the list in line with what is known, for a page."""
        listed = self.list.widget
        self._list(page)
        self._make_room(page)
        if page in WITHOUT_LIST or page not in BY_KEY:
            listed.pack_forget()
        elif not listed.winfo_manager():
            listed.pack(side="bottom", fill="x", before=self._desk)

    def _list(self, page: str) -> None:
        self.list.show(self.checker.rows, page, is_known=self.checker.found is not None)

    def _make_room(self, page: str) -> None:
        """A page that needs its height begins with the list closed; the next one gets it back."""
        if page in ONE_LINE and page != self._page and self.list.is_open:
            self.list.set_open(False)
            self._folded = True
        elif page not in ONE_LINE and self._folded:
            self._folded = False
            self.list.set_open(True)
        self._page = page

    def stop(self) -> None:
        self._settled.end()
        self.checker.stop()

    def _look(self) -> None:
        self._settled.end()
        recognise(self._workspace)
        self.checker.look()
        self._told()

    def _told(self) -> None:
        """Something else is known: say it wherever it is said."""
        checker = self.checker
        self._recall()
        self._mark()
        if checker.found:
            self._navigation.show(checker.states)
            errors, warnings = (
                count(checker.rows, each) for each in (Severity.ERROR, Severity.WARNING)
            )
            self._status.count(errors, warnings)
        self._list(self._window.page)
        if self._window.page in SHOWING:
            self._refresh()
        if self._announce and checker.is_current:
            self._announce = False
            self._finish()

    def _recall(self) -> None:
        """Once for each year: what earlier checks have found."""
        if self._recalled != self._workspace.filing_id:
            self._recalled = self._workspace.filing_id
            try:
                self.checker.recall()
            except Problem as problem:
                self._window.tell(str(problem))

    def _mark(self) -> None:
        workspace, checker = self._workspace, self.checker
        blank = (gap.place for gap in checker.gaps if gap.place)
        asked = frozenset(blank) if self._asked else frozenset()
        found = marks(checker.rows)
        known = asked, found, checker.states
        if known != (workspace.asked_for, workspace.marks, self._states):
            workspace.asked_for, workspace.marks, self._states = known
            self._refresh()

    def _finish(self) -> None:
        try:
            self.checker.note(datetime.datetime.now().astimezone())
        except Problem as problem:
            self._window.tell(str(problem))
        else:
            self._window.tell(checked(self.checker.rows, len(self._workspace.asked_for)))
        self._list(self._window.page)
        self.list.set_open(True)
