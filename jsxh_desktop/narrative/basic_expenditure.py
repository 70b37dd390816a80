"""决算情况说明 六: 人员经费 and 公用经费, naming only what there is (rules C15, C16)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from jsxh_desktop.domain import totals
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.totals import Lines
from jsxh_desktop.narrative.block import Block, Gap
from jsxh_desktop.narrative.prose import paragraph
from jsxh_desktop.narrative.wording import Wording, known

Cut = Callable[[Filing], Lines]


def basic_expenditure(words: Wording) -> Iterator[Block]:
    """The total, then the two kinds of it with the names of their items."""
    basic = known(partial(totals.basic_expenditure, words.filing))
    if basic == Money():
        yield paragraph(words, "basic_none")
        return
    yield paragraph(words, "basic", total=basic)
    yield _kind(words, "personnel", totals.personnel_lines)
    yield _kind(words, "operating", totals.operating_lines)
    cut = known(partial(_cut, words.filing))
    if not isinstance(basic, Gap) and not isinstance(cut, Gap) and cut != basic:
        yield Gap(words.write("basic_differs", cut=cut, basic=basic))


def economic_items(filing: Filing, cut: Cut) -> list[tuple[str, Money]]:
    """Name and sum of every 款 of a cut that has money, in code order."""
    sums = totals.by_code(cut(filing), 5, economic=True)
    return [(filing.economic.name(code), amount) for code, amount in totals.nonzero(sums)]


def _kind(words: Wording, key: str, cut: Cut) -> Block:
    amount = known(lambda: totals.total(cut(words.filing)))
    if amount == Money():
        return paragraph(words, f"{key}_none")
    mainly = (
        "" if isinstance(amount, Gap) else words.write("mainly", names=partial(_names, words, cut))
    )
    return paragraph(words, key, amount=amount, mainly=mainly)


def _names(words: Wording, cut: Cut) -> str:
    return "、".join(name for name, _ in economic_items(words.filing, cut))


def _cut(filing: Filing) -> Money:
    """人员经费 and 公用经费 together, which must be the 基本支出 by function (rule B09)."""
    return totals.total(totals.personnel_lines(filing)) + totals.total(
        totals.operating_lines(filing)
    )
