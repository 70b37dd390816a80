"""Remembers what was worked out of a subject for as long as it is the same one."""

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
    """Have a function of a subject work once for each subject; only the last answer is kept.

    A subject never changes, so the very same object has the very same answer; comparing two of
    them would take longer than the work.
    """
    kept: list[tuple[Subject, T]] = []

    @wraps(work)
    def answer(subject: Subject) -> T:
        if not kept or kept[0][0] is not subject:
            kept[:] = [(subject, work(subject))]
        return kept[0][1]

    return answer
