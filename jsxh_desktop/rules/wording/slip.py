"""Slips in the words of a text, and the findings they make: field, words, correction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jsxh_desktop.domain.change import Put
from jsxh_desktop.domain.place import Place
from jsxh_desktop.rules.rule import Correction, Finding
from jsxh_desktop.rules.texts.passages import Passage

LONGEST = 24
"""So many characters of a text are quoted."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong from `start` to `end` of a text, in a sentence, and what to do about it.

    `instead` is what surely has to stand there; None where only the clerk can know.
    """

    start: int
    end: int
    message: str
    to_do: str
    instead: str | None = None


Slipped = Iterable[tuple[Passage, str, Sequence[Slip]]]
"""Texts, each with its slips in their order."""


def quote(words: str) -> str:
    """Words in quotation marks, cut where they are long."""
    plain = words.strip().replace("\n", "")
    return f"“{plain}”" if len(plain) <= LONGEST else f"“{plain[: LONGEST - 1]}…”"


def clause_start(text: str, at: int) -> int:
    """Where the clause begins that ends at a position, as far back as is quoted."""
    start = max(text.rfind(mark, 0, at) for mark in "，。；：、\n\0") + 1
    return max(start, at + 1 - LONGEST)


def each_word(texts: Slipped) -> Iterator[Finding]:
    """A finding for each different slip of a text; one click puts right all that are alike."""
    for passage, text, found in texts:
        alike: dict[str, list[Slip]] = {}
        for slip in found:
            alike.setdefault(slip.message, []).append(slip)
        for slips in alike.values():
            yield told(passage, text, slips, slips[0].message, slips[0].to_do)


def each_text(texts: Slipped, title: str, *, around: int = 0) -> Iterator[Finding]:
    """One finding for all slips of a text; `title` names what one click does to them."""
    for passage, text, slips in texts:
        first, more = slips[0], len(slips) - 1
        message = f"{first.message}，另有{more}处" if more else first.message
        to_do = title if more else first.to_do
        yield told(passage, text, slips, message, to_do, around=around)


def once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Each finding but one that says of the same what was said before."""
    said = set[str]()
    for finding in findings:
        if finding.about not in said:
            said.add(finding.about)
            yield finding


def told(
    passage: Passage,
    text: str,
    slips: Sequence[Slip],
    message: str,
    to_do: str,
    *,
    around: int = 0,
) -> Finding:
    """Slips of one text as one finding, pointing at the first; what to do names the correction.

    The words pointed at take in so many characters `around` the slip, where it is a mere mark.
    """
    words = vicinity(passage.text, slips[0], around)
    return Finding(
        message,
        to_do,
        about=f"{spot(passage)} {words}",
        where=passage.where,
        places=(passage.place,) if passage.place else (),
        words=words,
        correction=_correction(passage.place, text, slips, to_do),
    )


def vicinity(text: str, slip: Slip, around: int) -> str:
    """The words of a slip with some characters on either side, within its line."""
    before = re.split(r"[\n\0]", text[max(slip.start - around, 0) : slip.start])[-1]
    behind = re.split(r"[\n\0]", text[slip.end : slip.end + around])[0]
    return f"{before}{text[slip.start : slip.end]}{behind}"


def spot(passage: Passage) -> str:
    """What tells a passage from the others, whatever it says."""
    if passage.place is None:
        return f"{passage.part} {passage.where}"
    entry = passage.place.entry
    return f"{entry.entity.__name__}.{entry.name} {passage.place.key}"


def _correction(
    place: Place | None, text: str, slips: Sequence[Slip], title: str
) -> Correction | None:
    if place is None or any(slip.instead is None for slip in slips):
        return None
    return Correction(title, (Put(place.entry, corrected(text, slips), place.key),))


def corrected(text: str, slips: Iterable[Slip]) -> str:
    """The text with every slip that is sure put right."""
    for slip in sorted(slips, key=lambda slip: slip.start, reverse=True):
        if slip.instead is not None:
            text = text[: slip.start] + slip.instead + text[slip.end :]
    return text
