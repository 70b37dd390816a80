"""Killed at any moment while someone types, the program has every character that was shown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jsxh_desktop.app.commands import write_sample
from tests.display import missing, own_display
from tests.trials.child import Watched
from tests.trials.evidence import At
from tests.trials.tally import Tally, seeded, times

A_WORKBOOK = 5  # ends each must survive
SHORTEST, LONGEST = 0.5, 5.0  # seconds of typing
PATIENCE = 60  # seconds for a character to be painted, on a machine that is busy
AT_ONCE = 0.5  # how often the kill follows a character at once


def test_no_character_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    if absent := missing():
        pytest.fail(f"this trial needs {absent}: make trial")
    chance, tally = seeded(), Tally()
    workbook, shown = tmp_path, dict[At, str]()
    with own_display() as screen:
        environ = {**os.environ, "DISPLAY": screen, "HOME": str(tmp_path), "XMODIFIERS": "@im=none"}
        for number in range(times()):
            if number % A_WORKBOOK == 0:
                workbook, shown = tmp_path / f"朝天区科协{number}.jsxh", {}
                write_sample(workbook)
            program = Watched(workbook, tmp_path / "settings.json", environ, str(chance.random()))
            program.listen(chance.uniform(SHORTEST, LONGEST))
            if chance.random() < AT_ONCE:
                program.hear("text", PATIENCE)
            program.kill()
            shown |= program.shown
            tally.count(program, workbook, shown)
    tally.conclude()
