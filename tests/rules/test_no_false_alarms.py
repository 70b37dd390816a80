"""What agrees is not called wrong, and a fault put into it is found: a few of many."""

from __future__ import annotations

from tests.consistent.alarms import alarms
from tests.faults.planting import outcomes

FILINGS, FAULTS = 8, 40
"""The trials try ten thousand and five thousand."""


def test_no_filing_that_agrees_is_called_wrong() -> None:
    assert alarms("suite", range(FILINGS)) == []


def test_nearly_every_fault_that_is_planted_is_found() -> None:
    missed = [each for each in outcomes("suite", FAULTS) if not each.found_by]
    assert len(missed) <= 1, [(each.kind.name, each.what) for each in missed]
