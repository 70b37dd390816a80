"""The real program on the screen of a trial, worked with by real keys."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.store.keylog import beside, recovered
from tests.trials.keyboard import Keyboard
from tests.trials.waiting import wait_for, wait_for_rest

ROOT = Path(__file__).resolve().parents[2]
TITLE = "决算公开"
STARTING, CLOSING = 30, 15  # seconds


class Program:
    """`python -m jsxh_desktop WORKBOOK`, run until it is closed; `server` is the input method."""

    def __init__(self, environ: Mapping[str, str], workbook: Path, server: int) -> None:
        self._workbook = workbook
        command = [sys.executable, "-m", "jsxh_desktop", str(workbook)]
        self.process = subprocess.Popen(command, cwd=ROOT, env=environ)
        self.keyboard = Keyboard(environ, self.process.pid, server)
        wait_for(lambda: self.keyboard.is_on(TITLE), "the window", STARTING)
        wait_for_rest(self.process.pid, server)

    def jump(self, initials: str) -> None:
        """Look up a field, and go there."""
        self.look_up(initials)
        self.keyboard.press("Return")

    def look_up(self, initials: str) -> None:
        """Ctrl+K, the initials of a field as bare letters; Return goes there."""
        self.keyboard.press("ctrl+k")
        self.keyboard.write(initials)
        self.keyboard.press("Return")  # the input method takes the letters as they are

    def see(self, entry: Entry[Any], words: str) -> None:
        """Wait until the words stand in a field that is being written in."""
        wait_for(lambda: any(words in text for text in self._standing(entry)), f"“{words}”")

    def close(self) -> int:
        """Alt+F4, as the window manager has it; the status it ends with."""
        self.keyboard.press("alt+F4")
        return self.process.wait(CLOSING)

    def _standing(self, entry: Entry[Any]) -> list[str]:
        """What the key log holds of a field."""
        found = recovered(beside(self._workbook))
        return [
            each.text for each in found if (each.entity, each.field) == (entry.entity, entry.name)
        ]


@contextmanager
def running(environ: Mapping[str, str], workbook: Path, server: int) -> Iterator[Program]:
    """The program, ended at the latest here."""
    program = Program(environ, workbook, server)
    try:
        yield program
    finally:
        program.process.kill()
        program.process.wait()
