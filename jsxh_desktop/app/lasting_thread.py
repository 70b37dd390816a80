"""Work beside the window, one job after the other, which a defect in one of them does not end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

J = TypeVar("J")


class LastingThread(Generic[J]):
    """Does what it takes until that is None; begun at once.

    Where a job raises what nobody expects, its thread ends by that, and another goes on: a thread
    found dead only by the next job would have lost one that came while it died.
    """

    def __init__(self, name: str, take: Callable[[], J | None], do: Callable[[J], object]) -> None:
        self._name, self._take, self._do = name, take, do
        self._begin()

    def join(self) -> None:
        """Wait for the end, which is not there before None was taken."""
        while (thread := self._thread).is_alive() or thread is not self._thread:
            thread.join()

    def _begin(self) -> None:
        self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
        self._thread.start()

    def _work(self) -> None:
        is_over = False
        try:
            while (job := self._take()) is not None:
                self._do(job)
            is_over = True
        finally:
            if not is_over:
                self._begin()
