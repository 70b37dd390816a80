"""Reads how a pack counts points: a scheme by its name, or one of its own."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from types import MappingProxyType

from jsxh_desktop.domain.facts import Facts
from jsxh_desktop.domain.scoring import SCHEMES, Bands, Scheme


def scheme_from(facts: Facts) -> Scheme:
    """The scheme under the key `scheme`; raises WrongFact."""
    if isinstance(facts.given.get("scheme"), str):
        name = facts.text("scheme")
        if name not in SCHEMES:
            facts.refuse("scheme", f"写的是“{name}”，只能是 {'、'.join(SCHEMES)}，或者自己写一段")
        return SCHEMES[name]
    own = facts.table("scheme").only(
        *("scored", "execution", "weights", "places", "bands", "satisfaction", "late_days"),
        *("beyond", "reduction", "exact_or_nothing"),
    )
    default = Scheme("own", scored=True)
    return Scheme(
        "own",
        scored=own.flag("scored", default=True),
        execution=own.number("execution", Decimal(10)),
        weights=_weights(own),
        places=own.whole("places", default.places),
        bands=_bands(own, "bands"),
        satisfaction=_bands(own, "satisfaction"),
        late_days=own.whole("late_days", default.late_days, least=1),
        beyond=Fraction(own.number("beyond", Decimal("0.3"))),
        reduction=Fraction(own.number("reduction", Decimal(0))),
        exact_or_nothing=own.flag("exact_or_nothing", default=False),
    )


def _weights(own: Facts) -> Mapping[str, Decimal]:
    if not own.has("weights"):
        return MappingProxyType({})
    weights = own.table("weights")
    return MappingProxyType({name: weights.number(name) for name in weights.given})


def _bands(own: Facts, key: str) -> Bands:
    """Rates and the part of the points for each, from the highest rate down to 0."""
    numbers = [Facts({"0": least, "1": part}, own.at(key)) for least, part in own.lists(key, 2)]
    found = tuple((Fraction(each.number("0")), Fraction(each.number("1"))) for each in numbers)
    falling = all(one[0] > other[0] for one, other in pairwise(found))
    if found and not (falling and found[-1][0] == 0 and all(part <= 1 for _, part in found)):
        own.refuse(key, "应从高到低写，最后一档从 0 起，每档的得分比例不超过 1")
    return found
