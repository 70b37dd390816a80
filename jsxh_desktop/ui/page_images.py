"""Pictures of the pages in view, drawn in a thread, the ones wanted first first."""

from __future__ import annotations

import io
import tkinter as tk
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from functools import partial
from typing import NamedTuple, TypeVar

from PIL import Image, ImageChops

from jsxh_desktop.app.page_pictures import Box, PagePictures
from jsxh_desktop.ui.jobs import in_background
from jsxh_desktop.ui.palette import LIGHT
from jsxh_desktop.ui.shell import Shell

Wish = tuple[int, float]
"""A page, from 0, and pixels a point."""

Gaps = Mapping[int, Sequence[Box]]
"""What is marked on each page, in points."""

T = TypeVar("T")
Arrived = Callable[[int, tk.PhotoImage], object]


class _Key(NamedTuple):
    """Which picture: of which print, what of it, and what is marked on it."""

    edition: int
    page: int
    scale: float
    marked: tuple[Box, ...]


class PageImages:
    """Shared by all views of one document; only what a view wants now is kept.

    Each view has a name and is told of a picture when it is there; until then it keeps the old one.
    """

    def __init__(self, shell: Shell, owner: tk.Misc) -> None:
        self._shell = shell
        self._owner = owner
        self._pictures: PagePictures | None = None
        self._left: list[PagePictures] = []
        self._read: list[PagePictures] = []
        self._gaps: Gaps = {}
        self._edition = 0
        self._wanted: dict[str, Sequence[Wish]] = {}
        self._arrived: dict[str, Arrived] = {}
        self._there: dict[str, dict[int, tuple[_Key, tk.PhotoImage]]] = {}
        self._busy = False
        owner.bind("<Destroy>", self._let_go, add="+")

    def show(self, pictures: PagePictures) -> None:
        """Turn to another print; it is closed here when it is no longer needed."""
        if self._pictures:
            self._left.append(self._pictures)
        self._pictures = pictures
        self._edition += 1
        self._work()

    def look_through(self, work: Callable[[PagePictures], T], then: Callable[[T], object]) -> None:
        """Have something read in the print shown now; `then` is told if it still is."""
        pictures = self._pictures
        if pictures is None:
            return
        self._read.append(pictures)

        def ended(end: Future[T]) -> None:
            self._read.remove(pictures)
            if self._pictures is pictures:
                then(end.result())
            self._work()

        in_background(self._shell, self._owner, partial(work, pictures), ended)

    def mark(self, gaps: Gaps) -> None:
        """Have places of the print now shown marked."""
        self._gaps = gaps
        self._work()

    def want(self, view: str, wishes: Sequence[Wish], arrived: Arrived) -> None:
        """Have these pictures and no others for a view, the first one first."""
        self._wanted[view] = wishes
        self._arrived[view] = arrived
        pages = {page for page, _ in wishes}
        there = self._there.setdefault(view, {})
        for page in there.keys() - pages:
            del there[page]
        self._work()

    def image(self, view: str, page: int) -> tk.PhotoImage | None:
        """The newest picture of a page there is."""
        found = self._there.get(view, {}).get(page)
        return found[1] if found else None

    def _work(self) -> None:
        """Draw the next picture, once nothing else is being drawn."""
        if self._busy:
            return
        for pictures in [each for each in self._left if each not in self._read]:
            self._left.remove(pictures)
            pictures.close()
        found = self._next()
        if found and self._pictures:
            view, key = found
            self._busy = True
            work = partial(_drawn, self._pictures, key)
            in_background(self._shell, self._owner, work, partial(self._show, view, key))

    def _next(self) -> tuple[str, _Key] | None:
        for view, wishes in self._wanted.items():
            for page, scale in wishes:
                key = _Key(self._edition, page, scale, tuple(self._gaps.get(page, ())))
                there = self._there[view].get(page)
                if there is None or there[0] != key:
                    return view, key
        return None

    def _show(self, view: str, key: _Key, end: Future[bytes]) -> None:
        self._busy = False
        dots = end.result()
        if any(page == key.page for page, _ in self._wanted[view]):
            image = tk.PhotoImage(data=dots, master=self._owner)
            self._there[view][key.page] = key, image
            self._arrived[view](key.page, image)
        self._work()

    def _let_go(self, event: tk.Event[tk.Misc]) -> None:
        """Pictures go with their widget, and the print with them."""
        if event.widget is self._owner:
            self._there.clear()
            for pictures in (*self._left, *filter(None, [self._pictures])):
                pictures.close()


def _drawn(pictures: PagePictures, key: _Key) -> bytes:
    """The page as PPM; what is marked is tinted, as by a marker on paper, and stays readable."""
    dots = pictures.picture(key.page, key.scale)
    if not key.marked:
        return dots
    image = Image.open(io.BytesIO(dots))
    for left, top, width, height in key.marked:
        x, y = round(left * key.scale), round(top * key.scale)
        box = x, y, x + round(width * key.scale), y + round(height * key.scale)
        part = image.crop(box)
        image.paste(ImageChops.multiply(part, Image.new("RGB", part.size, LIGHT.warn_bg)), box)
    target = io.BytesIO()
    image.save(target, "PPM")
    return target.getvalue()
