"""决算情况说明 八 and 九: 政府性基金 and 国有资本经营预算, declared even when nothing (C28)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.terms import FundSource
from jsxh_desktop.domain.totals import APPROPRIATION_INCOME
from jsxh_desktop.narrative.block import Block, Gap
from jsxh_desktop.narrative.functional_items import items
from jsxh_desktop.narrative.prose import paragraph
from jsxh_desktop.narrative.wording import Wording, known


def government_funds(words: Wording) -> Iterator[Block]:
    """八、政府性基金预算支出决算."""
    return _fund(words, FundSource.GOVERNMENT_FUNDS)


def state_capital(words: Wording) -> Iterator[Block]:
    """九、国有资本经营预算支出决算."""
    return _fund(words, FundSource.STATE_CAPITAL)


def _fund(words: Wording, fund: FundSource) -> Iterator[Block]:
    filing = words.filing
    lines = known(lambda: totals.fund_lines(filing, fund))
    if isinstance(lines, Gap):
        yield paragraph(words, "fund_spent", fund=fund, total=lines)
        return
    spent = partial(totals.total, lines)
    received = known(lambda: totals.income_by_source(filing)[APPROPRIATION_INCOME[fund]])
    if not lines and received == Money():
        yield paragraph(words, "fund_none", fund=fund)
        return
    yield paragraph(words, "fund_items" if lines else "fund_spent", fund=fund, total=spent)
    yield from items(words, lines)
