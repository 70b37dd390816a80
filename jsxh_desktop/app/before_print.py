"""What to look at before a print goes out: errors, gaps, characters that no font has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jsxh_desktop.app.check_model import Row, Severity, State
from jsxh_desktop.app.gaps import Missing
from jsxh_desktop.app.pages import page_of
from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.filing import LISTS, SINGLES, Filing
from jsxh_desktop.domain.place import Place


@dataclass(frozen=True, slots=True)
class Look:
    """One line: how bad, what there is, and the page and field to go to, where there is one.

    `sign` is error, gap, character or good; `action` are the words that lead there.
    """

    sign: str
    words: str
    action: str = ""
    page: str = ""
    place: Place | None = None


def looks(
    filing: Filing,
    rows: Sequence[Row],
    gaps: Sequence[Missing],
    unprintable: Sequence[tuple[int, str]],
) -> tuple[Look, ...]:
    """Everything there is to look at, the worst first; one good line where there is nothing."""
    found = (*_errors(rows), *_gaps(gaps), *_characters(filing, unprintable))
    return found or (Look("good", "没有错误，也没有待填"),)


def places_with(filing: Filing, character: str) -> Iterator[Place]:
    """The fields a character was typed in."""
    for name, entity in {**SINGLES, **LISTS}.items():
        held = getattr(filing, name)
        for record in held if name in LISTS else (held,):
            for entry in entries(entity):
                value = entry.of(record)
                if isinstance(value, str) and character in value:
                    yield Place(entry, getattr(record, "id", 0))


def _errors(rows: Sequence[Row]) -> Iterator[Look]:
    """Errors are told and hold nothing up; warnings have been seen below the desk."""
    errors = [each for each in rows if each.severity is Severity.ERROR and each.state is State.OPEN]
    for first in errors[:1]:
        yield Look("error", f"{len(errors)} 处错误没有改", "看", first.page, first.place)


def _gaps(gaps: Sequence[Missing]) -> Iterator[Look]:
    for first in gaps[:1]:
        words = f"{len(gaps)} 处待填，印成〔待填〕"
        yield Look("gap", words, "跳到", first.page, first.place)


def _characters(filing: Filing, unprintable: Sequence[tuple[int, str]]) -> Iterator[Look]:
    """Each character once, with the first page it is on."""
    first = {character: page for page, character in reversed(unprintable)}
    for character, page in first.items():
        place = next(places_with(filing, character), None)
        where = f"，在“{place.entry.label}”里" if place else ""
        words = f"“{character}”没有字体，第 {page} 页印成〓{where}"
        yield Look(
            "character",
            words,
            "跳到" if place else "",
            page_of(filing, place) if place else "",
            place,
        )
