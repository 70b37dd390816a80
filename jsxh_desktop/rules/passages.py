"""The texts that are checked: what fields hold, and what the document prints outside its tables."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.review import Review
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.narrative.block import Cover, Figure, Gap, Heading, Paragraph
from jsxh_desktop.narrative.document import PartBlocks
from jsxh_desktop.narrative.wording import clause

Held = Mapping[str, tuple[tuple[str, str], ...]]
"""Typed texts as they may be printed, by their opening without its figures, the longest first.

Beside each stands all of it without its figures, where it is a paragraph of its own or a sentence.
"""

WITHOUT_FIGURES = str.maketrans("0123456789", "0" * 10)

IN_SHEETS = (Project, Goal, Indicator)
"""What is typed for a table: a date or a count there may read like another text."""

UNPRINTED = (Review, StatedFigure)
"""What is typed about the filing, not for it."""

SHORTEST = 6
"""A shorter typed text is not looked for within a printed one: it may stand there by itself."""

FEWEST = 4
"""So many characters have a wording: 95, % and 1. have none."""

TEXTS: Mapping[type[Any], tuple[Entry[str], ...]] = {
    entity: tuple(entry for entry in entries(entity) if entry.kind in {Kind.TEXT, Kind.PROSE})
    for entity in (*SINGLES.values(), *LISTS.values())
    if entity not in UNPRINTED
}
"""The texts an entity holds."""


class Passed(StrEnum):
    """What kind of text a passage is."""

    TYPED = "typed"
    COVER = "cover"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Passage:
    """One text: typed at a place, or printed under headings (outermost first) of a part.

    `own` is the text with what fields hold blanked out by NULs, so that a rule about wording can
    look at what the program wrote and leave what was typed to the typed passage; both are equally
    long. `twisted` is what a field holds where other figures are printed of it.
    """

    text: str
    kind: Passed
    where: str
    place: Place | None = None
    part: str = ""
    headings: tuple[str, ...] = ()
    level: int = 0
    own: str = ""
    twisted: tuple[str, ...] = ()


def typed(filing: Filing) -> tuple[Passage, ...]:
    """Every text a field of the filing holds, blanks left out, in the order of the fields."""
    return tuple(_typed(filing))


def _typed(filing: Filing) -> Iterator[Passage]:
    for name, entity in SINGLES.items():
        yield from _of_record(getattr(filing, name), entity)
    projects = {project.id: project.name for project in filing.projects}
    for name, entity in LISTS.items():
        held = getattr(filing, name) if TEXTS.get(entity) else ()
        owners = [getattr(record, "project", None) for record in held]
        many, counted = Counter(owners), Counter[object]()
        for record, owner in zip(held, owners, strict=True):
            counted[owner] += 1
            whose = f"{projects.get(owner) or '项目'}　" if owner else ""
            which = f"第{counted[owner]}条" if many[owner] > 1 else ""
            yield from _of_record(record, entity, whose, which)


def _of_record(
    record: Any, entity: type[Any], whose: str = "", which: str = ""
) -> Iterator[Passage]:
    """The texts of one record; `whose` project it is of, and `which` of its list it is."""
    for entry in TEXTS.get(entity, ()):
        if text := entry.of(record):
            place = Place(entry, getattr(record, "id", 0))
            yield Passage(text, Passed.TYPED, f"{whose}{entry.label}{which}", place)


def printed(parts: Sequence[PartBlocks], typed: Sequence[Passage]) -> tuple[Passage, ...]:
    """The texts of a document in their order; `typed` is what its fields hold."""
    held = _by_opening(typed)
    found: list[Passage] = []
    met = set[str]()
    for part in parts:
        found += _of_part(part, held, met)
    if any(each.twisted for each in found):
        return tuple(_less(each, met) for each in found)
    return tuple(found)


def _less(passage: Passage, met: set[str]) -> Passage:
    """Less what is printed elsewhere as it was typed: there it only looks like another text."""
    twisted = tuple(each for each in passage.twisted if each not in met)[:1]
    return dataclasses.replace(passage, twisted=twisted)


def wordings(passages: Iterable[Passage]) -> tuple[tuple[Passage, str], ...]:
    """What of each passage is looked at for its wording, so that every text is looked at once.

    A typed one whole, of a printed one what was not typed; too little to go wrong is left out.
    """
    said = ((each, each.own or each.text) for each in passages)
    return tuple((each, text) for each, text in said if len(text) - text.count("\0") >= FEWEST)


def _of_part(part: PartBlocks, held: Held, met: set[str]) -> Iterator[Passage]:
    headings: list[tuple[int, str]] = []
    for block in part.blocks:
        level = 0
        match block:
            case Heading(level=level, text=text):
                headings = [above for above in headings if above[0] < level] + [(level, text)]
                kind = Passed.HEADING
            case Paragraph(text=text) | Gap(text=text):
                kind = Passed.PARAGRAPH
            case Figure(caption=text):
                kind = Passed.CAPTION
            case Cover(title=title, subtitle=subtitle):
                kind, text = Passed.COVER, "".join((*title, subtitle))
            case _:
                continue
        above = tuple(text.replace("\n", "　") for _, text in headings)
        where = "　".join(above[-2:]) or part.title
        own, twisted = _blanked(text, held, met)
        yield Passage(text, kind, where, None, part.key, above, level, own, twisted)


def _by_opening(typed: Sequence[Passage]) -> Held:
    """A typed text is printed within a sentence, or line by line."""
    forms: dict[str, bool] = {}
    for each in typed:
        tabled = each.place is not None and each.place.entry.entity in IN_SHEETS
        for form in (clause(each.text), *map(str.strip, each.text.splitlines())):
            forms[form] = forms.get(form, False) or not tabled
    held: dict[str, tuple[tuple[str, str], ...]] = {}
    for form in sorted(forms, key=len):
        bare = form.translate(WITHOUT_FIGURES)
        one = (form, bare if forms[form] and bare != form else "")
        held[bare[:SHORTEST]] = (one, *held.get(bare[:SHORTEST], ()))
    return held


def _blanked(text: str, held: Held, met: set[str]) -> tuple[str, tuple[str, ...]]:
    """The text with every typed text in it blanked out, a short one only where it is all of it.

    Beside it the typed texts it has with other figures; `met` takes those it has as they are.
    """
    bare = text.translate(WITHOUT_FIGURES)
    if any(text == form for form, _ in held.get(bare[:SHORTEST], ())):
        met.add(text)
        return "\0" * len(text), ()
    kept, start, at, twisted = [], 0, 0, []
    while at <= len(text) - SHORTEST:
        forms = held.get(bare[at : at + SHORTEST], ())
        if words := next((form for form, _ in forms if text.startswith(form, at)), ""):
            met.add(words)
            kept += [text[start:at], "\0" * len(words)]
            start = at = at + len(words)
            continue
        if forms:
            twisted += [form for form, same in forms if same and bare.startswith(same, at)]
        at += 1
    return "".join([*kept, text[start:]]), tuple(twisted)
