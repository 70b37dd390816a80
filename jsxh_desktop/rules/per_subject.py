"""What several rules ask of a subject, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from operator import is_
from typing import TypeVar

from jsxh_desktop.rules.subject import Subject

T = TypeVar("T")


def while_same(
    *asked: Callable[[Subject], object],
) -> Callable[[Callable[[Subject], T]], Callable[[Subject], T]]:
    """Have a function of a subject work once for as long as what is asked of it is the very same.

    Only what it depends on is asked: subjects that have that in common share the answer.
    """

    def made(work: Callable[[Subject], T]) -> Callable[[Subject], T]:
        kept: list[tuple[tuple[object, ...], T]] = []

        @wraps(work)
        def answer(subject: Subject) -> T:
            given = tuple(ask(subject) for ask in asked)
            if not kept or not all(map(is_, given, kept[0][0])):
                kept[:] = [(given, work(subject))]
            return kept[0][1]

        return answer

    return made


def per_subject(work: Callable[[Subject], T]) -> Callable[[Subject], T]:
    """Have a function of a subject work once for each subject; the answer is kept with it.

    Like a cached_property of the subject, which need not know who asks it. What raises is asked
    again.
    """
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def answer(subject: Subject) -> T:
        held = vars(subject)
        if name not in held:
            held[name] = work(subject)
        found: T = held[name]
        return found

    return answer
