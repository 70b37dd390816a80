"""Whether several figures known by rounding can be true together: a, b, a−b and (a−b)/b.

Each two of them may agree and all of them not: 161.94 less 149.12 may be 12.83, but only of a
149.12 that is no 149.11 as well. The figures are linear bounds on a few unknowns, so that one
unknown after the other can be eliminated, exactly (Fourier and Motzkin).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from jsxh_desktop.rules.exactness import Known

Form = Mapping[str, int]
"""A sum of unknowns, each with its sign or factor: {"now": 1, "last": -1}."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A sum of unknowns and a number that is not below zero, and not zero where it is `strict`."""

    factors: Mapping[str, Fraction]
    number: Fraction
    strict: bool


def lies(form: Form, known: Known) -> tuple[Bound, ...]:
    """A sum of unknowns is this figure."""
    return (
        Bound(_times(form, 1), -known.low, not known.low_in),
        Bound(_times(form, -1), known.high, not known.high_in),
    )


def is_rate(rate: Known, part: Form, whole: Form) -> tuple[Bound, ...]:
    """A sum of unknowns is so many per cent of another, which must be positive."""
    hundred = _times(part, 100)
    return (
        Bound(_times(whole, 1), Fraction(0), strict=True),
        Bound(_plus(hundred, _times(whole, -rate.low)), Fraction(0), not rate.low_in),
        Bound(_plus(_times(hundred, -1), _times(whole, rate.high)), Fraction(0), not rate.high_in),
    )


def feasible(bounds: Iterable[Bound]) -> bool:
    """Whether there are numbers that keep to all bounds."""
    left = [*bounds]
    while unknown := next((name for bound in left for name in bound.factors), None):
        left = _without(left, unknown)
    return all(bound.number > 0 or (bound.number == 0 and not bound.strict) for bound in left)


def _without(bounds: list[Bound], unknown: str) -> list[Bound]:
    """What the bounds say of the others: each lower one is below each upper one."""
    lower = [bound for bound in bounds if bound.factors.get(unknown, 0) > 0]
    upper = [bound for bound in bounds if bound.factors.get(unknown, 0) < 0]
    others = [bound for bound in bounds if unknown not in bound.factors]
    return others + [_joined(low, high, unknown) for low in lower for high in upper]


def _joined(low: Bound, high: Bound, unknown: str) -> Bound:
    first, second = -high.factors[unknown], low.factors[unknown]
    factors = _plus(_times(low.factors, first), _times(high.factors, second))
    number = low.number * first + high.number * second
    return Bound(factors, number, low.strict or high.strict)


def _times(form: Mapping[str, Fraction] | Form, factor: Fraction | int) -> dict[str, Fraction]:
    return {name: Fraction(each) * factor for name, each in form.items() if each and factor}


def _plus(first: Mapping[str, Fraction], second: Mapping[str, Fraction]) -> dict[str, Fraction]:
    names = first.keys() | second.keys()
    sums = {name: first.get(name, Fraction(0)) + second.get(name, Fraction(0)) for name in names}
    return {name: each for name, each in sums.items() if each}
