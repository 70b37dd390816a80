"""The panel beside a preview: print it, save it, and what to look at before."""

from __future__ import annotations

import tempfile
import tkinter as tk
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from jsxh_desktop.app.folder_shown import show_folder
from jsxh_desktop.app.print_set import save_pdf, save_set
from jsxh_desktop.app.printers import open_in_viewer, print_file
from jsxh_desktop.app.proof import Proof
from jsxh_desktop.app.safe_write import file_name
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.ui import pieces
from jsxh_desktop.ui.file_buttons import FileButtons
from jsxh_desktop.ui.jobs import Job, in_background_or_told
from jsxh_desktop.ui.looks_view import LooksView
from jsxh_desktop.ui.print_form import PrintForm
from jsxh_desktop.ui.save_panel import SavePanel
from jsxh_desktop.ui.scrolling import scrolled
from jsxh_desktop.ui.shell import Shell

WIDTH = 272
STOPPED = "已停下，没有留下半份文件"


class Previewed(Protocol):
    """The page the panel stands on."""

    widget: tk.Widget

    @property
    def proof(self) -> Proof | None:
        """The print of what is on the desk now; None while it is being made."""

    @property
    def title(self) -> str:
        """What is shown."""

    @property
    def selection(self) -> Selection:
        """What that is of the filing."""

    @property
    def current_page(self) -> int:
        """The page at hand, from 1."""

    def when_ready(self, do: Callable[[Proof], object]) -> None:
        """Do something with the print of what is on the desk now, as soon as there is one."""


class PrintPanel:
    """Everything that leaves here is the print that is shown, to the byte."""

    def __init__(self, parent: tk.Misc, shell: Shell, page: Previewed) -> None:
        self._shell = shell
        self._page = page
        theme, px = shell.theme, shell.theme.px
        self.job: Job[int] | None = None
        self.widget = pieces.frame(theme, parent, width=theme.row(WIDTH))
        self.widget.pack_propagate(False)
        area = scrolled(self.widget, auto_hide=True)
        area.container.pack(fill="both", expand=True)
        body = pieces.frame(theme, area)
        body.pack(fill="both", expand=True, padx=(px(16), px(4)), pady=px(12))
        self.form = PrintForm(body, shell, self._changed)
        self.form.widget.pack(fill="x")
        self.print = pieces.button(body, "打印 1 份", self._print, "printer", "primary")
        self.print.pack(fill="x", pady=(px(12), px(8)))
        line = pieces.frame(theme, body)
        line.pack(fill="x")
        self.save = pieces.button(line, "另存为 PDF", self._save, "filetype-pdf")
        self.save.pack(side="left", fill="x", expand=True)
        self.open = pieces.button(line, "打开", self._open, "box-arrow-up-right")
        self.open.pack(side="right", padx=(px(8), 0))
        self.save_all = pieces.button(body, "另存全套", self._save_all, "files")
        self.save_all.pack(fill="x", pady=px(8))
        self.files = FileButtons(body, shell, page)
        self.files.widget.pack(fill="x", pady=(0, px(16)))
        pieces.rule(theme, body).pack(fill="x")
        self.looks = LooksView(body, shell)
        self.looks.widget.pack(fill="x", pady=(px(14), 0))

    def look_again(self) -> None:
        """Bring what is to be looked at in line with the filing and its print."""
        self.looks.refresh(self._page.proof)

    def _changed(self) -> None:
        self.print.configure(text=f"打印 {self.form.copies} 份")

    def _print(self) -> None:
        if self.form.check():
            self._page.when_ready(self._send)

    def _send(self, proof: Proof) -> None:
        job = self.form.job(self._page.title, self._page.current_page)
        if job is None:
            return
        self.print.state(["disabled"])
        self._shell.change_settings(printer=job.printer)

        def sent(problem: str = "") -> None:
            self.print.state(["!disabled"])
            if problem:
                self._complain(problem)
            else:
                self._shell.tell(f"已交给打印机“{job.printer}”，{job.copies} 份")

        work = partial(print_file, proof.pdf, job)
        in_background_or_told(self._shell, self.widget, work, lambda _done: sent(), sent)

    def _complain(self, problem: str) -> None:
        """Where it cannot be overlooked: it stays until something is tried again."""
        self.form.complain(problem)
        self._shell.tell(problem)

    def _save(self) -> None:
        name = file_name(f"{self._whose} {self._page.title}")
        path = self._beside(f"{name}.pdf")
        SavePanel(self._page.widget, self._shell, "另存为 PDF", path, (".pdf",), self._save_as)

    def _save_as(self, path: Path) -> None:
        self._page.when_ready(lambda proof: self._write(proof, path))

    def _write(self, proof: Proof, path: Path) -> None:
        in_background_or_told(
            self._shell,
            self.widget,
            lambda: save_pdf(proof.pdf, path),
            lambda _done: self._shell.tell(f"存在 {path}", "打开", partial(self._view, path)),
            self._complain,
        )

    def _open(self) -> None:
        self._page.when_ready(self._open_copy)

    def _open_copy(self, proof: Proof) -> None:
        """A copy of its own, so that a viewer that holds it keeps nothing from being printed."""
        path = Path(tempfile.mkdtemp(prefix="jsxh-")) / f"{file_name(self._page.title)}.pdf"

        def written_and_opened() -> None:
            save_pdf(proof.pdf, path)
            open_in_viewer(path)

        in_background_or_told(self._shell, self.widget, written_and_opened, lambda _done: None)

    def _view(self, path: Path) -> None:
        in_background_or_told(
            self._shell, self.widget, lambda: open_in_viewer(path), lambda _done: None
        )

    def _save_all(self) -> None:
        path = self._beside(file_name(self._whose))
        SavePanel(self._page.widget, self._shell, "另存全套", path, (), self._save_all_in)

    def _save_all_in(self, folder: Path) -> None:
        """Each part and each sheet as a file of its own, beside the work going on."""
        if self.job and self.job.running:
            self.job.cancel()
        filing, pack = self._shell.workspace.filing, self._shell.workspace.pack

        def done(files: int) -> None:
            show = partial(show_folder, folder)
            self._shell.tell(f"全套 {files} 个文件存在 {folder}", "打开文件夹", show)

        self.job = Job(
            self._shell,
            self.widget,
            lambda job: save_set(filing, pack, folder, partial(_step, job)),
            done,
            self._complain,
            STOPPED,
        )

    @property
    def _whose(self) -> str:
        """Whose print it is, as in the title of the document: else each year's had one name."""
        filing = self._shell.workspace.filing
        unit = filing.organization.short_name or filing.organization.full_name
        return f"{unit}{filing.year}年度部门决算"

    def _beside(self, name: str) -> Path:
        return self._shell.workspace.path.with_name(name)


def _step(job: Job[int], title: str, done: int, of: int) -> None:
    job.step(f"生成 {title}", done, of)
