"""The texts that are checked: what fields hold, and what the document prints outside its tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.review import Review
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.narrative.block import Cover, Figure, Gap, Heading, Paragraph
from jsxh_desktop.narrative.document import PartBlocks
from jsxh_desktop.narrative.wording import clause

Held = Mapping[str, tuple[str, ...]]
"""Typed texts as they may be printed, by their opening, the longest first."""

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
    long.
    """

    text: str
    kind: Passed
    where: str
    place: Place | None = None
    part: str = ""
    headings: tuple[str, ...] = ()
    level: int = 0
    own: str = ""


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
    held = _by_opening(each.text for each in typed)
    return tuple(passage for part in parts for passage in _of_part(part, held))


def wordings(passages: Iterable[Passage]) -> tuple[tuple[Passage, str], ...]:
    """What of each passage is looked at for its wording, so that every text is looked at once.

    A typed one whole, of a printed one what was not typed; too little to go wrong is left out.
    """
    said = ((each, each.own or each.text) for each in passages)
    return tuple((each, text) for each, text in said if len(text) - text.count("\0") >= FEWEST)


def _of_part(part: PartBlocks, held: Held) -> Iterator[Passage]:
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
        own = _blanked(text, held)
        yield Passage(text, kind, where, None, part.key, above, level, own)


def _by_opening(texts: Iterable[str]) -> Held:
    """A typed text is printed within a sentence, or line by line."""
    forms = {form for text in texts for form in (clause(text), *map(str.strip, text.splitlines()))}
    held: dict[str, tuple[str, ...]] = {}
    for form in sorted(forms, key=len):
        held[form[:SHORTEST]] = (form, *held.get(form[:SHORTEST], ()))
    return held


def _blanked(text: str, held: Held) -> str:
    """The text with every typed text in it blanked out, a short one only where it is all of it."""
    if text in held.get(text[:SHORTEST], ()):
        return "\0" * len(text)
    kept, start, at = [], 0, 0
    while at <= len(text) - SHORTEST:
        for words in held.get(text[at : at + SHORTEST], ()):
            if text.startswith(words, at):
                kept += [text[start:at], "\0" * len(words)]
                start = at = at + len(words)
                break
        else:
            at += 1
    return "".join([*kept, text[start:]])
