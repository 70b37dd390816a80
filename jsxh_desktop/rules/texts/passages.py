"""The texts that are checked: what fields hold, and what the document prints outside its tables."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from jsxh_desktop.domain.place import Place


class Passed(StrEnum):
    """What kind of text a passage is."""

    TYPED = "typed"
    COVER = "cover"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"


class Passage(NamedTuple):
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


def no_heading(passage: Passage) -> bool:
    """Whether a text is another than a heading."""
    return passage.kind is not Passed.HEADING
