"""What several rules ask of a subject, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from operator import attrgetter, is_
from typing import TypeVar

from jsxh_desktop.domain.once import once
from jsxh_desktop.rules.rule import Check, Said, until_blank
from jsxh_desktop.rules.subject import Subject

T = TypeVar("T")

per_subject = once
"""Have a function of a subject work once for each."""

Ask = Callable[[Subject], object]
PRINT: Ask = attrgetter("printed_pages")
"""What is asked by those that go by the printed texts alone."""

TYPED: Ask = attrgetter("typed_pages")
"""What is asked by those that go by the typed ones."""


def held(*names: str) -> Ask:
    """What is asked by those that go by some parts of the filing."""
    return attrgetter(*(f"filing.{name}" for name in names))


def while_same(
    *asked: Ask,
) -> Callable[[Callable[[Subject], T]], Callable[[Subject], T]]:
    """Have a function of a subject work once for as long as what is asked of it is the very same.

    Only what it depends on is asked: subjects that have that in common share the answer. Two tuples
    of the very same things, as of pages, are the same.
    """

    def made(work: Callable[[Subject], T]) -> Callable[[Subject], T]:
        kept: list[tuple[tuple[object, ...], T]] = []

        @wraps(work)
        def answer(subject: Subject) -> T:
            given = tuple(ask(subject) for ask in asked)
            if not kept or not all(map(_same, given, kept[0][0])):
                kept[:] = [(given, work(subject))]
            return kept[0][1]

        return answer

    return made


def judged_while_same(*asked: Ask) -> Callable[[Check], Check]:
    """Have the check of a rule say again what it said, for as long as what it asks is the same."""

    def made(check: Check) -> Check:
        @while_same(*asked)
        def said(subject: Subject) -> tuple[Said, ...]:
            return tuple(until_blank(check(subject)))

        return lambda subject: iter(said(subject))

    return made


def _same(one: object, other: object) -> bool:
    if isinstance(one, tuple) and isinstance(other, tuple):
        return one is other or (len(one) == len(other) and all(map(is_, one, other)))
    return one is other
