"""Functional items as the text names and lists them, each with its budget and its final."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from jsxh_desktop.domain.code import ancestors, class_name
from jsxh_desktop.domain.expenditure import ExpenditureLine, Variance
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.stated import stated
from jsxh_desktop.domain.totals import Lines, total
from jsxh_desktop.narrative.block import Block
from jsxh_desktop.narrative.phrase import completion, variance
from jsxh_desktop.narrative.prose import paragraph
from jsxh_desktop.narrative.wording import Wording, clause

BELOW_CLASS = ("（款）", "（项）")


def item_name(filing: Filing, code: str) -> str:
    """科学技术（类）科学技术普及（款）科普活动（项）."""
    codes = filing.functional
    below = zip(ancestors(code)[1:], BELOW_CLASS, strict=False)
    names = (codes.name(part) + level for part, level in below)
    return class_name(codes, code) + "".join(names)


def codes_in(lines: Lines) -> tuple[str, ...]:
    """The codes used, in code order; an item of nothing planned and nothing spent is not one."""
    return tuple(_used(lines))


def items(words: Wording, lines: Lines) -> Iterator[Block]:
    """One paragraph an item: final, completion of the full-year budget, why they differ."""
    for number, (code, own) in enumerate(_used(lines).items(), 1):
        final = partial(total, own)
        budget = partial(total, own, ExpenditureLine.full_year_budget)
        yield paragraph(
            words,
            "item",
            number=number,
            name=partial(item_name, words.filing, code),
            final=final,
            completion=completion(words, final, budget),
            variance=variance(words, final, budget, partial(_reason, words.filing, code)),
        )


def _reason(filing: Filing, code: str) -> str:
    reasons = (given.reason for given in filing.variances if given.functional == code)
    name = item_name(filing, code)
    return clause(stated(next(reasons, ""), f"{name}{Variance.reason.label}"))


def _used(lines: Lines) -> dict[str, list[ExpenditureLine]]:
    """The lines of each code that is used, in code order."""
    found: defaultdict[str, list[ExpenditureLine]] = defaultdict(list)
    for line in lines:
        found[line.functional].append(line)
    return {code: found[code] for code in sorted(found) if any(map(_is_touched, found[code]))}


def _is_touched(line: ExpenditureLine) -> bool:
    return any(
        amount is None or amount != Money() for amount in (line.final, line.full_year_budget)
    )
