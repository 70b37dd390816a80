"""Pictures of a PDF's pages and the words on them, read from the very bytes that print."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from jsxh_desktop.app.tokens import token_at

if TYPE_CHECKING:
    import pypdfium2

# PDFium keeps state of its own and may be in one thread at a time, whatever the document.
_ONE_AT_A_TIME = threading.RLock()
# So many pictures are remembered: the pages in view and a few thumbnails.
REMEMBERED = 12
ACROSS, DOWN = 6.0, 3.0
"""How many points a pointer may miss the ink of a character by; some are mostly white."""

Box = tuple[float, float, float, float]
"""Left, top, width and height in points from the upper left corner of the page."""


class Word(NamedTuple):
    """A number, a gap or a phrase of a page, as far as it stands in one line."""

    text: str
    box: Box


class Match(NamedTuple):
    """A text that was looked for: its page (from 0) and a box for each line it takes."""

    page: int
    boxes: tuple[Box, ...]


class PagePictures:
    """One open PDF, pages counted from 0; any thread may call, and waits while another does."""

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2  # slow: only where pages are looked at

        self._pictures: OrderedDict[tuple[int, float], bytes] = OrderedDict()
        self._texts: dict[int, str] = {}
        with _ONE_AT_A_TIME:
            self._document: pypdfium2.PdfDocument = pypdfium2.PdfDocument(pdf)
            self.pages = len(self._document)

    def close(self) -> None:
        """Let the PDF and its pictures go; nothing may be asked afterwards."""
        with _ONE_AT_A_TIME:
            self._pictures.clear()
            self._document.close()

    def size(self, page: int) -> tuple[float, float]:
        """Width and height in points."""
        with _ONE_AT_A_TIME:
            width, height = self._document.get_page_size(page)
        return float(width), float(height)

    def picture(self, page: int, scale: float) -> bytes:
        """The page as PPM, as `tk.PhotoImage` takes it; `scale` is pixels a point."""
        with _ONE_AT_A_TIME:
            key = page, scale
            found = self._pictures.pop(key, None) or self._drawn(page, scale)
            self._pictures[key] = found
            while len(self._pictures) > REMEMBERED:
                self._pictures.popitem(last=False)
        return found

    def band(self, page: int, size: tuple[int, int], top: int, rows: int, *, turned: bool) -> bytes:
        """Rows of the page drawn `size` pixels wide and high, for a printer: sharp, not smoothed.

        Three bytes a pixel: blue, green, red; each row is filled up to four bytes. A `turned` page
        has its left edge at the bottom.
        """
        with _ONE_AT_A_TIME:
            return self._banded(page, size, top, rows, turned)

    def words_at(self, page: int, x: float, y: float) -> Word | None:
        """The number, gap or phrase at a point, in points; None where there is none."""
        with _ONE_AT_A_TIME, _Text(self._document, page) as text:
            place = text.at(x, y)
            if place is None:
                return None
            said = self._text(page, text)
            start, end = token_at(said, place)
            boxes = [*text.boxes(start, end)]
            box = next((box for box in boxes if _holds(box, x, y)), None)
            return Word(said[start:end].strip(), box) if box else None

    def find(self, wanted: str) -> tuple[Match, ...]:
        """Every place of a text, wherever its lines and pages break; no white counts."""
        return tuple(match for page in range(self.pages) for match in self._on(page, wanted))

    def _on(self, page: int, wanted: str) -> Iterator[Match]:
        wanted = "".join(wanted.split())
        with _ONE_AT_A_TIME, _Text(self._document, page) as text:
            said = self._text(page, text)
            places = [place for place, char in enumerate(said) if not char.isspace()]
            squeezed = "".join(said[place] for place in places)
            start = squeezed.find(wanted) if wanted else -1
            while start >= 0:
                last = start + len(wanted) - 1
                yield Match(page, (*text.boxes(places[start], places[last] + 1),))
                start = squeezed.find(wanted, last + 1)

    def _text(self, page: int, text: _Text) -> str:
        if page not in self._texts:
            self._texts[page] = text.said()
        return self._texts[page]

    def _drawn(self, number: int, scale: float) -> bytes:
        page = self._document[number]
        bitmap = page.render(scale=scale, rev_byteorder=True, draw_annots=False)
        row = bitmap.width * 3
        lines = memoryview(bitmap.buffer)
        starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
        pixels = b"".join(lines[start : start + row] for start in starts)
        head = b"P6 %d %d 255\n" % (bitmap.width, bitmap.height)
        bitmap.close()
        page.close()
        return head + pixels

    def _banded(
        self, number: int, size: tuple[int, int], top: int, rows: int, turned: bool
    ) -> bytes:
        import pypdfium2

        raw = pypdfium2.raw
        page = self._document[number]
        bitmap = pypdfium2.PdfBitmap.new_native(size[0], rows, raw.FPDFBitmap_BGR)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, size[0], rows)
        sharp = raw.FPDF_RENDER_NO_SMOOTHTEXT | raw.FPDF_RENDER_NO_SMOOTHPATH
        quarters = 3 if turned else 0
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, -top, *size, quarters, raw.FPDF_PRINTING | sharp)
        pixels = bytes(bitmap.buffer)
        bitmap.close()
        page.close()
        return pixels


class _Text:
    """The text of one page, open for as long as it is looked at."""

    def __init__(self, document: Any, page: int) -> None:
        self._page = document[page]
        self._height = float(self._page.get_height())
        self._open = self._page.get_textpage()

    def __enter__(self) -> _Text:
        return self

    def __exit__(self, *_problem: object) -> None:
        self._open.close()
        self._page.close()

    def at(self, x: float, y: float) -> int | None:
        """The place of the character at a point."""
        # PDFium takes the whole width of the area around the point.
        found: int | None = self._open.get_index(x, self._height - y, 2 * ACROSS, 2 * DOWN)
        return found

    def said(self) -> str:
        """A character for each place PDFium counts; above U+FFFF too, unlike its own text."""
        from pypdfium2 import raw

        count = self._open.count_chars()
        return "".join(chr(raw.FPDFText_GetUnicode(self._open, place)) for place in range(count))

    def boxes(self, start: int, end: int) -> Iterator[Box]:
        """One for each line between two places; PDFium gives one for each change of the font."""
        line: list[tuple[float, ...]] = []
        for place in range(self._open.count_rects(start, end - start)):
            piece = self._open.get_rect(place)
            if line and not (piece[1] < line[-1][3] and line[-1][1] < piece[3]):
                yield self._around(line)
                line = []
            line.append(piece)
        if line:
            yield self._around(line)

    def _around(self, pieces: list[tuple[float, ...]]) -> Box:
        lefts, bottoms, rights, tops = zip(*pieces, strict=True)
        left, top = min(lefts), max(tops)
        return left, self._height - top, max(rights) - left, top - min(bottoms)


def _holds(box: Box, x: float, y: float) -> bool:
    left, top, width, height = box
    beside = left - ACROSS <= x <= left + width + ACROSS
    return beside and top - DOWN <= y <= top + height + DOWN
