"""The printers of this computer, and handing them a PDF; everywhere at its real size.

Printing waits for the spooler and belongs on a thread of its own. Whatever keeps it from printing
is a Problem.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from jsxh_desktop.app.print_job import Duplex, Job, Printer, page_range, ranges
from jsxh_desktop.app.problem import Problem

__all__ = ["Duplex", "Job", "Printer", "open_in_viewer", "page_range", "print_file", "printers"]

PATIENCE = 10.0
"""Seconds a call to CUPS may take; a printer that is switched off is waited for no longer."""
OPENING = 3.0
INSTEAD = "也可以另存为 PDF，或打开后打印"
NO_CUPS = f"这台电脑没有装打印程序（CUPS）；{INSTEAD}"
_SIDES = {
    Duplex.NONE: "one-sided",
    Duplex.LONG: "two-sided-long-edge",
    Duplex.SHORT: "two-sided-short-edge",
}
_STOPPED = re.compile(r"^printer (\S+) disabled since .*(?:\n\s+(.+))?", re.MULTILINE)
_REFUSING = re.compile(r"^(\S+) not accepting requests", re.MULTILINE)
_DEFAULT = re.compile(r"^system default destination: (\S+)", re.MULTILINE)


def printers() -> tuple[Printer, ...]:
    """Every printer, the default one first; none where nothing can print."""
    if sys.platform == "win32":
        from jsxh_desktop.app import windows_printing

        return windows_printing.printers(windows_printing.dlls())
    try:
        names = _cups("lpstat", "-e").stdout.split()
    except FileNotFoundError:
        return ()
    states = _cups("lpstat", "-d", "-p", "-a").stdout if names else ""
    default = (_DEFAULT.findall(states) or [""])[0]
    notes = _notes(states)
    found = (Printer(name, name == default, notes.get(name, "")) for name in names)
    return tuple(sorted(found, key=lambda printer: not printer.is_default))


def print_file(pdf: bytes, job: Job) -> None:
    """Hand a PDF to a printer; returns when the spooler has taken it."""
    if sys.platform == "win32":
        from jsxh_desktop.app import windows_printing

        windows_printing.print_pdf(pdf, job, windows_printing.dlls())
        return
    try:
        state = _cups("lpstat", "-p", job.printer, "-a", job.printer, printer=job.printer)
        if note := _notes(state.stdout).get(job.printer):
            raise Problem(f"打印机“{job.printer}”{note}，请先启用它，或换一台；{INSTEAD}")
        done = _cups("lp", *_options(job), given=pdf, printer=job.printer)
    except FileNotFoundError as missing:
        raise Problem(NO_CUPS) from missing
    if done.returncode:
        raise Problem(_refused(job.printer, done.stderr.strip()))


def open_in_viewer(path: Path) -> None:
    """Open a file in the program this computer shows it with."""
    nothing = Problem(f"这台电脑没有能打开它的程序，文件在“{path}”")
    if sys.platform == "win32":
        try:
            os.startfile(path)  # noqa: S606 - what a double click does
        except OSError as problem:
            raise nothing from problem
        return
    try:
        opening = subprocess.Popen(  # noqa: S603 - without a shell
            ["xdg-open", path],  # noqa: S607 - wherever the desktop has it
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        if opening.wait(OPENING):
            raise nothing
    except FileNotFoundError as problem:
        raise nothing from problem
    except subprocess.TimeoutExpired:
        return  # the viewer itself, which stays open


def _options(job: Job) -> list[str]:
    pages = ["-P", ranges(job.pages)] if job.pages else []
    title = ["-t", job.title] if job.title else []
    settings = (
        "media=A4",
        "fit-to-page=false",
        "print-scaling=none",
        "collate=true",
        f"sides={_SIDES[job.duplex]}",
    )
    told = [part for setting in settings for part in ("-o", setting)]
    return ["-d", job.printer, "-n", str(job.copies), *pages, *title, *told, "-"]


def _cups(
    *command: str, given: bytes | None = None, printer: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run a program of CUPS; what it says is read in English, names come as UTF-8 all the same."""
    try:
        done = subprocess.run(  # noqa: S603 - without a shell, and no name can be an option
            command,
            input=given or b"",
            capture_output=True,
            timeout=PATIENCE,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except subprocess.TimeoutExpired as problem:
        whose = f"打印机“{printer}”" if printer else "打印服务"
        raise Problem(f"{whose}没有反应。看看电源和网络，再试一次；{INSTEAD}") from problem
    said, complained = (text.decode(errors="replace") for text in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(command, done.returncode, said, complained)


def _notes(states: str) -> dict[str, str]:
    """What keeps printers from printing, by name."""
    notes = dict.fromkeys(_REFUSING.findall(states), "不接收打印")
    for name, reason in _STOPPED.findall(states):
        notes[name] = f"已停用（{reason}）" if reason not in {"", "reason unknown"} else "已停用"
    return notes


def _refused(printer: str, complaint: str) -> str:
    if "does not exist" in complaint:
        return f"没有打印机“{printer}”了，请重新选一台；{INSTEAD}"
    if "not accepting" in complaint:
        return f"打印机“{printer}”不接收打印，请先启用它，或换一台；{INSTEAD}"
    if "cheduler" in complaint or "connect" in complaint:
        return f"打印服务没有启动；{INSTEAD}"
    return f"打印机“{printer}”没有收下（{complaint}）。看看电源和纸，再试一次；{INSTEAD}"
