"""A rule of the check-up and what it says: a finding, or why it cannot be judged."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from jsxh_desktop.domain.change import Change
from jsxh_desktop.domain.frozen import frozen
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.stated import NotStated

if TYPE_CHECKING:
    from jsxh_desktop.rules.subject import Subject


class Severity(Enum):
    """How bad: an error blocks 定稿, a warning wants a look, an info is a hint."""

    ERROR = "错误"
    WARNING = "提醒"
    INFO = "提示"


@frozen
class Operand:
    """One side of a comparison: what it is called, how it reads with its unit, where it stands."""

    name: str
    shown: str
    origin: str = ""


@frozen
class Correction:
    """What one click puts right, as one step of work under its name."""

    title: str
    changes: tuple[Change, ...]


@frozen
class Finding:
    """One thing that does not hold.

    `message` says what, with both figures; `to_do` what to do about it; `where` names the table,
    section or field. `about` tells the findings of one rule apart and does not change with their
    figures. `places` are jumped to, the first one first; `words` are the very words pointed at.
    `severity` is given where it is milder or worse than its rule's.
    """

    message: str
    to_do: str
    about: str = ""
    where: str = ""
    places: tuple[Place, ...] = ()
    operands: tuple[Operand, ...] = ()
    computed: str = ""
    words: str = ""
    severity: Severity | None = None
    correction: Correction | None = None

    @property
    def figures(self) -> str:
        """A mark of what was found, the same as long as all of it is: 16 hex digits."""
        said = (self.message, self.computed, *(operand.shown for operand in self.operands))
        return hashlib.sha256("\x00".join(said).encode()).hexdigest()[:16]


@frozen
class Unjudged:
    """Why a rule, or one object of it, cannot be judged (无法判断): a blank is never a zero."""

    reason: str
    places: tuple[Place, ...] = ()


Said = Finding | Unjudged
Check = Callable[["Subject"], Iterator[Said]]


@frozen
class Rule:
    """One rule of the book.

    `holds` is the condition in words, `why` what comes of breaking it, `cites` the document or
    form it rests on. `check` yields nothing where all is well; NotStated raised in it is unjudged.
    Handed to another process, a rule is what it says of itself and asks nothing there.
    """

    id: str
    name: str
    severity: Severity
    holds: str
    why: str
    cites: str
    check: Check

    def __reduce__(self) -> tuple[Any, ...]:
        told = (self.id, self.name, self.severity, self.holds, self.why, self.cites)
        return Rule, (*told, _asks_nothing)


class Verdict(NamedTuple):
    """What one rule says of one subject; neither findings nor unjudged: passed."""

    rule: Rule
    findings: tuple[Finding, ...] = ()
    unjudged: tuple[Unjudged, ...] = ()

    @property
    def passed(self) -> bool:
        return not self.findings and not self.unjudged


def _asks_nothing(_subject: Subject) -> Iterator[Said]:
    return iter(())


def rule(
    id_: str, name: str, severity: Severity, holds: str, *, why: str, cites: str
) -> Callable[[Check], Rule]:
    """Make a function of a subject the rule of this id."""

    def made(check: Check) -> Rule:
        return Rule(id_, name, severity, holds, why, cites, check)

    return made


def judge(one: Rule, subject: Subject) -> Verdict:
    """What a rule says; what was found before a blank was met is kept."""
    said = tuple(until_blank(one.check(subject)))
    if not said:
        return Verdict(one)
    return Verdict(
        one,
        tuple(each for each in said if isinstance(each, Finding)),
        tuple(dict.fromkeys(each for each in said if isinstance(each, Unjudged))),
    )


def until_blank(said: Iterable[Said]) -> Iterator[Said]:
    """What is said, and in place of a blank that it met: why it stopped."""
    try:
        yield from said
    except NotStated as missing:
        yield Unjudged(f"{missing.label}还没有填")


def each_apart(checks: Iterable[Iterable[Said]]) -> Iterator[Said]:
    """Several checks of one rule: a blank stops only the one that met it."""
    for check in checks:
        yield from until_blank(check)
