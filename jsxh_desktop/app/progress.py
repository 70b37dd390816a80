"""A progress bar that shows itself only when a job takes more than a second."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import TextIO

PATIENCE = 1.0
WIDTH = 30


class Progress:
    """Counts steps on one line of a terminal; anywhere else, and in the first second, it is silent.

    The bar is gone at the end, so what is said afterwards begins on a clean line.
    """

    def __init__(self, label: str, stream: TextIO, patience: float = PATIENCE) -> None:
        self._label = label
        self._stream = stream
        self._steps = 0
        self._done = 0
        self._shown = False
        self._one_at_a_time = threading.Lock()
        self._wait = threading.Timer(patience, self._appear)
        self._wait.daemon = True

    def __enter__(self) -> Progress:
        if self._stream.isatty():
            self._wait.start()
        return self

    def expect(self, steps: int) -> None:
        """How many steps there will be."""
        self._steps = steps

    def step(self) -> None:
        """One step is done."""
        with self._one_at_a_time:
            self._done += 1
            if self._shown:
                self._draw()

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _problem: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._wait.cancel()
        with self._one_at_a_time:
            if self._shown:
                self._write("")
            self._shown = False

    def _appear(self) -> None:
        with self._one_at_a_time:
            if not self._wait.finished.is_set():
                self._shown = True
                self._draw()

    def _draw(self) -> None:
        filled = WIDTH * self._done // self._steps if self._steps else 0
        bar = "█" * filled + "░" * (WIDTH - filled)
        self._write(f"{self._label} {bar} {self._done}/{self._steps}")

    def _write(self, text: str) -> None:
        self._stream.write(f"\r\033[K{text}")
        self._stream.flush()
