"""Plants single faults in consistent filings, and tells which of them the rules find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from jsxh_desktop.rules.registry import check
from jsxh_desktop.rules.subject import Subject
from tests.consistent.draw import Draw
from tests.consistent.filings import consistent
from tests.faults import drawn, entered, named, scopes, sentences, tabled
from tests.faults.fault import Kind

KINDS: tuple[Kind, ...] = (
    *sentences.KINDS,
    *drawn.KINDS,
    *entered.KINDS,
    *named.KINDS,
    *scopes.KINDS,
    *tabled.KINDS,
)
A_CASE = 12
"""So many faults, each alone, are planted in one filing."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One fault, and the rules that say something they did not say before."""

    number: int
    kind: Kind
    what: str
    found_by: frozenset[str]


def outcomes(seed: str, count: int) -> Iterator[Outcome]:
    """So many faults, all kinds alike often as far as filings have room for them."""
    planted: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    number = 0
    while planted.total() < count:
        number += 1
        case = consistent(seed, number)
        subject = case.subject
        clean = said(subject)
        draw = Draw(f"{seed} faults {number}")
        order = sorted(draw.shuffled(KINDS), key=lambda kind: tried[_key(kind)])
        for kind in order[: min(A_CASE, count - planted.total())]:
            tried[_key(kind)] += 1
            fault = kind.plant(draw, case, subject)
            if fault is None:
                continue
            planted[_key(kind)] += 1
            new = said(fault.subject) - clean
            yield Outcome(number, kind, fault.what, frozenset(rule for rule, _ in new))


def said(subject: Subject) -> frozenset[tuple[str, str]]:
    """What is found, each finding by its rule and what it is about."""
    return frozenset(
        (verdict.rule.id, finding.about or finding.where)
        for verdict in check(subject)
        for finding in verdict.findings
    )


def _key(kind: Kind) -> str:
    return f"{kind.group} {kind.name}"
