"""G11: the unit is called by its full name and its short name, and by no other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.organization import Duty, Institution, Organization
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport, Reasons, Term
from jsxh_desktop.rules.reading.named_slots import named_in_sentences
from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.reports.report_passages import pages_of
from jsxh_desktop.rules.rule import Correction, Finding, Rule, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.pages import whole
from jsxh_desktop.rules.texts.passages import Passage
from jsxh_desktop.rules.texts.seldom import telling
from jsxh_desktop.rules.wording.slip import once, spot

_PLACE = re.compile(
    "([一-龥]{1,4}?[省市州盟])?([一-龥]{1,5}?[市区县旗])?([一-龥]{1,4}?[镇乡])?(?=([一-龥]*))"
)
_PLACES = re.compile("(?:(?<=[省市州盟区县旗])|^)([一-龥]{2,4}?[市区县旗镇乡])")
_BODY = re.compile(
    r"(?P<place>[^各全本我该邻外省市州盟区县旗镇乡一\W]{2,3}[市区县旗镇乡])"
    "[一-龥]{0,10}?(?:局|馆|委员会|人民政府|联合会|办公室|协会)"
)
"""云岭县文化馆: a body by the county it is of."""

OURSELVES = frozenset({"本部门", "本单位", "我部门", "我单位"})
OF_ACCOUNTS = (DepartmentReport, ProjectReport, Reasons, Duty, Term)
"""Texts in which no other county has a part."""

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
        *places, rest = [part for part in (found.groups() if found else ()) if part] or [""]
        if places and not _SPOKEN_OF.search(rest):
            others |= {"".join(places[at:]) + rest for at in range(1, len(places))}
            others.add(places[-1][-1] + rest)
            endings.add(rest)
    names = sorted({full, short, *others} - {""}, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, names)))
    return _Names(pattern, frozenset(others - {full, short}), frozenset(endings))


@lru_cache(maxsize=TEXTS)
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


@lru_cache(maxsize=16)
def _namings(full: str, short: str) -> Callable[[str], tuple[tuple[int, int], ...]]:
    """That of one unit, the same function each time it is asked for."""
    return partial(_named, full=full, short=short)


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
    yield from once(_another_unit(subject))
    yield from once(_neighbours(subject))
    yield from _third_names(subject)


def _another_unit(subject: Subject) -> Iterator[Finding]:
    """The units in the pack's own sentences."""
    unit = subject.filing.organization
    due = {
        "unit": {unit.short_name, unit.full_name},
        "full": {unit.full_name},
        "short": {unit.short_name},
    }
    others = _names(unit.full_name, unit.short_name).others | OURSELVES
    for each in named_in_sentences(subject) if unit.full_name else ():
        if each.slot in due and each.words not in due[each.slot] | others:
            yield _of_another(each.passage, each.words, unit.short_name or unit.full_name)


def _neighbours(subject: Subject) -> Iterator[Finding]:
    """Bodies of another county in what is typed of the unit's own accounts."""
    unit = subject.filing.organization
    own = {*_PLACES.findall(unit.place), *_PLACES.findall(unit.full_name)}
    if not own:
        return
    typed = map(whole, pages_of(subject, *OF_ACCOUNTS))
    for passage, _, bodies in telling(typed, _bodies):
        for place, name in bodies:
            named = name in {unit.full_name, unit.short_name}
            if not named and not any(place.endswith(each) for each in own):
                yield _of_another(passage, name, unit.short_name or unit.full_name)


def _bodies(text: str) -> tuple[tuple[str, str], ...]:
    """The bodies a text names, each with the county it is of."""
    return tuple((found["place"], found[0]) for found in _BODY.finditer(text))


def _of_another(passage: Passage, name: str, own: str) -> Finding:
    return Finding(
        f"这里写的单位是“{name}”，本单位是“{own}”",
        f"核对是不是别的单位的材料，是的改成“{own}”",
        about=f"{spot(passage)} {name}",
        where=passage.where,
        places=(passage.place,) if passage.place else (),
        computed=own,
        words=name,
    )


def _third_names(subject: Subject) -> Iterator[Finding]:
    organization = subject.filing.organization
    full, short = organization.full_name, organization.short_name
    others = _names(full, short).others
    if not others:
        return
    counted = Counter[str]()
    found: list[Passage] = []
    puts: list[Put] = []
    for passage, text, spans in telling(subject.wordings, _namings(full, short)):
        place = passage.place
        if place and place.entry.entity in {Organization, Institution}:
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
