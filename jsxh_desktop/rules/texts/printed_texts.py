"""The texts that a document prints outside its tables, read again only where they are others."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.narrative.block import Cover, Figure, Gap, Heading, Paragraph
from jsxh_desktop.narrative.document import PartBlocks
from jsxh_desktop.narrative.wording import clause
from jsxh_desktop.rules.texts.pages import LENGTH, Page, by_page
from jsxh_desktop.rules.texts.passages import Passage, Passed
from jsxh_desktop.rules.texts.typed_words import Erased, Eraser

TABLED = (Goal, Indicator)
"""What is typed for a table alone; no paragraph has it."""

Text = Cover | Heading | Paragraph | Gap | Figure
KINDS = {
    Cover: Passed.COVER,
    Heading: Passed.HEADING,
    Paragraph: Passed.PARAGRAPH,
    Gap: Passed.PARAGRAPH,
    Figure: Passed.CAPTION,
}
Above = tuple[tuple[int, str], ...]
"""The headings a text stands under, each with its level."""

Of = tuple[str, str, Above, Sequence[Text]]
"""The part with its title, the headings above the page, its texts."""

Forms = tuple[tuple[str, bool], ...]
"""Texts as they may be printed, each with whether it is a mere name."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page as it was read last: of what, at which turn, and the headings the next is under."""

    of: Of
    turn: int
    erased: tuple[Erased, ...]
    page: Page
    below: Above


_sheets: dict[int, _Sheet] = {}
"""By their places; of one document at a time, the one that was read last."""

_eraser = Eraser()
_learnt: list[tuple[Forms, ...]] = []
"""The typed texts it knows; most of them are those of the next document."""


def printed(parts: Sequence[PartBlocks], typed: Iterable[Page]) -> tuple[Page, ...]:
    """The texts of a document in their order; `typed` is what its fields hold."""
    _learn(typed)
    pages: list[Page] = []
    for part in parts:
        above: Above = ()
        texts = [block for block in part.blocks if isinstance(block, Text)]
        for start in range(0, len(texts), LENGTH):
            of = part.key, part.title, above, texts[start : start + LENGTH]
            sheet = _sheets[len(pages)] = _sheet(of, _sheets.get(len(pages)))
            above = sheet.below
            pages.append(sheet.page)
    return tuple(_untwisted(pages))


def _sheet(of: Of, last: _Sheet | None) -> _Sheet:
    """The page as it was read last, or else read anew."""
    known = last if last and last.of == of else None
    if known and known.turn == _eraser.turn:
        return known
    erased = tuple([_eraser.erased(_text(block)) for block in of[-1]])
    if known and known.erased == erased:
        return dataclasses.replace(known, turn=_eraser.turn)
    return _read(of, erased, last.page if last else ())


def _text(block: Text) -> str:
    """Its words as they are printed."""
    match block:
        case Figure():
            return block.caption
        case Cover():
            return "".join((*block.title, block.subtitle))
        case _:
            return block.text


def _read(of: Of, erased: tuple[Erased, ...], last: Page) -> _Sheet:
    """The page of these texts; a passage that is as it was last is the very same."""
    part, title, above, texts = of
    headings = _headings(above)
    found: list[Passage] = []
    for block, rest, was in zip_longest(texts, erased, last[: len(texts)]):
        text, level = _text(block), 0
        if isinstance(block, Heading):
            level = block.level
            above = (*(each for each in above if each[0] < level), (level, text))
            headings = _headings(above)
        where = "　".join(headings[-2:]) or title
        kind = KINDS[type(block)]
        made = Passage(text, kind, where, None, part, headings, level, rest.own, rest.twisted)
        found.append(was if made == was else made)
    return _Sheet(of, _eraser.turn, erased, tuple(found), above)


def _headings(above: Above) -> tuple[str, ...]:
    return tuple(text.replace("\n", "　") for _, text in above)


def _untwisted(pages: Sequence[Page]) -> Iterator[Page]:
    """Less what is printed elsewhere as it was typed: there it only looks like another text."""
    twisted = [any(each.twisted for each in page) for page in pages]
    met: set[str] = set()
    if any(twisted):
        texts = (each.text for page in pages for each in page)
        met = set(chain.from_iterable(_eraser.erased(text).met for text in texts))
    for page, is_twisted in zip(pages, twisted, strict=True):
        yield tuple(_less(each, met) for each in page) if is_twisted else page


def _less(passage: Passage, met: Container[str]) -> Passage:
    twisted = tuple(each for each in passage.twisted if each not in met)[:1]
    return passage._replace(twisted=twisted)


def _learn(typed: Iterable[Page]) -> None:
    """Have it know the typed texts in print: within a sentence, or line by line."""
    said = tuple(filter(None, map(_forms, typed)))
    if not _learnt or _learnt[0] != said:
        forms: dict[str, bool] = {}
        for form, is_name in chain.from_iterable(said):
            forms[form] = forms.get(form, False) or not is_name
        _eraser.learn(forms)
        _learnt[:] = [said]


@by_page
def _forms(page: Sequence[Passage]) -> Forms:
    """How the texts of a page may be printed."""
    found: list[tuple[str, bool]] = []
    for each in page:
        entity = each.place.entry.entity if each.place else None
        if entity not in TABLED:
            forms = (clause(each.text), *map(str.strip, each.text.splitlines()))
            found += [(form, entity is Project) for form in forms]
    return tuple(found)
