"""A19: an amount below zero wants a look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jsxh_desktop.domain.carryover import Carryover
from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import LISTS, SINGLES
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.place import Place
from jsxh_desktop.rules.rule import Finding, Rule, Said, Severity, rule
from jsxh_desktop.rules.subject import Subject

MAY_BE_NEGATIVE = (Carryover.closing,)
"""A deficit is carried over as it is."""

AMOUNTS: Mapping[str, tuple[Entry[Money | None], ...]] = {
    name: tuple(
        entry
        for entry in entries(entity)
        if entry.kind is Kind.MONEY and entry not in MAY_BE_NEGATIVE
    )
    for name, entity in {**SINGLES, **LISTS}.items()
}


@rule(
    "A19",
    "负数",
    Severity.WARNING,
    "除年末结转和结余外，金额都不小于0",
    why="支出、收入为负多半是方向填反，确有冲减的要说明",
    cites="部门决算公开表（四川省部门决算公开范本）",
)
def no_amount_is_negative(subject: Subject) -> Iterator[Said]:
    for name, amounts in AMOUNTS.items():
        if amounts:
            held = getattr(subject.filing, name)
            for record in held if name in LISTS else (held,):
                yield from _negative(record, amounts)


def _negative(record: object, amounts: tuple[Entry[Money | None], ...]) -> Iterator[Said]:
    for entry in amounts:
        amount = entry.of(record)
        if amount is not None and amount.fen < 0:
            place = Place(entry, getattr(record, "id", 0))
            code = getattr(record, "functional", "") or getattr(record, "economic", "")
            yield Finding(
                f"{code}{entry.label}是{amount.show()}万元，小于0",
                "核对有没有多写负号；确是冲减的，写明原因",
                about=f"{entry.label} {code or place.key}",
                where=entry.label,
                places=(place,),
            )


RULES: tuple[Rule, ...] = (no_amount_is_negative,)
