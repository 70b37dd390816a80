"""What is worked out of a record that never changes: once, and kept with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

R = TypeVar("R")
T = TypeVar("T")


def once(work: Callable[[R], T]) -> Callable[[R], T]:
    """Have a function of a record work once for each; the answer is kept with the record.

    Like a cached_property of the record, which need not know who asks it. What raises is asked
    again.
    """
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def answer(record: R) -> T:
        held = vars(record)
        if name not in held:
            held[name] = work(record)
        found: T = held[name]
        return found

    return answer
