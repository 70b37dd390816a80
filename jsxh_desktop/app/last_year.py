"""What each line was the year before: matched by what it is for, never counted twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from jsxh_desktop.app.per_filing import per_filing
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money, added

Key = Callable[[Any], tuple[Any, ...]]
Amounts = Mapping[int, Money]
"""By the id of this year's line; a line that is not in it shares its figure with one before it."""


@per_filing
def income(filing: Filing) -> Amounts | None:
    """Of each income line; None where nobody knows the year before."""
    if filing.before is None:
        return None

    def key(line: IncomeLine) -> tuple[Any, ...]:
        return line.functional, line.source

    return _matched(filing.income, filing.before.income, key, key, key)


@per_filing
def functional(filing: Filing) -> Amounts | None:
    """Of each line with a functional code."""
    return _expenditure(filing, lambda line: line.functional)


@per_filing
def economic(filing: Filing) -> Amounts | None:
    """Of each line with an economic code."""
    return _expenditure(filing, lambda line: line.economic)


def total(amounts: Iterable[Money | None]) -> Money:
    """The sum of what is entered so far; a blank counts for nothing yet."""
    return added(amount for amount in amounts if amount is not None)


def _expenditure(filing: Filing, code: Callable[[ExpenditureLine], str]) -> Amounts | None:
    if filing.before is None:
        return None

    def coarse(line: ExpenditureLine) -> tuple[Any, ...]:
        return code(line), line.kind, line.fund

    def fine(year: Filing) -> Key:
        names = {each.id: each.name for each in year.projects}
        return lambda line: (*coarse(line), names.get(line.project or 0, ""))

    now = [line for line in filing.expenditure if code(line)]
    before = [line for line in filing.before.expenditure if code(line)]
    return _matched(now, before, coarse, fine(filing), fine(filing.before))


def _matched(
    now: Sequence[Any],
    before: Sequence[Any],
    coarse: Key,
    fine_now: Key,
    fine_before: Key,
) -> Amounts:
    """By project where every line of the year before has its like now, else by what is coarser.

    The first line of those that share a figure has it.
    """
    fine_sums, coarse_sums = _sums(before, fine_before), _sums(before, coarse)
    known = {fine_now(line) for line in now}
    unmatched = {coarse(line) for line in before if fine_before(line) not in known}
    found: dict[int, Money] = {}
    seen: set[tuple[Any, ...]] = set()
    for line in now:
        group = coarse(line)
        key, sums = (group, coarse_sums) if group in unmatched else (fine_now(line), fine_sums)
        if key not in seen:
            seen.add(key)
            found[line.id] = sums.get(key, Money())
    return found


def _sums(lines: Sequence[Any], key: Key) -> dict[tuple[Any, ...], Money]:
    groups: defaultdict[tuple[Any, ...], list[Money | None]] = defaultdict(list)
    for line in lines:
        groups[key(line)].append(line.final)
    return {each: total(amounts) for each, amounts in groups.items()}
