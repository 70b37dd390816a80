"""One text file for a colleague far away who helps: facts about program and computer, and the log.

Nothing a unit filled in is in it; what names it or a person is taken out: the home folder, the
files that are made of it and the folders on the way to them, the account.
"""

from __future__ import annotations

import datetime
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from platformdirs import user_desktop_path

from jsxh_desktop.app import user_folders
from jsxh_desktop.app.diagnostics import diagnostics
from jsxh_desktop.app.folders import free_name
from jsxh_desktop.app.interpreter import python
from jsxh_desktop.app.log import log_file
from jsxh_desktop.app.other_process import NO_WINDOW
from jsxh_desktop.app.problem import of_system
from jsxh_desktop.app.settings import load_settings, settings_file
from jsxh_desktop.store.lock import account_name

NAME = "诊断信息.txt"
LAST_LINES = 200
SECONDS = 30.0
SPOKEN = ("LANG", "LC_ALL", "LC_CTYPE", "XMODIFIERS", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP")
_MADE = r"\.(jsxh|jsxpkg|pdf|docx|xlsx?|ods|csv)\b"
_PATH = re.compile(rf"(?<=['\"“])[^'\"“”\n]*{_MADE}")
_FILE = re.compile(rf"[^/\\'\"“”\n]+{_MADE}")
SCREEN = """
import tkinter
root = tkinter.Tk()
print("Tk", root.tk.call("info", "patchlevel"), root.tk.call("tk", "windowingsystem"))
print(f"{root.winfo_screenwidth()}x{root.winfo_screenheight()}", root.winfo_fpixels("1i"))
"""
"""Asked in a process of its own: a screen that ends the program is what one wants to know of."""


def write_report(folder: Path | None = None) -> Path:
    """Write the report, onto the desktop unless told otherwise; raises Problem where it cannot."""
    target = free_name((folder or _place()) / NAME)
    text = _nameless("\n".join(_lines()))
    try:
        target.write_text(text + "\n", "utf-8-sig")  # with a mark, for old editors on Windows
    except OSError as problem:
        raise of_system(problem, target) from problem
    return target


def _nameless(text: str) -> str:
    home = str(Path.home())
    for written in (home, repr(home)[1:-1]):  # a message about a file doubles each backslash
        text = text.replace(written, "~")
    text = _FILE.sub(r"….\1", _PATH.sub(r"….\1", text))
    if account := account_name():
        text = re.sub(rf"(?<=[/\\]){re.escape(account)}(?=[/\\])", "…", text)
    return text


def _place() -> Path:
    places = (user_desktop_path(), Path.home(), Path(tempfile.gettempdir()))
    return next(place for place in places if place.is_dir())


def _lines() -> Iterator[str]:
    yield f"写于 {datetime.datetime.now().astimezone():%Y-%m-%d %H:%M:%S %z}"
    yield diagnostics(load_settings(settings_file()), {"窗口": _screen()})
    yield from (f"{name}: {os.environ[name]}" for name in SPOKEN if name in os.environ)
    for name, folder in (("数据", user_folders.workbooks()), ("设置", user_folders.settings())):
        yield f"{name}文件夹: {_state(folder)}"
    yield f"\n运行记录的最后 {LAST_LINES} 行："
    yield from _tail(log_file())


def _screen() -> str:
    """What Tk says of itself and the screen, or how it ended."""
    try:
        done = subprocess.run(  # noqa: S603 - our own Python and a fixed program
            [*python(), "-c", SCREEN],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS,
            creationflags=NO_WINDOW,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        return str(problem)
    said = done.stdout if done.returncode == 0 else f"{done.returncode} {done.stderr}"
    return "，".join(said.split("\n")).strip("，")


def _state(folder: Path) -> str:
    """Whether a folder is there and takes files; its own name says nothing to others."""
    if not folder.is_dir():
        return "还没有"
    return "可以写入" if os.access(folder, os.W_OK) else "只能读"


def _tail(log: Path) -> list[str]:
    try:
        return log.read_text("utf-8", errors="replace").splitlines()[-LAST_LINES:]
    except OSError:
        return ["（没有记录）"]
