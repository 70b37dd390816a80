"""The typefaces of the print: the user's own when present, else the bundled ones.

Nothing is opened before a character of a face is asked for. A character the face's first font lacks
comes from the next one; a character no font has is drawn as 〓 (and still copies as itself).
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import groupby
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase.pdfmetrics import registerFont

from jsxh_desktop.reports.embedding import MISSING, EmbeddedFont
from jsxh_desktop.reports.font_files import (
    BLACK,
    IMITATION_SONG,
    REGULAR_SCRIPT,
    SMALL_TITLE_SONG,
    chosen,
    font_files,
)
from jsxh_desktop.reports.truetype import TrueType, UnusableFont
from jsxh_desktop.reports.typed import printable

_log = logging.getLogger(__name__)

# Streams as bytes: ReportLab's ASCII form costs a millisecond a page and makes files larger.
rl_config.useA85 = 0


class Face(StrEnum):
    """The faces GB/T 9704-2012 and the forms name: a look, not a file."""

    BODY = "仿宋"
    SONG = "宋体"
    TITLE = "小标宋"
    BOLD = "宋体加粗"
    HEI = "黑体"
    KAI = "楷体"


SONG, RARE = "Song-Regular.ttf", "Rare-Regular.ttf"

# The user's files that are preferred, then the bundled ones.
FILES: Mapping[Face, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Face.BODY: (IMITATION_SONG, (SONG, RARE)),
    Face.SONG: ((), (SONG, RARE)),
    Face.TITLE: (SMALL_TITLE_SONG, ("Song-Bold.ttf", SONG, RARE)),
    Face.BOLD: ((), ("Song-Bold.ttf", SONG, RARE)),
    Face.HEI: (BLACK, ("Hei-Regular.ttf", SONG, RARE)),
    Face.KAI: (REGULAR_SCRIPT, ("Kai-Regular.ttf", SONG, RARE)),
}


class _Chain(dict[str, float]):
    """Character → advance in 1/1000 em, filled when asked; it remembers which font has what."""

    def __init__(self, fonts: Iterator[EmbeddedFont]) -> None:
        super().__init__()
        self._fonts = fonts
        self._open: list[EmbeddedFont] = []
        self.first = next(self._each())
        self.in_first: set[str] = set()
        self.missing: set[str] = set()
        self._elsewhere: dict[str, EmbeddedFont] = {}

    def __missing__(self, char: str) -> float:
        shown = printable(char).replace("\n", " ")
        font = self._with(shown) if shown else self.first
        if font is self.first and shown == char and char not in self.missing:
            self.in_first.add(char)
        self._elsewhere[char] = font
        advance = self[char] = font.truetype.advance(font.glyph(shown)) if shown else 0.0
        return advance

    def font(self, char: str) -> EmbeddedFont:
        """The font that draws the character."""
        self[char]
        return self._elsewhere[char]

    def _with(self, char: str) -> EmbeddedFont:
        for font in self._each():
            if char != "\ufffd" and font.truetype.glyph(char):
                return font
        self.missing.add(char)
        return next((font for font in self._open if font.truetype.glyph(MISSING)), self.first)

    def _each(self) -> Iterator[EmbeddedFont]:
        """The fonts in their order, each opened when its turn first comes."""
        yield from self._open
        for font in self._fonts:
            self._open.append(font)
            yield font


class Typefaces:
    """Measures text and says which font draws it; fonts are opened when first needed."""

    def __init__(self, folder: Path, own: Sequence[Path]) -> None:
        self._folder = folder
        self._own = own
        self._chains: dict[Face, _Chain] = {}
        self._files: dict[str, Path] | None = None

    def width(self, text: str, face: Face, size: float) -> float:
        """Points, without any spacing."""
        return sum(map(self.advances(face).__getitem__, text)) * size / 1000

    def advances(self, face: Face) -> Mapping[str, float]:
        """Character → advance in 1/1000 em; any character may be asked for."""
        return self._chain(face)

    def blanks(self, char: str, face: Face) -> tuple[float, float]:
        """The white left and right of a character's ink, in 1/1000 em."""
        font = self._chain(face).font(char)
        return font.truetype.blanks(font.glyph(char))

    def runs(self, text: str, face: Face) -> tuple[tuple[str, str], ...]:
        """Registered font name and the text it draws, in order; new lines are spaces."""
        return tuple((font.fontName, run) for font, run in self.fonts(text, face))

    def fonts(self, text: str, face: Face) -> tuple[tuple[EmbeddedFont, str], ...]:
        """As `runs`, with the fonts themselves."""
        chain = self._chain(face)
        if chain.in_first.issuperset(text):
            return ((chain.first, text),)
        text = printable(text).replace("\n", " ")
        return tuple((font, "".join(run)) for font, run in groupby(text, chain.font))

    def unprintable(self, text: str, face: Face) -> str:
        """The characters no font has, each once, in the order they come."""
        chain = self._chain(face)
        if chain.in_first.issuperset(text):
            return ""
        text = printable(text)
        return "".join(
            char for char in dict.fromkeys(text) if chain[char] and char in chain.missing
        )

    def name(self, face: Face) -> str:
        """The registered name of the face's first font (a canvas wants one to begin with)."""
        return self._chain(face).first.fontName

    def _chain(self, face: Face) -> _Chain:
        found = self._chains.get(face)
        if found is None:
            found = self._chains[face] = _Chain(self._opened(face))
        return found

    def _opened(self, face: Face) -> Iterator[EmbeddedFont]:
        wanted, bundled = FILES[face]
        for path, index in self._found(wanted):
            try:
                yield _font(path, index)
            except (UnusableFont, OSError) as problem:
                _log.warning("不能使用字体 %s：%s", path, problem)
        for name in bundled:
            yield _font(self._folder / name, 0)

    def _found(self, wanted: Sequence[str]) -> list[tuple[Path, int]]:
        if not (wanted and self._own):
            return []
        if self._files is None:
            self._files = font_files(self._own)
        return chosen(wanted, self._files)


def typefaces(folder: Path, *, own: Sequence[Path] = ()) -> Typefaces:
    """The typefaces in `folder` (assets/fonts), the user's in the folders `own` preferred."""
    return Typefaces(folder, own)


@cache
def _font(path: Path, index: int) -> EmbeddedFont:
    """Each file is opened and registered once in a program's life; its name is nowhere printed."""
    font = EmbeddedFont(f"{path}#{index}", TrueType(path, index))
    registerFont(font)
    return font
