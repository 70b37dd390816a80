"""决算情况说明 五: 一般公共预算财政拨款支出, its total, its classes, its items."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jsxh_desktop.charts import figures
from jsxh_desktop.domain import totals
from jsxh_desktop.domain.code import class_name
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.money import Money, added
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.domain.spending import prior_year
from jsxh_desktop.narrative.block import Block, Gap, Paragraph
from jsxh_desktop.narrative.drawing import drawn
from jsxh_desktop.narrative.functional_items import codes_in, items
from jsxh_desktop.narrative.phrase import completion, moved, share
from jsxh_desktop.narrative.prose import heading, paragraph
from jsxh_desktop.narrative.wording import Wording, entered, known


def general_budget(words: Wording) -> Iterator[Block]:
    """（一） total, （二） classes, （三） items."""
    yield heading(words, 1, "general_budget_totals")
    yield from _totals(words)
    yield heading(words, 2, "general_budget_classes")
    yield from _classes(words)
    yield heading(words, 3, "general_budget_items")
    yield from _items(words)


def _totals(words: Wording) -> Iterator[Block]:
    now = partial(totals.general_budget, words.filing)
    before = entered(PriorYear.general_budget, prior_year(words.filing))
    part = share(words, now, partial(totals.expenditure, words.filing), form="share_of_year")
    name = words.write("general_budget_name")
    yield Paragraph(
        words.write("general_budget", amount=now, share=part)
        + moved(words, "compared", now, before, Reasons.general_budget, what=name)
    )
    yield drawn(figures.general_budget_change(words.filing))


def _classes(words: Wording) -> Iterator[Block]:
    filing = words.filing
    total = known(partial(totals.general_budget, filing))
    if isinstance(total, Gap):
        yield paragraph(words, "general_budget", amount=total, share="")
    elif total == Money():
        yield paragraph(words, "general_budget_none")
    else:
        yield paragraph(words, "general_budget_classes", total=total, parts=partial(_parts, words))
    yield drawn(figures.general_budget_structure(filing, words.pack.percent_places))


def _parts(words: Wording) -> str:
    """Every 类 with money, in code order, with its own share: none is bent to reach 100% (C11)."""
    sums = totals.by_code(totals.general_budget_lines(words.filing), 3)
    whole = added(sums.values())
    return "；".join(
        words.write(
            "class_part",
            name=partial(class_name, words.filing.functional, code),
            amount=amount,
            share=share(words, amount, whole),
        )
        for code, amount in totals.nonzero(sums)
    )


def _items(words: Wording) -> Iterator[Block]:
    lines = known(partial(totals.general_budget_lines, words.filing))
    if isinstance(lines, Gap):
        yield paragraph(words, "general_budget", amount=lines, share="")
        return
    final = partial(totals.total, lines)
    budget = partial(totals.total, lines, ExpenditureLine.full_year_budget)
    if not codes_in(lines):
        yield paragraph(words, "general_budget_none")
        return
    yield paragraph(
        words,
        "general_budget_final",
        total=final,
        budget=words.write("general_budget_planned", budget=budget),
        completion=completion(words, final, budget),
    )
    yield from items(words, lines)
