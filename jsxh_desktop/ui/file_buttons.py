"""Word and Excel of what is shown, and the folder for the bureau, each by one button."""

from __future__ import annotations

import datetime
import tkinter as tk
from functools import partial
from pathlib import Path
from typing import Protocol

from jsxh_desktop.app.check_ledger import corrected
from jsxh_desktop.app.file_maker import FileMaker, Making
from jsxh_desktop.app.folder_shown import show_folder
from jsxh_desktop.app.folders import free_name
from jsxh_desktop.app.loose import EXCEL, WORD
from jsxh_desktop.app.naming import folder_name
from jsxh_desktop.app.printers import open_in_viewer
from jsxh_desktop.app.safe_write import file_name
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.jobs import Job, in_background_or_told
from jsxh_desktop.ui.save_panel import SavePanel
from jsxh_desktop.ui.shell import Shell

NAMES = {WORD: "Word", EXCEL: "Excel"}
SIGNS = {WORD: "filetype-docx", EXCEL: "filetype-xlsx"}
DELIVER = "做报送材料"
CONTENTS = "PDF、Word、Excel、审核报告和 SHA-256 清单，放进一个文件夹"
STOPPED = "已停下，没有留下半份材料"


class Shown(Protocol):
    """What the buttons write: its title, and the selection that it is."""

    widget: tk.Widget

    @property
    def title(self) -> str: ...

    @property
    def selection(self) -> Selection: ...


class FileButtons:
    """What is written is the filing as it is when the button is pressed."""

    def __init__(
        self, parent: tk.Misc, shell: Shell, page: Shown, maker: Making | None = None
    ) -> None:
        self._shell, self._page = shell, page
        self._maker: Making = maker or FileMaker()
        self.job: Job[int] | None = None
        theme, px = shell.theme, shell.theme.px
        self.widget = pieces.frame(theme, parent)
        line = pieces.frame(theme, self.widget)
        line.pack(fill="x")
        line.columnconfigure((0, 1), weight=1, uniform="kinds")
        self.kinds = {}
        for column, suffix in enumerate(NAMES):
            save = partial(self._save, suffix)
            button = pieces.button(line, f"存为 {NAMES[suffix]}", save, SIGNS[suffix])
            beside = (px(4), 0) if column else (0, px(4))
            button.grid(row=0, column=column, sticky="ew", padx=beside)
            self.kinds[suffix] = button
        self.bureau = pieces.button(self.widget, DELIVER, self._deliver, "folder-check")
        self.bureau.pack(fill="x", pady=(px(8), 0))
        pieces.tell_on_hover(self.bureau, lambda: CONTENTS)

    def _save(self, suffix: str) -> None:
        filing = self._shell.workspace.filing
        unit = filing.organization.short_name or filing.organization.full_name
        name = file_name(f"{unit}{filing.year}年度部门决算 {self._page.title}")
        path = self._shell.workspace.path.with_name(f"{name}{suffix}")
        title = f"存为 {NAMES[suffix]}"
        save = partial(self._write, self._page.selection, suffix)
        SavePanel(self._page.widget, self._shell, title, path, (suffix,), save)

    def _write(self, selection: Selection, suffix: str, path: Path) -> None:
        filing, tell = self._shell.workspace.filing, self._shell.tell
        tell(f"正在生成 {path.name}…")
        in_background_or_told(
            self._shell,
            self.widget,
            lambda: self._maker.write(filing, selection, suffix, path),
            lambda _done: tell(f"存在 {path}", "打开", partial(self._view, path)),
        )

    def _view(self, path: Path) -> None:
        in_background_or_told(
            self._shell, self.widget, lambda: open_in_viewer(path), lambda _done: None
        )

    def _deliver(self) -> None:
        workspace = self._shell.workspace
        name = folder_name(workspace.filing, _today())
        path = free_name(workspace.path.with_name(name))
        SavePanel(self._page.widget, self._shell, DELIVER, path, (), self._deliver_in)

    def _deliver_in(self, folder: Path) -> None:
        """Every file of the year, beside the work going on; all of them appear at once."""
        if self.job and self.job.running:
            self.job.cancel()
        filing, gone = self._shell.workspace.filing, corrected(self._shell.checker.seen)

        def work(job: Job[int]) -> int:
            return self._maker.deliver(filing, folder, _today(), partial(_step, job), gone)

        def done(files: int) -> None:
            show = partial(show_folder, folder)
            self._shell.tell(f"报送材料 {files} 个文件存在 {folder}", "打开文件夹", show)

        self.job = Job(self._shell, self.widget, work, done, self._shell.tell, STOPPED)


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def _step(job: Job[int], name: str, done: int, of: int) -> None:
    job.step(f"做报送材料 {name}".rstrip(), done, of)
