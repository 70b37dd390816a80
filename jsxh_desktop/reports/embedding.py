"""A TrueType face ReportLab can draw with, embedded as one composite font a document.

ReportLab's own TrueType fonts change the font every 256 characters, and say wrongly what a
character above U+FFFF is. Here a character's code is its UTF-16 unit, so text is encoded in one
step; a character above U+FFFF takes one of the 2,048 codes UTF-16 keeps for pairs, in order of
first use in the document.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any
from weakref import WeakKeyDictionary

from jsxh_desktop.reports.font_objects import font_object
from jsxh_desktop.reports.truetype import TrueType

PAIRS = range(0xD800, 0xE000)
MISSING = "〓"


class Use:
    """What one document uses of a font: a resource name, characters, codes for the high ones."""

    def __init__(self, resource: str) -> None:
        self.resource = resource
        self._chars: set[str] = set()
        self._high: dict[str, int] = {}

    def encode(self, text: str) -> bytes:
        """The codes of the text, two bytes each; its characters will be in the subset."""
        if max(text, default="") > "\uffff":
            text = "".join(char if char <= "\uffff" else self._pair(char) for char in text)
            self._chars.update(char for char in text if ord(char) not in PAIRS)
            return text.encode("utf-16-be", "surrogatepass")
        self._chars.update(text)
        return text.encode("utf-16-be", "replace")

    def _pair(self, char: str) -> str:
        code = self._high.setdefault(char, PAIRS.start + len(self._high))
        return chr(min(code, PAIRS.stop - 1))

    def chars(self) -> dict[int, str]:
        """Code → character, by code; lone halves of pairs were written as a question mark."""
        low = {ord(char): char for char in self._chars if ord(char) not in PAIRS}
        high = {code: char for char, code in self._high.items() if code in PAIRS}
        return dict(sorted((low | high).items()))


class EmbeddedFont:
    """A font of ReportLab's interface; what each document uses of it is kept apart."""

    _dynamicFont = 1  # noqa: N815 - ReportLab's name
    _multiByte = 1  # noqa: N815 - ReportLab's name
    shapable = False

    def __init__(self, name: str, face: TrueType) -> None:
        self.fontName = name
        self.truetype = face
        self.face = SimpleNamespace(name=name, ascent=face.ascent, descent=face.descent)
        self.encoding = SimpleNamespace(name="UTF-16")
        self._uses: WeakKeyDictionary[Any, Use] = WeakKeyDictionary()

    def use(self, document: Any) -> Use:
        """The use by a ReportLab document; the first call gives the font to the document."""
        found = self._uses.get(document)
        if found is None:
            found = self._uses[document] = Use(f"F{len(document.fontMapping) + 1}")
            document.fontMapping[self.fontName] = f"/{found.resource}"
            document.delayedFonts.append(self)
        return found

    def glyph(self, char: str) -> int:
        """The character's glyph; for one the font lacks, that of 〓."""
        return self.truetype.glyph(char) or self.truetype.glyph(MISSING)

    # The names and arguments from here on are ReportLab's.

    def stringWidth(self, text: str, size: float, encoding: str = "") -> float:  # noqa: ARG002, N802
        """Points."""
        return sum(self.truetype.advance(self.glyph(char)) for char in text) * size / 1000

    def splitString(  # noqa: N802
        self,
        text: str,
        document: Any,
        encoding: str = "",  # noqa: ARG002
    ) -> list[tuple[int, bytes]]:
        """One piece: there are no subsets to change between."""
        return [(0, self.use(document).encode(text))]

    def getSubsetInternalName(self, subset: int, document: Any) -> str:  # noqa: ARG002, N802
        """The name of the font in a page's content."""
        return f"/{self.use(document).resource}"

    def addObjects(self, document: Any) -> None:  # noqa: N802
        """Write the font into the document, when all of its text is known."""
        use = self._uses[document]
        chars = use.chars()
        glyphs = {code: self.glyph(char) for code, char in chars.items()}
        font = font_object(document, self.truetype, chars, glyphs)
        document.idToObject["BasicFonts"].dict[use.resource] = document.Reference(font)
