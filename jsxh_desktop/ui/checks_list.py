"""All findings at full size: tabs, severities and search above, the rule and what to do beside."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable

from jsxh_desktop.app.check_list import Tab, listed, ruled, tab_counts
from jsxh_desktop.app.check_model import Row, Severity, State
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.finding_detail import FindingDetail
from jsxh_desktop.ui.finding_filter import FindingFilter
from jsxh_desktop.ui.finding_list import ROW, FindingList
from jsxh_desktop.ui.shell import Shell

TABS = (Tab.OPEN, Tab.REVIEWED, Tab.CORRECTED, Tab.UNJUDGED, Tab.PASSED)
DETAIL, SHARE = 420, 0.38  # of the page at most


class ChecksList:
    """A View; `go` jumps to where a row is put right."""

    def __init__(self, parent: tk.Misc, shell: Shell, go: Callable[[Row], object]) -> None:
        self._shell = shell
        theme, px = shell.theme, shell.theme.px
        self.widget: tk.Widget = pieces.frame(theme, parent)
        card = pieces.card(theme, self.widget)
        card.pack(fill="both", expand=True, padx=px(20), pady=(0, px(16)))
        head = pieces.bar(theme, card, "band", ROW)
        head.configure(height=theme.row(ROW))
        head.pack(fill="x")
        self.filter = FindingFilter(theme, head, TABS, self.refresh)
        self.filter.widget.pack(side="left", fill="y", padx=px(8))
        pieces.rule(theme, card).pack(fill="x")
        self.detail = FindingDetail(card, shell)
        self.detail.widget.configure(width=theme.row(DETAIL))
        self.detail.widget.pack_propagate(False)
        self.detail.widget.pack(side="right", fill="y")
        pieces.rule(theme, card, upright=True).pack(side="right", fill="y")
        card.bind("<Configure>", lambda event: self._fit(event.width))
        self.list = FindingList(theme, card, go, self._chosen)
        self.list.widget.pack(fill="both", expand=True)
        self.refresh()

    def refresh(self) -> None:
        checker, filing = self._shell.checker, self._shell.workspace.filing
        rows = (*checker.rows, *(ruled(filing, checker.found) if checker.found else ()))
        wanted = self.filter.wanted
        severities = {
            each: sum(row.severity is each and row.state is State.OPEN for row in rows)
            for each in Severity
        }
        self.filter.show(tab_counts(rows, ""), severities)
        self.list.show(listed(rows, wanted, ""), "", grouped=wanted.tab is Tab.OPEN)
        self._chosen()

    def show_place(self, place: Place) -> bool:  # noqa: ARG002 - accounts are given beside a row
        return False

    def focus_first(self) -> None:
        self.list.focus()

    def flush(self) -> None:
        """A reason counts when it is confirmed, not before."""

    def left(self) -> dict[object, str]:
        """The reasons that were begun."""
        self.detail.put_aside()
        return self.detail.begun_reasons

    def resume(self, left: dict[object, str]) -> None:
        self.detail.begun_reasons = left

    def _fit(self, width: int) -> None:
        """Large letters leave the list its room."""
        self.detail.widget.configure(width=min(self._shell.theme.row(DETAIL), int(width * SHARE)))

    def _chosen(self) -> None:
        self.detail.show(self.list.current)
