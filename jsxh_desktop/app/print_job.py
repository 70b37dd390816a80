"""What is asked of a printer, and the pages of it as they are typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Duplex(StrEnum):
    """Whether both sides are printed, and over which edge the sheet is turned."""

    NONE = "none"
    LONG = "long"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer of this computer; `note` says why it may not print now."""

    name: str
    is_default: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """Where and how to print; `pages` count from 1, without any all are printed."""

    printer: str
    copies: int = 1
    pages: tuple[int, ...] = ()
    duplex: Duplex = Duplex.NONE
    title: str = ""


LOOKS = str.maketrans(dict.fromkeys("－–—−~～至到", "-"))
_APART = re.compile(r"[\s,，、;；]+")
_RANGE = re.compile(r"(\d{0,5})(-?)(\d{0,5})", re.ASCII)
_AROUND_DASH = re.compile(r"\s*-\s*")


def page_range(typed: str, pages: int) -> tuple[int, ...]:
    """The pages in 1-3、8 in their order, each once; all of them where nothing is typed.

    Raises ValueError with a sentence for the clerk.
    """
    plain = unicodedata.normalize("NFKC", typed.translate(LOOKS)).translate(LOOKS)
    plain = _AROUND_DASH.sub("-", plain)
    wanted = {page for part in _APART.split(plain) if part for page in _pages(part, pages)}
    for page in sorted(wanted):
        if not 1 <= page <= pages:
            raise ValueError(f"一共 {pages} 页，没有第 {page} 页")
    return tuple(sorted(wanted)) or tuple(range(1, pages + 1))


def ranges(pages: tuple[int, ...]) -> str:
    """Pages as a printer is told: 1-3,8."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _pages(part: str, pages: int) -> Iterator[int]:
    """8, 1-3, 8- to the end, -3 from the first on."""
    found = _RANGE.fullmatch(part)
    first, dash, last = found.groups() if found else ("", "", "")
    if not (first or last):
        raise ValueError(f"“{part}”认不出来，请写页码，如 1-3、8")
    ends = (int(first or 1), int(last or pages)) if dash else (int(first), int(first))
    yield from range(min(ends), max(ends) + 1)
