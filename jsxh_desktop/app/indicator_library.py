"""The indicator library: what the unit used before, then what projects of a kind usually have."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from jsxh_desktop.app.packs import pack_of
from jsxh_desktop.app.paths import assets
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.sheet_form import Sheet
from jsxh_desktop.domain.terms import IndicatorClass, IndicatorNature

USED_HERE, LAST_YEAR, LIBRARY = "本单位用过", "上年", "指标库"

INSTEAD = {
    IndicatorClass.COST: IndicatorClass.ECONOMIC_COST,
    IndicatorClass.ECONOMIC_COST: IndicatorClass.COST,
    IndicatorClass.SUSTAINED_IMPACT: IndicatorClass.SOCIAL_BENEFIT,
}
"""Where an indicator goes on a form that does not have its class (财预〔2021〕101号)."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An indicator on offer; `source` says where it comes from, `target` may be blank."""

    category: IndicatorClass
    name: str
    nature: IndicatorNature | None
    target: str
    unit: str
    source: str


@dataclass(frozen=True, slots=True)
class _Kind:
    """Projects of one kind: what their names say, and what is usually measured."""

    words: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]


def kinds() -> tuple[str, ...]:
    """The kinds of projects the library knows."""
    return tuple(_library())


def likely_kind(project_name: str) -> str | None:
    """The kind a project's name speaks of, if any.

    The head of a Chinese name stands last, so the last key word decides: 消防宣传 is 宣传. The
    last kind is for what no other claims.
    """
    *special, last = kinds()
    return _named(project_name, special) or _named(project_name, [last])


def _named(project_name: str, among: Iterable[str]) -> str | None:
    found = [
        (project_name.rindex(word) + len(word), len(word), kind)
        for kind in among
        for word in _library()[kind].words
        if word in project_name
    ]
    return max(found)[-1] if found else None


def suggestions(filing: Filing, kind: str | None) -> tuple[Suggestion, ...]:
    """The unit's own indicators of this year and the year before, then those of the kind.

    No indicator comes twice, and each is in a class the form of the filing has. KeyError for a
    kind the library does not know; without a kind there are only the unit's own.
    """
    offered = [*_own(filing)]
    if kind is not None:
        offered += _library()[kind].suggestions
    once: dict[tuple[IndicatorClass, str], Suggestion] = {}
    for each in _fitted(offered, pack_of(filing).sheet):
        once.setdefault((each.category, each.name), each)
    return tuple(once.values())


def indicator_from(suggestion: Suggestion, project: int) -> Indicator:
    """The suggestion as an indicator of a project, still without actual value and weight."""
    return Indicator(
        project=project,
        category=suggestion.category,
        name=suggestion.name,
        nature=suggestion.nature,
        target=suggestion.target,
        unit=suggestion.unit,
    )


def _own(filing: Filing) -> Iterator[Suggestion]:
    yield from _taken(filing.indicators, USED_HERE)
    if filing.before:
        for each in _taken(filing.before.indicators, LAST_YEAR):
            # Last year's day has passed.
            dated = each.nature is IndicatorNature.DAY
            yield replace(each, target="") if dated else each


def _taken(indicators: Iterable[Indicator], source: str) -> Iterator[Suggestion]:
    """What can be used again; without a class or a name there is nothing to offer."""
    for each in indicators:
        if each.category is not None and each.name:
            yield Suggestion(each.category, each.name, each.nature, each.target, each.unit, source)


def _fitted(offered: Iterable[Suggestion], sheet: Sheet) -> Iterator[Suggestion]:
    """Each suggestion in a class the form has; what has no place on it is left out."""
    has = {member for group in sheet.classes for member, _ in group.members}
    for each in offered:
        category = each.category if each.category in has else INSTEAD.get(each.category)
        if category in has:
            yield replace(each, category=category)


@cache
def _library() -> Mapping[str, _Kind]:
    text = (assets() / "library" / "indicators.toml").read_text("utf-8")
    return {
        kind["name"]: _Kind(tuple(kind["words"]), tuple(map(_suggestion, kind["indicators"])))
        for kind in tomllib.loads(text)["kinds"]
    }


def _suggestion(line: Mapping[str, Any]) -> Suggestion:
    return Suggestion(
        IndicatorClass(line["category"]),
        line["name"],
        IndicatorNature(line["nature"]),
        line.get("target", ""),
        line.get("unit", ""),
        LIBRARY,
    )
