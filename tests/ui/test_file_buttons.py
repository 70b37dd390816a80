"""The buttons that make Word, Excel and the folder for the bureau out of what is shown."""

from __future__ import annotations

import datetime
import threading
import time
import tkinter as tk
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from jsxh_desktop.app.deliver import Step
from jsxh_desktop.app.loose import EXCEL, WORD
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.ui.file_buttons import FileButtons
from jsxh_desktop.ui.window import Window

Press = Callable[..., None]


class Page:
    """What a preview says of itself."""

    title, selection = "名词解释", Selection(part="terms")

    def __init__(self, widget: tk.Widget) -> None:
        self.widget = widget


class Recorder:
    """Notes what it is asked for; a folder takes three steps, the second as long as `waits`."""

    def __init__(self) -> None:
        self.written: list[tuple[Selection, str, Path]] = []
        self.folders: list[Path] = []
        self.waits = threading.Event()
        self.waits.set()
        self.problem = ""

    def write(self, _filing: Filing, selection: Selection, suffix: str, path: Path) -> None:
        if self.problem:
            raise Problem(self.problem)
        self.written.append((selection, suffix, path))

    def deliver(
        self,
        _filing: Filing,
        folder: Path,
        _day: datetime.date,
        step: Step,
        _corrected: Sequence[object] = (),
    ) -> int:
        for done in range(3):
            step("01说明.pdf", done, 3)
            self.waits.wait(5)
        self.folders.append(folder)
        return 3


@pytest.fixture
def maker() -> Recorder:
    return Recorder()


@pytest.fixture
def buttons(window: Window, maker: Recorder) -> FileButtons:
    page = window.go("import")
    made = FileButtons(page.widget, window, Page(page.widget), maker)
    made.widget.place(x=0, y=0)
    window.root.update()
    return made


def until(window: Window, so: Callable[[], bool]) -> None:
    for _ in range(1000):
        window.root.update()
        if so():
            return
        time.sleep(0.005)
    pytest.fail("nothing came of it")


def said(window: Window) -> str:
    return window._status.said  # noqa: SLF001 - the message that stands in the status line


@pytest.mark.looks
@pytest.mark.parametrize("suffix", [WORD, EXCEL])
def test_what_is_shown_is_written_where_the_panel_says(
    window: Window, buttons: FileButtons, maker: Recorder, press: Press, suffix: str
) -> None:
    buttons.kinds[suffix].invoke()
    press("<Return>")
    until(window, lambda: bool(maker.written))
    ((selection, kind, path),) = maker.written
    assert (selection, kind) == (Selection(part="terms"), suffix)
    assert path.name == f"朝天区科协2021年度部门决算 名词解释{suffix}"
    until(window, lambda: said(window) == f"存在 {path}")


@pytest.mark.looks
def test_why_nothing_is_written_is_said(
    window: Window, buttons: FileButtons, maker: Recorder, press: Press
) -> None:
    maker.problem = "这一部分里没有表"
    buttons.kinds[EXCEL].invoke()
    press("<Return>")
    until(window, lambda: said(window) == "这一部分里没有表")


@pytest.mark.looks
def test_the_folder_for_the_bureau_is_made_by_one_button(
    window: Window, buttons: FileButtons, maker: Recorder, press: Press
) -> None:
    buttons.bureau.invoke()
    press("<Return>")
    until(window, lambda: bool(maker.folders))
    assert maker.folders[0].name.startswith("朝天区科协_2021决算公开_")
    until(window, lambda: said(window).startswith("报送材料 3 个文件存在"))


@pytest.mark.looks
def test_the_folder_can_be_given_up_while_it_is_made(
    window: Window, buttons: FileButtons, maker: Recorder, press: Press
) -> None:
    maker.waits.clear()
    buttons.bureau.invoke()
    press("<Return>")
    until(window, lambda: "正在做报送材料" in said(window))
    assert buttons.job
    buttons.job.cancel()
    maker.waits.set()
    until(window, lambda: said(window) == "已停下，没有留下半份材料")
    assert maker.folders == []
