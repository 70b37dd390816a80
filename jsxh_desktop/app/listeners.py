"""Who hears of every change on the desk: once of each, and once of many that belong together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Listener = Callable[[], None]


class Listeners:
    """Tells them in the order they came."""

    def __init__(self) -> None:
        self._all: list[Listener] = []
        self._is_held = False
        self._is_due = False

    def add(self, listener: Listener) -> Callable[[], None]:
        """Have a listener called after every change; the answer ends that."""
        self._all.append(listener)
        return lambda: self._all.remove(listener) if listener in self._all else None

    def tell(self) -> None:
        """Something changed."""
        self._is_due = self._is_held
        for listener in () if self._is_held else tuple(self._all):
            listener()

    @contextmanager
    def once(self) -> Iterator[None]:
        """Whatever changes within is told at the end, and no more than once."""
        if self._is_held:
            yield
            return
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
            if self._is_due:
                self.tell()
