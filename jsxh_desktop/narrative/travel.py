"""“三公”经费 1. and 2.: 因公出国（境） and 公务用车, also where nothing was spent (rule C20)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from jsxh_desktop.domain import spending
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.domain.three_public import BOUGHT, HELD, ThreePublic
from jsxh_desktop.narrative.block import Block, Paragraph
from jsxh_desktop.narrative.phrase import completion, moved
from jsxh_desktop.narrative.prose import paragraph
from jsxh_desktop.narrative.wording import Amount, Wording, entered, known, told


def opening(words: Wording, number: int, key: str, final: Amount, budget: Amount) -> str:
    """“1.…费支出…，完成全年预算的…。” and how it moved; `key` names the part in every room."""
    prior = spending.prior_year(words.filing)
    name = words.write(f"{key}_name")
    before = entered(getattr(PriorYear, key), prior)
    done = completion(words, final, budget)
    first = words.write("spent_on", number=number, name=name, final=final, completion=done)
    reason: Entry[str] = getattr(Reasons, key)
    return first + moved(
        words, "than", final, before, reason, what=words.write("final_of", name=name)
    )


def overseas(words: Wording, number: int) -> Iterator[Block]:
    """1.因公出国（境）费."""
    spent = words.filing.three_public
    final = entered(ThreePublic.overseas, spent)
    text = opening(words, number, "overseas", final, entered(ThreePublic.overseas_budget, spent))
    counts = (ThreePublic.overseas_groups, ThreePublic.overseas_persons)
    if not silent(words, final, counts):
        groups, persons = (entered(count, spent) for count in counts)
        text += words.write("overseas_counts", groups=groups, persons=persons)
    if known(final) != Money():
        text += words.write("overseas_content", content=told(ThreePublic.overseas_content, spent))
    yield Paragraph(text)


def vehicles(words: Wording, number: int) -> Iterator[Block]:
    """2.公务用车购置及运行维护费, with what was bought and what is kept."""
    spent = words.filing.three_public
    yield Paragraph(
        opening(
            words,
            number,
            "vehicles",
            partial(spending.vehicles, spent),
            partial(spending.vehicles_budget, spent),
        )
    )
    purchase = entered(ThreePublic.purchase, spent)
    text = words.write("purchase", amount=purchase)
    if not silent(words, purchase, BOUGHT):
        bought = partial(spending.vehicles_bought, spent)
        text += words.write("bought", count=bought, kinds=_kinds(words, BOUGHT))
    yield Paragraph(text)
    held = partial(spending.vehicles_held, spent)
    yield paragraph(words, "held", count=held, kinds=_kinds(words, HELD))
    running = entered(ThreePublic.running, spent)
    key = "running_none" if known(running) == Money() else "running"
    purpose = told(ThreePublic.running_purpose, spent)
    yield paragraph(words, key, amount=running, purpose=purpose)


def silent(words: Wording, amount: Amount, counts: tuple[Entry[int | None], ...]) -> bool:
    """Whether nothing was spent and nobody counted either: then no count is claimed."""
    blank = all(count.of(words.filing.three_public) is None for count in counts)
    return blank and known(amount) == Money()


def _kinds(words: Wording, counts: tuple[Entry[int | None], ...]) -> str:
    """轿车…、越野车…、载客汽车…, where there is any vehicle and all are counted."""
    numbers = [count.of(words.filing.three_public) for count in counts]
    if not any(numbers) or None in numbers:
        return ""
    parts = dict(zip(("cars", "off_roads", "coaches"), map(str, numbers), strict=True))
    return words.write("vehicle_kinds", **parts)
