"""Where the gaps of a print stand on its pages, to be marked on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from jsxh_desktop.app.page_pictures import Box, PagePictures
from jsxh_desktop.domain.stated import gap

OPENING, CLOSING = (sign.rstrip("：") for sign in gap("|").split("|"))
"""Without the colon, whose room is mostly white: a point of it may hit nothing."""


def gap_marks(pictures: PagePictures) -> Mapping[int, tuple[Box, ...]]:
    """Boxes by page, in points: the first and the last line of every 〔待填：…〕."""
    found: dict[int, dict[Box, None]] = {}
    for sign in (OPENING, CLOSING):
        for page, boxes in pictures.find(sign):
            for left, top, width, height in boxes:
                word = pictures.words_at(page, left + width / 2, top + height / 2)
                if word and word.text.startswith(OPENING):
                    found.setdefault(page, {})[word.box] = None
    return {page: tuple(boxes) for page, boxes in found.items()}
