"""What the program does about years: puts another on the desk, begins the next, takes in tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jsxh_desktop.ui.application import Application

NEW_YEAR = "新的年度…"


def switch(program: Application, chosen: str) -> None:
    """Another year of the workbook; the frame is built anew, as heads name the year."""
    if not program.window or not program.workspace:
        return
    if chosen == NEW_YEAR:
        program.window.go("new_year")
        return
    page = program.window.page
    program.window.flush()
    program.workspace.switch(int(chosen.removesuffix("年度")))
    program.window.close()
    left_behind = program.workspace.texts.left_behind(program.workspace.unit)
    program.show_frame("recovery" if left_behind else page)


def begin(program: Application) -> None:
    """Carry the latest year forward and show the new one from its first page."""
    from jsxh_desktop.app.new_year import carry as carry_forward

    if not program.window or not program.workspace:
        return
    program.window.flush()
    if not carry_forward(program.workspace):
        program.tell(program.workspace.trouble)
        return
    program.window.close()
    program.show_frame("organization")
    program.tell(f"{program.workspace.year} 年度开好了，上年数都在旁边，只填今年的")


def carry(program: Application, path: Path) -> None:
    """Begin the next year in a workbook that is not open yet."""
    program.open_or_tell(path)
    if program.workspace and program.workspace.path == path.resolve():
        begin(program)


def take_in(program: Application, path: Path) -> None:
    """Open a workbook where tables come into its latest year."""
    program.open_or_tell(path)
    if program.window and program.workspace and program.workspace.path == path.resolve():
        program.window.go("import")
