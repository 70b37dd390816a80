"""Opening the sample, one sheet, and the whole book to PDF, each in a fresh process.

The ratio is to a process that only imports what draws, reportlab and matplotlib.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

from jsxh_desktop.app.commands import write_sample

TIMES = 5
IMPORTS = "import reportlab.pdfgen.canvas, matplotlib.figure"
PRINT = """
import sys
from pathlib import Path
from jsxh_desktop.app.book import volumes
from jsxh_desktop.app.commands import read_filing
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.printing import faces, print_volumes
from jsxh_desktop.app.selection import Selection

filing = read_filing(Path(sys.argv[1]))
volume = volumes(filing, load_pack(filing.pack), Selection({selection}))[0]
list(print_volumes([volume], Path(sys.argv[2]), "", faces(own=False)))
"""
OPEN = """
import sys
from pathlib import Path
from jsxh_desktop.app.commands import read_filing

read_filing(Path(sys.argv[1]))
"""
PEAK = """
import resource
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def rows(folder: Path, times: int = TIMES) -> list[tuple[str, str, str]]:
    """What was measured, seconds and peak memory of the process, and the ratio to the imports."""
    workbook = folder / "book.jsxh"
    write_sample(workbook)
    programs = {
        "只导入 reportlab 和 matplotlib": IMPORTS,
        "打开数据文件": OPEN,
        "一张自评表": PRINT.format(selection="sheet=1"),
        "整套公开材料": PRINT.format(selection=""),
    }
    measured = {
        name: fresh_run(program, [str(workbook), str(folder)], times)
        for name, program in programs.items()
    }
    least = next(iter(measured.values()))[0]
    return [
        (name, f"{seconds:.2f} 秒，{peak} MB", f"{seconds / least:.2f}")
        for name, (seconds, peak) in measured.items()
    ]


def fresh_run(program: str, arguments: list[str], times: int) -> tuple[float, int]:
    """The least seconds, after a first run that warms the disk, and the last peak in MB."""
    seconds, peak = [], 0
    for _ in range(times + 1):
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", program + PEAK, *arguments],
            check=True,
            capture_output=True,
            text=True,
        )
        seconds.append(time.perf_counter() - start)
        peak = int(done.stdout)
    return min(seconds[1:]), peak


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        for row in rows(Path(temporary)):
            click.echo("\t".join(row))
