"""Waits for what other programs are about to do."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

EVERY = 0.03  # seconds
QUIET = 5  # looks in a row


def wait_for(happened: Callable[[], object], what: str, seconds: float = 10) -> None:
    """Return once it has happened; raises TimeoutError that names it."""
    end = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {seconds:g} s for {what}")
        time.sleep(EVERY)


def wait_for_rest(*processes: int) -> None:
    """Return once none of these has worked for a while: all that came in has been answered."""
    before: list[str] = []
    quiet = 0
    while quiet < QUIET:
        time.sleep(EVERY)
        now = [_work(process) for process in processes]
        quiet = quiet + 1 if now == before and not any("R" in each for each in now) else 0
        before = now


def _work(process: int) -> str:
    """The state of a process and the time it has worked; nothing where it has ended."""
    try:
        _, _, after_name = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")
    except FileNotFoundError:
        return ""
    state, *figures = after_name.split()
    return f"{state} {figures[10]} {figures[11]}"
