"""From a key to what it painted, on this disk and where each sync takes 30 ms longer.

Typed as a clerk types, ten keys a second, into fields and cells that are left again and again; the
program runs in a process of its own. Without a compiler only this disk is measured.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

from jsxh_desktop.app.commands import write_sample
from jsxh_desktop.ui.starting import started
from tests.display import own_display
from tests.preload import compiled
from tests.trials.spots import SPOTS, go

SPELLS, KEYS, PAUSE = 40, 12, 0.1  # times at a field, keys there, s
SLOW = Path(__file__).with_name("slow_syncs.c")


def rows(folder: Path) -> list[tuple[str, str, str]]:
    """What ninety-nine of a hundred keys take at the most, in ms, and its ratio to this disk."""
    workbook = folder / "keys.jsxh"
    write_sample(workbook)
    disks = {"按一个键，这块盘": dict(os.environ)}
    if shutil.which("gcc"):
        slow = {**os.environ, "LD_PRELOAD": str(compiled(SLOW, folder))}
        disks["按一个键，每次落盘慢 30 毫秒"] = slow
    with own_display() as screen:
        found = {name: _typed(workbook, {**of, "DISPLAY": screen}) for name, of in disks.items()}
    first = next(iter(found.values()))
    return [
        (f"{name}（最慢 {slowest:.0f} 毫秒）", f"{most:.1f} 毫秒", f"{most / first[0]:.2f}")
        for name, (most, slowest) in found.items()
    ]


def _typed(workbook: Path, environ: dict[str, str]) -> tuple[float, float]:
    command = [sys.executable, "-m", "tests.bench.keys", str(workbook)]
    done = subprocess.run(command, env=environ, check=True, capture_output=True, text=True)
    most, slowest = json.loads(done.stdout.splitlines()[-1])
    return most, slowest


def _type(workbook: Path) -> tuple[float, float]:
    """In the process of the program: from each key to nothing left to paint."""
    with tempfile.TemporaryDirectory() as name:
        settings = Path(name) / "settings.json"
        settings.write_text('{"scale": 100, "geometry": "1362x690+0+0"}', "utf-8")
        application = started(workbook, settings)
        root, window = application.root, application.window
        assert window is not None
        root.deiconify()
        chance, taken = random.Random(1), []  # noqa: S311 - it chooses the field
        for _ in range(SPELLS):
            spot = SPOTS[chance.choice([*SPOTS])]
            go(window, spot, chance)
            for _ in range(KEYS):
                rest = time.perf_counter() + PAUSE
                while time.perf_counter() < rest:
                    root.update()
                    time.sleep(0.001)
                begun = time.perf_counter()
                root.tk.call("event", "generate", root.tk.call("focus"), chance.choice("1234"))
                root.update()
                taken.append(1e3 * (time.perf_counter() - begun))
        application.quit()
    taken.sort()
    return taken[len(taken) * 99 // 100], taken[-1]


if __name__ == "__main__":
    click.echo(json.dumps(_type(Path(sys.argv[1]))))
