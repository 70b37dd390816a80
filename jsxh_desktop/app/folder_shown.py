"""Shows a folder in the file manager of the desktop."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from jsxh_desktop.app.problem import Problem, of_system

SHOW = ("xdg-open", "gio", "dde-file-manager", "peony", "nautilus", "thunar")


def show_folder(folder: Path) -> None:
    """Open a folder for the clerk to see, made where it is not there yet; raises Problem."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise of_system(problem, folder) from problem
    if sys.platform == "win32":
        os.startfile(folder)  # noqa: S606 - a folder, shown by the desktop
        return
    command = next((name for name in SHOW if shutil.which(name)), None)
    if command is None:
        raise Problem(f"这里没有可以打开文件夹的程序，文件夹在 {folder}")
    words = [command, "open", str(folder)] if command == "gio" else [command, str(folder)]
    subprocess.Popen(  # noqa: S603 - the desktop's own program and a folder
        words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
