"""A progress bar that shows itself only when a job takes more than a second."""

from __future__ import annotations

import sys
import time
from types import TracebackType

import click

PATIENCE = 1.0


class Progress:
    """Counts steps; from the second second on, a bar on the terminal's error stream tells them."""

    def __init__(self, label: str, steps: int) -> None:
        self._label = label
        self._steps = steps
        self._done = 0
        self._began = time.monotonic()
        self._stream = sys.stderr
        self._shown = False

    def __enter__(self) -> Progress:
        return self

    def step(self) -> None:
        """One step is done."""
        self._done += 1
        if self._stream.isatty() and time.monotonic() - self._began > PATIENCE:
            self._shown = True
            self._draw()

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _problem: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if self._shown:
            click.echo("\r\033[K", nl=False, file=self._stream)

    def _draw(self) -> None:
        filled = 30 * self._done // max(self._steps, 1)
        bar = "█" * filled + "░" * (30 - filled)
        text = f"\r\033[K{self._label} {bar} {self._done}/{self._steps}"
        click.echo(text, nl=False, file=self._stream)
        self._stream.flush()
