"""Remembers what was worked out of a filing for as long as it is the same filing."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from jsxh_desktop.domain.filing import Filing

T = TypeVar("T")


def per_filing(work: Callable[[Filing], T]) -> Callable[[Filing], T]:
    """Have a function of a filing work once for each filing; only the last answer is kept.

    A filing never changes, so the very same object has the very same answer; comparing two of
    them would take longer than the work.
    """
    kept: list[tuple[Filing, T]] = []

    @wraps(work)
    def answer(filing: Filing) -> T:
        if not kept or kept[0][0] is not filing:
            kept[:] = [(filing, work(filing))]
        return kept[0][1]

    return answer
