"""A whole and its parts as one section tells them: whether they make it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jsxh_desktop.domain.place import Place
from jsxh_desktop.rules.exactness import Fit, fit, sum_of
from jsxh_desktop.rules.reading.spoken import Amount
from jsxh_desktop.rules.rule import Finding, Operand, Severity
from jsxh_desktop.rules.statements.section_figures import Figure, in_wan, meant
from jsxh_desktop.rules.statements.section_lines import Line

First = dict[str, tuple[Line, Amount]]


def first_told(found: Iterable[Line], figures: Sequence[Figure]) -> First:
    """Where each figure is told first, by its name."""
    first: First = {}
    for line in found:
        for amount in line.reading.amounts:
            if figure := meant(line, figures, amount):
                first.setdefault(figure.name, (line, amount))
    return first


def told_sum(
    found: Iterable[Line], whole: Figure, parts: Sequence[Figure], places: tuple[Place, ...] = ()
) -> Iterator[Finding]:
    """The parts do not make the whole; nothing is said while one of them is not told."""
    first = first_told(found, (*parts, whole))
    if whole.name not in first or any(part.name not in first for part in parts):
        return
    line, amount = first[whole.name]
    added = [first[part.name][1].value for part in parts]
    total = sum_of(added)
    how = fit(amount.value, total)
    if how is not Fit.EQUAL:
        each = "加".join(
            f"{part.name}{in_wan(value)}" for part, value in zip(parts, added, strict=True)
        )
        where, shown = line.passage.where, in_wan(amount.value)
        rounding = how is Fit.ROUNDING
        tail = "，相差的是四舍五入的尾差" if rounding else ""
        yield Finding(
            f"{each or '各部分'}，合计{in_wan(total)}，{whole.name}写的是{shown}{tail}",
            "可以不改，正文末加注说明" if rounding else "核对哪个数不对",
            f"{whole.name}之和",
            where,
            places or whole.places,
            (Operand("各项相加", in_wan(total), where), Operand(whole.name, shown, where)),
            in_wan(total),
            line.text[slice(*amount.span)],
            Severity.INFO if rounding else None,
        )
