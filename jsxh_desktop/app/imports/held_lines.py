"""Which lines there are already of what a table states: it tells less of a line than a ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar

from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.terms import APPROPRIATION, ExpenditureKind, FundSource
from jsxh_desktop.domain.totals import APPROPRIATION_INCOME

L = TypeVar("L", IncomeLine, ExpenditureLine)
APPROPRIATED = frozenset(APPROPRIATION_INCOME.values())

Split = tuple[str, ExpenditureKind | None, FundSource | None]
"""Code, nature and fund of what a table tells apart by project."""


def held_income(
    filing: Filing, told: Collection[FundSource]
) -> Callable[[IncomeLine], Sequence[IncomeLine]]:
    """The lines of a code from the same source.

    Where that is not told they are those of any appropriation but the `told` ones.
    """
    by_code = _by_code(filing.income)
    untold = APPROPRIATED - {APPROPRIATION_INCOME[fund] for fund in told}

    def held(wanted: IncomeLine) -> Sequence[IncomeLine]:
        sources = untold if wanted.source is None else {wanted.source}
        return [
            line
            for line in by_code.get(wanted.functional, ())
            if line.source in sources or line.source is wanted.source
        ]

    return held


def held_expenditure(
    filing: Filing, split: Collection[Split], told: Collection[FundSource]
) -> Callable[[ExpenditureLine], Sequence[ExpenditureLine]]:
    """The lines of a code with the same nature and fund, and, where those are told apart, project.

    No table says which of the other funds paid what the budget did not, and some say no fund:
    then it is any but the `told` ones.
    """
    by_code = _by_code(filing.by_function)
    named = {project.id for project in filing.projects if project.name}

    def held(wanted: ExpenditureLine) -> Sequence[ExpenditureLine]:
        by_project = (wanted.functional, wanted.kind, wanted.fund) in split
        return [
            line
            for line in by_code.get(wanted.functional, ())
            if line.kind is wanted.kind
            and _same_fund(wanted.fund, line.fund, told)
            and (not by_project or _project(line, named) == wanted.project)
            and (not wanted.economic or line.economic == wanted.economic)
        ]

    return held


def _project(line: ExpenditureLine, named: Collection[int]) -> int | None:
    """A project without a name is none a table could mean."""
    return line.project if line.project in named else None


def _same_fund(
    wanted: FundSource | None, held: FundSource | None, told: Collection[FundSource]
) -> bool:
    if wanted is None:
        return held not in told
    if wanted is held:
        return True
    return wanted is FundSource.OTHER and held is not None and held not in APPROPRIATION


def _by_code(lines: Sequence[L]) -> Mapping[str, Sequence[L]]:
    found: defaultdict[str, list[L]] = defaultdict(list)
    for line in lines:
        found[line.functional].append(line)
    return found
