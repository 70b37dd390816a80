"""Pages one below the other as a view scrolls through them: where each stands, how large it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Fit(StrEnum):
    """A size that follows the view."""

    WIDTH = "适合页宽"
    PAGE = "适合整页"


Zoom = Fit | int
"""A fit, or per cent of the size on paper."""

STEPS = (25, 50, 75, 100, 125, 150, 200, 300, 400)
Size = tuple[float, float]


class Place(NamedTuple):
    """A point of the document: the page, counted from 0, and points from its upper left corner."""

    page: int
    x: float
    y: float


class Sheet(NamedTuple):
    """A page in the view, in pixels; `scale` is pixels a point."""

    left: int
    top: int
    width: int
    height: int
    scale: float

    @property
    def bottom(self) -> int:
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class PageStack:
    """Every page of a document where a view of this size shows it; pixels but where it says pt."""

    sheets: tuple[Sheet, ...]
    view: tuple[int, int]
    margin: int

    @property
    def width(self) -> int:
        widest = max((sheet.width for sheet in self.sheets), default=0)
        return max(self.view[0], widest + 2 * self.margin)

    @property
    def height(self) -> int:
        return self.sheets[-1].bottom + self.margin if self.sheets else 0

    def visible(self, top: float) -> range:
        """The pages that show when the view begins at `top`."""
        first = self.page_at(top)
        last = self.page_at(top + self.view[1])
        return range(first, last + 1) if self.sheets else range(0)

    def page_at(self, y: float) -> int:
        """The page at a height, or the one above where there is none."""
        return max(0, bisect_right([sheet.top for sheet in self.sheets], y) - 1)

    def current(self, top: float) -> int:
        """The page the view is at: the one that has its middle, or the first or last at an end."""
        if top + self.view[1] >= self.height:
            return self.page_at(top + self.view[1] - 1)
        return self.page_at(top + self.view[1] / 2) if top > 0 else 0

    def place(self, x: float, y: float) -> Place | None:
        """What stands at a pixel; None beside the pages."""
        if not self.sheets:
            return None
        page = self.page_at(y)
        left, top, width, height, scale = self.sheets[page]
        if not (left <= x < left + width and top <= y < top + height):
            return None
        return Place(page, (x - left) / scale, (y - top) / scale)

    def anchor(self, top: float) -> Place:
        """The point of the document at the upper edge of the view, to come back to."""
        page = self.page_at(top)
        sheet = self.sheets[page]
        return Place(page, 0.0, (top - sheet.top) / sheet.scale)

    def top_of(self, place: Place) -> float:
        """Where the view begins to have a point at its upper edge; the last page for one gone."""
        sheet = self.sheets[min(place.page, len(self.sheets) - 1)]
        below = min(place.y * sheet.scale, sheet.height)  # between two pages is the end of one
        return max(0.0, min(sheet.top + below, self.height - self.view[1]))


def stacked(
    sizes: Sequence[Size], zoom: Zoom, view: tuple[int, int], margin: int, full: float
) -> PageStack:
    """The pages, with a margin around and between; `sizes` in pt, `full` is pixels a pt at 100 %.

    Where a size follows the view, it does so page by page: one that lies is as wide as the others.
    """
    sheets: list[Sheet] = []
    top = margin
    for width, height in sizes:
        scale = _scale((width, height), zoom, view, margin, full)
        wide, high = round(width * scale), round(height * scale)
        left = max(margin, (view[0] - wide) // 2)
        sheets.append(Sheet(left, top, wide, high, scale))
        top += high + margin
    return PageStack(tuple(sheets), view, margin)


def step(now: float, by: int) -> int:
    """The next larger (1) or smaller (-1) of the steps."""
    if by > 0:
        return next((each for each in STEPS if each > now + 0.5), STEPS[-1])
    return next((each for each in reversed(STEPS) if each < now - 0.5), STEPS[0])


def _scale(size: Size, zoom: Zoom, view: tuple[int, int], margin: int, full: float) -> float:
    if not isinstance(zoom, Fit):
        return full * zoom / 100
    across = (view[0] - 2 * margin) / size[0]
    if zoom is Fit.PAGE:
        across = min(across, (view[1] - 2 * margin) / size[1])
    return max(across, full / 20)
