"""G11: the unit is called by its full name and its short name, and by no other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.organization import Institution, Organization
from jsxh_desktop.rules.passages import Passage
from jsxh_desktop.rules.rule import Correction, Finding, Rule, Severity, rule
from jsxh_desktop.rules.subject import Subject

_PLACE = re.compile(
    "([一-龥]{1,4}?[省市州盟])?([一-龥]{1,5}?[市区县旗])?([一-龥]{1,4}?[镇乡])?(?=([一-龥]*))"
)
_SPOKEN_OF = re.compile("(?:政府|党委|委员会)$")
"""镇政府 is what everybody says."""

_JOINING = frozenset("由在和与经向对为是我使将被让及或把到从请给")
"""What may stand before 区科协 where it is the unit's own: 利州区科协 and 各区科协 are others."""

_DIVISIONS = "省市州盟区县旗镇乡"


@dataclass(frozen=True, slots=True)
class _Names:
    """A pattern of every name, the longest first; the wrong ones; what every name ends with."""

    pattern: re.Pattern[str]
    others: frozenset[str]
    endings: frozenset[str]


@lru_cache(maxsize=16)
def _names(full: str, short: str) -> _Names:
    """What the unit may be called for short: 朝天区科学技术协会, 区科学技术协会, 区科协."""
    others, endings = set[str](), set[str]()
    for name in (full, short):
        found = _PLACE.match(name)
        *places, rest = filter(None, found.groups()) if found and name else ("",)
        if places and not _SPOKEN_OF.search(rest):
            others |= {"".join(places[at:]) + rest for at in range(1, len(places))}
            others.add(places[-1][-1] + rest)
            endings.add(rest)
    names = sorted({full, short, *others} - {""}, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, names)))
    return _Names(pattern, frozenset(others - {full, short}), frozenset(endings))


@lru_cache(maxsize=4096)
def _named(text: str, full: str, short: str) -> tuple[tuple[int, int], ...]:
    """Where a text names the unit."""
    names = _names(full, short)
    if not any(ending in text for ending in names.endings):
        return ()
    return tuple(
        found.span()
        for found in names.pattern.finditer(text)
        if found[0][0] not in _DIVISIONS or _stands_alone(text, found.start())
    )


def _stands_alone(text: str, at: int) -> bool:
    return not at or text[at - 1] in _JOINING or not "一" <= text[at - 1] <= "龥"


@rule(
    "G11",
    "单位名称统一",
    Severity.WARNING,
    "文字中只用单位的全称和简称，没有第三种称呼",
    why="读的人不知道说的是不是同一个单位",
    cites="公开范本：首次出现用全称并注明简称",
)
def named_alike(subject: Subject) -> Iterator[Finding]:
    organization = subject.filing.organization
    full, short = organization.full_name, organization.short_name
    others = _names(full, short).others
    if not others:
        return
    counted = Counter[str]()
    found: list[Passage] = []
    puts: list[Put] = []
    for passage, text in subject.wordings:
        place = passage.place
        if place and place.entry.entity in {Organization, Institution}:
            continue
        spans = _named(text, full, short)
        if not spans:
            continue
        counted.update(text[start:end] for start, end in spans)
        wrong = [(start, end) for start, end in spans if text[start:end] in others]
        if wrong:
            found.append(passage)
        if wrong and place:
            puts.append(Put(place.entry, _renamed(text, wrong, short or full), place.key))
    if not found:
        return
    called = [(name, times) for name, times in counted.most_common() if name in others]
    said = "、".join(f"“{name}”{times}次" for name, times in called)
    to_do = f"统一写成“{short or full}”"
    yield Finding(
        f"除全称、简称外，单位还被称作{said}",
        to_do,
        about="单位名称",
        where=found[0].where,
        places=tuple(passage.place for passage in found if passage.place),
        words=called[0][0],
        correction=Correction(to_do, tuple(puts)) if puts and short else None,
    )


def _renamed(text: str, spans: list[tuple[int, int]], name: str) -> str:
    for start, end in reversed(spans):
        text = text[:start] + name + text[end:]
    return text


RULES: tuple[Rule, ...] = (named_alike,)
