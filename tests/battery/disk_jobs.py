"""What a workshop does on a disk that fails at a certain call, or is full."""

from __future__ import annotations

import ctypes
import resource
from collections.abc import Callable
from pathlib import Path

from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.store import connection
from tests.battery.numbers import number_of, numbered
from tests.battery.workshop import tell

STEPS = 3
A_PIECE = 2_000  # characters


def work_until_a_call(path: str, at: int, kills: int) -> None:
    """A few steps of which one meets an error of the disk or the end, if there are as many calls.

    Calls that bring data to a disk are counted.
    """
    calls = ctypes.CDLL(None)
    calls.strike_at(at, kills)
    try:
        workspace = Workspace.open(Path(path))
    except Problem as problem:
        tell({"closed": str(problem), "calls": calls.calls_made()})
        return
    number = number_of(workspace.filing)
    for _ in range(STEPS):
        tell({"to": number + 1})
        workspace.apply("改一步", numbered(workspace.filing, number + 1))
        number = number_of(workspace.filing)
        tell({"at": number, "trouble": workspace.trouble})
    try:
        workspace.close()
    except Problem as problem:
        tell({"closed": str(problem)})
    tell({"calls": calls.calls_made()})


def fill_up(path: str, room: int, filler: str) -> None:
    """Write more and more into a field until nothing more goes in, then make room.

    Without a file that fills the disk no file may grow by more than this room.
    """
    workspace = Workspace.open(Path(path))
    make_room = _cramped(Path(path).stat().st_size + room) if not filler else Path(filler).unlink
    place, text = Place(Organization.full_name), ""
    while not workspace.trouble:
        tell({"at": len(text)})
        text += "字" * A_PIECE
        workspace.typing(place, text)
        workspace.leave(place, text)
        workspace.flush()
    tell({"trouble": workspace.trouble, "waiting": workspace.exact_text(place) == text})
    kept = len(workspace.filing.organization.full_name)
    make_room()
    workspace.flush()
    tell({"kept": kept, "whole": workspace.filing.organization.full_name == text})
    tell({"trouble": workspace.trouble})
    workspace.close()


def _cramped(size: int) -> Callable[[], None]:
    """No file may be larger; the answer takes that back."""
    free = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, free[1]))
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, free)


def work_recorded(path: str, log: str, synchronous: str) -> None:
    """A few steps, and typing in between, with all they ask of the disk written down."""
    calls = ctypes.CDLL(None)
    usual = {name: (name, value, kept) for name, value, kept in connection.SETTINGS}
    usual["synchronous"] = ("synchronous", synchronous, {"extra": 3, "off": 0}[synchronous])
    connection.SETTINGS = tuple(usual.values())
    calls.record(log.encode(), str(Path(path).parent).encode())
    workspace = Workspace.open(Path(path))
    place, number = Place(Organization.supervisor), number_of(workspace.filing)
    for _ in range(STEPS):
        for text in ("甲", "甲乙", "甲乙丙"):
            workspace.typing(place, text * (number + 1))
        calls.mark(ord("b"), ctypes.c_int64(number + 1))
        workspace.apply("改一步", numbered(workspace.filing, number + 1))
        workspace.flush()
        number += 1
        calls.mark(ord("k"), ctypes.c_int64(number))
        workspace.leave(place, "甲乙丙" * number)
        workspace.flush()
    workspace.close()
