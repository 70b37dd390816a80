"""A thousand filings out as Excel and Word and back: every table, list and sheet, to the fen."""

from __future__ import annotations

import os
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import click

from tests.app.imports.round_trips import Lost, Trips, untold
from tests.consistent.draw import seed_of_today
from tests.consistent.filings import consistent

COUNT, AT_ONCE = int(os.environ.get("JSXH_COUNT", "1000")), 25


def test_nothing_is_lost_on_the_way_out_and_back() -> None:
    seed = seed_of_today()
    starts = range(0, COUNT, AT_ONCE)
    with ProcessPoolExecutor(os.cpu_count()) as workers:
        made = list(workers.map(_trips, starts, [seed] * len(starts)))
    left = sum(count for _, count in made)
    click.echo(f"{COUNT} filings of seed {seed}; {left} with a detail no other table tells apart")
    assert [lost for some, _ in made for lost in some] == []


def _trips(start: int, seed: str) -> tuple[list[tuple[int, Lost]], int]:
    """What is lost of these filings, and in how many the detail tables cannot be split."""
    lost: list[tuple[int, Lost]] = []
    left = 0
    with tempfile.TemporaryDirectory() as folder:
        trips = Trips(Path(folder))
        for number in range(start, min(start + AT_ONCE, COUNT)):
            case = consistent(seed, number)
            left += bool(untold(case.filing))
            made = trips.all_of(case.filing, case.pack, case.parts)
            lost += [(number, each) for each in made]
        trips.close()
    return lost, left
