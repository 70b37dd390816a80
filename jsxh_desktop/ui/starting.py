"""From the command to a window on the screen, or to one sentence where there is no screen."""

from __future__ import annotations

import gc
import os
import sys
import tkinter as tk
from pathlib import Path

from jsxh_desktop.ui import input_method, screen_fonts
from jsxh_desktop.ui.application import Application

NO_SCREEN = (
    "错误：这里没有可以显示窗口的桌面，请在电脑桌面上打开；"
    "只用命令的话，用 jsxh-desktop --help 查看"
)


def open_window(path: Path | None = None) -> None:
    """Run the program in a window until it is closed, with a workbook where one is named."""
    input_method.prepare(os.environ)
    screen_fonts.lend()
    try:
        application = started(path)
    except tk.TclError as problem:
        if "display" not in str(problem):
            raise
        import click  # only here: a window needs none of it

        click.echo(NO_SCREEN, err=True)
        sys.exit(2)
    application.run()


def started(path: Path | None = None, settings_file: Path | None = None) -> Application:
    """The program with its root, still hidden, and a workbook on it where one is named."""
    gc.disable()  # what is built here stays; looking through it for garbage takes a tenth of it
    try:
        application = Application(settings_file)
        if path:
            application.open_or_tell(path)
    finally:
        gc.freeze()
    return application
