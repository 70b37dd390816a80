"""决算情况说明 七: “三公”经费, every part mentioned, no share a completion (rules C17, C20)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jsxh_desktop.charts import figures
from jsxh_desktop.domain import spending
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.narrative.block import Block, Paragraph
from jsxh_desktop.narrative.drawing import drawn
from jsxh_desktop.narrative.phrase import completion, moved, share, variance
from jsxh_desktop.narrative.prose import heading, paragraph
from jsxh_desktop.narrative.reception import reception
from jsxh_desktop.narrative.travel import overseas, vehicles
from jsxh_desktop.narrative.wording import Amount, Wording, entered, known, told


def three_public(words: Wording) -> Iterator[Block]:
    """（一） the total, （二） its parts, one after the other."""
    yield heading(words, 1, "three_public_totals")
    yield Paragraph(_total(words))
    yield heading(words, 2, "three_public_items")
    yield paragraph(words, "three_public_parts", parts=_parts(words))
    yield drawn(figures.three_public_structure(words.filing, words.pack.percent_places))
    yield from overseas(words, 1)
    yield from vehicles(words, 2)
    yield from reception(words, 3)


def _total(words: Wording) -> str:
    filing, spent = words.filing, words.filing.three_public
    final = partial(spending.three_public, spent)
    budget = partial(spending.three_public_budget, spent)
    nothing = known(lambda: final() == budget() == Money()) is True
    first = words.write(
        "three_public_none" if nothing else "three_public",
        budget=budget,
        final=final,
        completion=completion(words, final, budget),
        variance=variance(words, final, budget, told(Reasons.three_public_budget, filing.reasons)),
    )
    before = partial(spending.prior_three_public, filing)
    name = words.write("three_public_name")
    return first + moved(words, "than", final, before, Reasons.three_public, what=name)


def _parts(words: Wording) -> str:
    spent = words.filing.three_public
    whole = partial(spending.three_public, spent)
    parts: dict[str, Amount] = {
        "overseas": entered(ThreePublic.overseas, spent),
        "vehicles": partial(spending.vehicles, spent),
        "reception": partial(spending.reception, spent),
    }
    return "；".join(
        words.write(
            "three_public_part",
            name=words.write(f"{key}_name"),
            amount=amount,
            share=share(words, amount, whole),
        )
        for key, amount in parts.items()
    )
