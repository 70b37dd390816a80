"""What several rules ask of one subject, worked out once and kept with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from jsxh_desktop.rules.subject import Subject

T = TypeVar("T")


def once(answer: Callable[[Subject], T]) -> Callable[[Subject], T]:
    """Let a function of a subject answer from what it answered before.

    Like a cached_property of the subject, which need not know who asks it. What raises is asked
    again.
    """
    name = f"{answer.__module__}.{answer.__qualname__}"

    @wraps(answer)
    def kept(subject: Subject) -> T:
        held = vars(subject)
        if name not in held:
            held[name] = answer(subject)
        found: T = held[name]
        return found

    return kept
