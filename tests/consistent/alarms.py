"""What the rules call an error in filings that have none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jsxh_desktop.rules.registry import check
from jsxh_desktop.rules.rule import Severity
from tests.consistent.filings import consistent


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding of the worst kind: the number of the filing, the rule, what it says."""

    number: int
    rule: str
    message: str


def alarms(seed: str, numbers: Iterable[int]) -> list[Alarm]:
    """Every error that any rule finds in these filings and their documents."""
    return [
        Alarm(number, verdict.rule.id, finding.message)
        for number in numbers
        for verdict in check(consistent(seed, number).subject)
        for finding in verdict.findings
        if (finding.severity or verdict.rule.severity) is Severity.ERROR
    ]
