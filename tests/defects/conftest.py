"""The sample as it would be printed: what text, charts, sheets and tables say."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

import pytest

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.paths import codes
from jsxh_desktop.app.sample import sample
from jsxh_desktop.charts.chart import Chart
from jsxh_desktop.charts.figures import figures
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.narrative.block import Block, Table
from jsxh_desktop.narrative.document import compose
from jsxh_desktop.reports.evaluation_form import evaluation_sheets
from jsxh_desktop.reports.public_tables import public_tables
from jsxh_desktop.store.codes import read_codes


@pytest.fixture(scope="session")
def filing() -> Filing:
    return dataclasses.replace(
        sample(),
        functional_codes=read_codes(codes(), 2021, "functional"),
        economic_codes=read_codes(codes(), 2021, "economic"),
    )


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack("sichuan-2021")


@pytest.fixture(scope="session")
def told(pack: Pack) -> Callable[[Filing], str]:
    """Everything the document of a filing says outside its tables, a block a line."""

    def tell(filing: Filing) -> str:
        blocks = (block for part in compose(filing, pack) for block in part.blocks)
        return "\n".join(words for block in blocks for words in said(block))

    return tell


def said(block: Block) -> Iterator[str]:
    for name in ("text", "caption", "note"):
        if words := getattr(block, name, ""):
            yield words


@pytest.fixture(scope="session")
def text(filing: Filing, told: Callable[[Filing], str]) -> str:
    """What the document of the sample says."""
    return told(filing)


@pytest.fixture(scope="session")
def chart(filing: Filing) -> Callable[[int], Chart]:
    """One of 图1–图7 of the sample, by number."""

    def draw(number: int) -> Chart:
        drawn = figures(filing)[number].chart
        assert drawn is not None
        return drawn

    return draw


@pytest.fixture(scope="session")
def sheets(filing: Filing, pack: Pack) -> tuple[Table, ...]:
    """The self-evaluation sheets of the sample."""
    return evaluation_sheets(filing, pack)


@pytest.fixture(scope="session")
def tables(filing: Filing, pack: Pack) -> tuple[Table, ...]:
    """The public tables of the sample."""
    return public_tables(filing, pack)
