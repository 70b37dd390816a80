"""The window with the sample painted, beside a bare one with 60 entries, each in a fresh process.

Where LibreOffice is installed, Calc stands beside both, from its start to a painted small sheet.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import click
import openpyxl
from PIL import ImageGrab

from jsxh_desktop.app.commands import write_sample
from tests.display import own_display

TURNS, CALC_TURNS = 15, 5
UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
PATIENCE = 60  # s
MIDDLE = (400, 300, 900, 600)  # of the screen
BARE = """
import ttkbootstrap as ttk
app = ttk.App(theme="bootstrap-light")
for number in range(60):
    ttk.Entry(app, width=12).grid(row=number % 20, column=number // 20)
"""
OURS = """
import sys
from pathlib import Path
from jsxh_desktop.ui import theme
from jsxh_desktop.ui.starting import started
application = started(Path(sys.argv[2]), Path(sys.argv[1]))
app = application.root
theme.show(app)
"""
PAINTED = """
app.update()
import sys
sys.stdout.write("painted\\n")
sys.stdout.flush()
if "matplotlib" in sys.modules:
    raise SystemExit("matplotlib was imported")
"""
CLOSED = """
application.quit()
"""
RESTING = """
import time
for _ in range(40):
    app.update()
    time.sleep(0.05)
print([line.split()[1] for line in open("/proc/self/status") if line.startswith("VmRSS")][0])
"""


def rows(folder: Path) -> list[tuple[str, str, str]]:
    """What was measured, seconds or MB, and the ratio to the bare window."""
    workbook = folder / "window.jsxh"
    write_sample(workbook)
    settings = folder / "settings.json"
    settings.write_text('{"scale": 100, "geometry": "1366x696+0+0"}', "utf-8")
    arguments = [str(settings), str(workbook)]
    with own_display():
        _painted(OURS + PAINTED + CLOSED, arguments)  # it draws the signs and seals the file
        # In turns, and of those the middle one: a machine changes its speed by more than what is
        # looked for, from one second to the next.
        turns = [
            (_painted(BARE + PAINTED, []), _painted(OURS + PAINTED + CLOSED, arguments))
            for _ in range(TURNS)
        ]
        bare, ours = map(median, zip(*turns, strict=True))
        resting = int(_run(OURS + PAINTED + RESTING + CLOSED, arguments)[-1]) // 1024
        calc = _calc(folder)
    found = [
        ("空窗口，60 个输入框", f"{bare:.2f} 秒", "1.00"),
        ("打开示例并画好", f"{ours:.2f} 秒", f"{ours / bare:.2f}"),
        ("静止时的内存", f"{resting} MB", ""),
    ]
    if calc:
        found.append(("LibreOffice Calc 打开一张表", f"{calc:.2f} 秒", f"{calc / bare:.2f}"))
        found.append(("打开示例 / Calc", "", f"{ours / calc:.2f}"))
    return found


def _painted(program: str, arguments: Sequence[str]) -> float:
    """Seconds from the start of a process to a painted window."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env=_as_installed(),
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        return time.perf_counter() - start


def _as_installed() -> dict[str, str]:
    """With compiled modules, which an installed program has; the first turn may write them."""
    return {name: value for name, value in os.environ.items() if name != UNCOMPILED}


def _run(program: str, arguments: Sequence[str]) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], check=True, capture_output=True, text=True
    )
    return done.stdout.split()


def _calc(folder: Path) -> float:
    """Seconds until Calc has painted a small sheet; 0 where it is missing."""
    office = shutil.which("soffice")
    if not office:
        return 0.0
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("支出")
    sheet.append(("科目", "决算数"))
    sheet.append(("2060701", 96.94))
    book.save(folder / "sheet.xlsx")
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    start = [office, profile, "--norestore", "--nologo", "--calc", str(folder / "sheet.xlsx")]
    seconds = []
    for _ in range(CALC_TURNS):
        begun = time.perf_counter()
        with _ending(start):
            _wait_until(_drawn_on)
            seconds.append(time.perf_counter() - begun)
    return median(seconds)


def _drawn_on() -> bool:
    """Whether there is more in the middle of the screen than a window that is still empty."""
    middle = ImageGrab.grab(xdisplay="").crop(MIDDLE)
    return len(set(middle.convert("L").tobytes())) > 1


@contextmanager
def _ending(command: list[str]) -> Iterator[None]:
    process = subprocess.Popen(
        command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        time.sleep(0.5)


def _wait_until(there: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not there():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.02)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        for row in rows(Path(name)):
            click.echo("\t".join(row))
