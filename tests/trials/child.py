"""The watched program as a process: what it told, and its end."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.trials.evidence import At

ROOT = Path(__file__).resolve().parents[2]
STARTING = 30  # seconds
SETTINGS = '{"scale": 100, "geometry": "1366x696+0+0"}'


class Watched:
    """One run; `shown` is what stood last in each field, `written` how many characters came.

    What it says to its standard error lies in `stderr.txt` beside its settings.
    """

    def __init__(
        self, workbook: Path, settings: Path, environ: Mapping[str, str], *seed: str
    ) -> None:
        self.shown: dict[At, str] = {}
        self.written = 0
        self.failures: list[str] = []
        self._heard = b""
        settings.write_text(SETTINGS, "utf-8")
        self._errors = settings.with_name("stderr.txt").open("ab")
        command = (sys.executable, "-X", "faulthandler", "-m", "tests.trials.watched")
        self.process = subprocess.Popen(
            [*command, str(workbook), str(settings), *seed],
            cwd=ROOT,
            env=environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
        )
        self.hear("ready", STARTING)

    def go(self, spot: str) -> None:
        """Have the caret put into a field."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{spot}\n".encode())
        self.process.stdin.flush()
        self.hear("there", STARTING)

    def hear(self, what: str, seconds: float) -> None:
        """Listen until it tells this; raises TimeoutError."""
        if not self._listen(seconds, what):
            self.process.send_signal(signal.SIGABRT)  # it says on its way out where it was
            raise TimeoutError(f"waited {seconds:g} s for {what}: {self.failures}")

    def listen(self, seconds: float) -> None:
        """Listen for a while, or until it ends."""
        self._listen(seconds, "")

    def kill(self) -> None:
        """End it without a warning, and hear what it still told."""
        self.process.kill()
        self.listen(STARTING)
        self.close()

    def close(self) -> None:
        """Wait for its end and let go of it."""
        self.process.wait()
        self._errors.close()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()

    def _listen(self, seconds: float, what: str) -> bool:
        assert self.process.stdout is not None
        end, pipe = time.monotonic() + seconds, self.process.stdout.fileno()
        while (left := end - time.monotonic()) > 0:
            if not select.select([pipe], [], [], left)[0]:
                return False
            some = os.read(pipe, 1 << 16)
            *lines, self._heard = (self._heard + some).split(b"\n")
            told = [self._take(json.loads(line)) for line in lines]
            if not some or what in told:
                return what in told
        return False

    def _take(self, said: dict[str, Any]) -> str:
        """Note one line; what it is about."""
        match said:
            case {"at": [table, key, name], "text": text, "new": int() as new}:
                self.written += new
                self.shown[table, key, name] = text
                return "text"
            case {"failed": trace}:
                self.failures.append(trace)
        return next(iter(said))
