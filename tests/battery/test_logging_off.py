"""T10: logging off or shutting down while someone types, what was shown is there afterwards."""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path

import pytest

from jsxh_desktop.app.commands import write_sample
from jsxh_desktop.store.keylog import beside, recovered
from tests.battery.counts import seeded, tell, times
from tests.display import missing, own_display
from tests.trials.child import Watched
from tests.trials.tally import Tally

SHORTEST, LONGEST = 0.2, 3.0  # seconds of typing
TO_END = 30  # seconds, on a machine that is busy
WM = ("WM_DELETE_WINDOW", "WM_SAVE_YOURSELF")
SIGNALS = ("SIGTERM", "SIGHUP")


@pytest.mark.skipif(os.name == "nt", reason="these are the ends of a desktop of Linux")
def test_what_was_shown_is_there_after_the_desktop_ended_the_program(tmp_path: Path) -> None:
    if absent := missing():
        pytest.fail(f"this needs {absent}")
    chance, tally = seeded(), Tally()
    found_again = 0
    with own_display() as screen:
        environ = {**os.environ, "DISPLAY": screen, "HOME": str(tmp_path), "XMODIFIERS": "@im=none"}
        for number in range(times(1, 200)):
            way = (*SIGNALS, *WM)[number % 4]
            workbook = tmp_path / f"朝天区科协{number}.jsxh"
            write_sample(workbook)
            program = Watched(workbook, tmp_path / "settings.json", environ, *asked(way, chance))
            end(program, way, chance)
            found_again += len(recovered(beside(workbook)))
            tally.count(program, workbook, dict(program.shown))
    tally.conclude()
    tell("T10", ends=tally.ends, characters=tally.written, left_to_find_again=found_again)


def asked(way: str, chance: random.Random) -> tuple[str, ...]:
    """The seed of the robot and, of what the window itself is asked, that and after how long."""
    seconds = chance.uniform(SHORTEST, LONGEST)
    return str(chance.random()), *([way, str(round(1000 * seconds))] if way in WM else [])


def end(program: Watched, way: str, chance: random.Random) -> None:
    """Have it end this way; one that was only asked to save is ended without a warning after it."""
    if way == "WM_SAVE_YOURSELF":
        program.hear("asked", TO_END)
        program.kill()
        return
    if way in SIGNALS:
        program.listen(chance.uniform(SHORTEST, LONGEST))
        program.process.send_signal(getattr(signal, way))
    program.listen(TO_END)
    program.close()
    assert program.process.returncode == 0
