"""Composes one proof after another; typefaces, lines and charts are kept from each to the next."""

from __future__ import annotations

import io
from collections.abc import Hashable, Sequence
from functools import cached_property

from jsxh_desktop.app.book import Volume, volumes
from jsxh_desktop.app.loose import Loose
from jsxh_desktop.app.loose_print import as_file
from jsxh_desktop.app.origins import Origins
from jsxh_desktop.app.packs import pack_of
from jsxh_desktop.app.printed_text import WHOLE, cells_of, texts
from jsxh_desktop.app.printing import faces, unprintable
from jsxh_desktop.app.proof import Proof, Trace
from jsxh_desktop.app.selection import Selection
from jsxh_desktop.app.spot import Spot, spot
from jsxh_desktop.app.stamps import stamp_of
from jsxh_desktop.app.tokens import Span
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.narrative.block import Block, Figure, Table
from jsxh_desktop.reports.compose import compose
from jsxh_desktop.reports.page import Page
from jsxh_desktop.reports.pdf import print_pages
from jsxh_desktop.reports.style import MM
from jsxh_desktop.reports.typesetter import Typesetter


class Composer:
    """Holds the last proof with its pages, to say what stands on them. For one thread."""

    def __init__(self, *, own_fonts: bool = True) -> None:
        self._own_fonts = own_fonts
        self._volume: Volume | None = None
        self._pages: Sequence[Page] = ()
        self._origins: Origins | None = None

    def proof(self, filing: Filing, selection: Selection) -> Proof:
        """The first volume of what is selected, byte for byte as it is printed."""
        pack = pack_of(filing)
        volume = volumes(filing, pack, selection)[0]
        pages = compose(volume.blocks, self._setter.faces, self._setter)
        target = io.BytesIO()
        done = print_pages(
            pages,
            title=volume.title,
            author=filing.organization.full_name,
            faces=self._setter.faces,
            target=target,
            stamp=stamp_of(filing),
        )
        self._volume, self._pages = volume, pages
        self._origins = Origins(filing, pack, selection)
        sizes = tuple((round(page.width / MM, 1), round(page.height / MM, 1)) for page in pages)
        return Proof(target.getvalue(), sizes, unprintable(done), filing, selection)

    def trace(self, page: int, x: float, y: float) -> Trace | None:
        """What stands at a point of the last proof; a piece of it is worked out when first met."""
        if self._volume is None or self._origins is None or not 0 <= page < len(self._pages):
            return None
        found = spot(self._pages, page, x, y, self._setter.faces)
        if found is None:
            return None
        place = _located(found, self._volume.blocks)
        origins = self._origins.of(*place) if place else ()
        return Trace(page, found.box, found.text, origins)

    def loose(self, loose: Loose, suffix: str) -> bytes:
        """What is no volume of a filing, as the file of this kind."""
        return as_file(loose, suffix, self._setter.faces)

    def close(self) -> None:
        """Nothing is held that would not go by itself."""

    @cached_property
    def _setter(self) -> Typesetter:
        return Typesetter(faces(own=self._own_fonts))


def _located(found: Spot, blocks: Sequence[Block]) -> tuple[int, Hashable, str, Span] | None:
    """The block a spot is in, the key of the text, the text, and where in it the token is.

    None for a cell that a page cut in two: what is left of it is no longer the cell itself.
    """
    for place, block in enumerate(blocks):
        if block is found.source:
            return place, WHOLE, found.said, found.span
        match block:
            case Table():
                keys = (key for key, cell in cells_of(block) if cell is found.source)
                if (key := next(keys, None)) is not None:
                    return place, key, found.said, found.span
            case Figure(chart=chart) if chart is found.source:
                return _in_chart(found, place, block)
    return None


def _in_chart(found: Spot, place: int, block: Figure) -> tuple[int, Hashable, str, Span] | None:
    """A chart breaks its words into lines: the first of its texts that holds this line."""
    for key, said in texts(block).items():
        if key != WHOLE and found.said in said:
            first = said.index(found.said)
            return place, key, said, (found.span[0] + first, found.span[1] + first)
    return None
