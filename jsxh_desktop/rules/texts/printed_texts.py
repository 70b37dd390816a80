"""The texts that a document prints outside its tables, read again only where they are others."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.narrative.block import Cover, Figure, Gap, Heading, Paragraph
from jsxh_desktop.narrative.document import PartBlocks
from jsxh_desktop.narrative.wording import clause
from jsxh_desktop.rules.texts.pages import LENGTH, Page, by_page
from jsxh_desktop.rules.texts.passages import Passage, Passed
from jsxh_desktop.rules.texts.typed_words import Eraser

TABLED = (Goal, Indicator)
"""What is typed for a table alone; no paragraph has it."""

Text = Cover | Heading | Paragraph | Gap | Figure
Above = tuple[tuple[int, str], ...]
"""The headings a text stands under, each with its level."""

Forms = tuple[tuple[str, bool], ...]
"""Texts as they may be printed, each with whether it is a mere name."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page as it was read last: of what, and under which headings the next one begins."""

    of: tuple[str, str, Above, Sequence[Text]]
    eraser: Eraser
    page: Page
    below: Above


_sheets: dict[int, _Sheet] = {}
"""By their places; of one document at a time, the one that was read last."""

_eraser: list[tuple[tuple[Forms, ...], Eraser]] = []
"""The typed texts of the document read last; most of them are those of the next one."""


def printed(parts: Sequence[PartBlocks], typed: Iterable[Page]) -> tuple[Page, ...]:
    """The texts of a document in their order; `typed` is what its fields hold."""
    eraser = _eraser_of(typed)
    pages: list[Page] = []
    for part in parts:
        above: Above = ()
        texts = [block for block in part.blocks if isinstance(block, Text)]
        for start in range(0, len(texts), LENGTH):
            of = part.key, part.title, above, texts[start : start + LENGTH]
            sheet = _sheets.get(len(pages))
            if not sheet or sheet.eraser is not eraser or sheet.of != of:
                sheet = _sheets[len(pages)] = _read(*of, eraser)
            above = sheet.below
            pages.append(sheet.page)
    return tuple(_untwisted(pages, eraser))


def _read(part: str, title: str, above: Above, texts: Sequence[Text], eraser: Eraser) -> _Sheet:
    of = part, title, above, texts
    found: list[Passage] = []
    for block in texts:
        level = 0
        match block:
            case Heading(level=level, text=text):
                above = (*(each for each in above if each[0] < level), (level, text))
                kind = Passed.HEADING
            case Paragraph(text=text) | Gap(text=text):
                kind = Passed.PARAGRAPH
            case Figure(caption=text):
                kind = Passed.CAPTION
            case Cover(title=lines, subtitle=subtitle):
                kind, text = Passed.COVER, "".join((*lines, subtitle))
        headings = tuple(text.replace("\n", "　") for _, text in above)
        where = "　".join(headings[-2:]) or title
        erased = eraser.erased(text)
        found.append(
            Passage(text, kind, where, None, part, headings, level, erased.own, erased.twisted)
        )
    return _Sheet(of, eraser, tuple(found), above)


def _untwisted(pages: Sequence[Page], eraser: Eraser) -> Iterator[Page]:
    """Less what is printed elsewhere as it was typed: there it only looks like another text."""
    twisted = [any(each.twisted for each in page) for page in pages]
    met: set[str] = set()
    if any(twisted):
        texts = (each.text for page in pages for each in page)
        met = set(chain.from_iterable(eraser.erased(text).met for text in texts))
    for page, is_twisted in zip(pages, twisted, strict=True):
        yield tuple(_less(each, met) for each in page) if is_twisted else page


def _less(passage: Passage, met: Container[str]) -> Passage:
    twisted = tuple(each for each in passage.twisted if each not in met)[:1]
    return dataclasses.replace(passage, twisted=twisted)


def _eraser_of(typed: Iterable[Page]) -> Eraser:
    """What knows the typed texts in print: within a sentence, or line by line."""
    said = tuple(filter(None, map(_forms, typed)))
    if not _eraser or _eraser[0][0] != said:
        forms: dict[str, bool] = {}
        for form, is_name in chain.from_iterable(said):
            forms[form] = forms.get(form, False) or not is_name
        _eraser[:] = [(said, Eraser(forms))]
    return _eraser[0][1]


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
