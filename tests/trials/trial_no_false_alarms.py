"""Ten thousand filings that agree with themselves: no rule may say that one of them is wrong."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor

from tests.consistent.alarms import Alarm, alarms
from tests.consistent.draw import seed_of_today

COUNT, AT_ONCE = 10_000, 100


def test_no_filing_that_agrees_is_called_wrong() -> None:
    seed = seed_of_today()
    with ProcessPoolExecutor(os.cpu_count()) as workers:
        starts = range(0, COUNT, AT_ONCE)
        told = list(workers.map(_alarms, starts, [seed] * len(starts)))
    assert [alarm for some in told for alarm in some] == []


def _alarms(start: int, seed: str) -> list[Alarm]:
    return alarms(seed, range(start, start + AT_ONCE))
