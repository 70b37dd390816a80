"""T09: each reaction that runs while a field is filled in fails once, and no word is lost."""

from __future__ import annotations

import inspect
import random
import tkinter as tk
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest

from jsxh_desktop.app import user_folders
from jsxh_desktop.store.records import table_of
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.window import Window
from tests.battery.counts import tell, times
from tests.trials.evidence import losses
from tests.trials.spots import SPOTS, focused_text, go, press, text_in
from tests.ui.conftest import opened

T = TypeVar("T")

THERE = [name for name, spot in SPOTS.items() if not spot.new]
WRITTEN, TRIES = 6, 12
LEAVING = ("<Return>", "<Tab>", "<Control-Next>")
BY_TK = tk.CallWrapper
NEVER = {"Mailbox._empty", "_look", "LineInput._begin", "ProseInput._begin"}
"""What begins by having itself called again, or by noting that it has begun: that cannot fail."""


class Fault(Exception):  # noqa: N818 - named for what it is
    """What no code expects."""


class Strikes:
    """Once it `is_on`, each of our functions that Tk calls raises the first time, at once."""

    def __init__(self) -> None:
        self.struck: set[str] = set()
        self.is_on = False

    def wrapped(self, func: Any, subst: Any, widget: Any) -> Callable[..., Any]:
        """What tkinter makes of a function before Tk gets it."""
        usual, failing = BY_TK(func, subst, widget), BY_TK(_fault, None, widget)
        return lambda *given: failing() if self._strike(func) else usual(*given)

    def _strike(self, func: Any) -> bool:
        """Whether it is its turn."""
        if not self.is_on:
            return False
        ours = _innermost(func)
        name = f"{ours.__qualname__}:{ours.__code__.co_firstlineno}"
        can_fail = ours.__module__.startswith("jsxh_desktop.ui") and ours.__qualname__ not in NEVER
        if not can_fail or name in self.struck:
            return False
        self.struck.add(name)
        return True


def _fault() -> None:
    raise Fault


def _innermost(func: Any) -> Any:
    """What `after` or a partial calls in the end."""
    while True:
        inner = func.func if isinstance(func, partial) else _held(func)
        if inner is func:
            return func
        func = inner


def _held(func: Any) -> Any:
    return inspect.getclosurevars(func).nonlocals.get("func", func)


@pytest.fixture
def strikes(
    application: Application,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> Iterator[Strikes]:
    """The program's own answer to a fault; a fault that was none of these fails the test."""
    defects = application._defects  # noqa: SLF001 - the shared window has another answer
    monkeypatch.setattr(user_folders, "logs", lambda: tmp_path)
    monkeypatch.setattr(application.root, "report_callback_exception", defects.take)
    made = Strikes()
    monkeypatch.setattr(tk, "CallWrapper", made.wrapped)
    yield made
    logged = [each.exc_info[0] for each in caplog.get_records("call") if each.exc_info]
    caplog.get_records("call").clear()
    assert logged == [Fault] * len(made.struck)


@pytest.mark.parametrize("name", THERE[: times(1, len(THERE))])
def test_no_word_is_lost_whatever_failed(
    application: Application, strikes: Strikes, sample_file: Path, tmp_path: Path, name: str
) -> None:
    window, spot = opened(application, sample_file, tmp_path), SPOTS[name]
    chance = random.Random(name)  # noqa: S311 - it chooses a record
    strikes.is_on = True
    place = steadily(window, strikes, lambda: go(window, spot, chance))
    shown = ""
    for sign in spot.writes[:WRITTEN]:
        shown = written(window, sign)
    for key in LEAVING:
        press(window.root, key)
        window.root.update()
    strikes.is_on = False
    path = window.workspace.path
    application.put_away()
    tell("T09", reactions=len(strikes.struck))
    assert not losses(path, {(table_of(place.entry.entity), place.key, place.entry.name): shown})


def steadily(window: Window, strikes: Strikes, act: Callable[[], T]) -> T:
    """Do it again until nothing fails over it any more."""
    for _ in range(TRIES):
        before = len(strikes.struck)
        try:
            done = act()
            window.root.update()
        except AssertionError:
            if len(strikes.struck) == before:
                raise
            continue
        if len(strikes.struck) == before:
            return done
    raise AssertionError("there is no end to what fails")


def written(window: Window, sign: str) -> str:
    """What stands in the field after a character was put into it, as a key does."""
    field = focused_text(window.root)
    assert field is not None
    insert = "tk::TextInsert" if field.winfo_class() == "Text" else "ttk::entry::Insert"
    field.tk.call(insert, field, sign)
    window.root.update()
    return text_in(field)
