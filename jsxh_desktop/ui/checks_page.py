"""检查审核: every finding at full size, the figures of official tables, the report of it all."""

from __future__ import annotations

import datetime
import tkinter as tk
from functools import partial
from pathlib import Path
from typing import Any

from jsxh_desktop.app.audit import audit, in_short, printed, proposed, save
from jsxh_desktop.app.loose import EXCEL, PDF, WORD, Loose
from jsxh_desktop.app.pages import BY_KEY
from jsxh_desktop.app.press import Press
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.stated_cells import cleared
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.review import Review
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.audit_preview import AuditPreview
from jsxh_desktop.ui.checks_list import ChecksList
from jsxh_desktop.ui.grid_page import FilledGrid, build_stated_figures
from jsxh_desktop.ui.jobs import in_background_or_told
from jsxh_desktop.ui.page_head import Action, PageHead
from jsxh_desktop.ui.pointing import lead
from jsxh_desktop.ui.save_panel import SavePanel
from jsxh_desktop.ui.shell import Shell, View
from jsxh_desktop.ui.tabbed import Leaf, Tabbed, counted
from jsxh_desktop.ui.trail import left_of, resume

FOUND, STATED, REPORT = range(3)
LOOKING = "正在检查…"
AS_FILES = {PDF: "PDF", WORD: "Word", EXCEL: "Excel"}
PASTE, CLEAR = 3, 4
"""The places of their buttons in the head, behind the files."""


class ChecksPage:
    """Three tabs; what is found is brought in line whenever the window knows more."""

    def __init__(self, parent: tk.Misc, shell: Shell) -> None:
        self._shell = shell
        self._press = Press()
        self.widget: tk.Widget = pieces.frame(shell.theme, parent)
        self.widget.bind("<Destroy>", self._let_go, add="+")
        self._head = PageHead(
            shell.theme, self.widget, BY_KEY["checks"].title, actions=self._actions()
        )
        leaves = (
            Leaf(lambda: "检查结果", lambda tab: ChecksList(tab, shell, partial(lead, shell))),
            Leaf(
                lambda: counted("表中数", len(shell.workspace.filing.stated_figures), "个"),
                lambda tab: build_stated_figures(tab, shell),
            ),
            Leaf(
                lambda: "审核报告", lambda tab: AuditPreview(tab, shell, self._press, self._report)
            ),
        )
        self._tabs = Tabbed(shell.theme, self.widget, leaves, self._offer)
        self._tabs.widget.pack(fill="both", expand=True)
        self.refresh()

    @property
    def view(self) -> View:
        """The tab that is shown."""
        return self._tabs.view

    @property
    def report_pages(self) -> int:
        """How many pages of the report are shown; none while it is being made."""
        return self.view.count if isinstance(self.view, AuditPreview) else 0

    def turn(self, number: int) -> None:
        """To another tab."""
        self._tabs.turn(number)

    def refresh(self) -> None:
        self._tabs.refresh()
        checker = self._shell.checker
        self._head.say(in_short(checker.found) if checker.found else LOOKING)
        self._offer()

    def show_place(self, place: Place) -> bool:
        """An account is shown beside the finding it is of."""
        if place.entry.entity is Review:
            self._tabs.focus_first()
            return True
        return self._tabs.show_place(place)

    def focus_first(self) -> None:
        self._tabs.focus_first()

    def flush(self) -> None:
        self._tabs.flush()

    def topic(self) -> str:
        return self._tabs.topic()

    def left(self) -> Any:
        return left_of(self._tabs)

    def resume(self, left: Any) -> None:
        resume(self._tabs, left)

    def _actions(self) -> list[Action]:
        saves: list[Action] = [
            (f"存为 {name}", "file-earmark-arrow-down", partial(self._save_as, suffix))
            for suffix, name in AS_FILES.items()
        ]
        paste = ("从表格粘贴", "clipboard", self._paste)
        return [*saves, paste, ("全部清空", "trash", self._clear)]

    def _offer(self) -> None:
        """Only what means something on the tab that is shown."""
        if hasattr(self, "_tabs"):
            stated = self._tabs.chosen == STATED
            held = bool(self._shell.workspace.filing.stated_figures)
            for place in range(len(AS_FILES)):
                self._head.offer(place, offered=not stated)
            self._head.offer(PASTE, offered=stated)
            self._head.offer(CLEAR, offered=stated and held)

    def _paste(self) -> None:
        if isinstance(self.view, FilledGrid):
            self.view.grid.commands.paste()

    def _clear(self) -> None:
        step = cleared(self._shell.workspace.filing)
        if step:
            self._shell.workspace.apply(step.title, step.changes)
            self._shell.tell(f"已{step.title}", "撤销", self._shell.do["undo"])

    # The report.

    def _report(self) -> Loose | None:
        checker, filing = self._shell.checker, self._shell.workspace.filing
        if not checker.found or not checker.is_current:
            return None
        today = datetime.datetime.now().astimezone().date()
        return audit(filing, checker.found, checker.seen, today)

    def _save_as(self, suffix: str) -> None:
        """Ask where; what is found now is noted, as by an explicit check."""
        if not self._shell.checker.is_current:
            self._shell.tell("还在检查，检查完再存")
            return
        try:
            self._shell.checker.note(datetime.datetime.now().astimezone())
        except Problem as problem:
            self._shell.tell(str(problem))
            return
        workspace = self._shell.workspace
        path = proposed(workspace.path.parent, workspace.filing, suffix)
        title = f"存为 {AS_FILES[suffix]}"
        SavePanel(self.widget, self._shell, title, path, (suffix,), partial(self.save, suffix))

    def save(self, suffix: str, path: Path) -> None:
        """Write the report of now as a file of this kind."""
        loose = self._report()
        if loose is None:
            return
        self._shell.tell(f"正在生成 {path.name}…")
        work = partial(_written, self._press, loose, suffix, path)
        in_background_or_told(self._shell, self.widget, work, self._shell.tell)

    def _let_go(self, event: tk.Event[tk.Misc]) -> None:
        if event.widget is self.widget:
            self._press.close()


def _written(press: Press, loose: Loose, suffix: str, path: Path) -> str:
    """In a thread: make the file and write it; what is to be said then."""
    save(printed(press, loose, suffix), path)
    return f"已存为 {path}"


def build(parent: tk.Misc, shell: Shell) -> View:
    """检查审核."""
    return ChecksPage(parent, shell)
