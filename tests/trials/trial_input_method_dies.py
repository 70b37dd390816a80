"""The input method dies while someone types: nothing that was shown goes with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jsxh_desktop.app.commands import write_sample
from tests.trials.child import Watched
from tests.trials.chinese_desktop import missing, own_desktop, pinyin
from tests.trials.keyboard import Keyboard
from tests.trials.spots import SPOTS, WORDS
from tests.trials.tally import Tally, seeded, times

PINYIN = "keji gongzuo jiancha diaoyan peixun xuexi kexue zuzhi " * 3
"""Long enough for one who types on; a space takes the word that is offered first."""
APART = 40  # ms between two keys
SHORTEST, LONGEST = 0.2, 2.0  # seconds of typing before
AFTER = 0.5  # and after


def test_no_character_is_lost_when_the_input_method_dies(tmp_path: Path) -> None:
    if absent := missing():
        pytest.fail(f"this trial needs {absent}: make trial")
    chance, tally = seeded(), Tally()
    sample = tmp_path / "样例.jsxh"
    write_sample(sample)
    spots = [name for name, spot in SPOTS.items() if spot.writes == WORDS]
    died = 0
    with own_desktop(tmp_path / "home") as environ:
        for number in range(times()):
            workbook = Path(shutil.copy(sample, tmp_path / f"朝天区科协{number}.jsxh"))
            with pinyin(environ) as server:
                program = Watched(workbook, tmp_path / "settings.json", environ)
                program.go(chance.choice(spots))
                with Keyboard(environ).writing(PINYIN, APART):
                    program.listen(chance.uniform(SHORTEST, LONGEST))
                    server.kill()
                    program.listen(AFTER)
            died += program.process.poll() is not None
            program.kill()
            tally.count(program, workbook, program.shown)
    tally.conclude(f", {died} of them took the program along")
