"""What goes out as Excel or Word comes back as it was: the sample and a few random filings.

A thousand of them are a trial of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from jsxh_desktop.app.book import document
from jsxh_desktop.app.packs import pack_of
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.terms import Precision
from tests.app.imports.round_trips import Trips
from tests.app.imports.tabled import named
from tests.consistent.filings import consistent

FEW = range(1)


@pytest.fixture(scope="module")
def trips(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trips]:
    made = Trips(tmp_path_factory.mktemp("trips"))
    yield made
    made.close()


def test_all_of_the_sample_comes_back_from_each_of_its_files(trips: Trips) -> None:
    filing, pack = named(sample()), pack_of(sample())
    assert trips.all_of(filing, pack, document(filing, pack)) == []


@pytest.mark.parametrize("number", FEW)
def test_all_of_a_random_filing_comes_back_from_each_of_its_files(
    trips: Trips, number: int
) -> None:
    case = consistent("round trips", number)
    assert trips.all_of(case.filing, case.pack, case.parts) == []


def test_a_figure_that_does_not_come_back_is_seen(trips: Trips) -> None:
    """The proof that the trips look: a table in 万元 cannot say the last fen."""
    case = next(
        case
        for number in range(20)
        if (case := consistent("round trips", number)).filing.precision is Precision.FEN
    )
    assert [*trips.tables(case.filing, case.pack, "万元")] != []
