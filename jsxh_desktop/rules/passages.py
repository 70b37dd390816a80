"""The texts that are checked: what fields hold, and what the document prints outside its tables."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.narrative.block import Cover, Figure, Gap, Heading, Paragraph
from jsxh_desktop.narrative.document import PartBlocks
from jsxh_desktop.narrative.wording import clause
from jsxh_desktop.rules.typed_words import Eraser

TABLED = (Goal, Indicator)
"""What is typed for a table alone; no paragraph has it."""

FEWEST = 4
"""So many characters have a wording: 95, % and 1. have none."""


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


def printed(parts: Sequence[PartBlocks], typed: Sequence[Passage]) -> tuple[Passage, ...]:
    """The texts of a document in their order; `typed` is what its fields hold."""
    eraser = _eraser_of(typed)
    found = [passage for part in parts for passage in _of_part(part, eraser)]
    if any(each.twisted for each in found):
        met = {form for each in found for form in eraser.erased(each.text).met}
        return tuple(_less(each, met) for each in found)
    return tuple(found)


def _less(passage: Passage, met: Container[str]) -> Passage:
    """Less what is printed elsewhere as it was typed: there it only looks like another text."""
    twisted = tuple(each for each in passage.twisted if each not in met)[:1]
    return dataclasses.replace(passage, twisted=twisted)


def wordings(passages: Iterable[Passage]) -> tuple[tuple[Passage, str], ...]:
    """What of each passage is looked at for its wording, so that every text is looked at once.

    A typed one whole, of a printed one what was not typed; too little to go wrong is left out.
    """
    return tuple(
        (each, text)
        for each in passages
        if len(text := each.own or each.text) >= FEWEST
        and not (each.own and len(text) - text.count("\0") < FEWEST)
    )


def _of_part(part: PartBlocks, eraser: Eraser) -> Iterator[Passage]:
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
        erased = eraser.erased(text)
        yield Passage(text, kind, where, None, part.key, above, level, erased.own, erased.twisted)


_last: list[tuple[tuple[str, ...], Eraser]] = []
"""The typed texts of the document read last; most of them are those of the next one."""


def _eraser_of(typed: Sequence[Passage]) -> Eraser:
    """What knows the typed texts in print: within a sentence, or line by line."""
    entities = [each.place.entry.entity if each.place else None for each in typed]
    said = [x for x, of in zip(typed, entities, strict=True) if of not in TABLED]
    texts = tuple(each.text for each in said)
    if not _last or _last[0][0] != texts:
        forms: dict[str, bool] = {}
        for each in said:
            is_name = each.place is not None and each.place.entry.entity is Project
            for form in (clause(each.text), *map(str.strip, each.text.splitlines())):
                forms[form] = forms.get(form, False) or not is_name
        _last[:] = [(texts, Eraser(forms))]
    return _last[0][1]
