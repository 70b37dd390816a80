"""What a workbook holds after a process that had it open was ended, and whether that may be."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.store.file import Workbook
from tests.battery.numbers import number_of
from tests.battery.workshop import Job, after

HOT = bytes.fromhex("d9d505f920a163d7")  # how a journal that is still needed begins


def held(path: Path) -> Filing:
    """The year as it is found; fails for a workbook that does not open or is not as written."""
    with Workbook.open(path) as workbook:
        assert workbook.altered == ()
        return workbook.load(1)


def may_be(told: list[Any], before: int) -> set[int]:
    """The numbers a workbook may hold: what was said to be kept, or what was under way."""
    at, to = before, before
    for said in told:
        at, to = said.get("at", at), said.get("to", to)
    return {at, to}


def settled(path: Path, told: list[Any], before: int) -> int:
    """The number found; fails where it is none of those it may be."""
    found = number_of(held(path))
    assert found in may_be(told, before)
    return found


def acknowledged(told: list[Any]) -> int:
    """How many steps were said to be on the disk."""
    return sum("at" in said for said in told)


def ended(job: Job, chance: random.Random, most: int, seconds: float) -> list[dict[str, Any]]:
    """Let a job say up to so much, then end it within so many seconds; all it said."""
    after(job, chance.randint(0, most), chance.uniform(0, seconds))
    return job.end()


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what takes back a step that was not done."""
    return path.with_name(f"{path.name}-journal")


def is_hot(path: Path) -> bool:
    """Whether a workbook cannot be read right without its journal."""
    journal = journal_of(path)
    return journal.exists() and journal.read_bytes().startswith(HOT)
