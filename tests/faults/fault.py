"""A fault: one thing wrong in a filing or its document that were right before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jsxh_desktop.rules.subject import Subject
from tests.consistent.draw import Draw
from tests.consistent.filings import Case


@dataclass(frozen=True, slots=True)
class Planted:
    """What was done, in words, and the subject as it is now."""

    what: str
    subject: Subject


Plant = Callable[[Draw, Case, Subject], Planted | None]
"""Puts one fault into a case and its document; None where it has no room for one."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault: the group it is counted in, what it is called, and how it is planted."""

    group: str
    name: str
    plant: Plant
