"""The texts that are checked: what fields hold, and what the document prints outside its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jsxh_desktop.domain.entry import Entry, Kind, entries
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.review import Review
from jsxh_desktop.domain.stated_figure import StatedFigure
from jsxh_desktop.narrative.block import Cover, Figure, Gap, Heading, Paragraph
from jsxh_desktop.narrative.document import PartBlocks
from jsxh_desktop.narrative.wording import clause

UNPRINTED = (Review, StatedFigure)
"""What is typed about the filing, not for it."""

SHORTEST = 6
"""A shorter typed text is not looked for in the print: it may stand there by itself."""


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
    for name, entity in {**SINGLES, **LISTS}.items():
        texts = _texts(entity)
        held = getattr(filing, name)
        for record in held if name in LISTS else (held,):
            for entry in texts:
                if text := entry.of(record):
                    place = Place(entry, getattr(record, "id", 0))
                    yield Passage(text, Passed.TYPED, entry.label, place)


def _texts(entity: type) -> tuple[Entry[str], ...]:
    if entity in UNPRINTED:
        return ()
    return tuple(entry for entry in entries(entity) if entry.kind in {Kind.TEXT, Kind.PROSE})


def printed(parts: Sequence[PartBlocks], typed: Sequence[Passage]) -> tuple[Passage, ...]:
    """The texts of a document in their order; `typed` is what its fields hold."""
    held = tuple({clause(each.text) for each in typed if len(each.text) >= SHORTEST})
    return tuple(passage for part in parts for passage in _of_part(part, held))


def _of_part(part: PartBlocks, held: Sequence[str]) -> Iterator[Passage]:
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
        own = _own(text, held)
        yield Passage(text, kind, where, None, part.key, above, level, own)


def _own(text: str, held: Sequence[str]) -> str:
    """The text with every typed text in it blanked out."""
    for words in held:
        if len(words) >= SHORTEST and words in text:
            text = text.replace(words, "\0" * len(words))
    return text
