"""A pause begins once the work is done and what it shows is painted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest

from jsxh_desktop.ui.pause import Pause


class Desk:
    """A widget whose idle work is done when a test says so, a sweep at a time as Tk does it."""

    def __init__(self) -> None:
        self.idle: list[tuple[Callable[..., object], tuple[Any, ...]]] = []
        self.timers: list[int] = []

    def bind(self, _event: str, _do: object, add: str = "") -> None: ...

    def after_idle(self, do: Callable[..., object], *given: Any) -> str:
        self.idle.append((do, given))
        return "idle"

    def after(self, length: int, _do: Callable[[], object]) -> str:
        self.timers.append(length)
        return "timer"

    def sweep(self) -> None:
        now, self.idle = self.idle, []
        for do, given in now:
            do(*given)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_it_begins_behind_what_is_to_be_painted(desk: Desk) -> None:
    begun_while_painting: list[bool] = []
    Pause(cast("Any", desk), lambda: None).begin(150)
    desk.after_idle(lambda: begun_while_painting.append(bool(desk.timers)))
    desk.sweep()
    desk.sweep()
    assert begun_while_painting == [False]
    assert desk.timers == [150]
