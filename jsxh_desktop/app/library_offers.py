"""What the indicator library shows for one project: groups by source, narrowed by a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jsxh_desktop.app.indicator_library import LIBRARY, Suggestion, suggestions
from jsxh_desktop.app.pinyin import initials
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.terms import IndicatorNature

IN_WORDS = (IndicatorNature.QUALITATIVE, IndicatorNature.YES_NO, IndicatorNature.DAY)
"""Natures whose target is words, too long for a column."""


@dataclass(frozen=True, slots=True)
class Line:
    """A suggestion with the words beside it; one on the sheet already is not offered again."""

    suggestion: Suggestion
    is_there: bool

    @property
    def measure(self) -> str:
        """≥ 500人次; of what is said in words only that it is."""
        in_words = self.suggestion.nature in IN_WORDS
        return str(self.suggestion.nature) if in_words else self.whole_measure

    @property
    def whole_measure(self) -> str:
        """The same with the words."""
        offered = self.suggestion
        return f"{offered.nature or ''} {offered.target}{offered.unit}".strip()


@dataclass(frozen=True, slots=True)
class Shelf:
    """The suggestions of one source under its name."""

    name: str
    lines: tuple[Line, ...]


def shelves(filing: Filing, project: int, kind: str | None, wanted: str) -> tuple[Shelf, ...]:
    """The unit's own indicators first, then those of a kind; only those with the text in them."""
    there = {(each.category, each.name) for each in filing.indicators if each.project == project}
    groups: dict[str, list[Line]] = {}
    for each in suggestions(filing, kind):
        if _has(each, wanted):
            name = f"{LIBRARY} · {kind}" if each.source == LIBRARY else each.source
            line = Line(each, (each.category, each.name) in there)
            groups.setdefault(name, []).append(line)
    return tuple(Shelf(name, tuple(_offered_first(lines))) for name, lines in groups.items())


def _has(suggestion: Suggestion, wanted: str) -> bool:
    plain = wanted.strip().casefold()
    texts = (suggestion.name, str(suggestion.category), suggestion.unit)
    return any(plain in text.casefold() or plain in initials(text) for text in texts)


def _offered_first(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: line.is_there)
