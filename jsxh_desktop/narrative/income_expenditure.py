"""决算情况说明 一 to 四: totals, income, expenditure, and the appropriation's totals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeVar

from jsxh_desktop.charts import figures
from jsxh_desktop.domain import totals as sums
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.domain.spending import prior_year
from jsxh_desktop.narrative.block import Block, Gap, Paragraph
from jsxh_desktop.narrative.drawing import drawn
from jsxh_desktop.narrative.phrase import moved, share
from jsxh_desktop.narrative.prose import paragraph
from jsxh_desktop.narrative.wording import Wording, entered, known

T = TypeVar("T", bound=str)


def totals(words: Wording) -> Iterator[Block]:
    """一、收、支总计 and how they moved (rules C01–C04)."""
    now = partial(sums.grand_total, words.filing)
    before = entered(PriorYear.total, prior_year(words.filing))
    yield Paragraph(
        words.write("totals", total=now)
        + moved(words, "each", now, before, Reasons.total, what=words.write("totals_name"))
    )
    yield drawn(figures.totals_change(words.filing))


def income(words: Wording) -> Iterator[Block]:
    """二、本年收入 by source (rule C07)."""
    filing = words.filing
    yield paragraph(
        words,
        "income",
        total=partial(sums.income, filing),
        parts=composition(words, partial(sums.income_by_source, filing)),
    )
    yield drawn(figures.income_structure(filing, words.pack.percent_places))


def expenditure(words: Wording) -> Iterator[Block]:
    """三、本年支出 by 支出性质 (rule C08)."""
    filing = words.filing
    yield paragraph(
        words,
        "expenditure",
        total=partial(sums.expenditure, filing),
        parts=composition(words, partial(sums.expenditure_by_kind, filing)),
    )
    yield drawn(figures.expenditure_structure(filing, words.pack.percent_places))


def appropriation(words: Wording) -> Iterator[Block]:
    """四、财政拨款收、支总计, never a copy of section 一 (rule C09)."""
    now = partial(sums.appropriation_total, words.filing)
    before = entered(PriorYear.appropriation_total, prior_year(words.filing))
    name = words.write("appropriation_name")
    yield Paragraph(
        words.write("appropriation", total=now)
        + moved(words, "each", now, before, Reasons.appropriation, what=name)
    )
    yield drawn(figures.appropriation_change(words.filing))


def composition(words: Wording, parts: Callable[[], Mapping[T, Money]]) -> str:
    """“，其中：…，占…；…”; nothing while the parts are unknown or there are none."""
    found = known(parts)
    if isinstance(found, Gap) or not any(found.values()):
        return ""
    whole = added(found.values())
    kept = ((name, part) for name, part in found.items() if part or words.pack.list_zero)
    pieces = [
        words.write("part", name=name, amount=part, share=share(words, part, whole))
        for name, part in kept
    ]
    return words.write("of_which", parts="；".join(pieces))
