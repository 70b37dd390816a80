"""The window of an installed program, beside a bare one of the same Python, in fresh processes.

Each word of the command is one Python, such as `wine C:/…/runtime/python.exe`: the first bare
window is the measure. JSXH_DISK=Z: says how Windows calls a file of this machine. Least, median.
"""

from __future__ import annotations

import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from tests.bench.window import BARE, CLOSED, OURS, PAINTED
from tests.display import own_display

TIMES = 20  # in turns; a machine may change its speed by half from one second to the next
DISK = os.environ.get("JSXH_DISK", "")
PROGRAMS = {"空窗口，60 个输入框": BARE + PAINTED, "打开示例并画好": OURS + PAINTED + CLOSED}


def rows(pythons: Sequence[str], folder: Path, times: int = TIMES) -> Iterator[tuple[str, ...]]:
    """What was measured, seconds at the least and in the median, and both as ratios."""
    workbook, settings = folder / "window.jsxh", folder / "settings.json"
    settings.write_text('{"scale": 100, "geometry": "1366x696+0+0"}', "utf-8")
    first = shlex.split(pythons[0])
    _run([*first, "-m", "jsxh_desktop", "sample", called(workbook)])
    script = folder / "program.py"
    turns: dict[tuple[str, str], list[float]] = {}
    for number in range(times + 1):  # the first fills what the system and the program remember
        for python in pythons:
            for name, program in PROGRAMS.items():
                script.write_text(program, "utf-8")
                words = [called(each) for each in (script, settings, workbook)]
                seconds = _painted([*shlex.split(python), *words])
                if number:
                    turns.setdefault((python, name), []).append(seconds)
    measure = next(iter(turns.values()))
    least, middle = min(measure), statistics.median(measure)
    for (python, name), spent in turns.items():
        low, half = min(spent), statistics.median(spent)
        figures = (f"{low:.2f} 秒", f"{low / least:.2f}", f"{half:.2f} 秒", f"{half / middle:.2f}")
        yield f"{python}　{name}", *figures


def called(path: Path) -> str:
    return DISK + str(path).replace("/", "\\") if DISK else str(path)


def _painted(command: Sequence[str]) -> float:
    """Seconds from the start of a process to a painted window."""
    start = time.perf_counter()
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        assert process.stdout is not None
        assert b"painted" in process.stdout.readline()
        return time.perf_counter() - start


def _run(command: Sequence[str]) -> None:
    """Output goes through pipes; where it is a file, Python dies under wine."""
    pipe = subprocess.PIPE
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name, own_display():
        for row in rows(sys.argv[1:], Path(name)):
            click.echo("\t".join(row))
