"""The sample with every amount changed: each printed amount changes alike, each share stays."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.app.book import document
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.paths import codes
from jsxh_desktop.app.sample import sample
from jsxh_desktop.app.summary import texts
from jsxh_desktop.domain.entry import Kind, entries
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.narrative.block import Block, Figure
from jsxh_desktop.store.codes import read_codes

PACK = load_pack("sichuan-2021")
SAMPLE = dataclasses.replace(
    sample(),
    functional_codes=read_codes(codes(), 2021, "functional"),
    economic_codes=read_codes(codes(), 2021, "economic"),
)
AMOUNT = re.compile(r"\d+\.\d\d(?!\d|%)")


def scaled(filing: Filing, times: int) -> Filing:
    """The filing with every amount multiplied; what agreed before still agrees."""
    parts: dict[str, Any] = {
        name: _scaled(getattr(filing, name), entity, times) for name, entity in SINGLES.items()
    }
    for name, entity in LISTS.items():
        parts[name] = tuple(_scaled(each, entity, times) for each in getattr(filing, name))
    return dataclasses.replace(filing, **parts)


def _scaled(record: Any, entity: type[Any], times: int) -> Any:
    amounts = {
        entry.name: Money(entry.of(record).fen * times)
        for entry in entries(entity)
        if entry.kind is Kind.MONEY and entry.of(record) is not None
    }
    return dataclasses.replace(record, **amounts)


def printed(filing: Filing) -> list[str]:
    """Every text of the statements and the public tables, and every amount drawn in a chart."""
    return [
        text
        for part in document(filing, PACK)
        if part.key in {"statements", "tables"}
        for block in part.blocks
        for text in (*texts(block), *drawn(block))
    ]


def drawn(block: Block) -> list[str]:
    if not isinstance(block, Figure) or block.chart is None:
        return []
    return [value.show() for series in block.chart.series for value in series.values if value]


ORIGINAL = printed(SAMPLE)


def test_the_sample_shows_its_amounts_in_text_tables_and_charts() -> None:
    assert len(AMOUNT.findall("\n".join(ORIGINAL))) > 200


@settings(max_examples=8)
@given(st.integers(2, 9_999))
def test_every_amount_grows_alike_and_nothing_else_changes(times: int) -> None:
    def grown(found: re.Match[str]) -> str:
        return Money(wan(found[0]).fen * times).show()

    assert printed(scaled(SAMPLE, times)) == [AMOUNT.sub(grown, text) for text in ORIGINAL]
