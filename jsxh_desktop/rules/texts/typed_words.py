"""Typed words within printed ones: where they stand, and where they stand with other figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

WITHOUT_FIGURES = str.maketrans("0123456789", "0" * 10)

SHORTEST = 6
"""A shorter typed text is not looked for within a printed one: it may stand there by itself."""

MOST = 20_000
"""So many printed texts are remembered."""


@dataclass(frozen=True, slots=True)
class Erased:
    """A printed text with what fields hold blanked out by NULs.

    `twisted` are the typed texts it has with other figures, `met` those it has as they are.
    """

    own: str
    twisted: tuple[str, ...] = ()
    met: tuple[str, ...] = ()


class Eraser:
    """Knows the typed texts of one filing; `forms` says of each whether its figures are its own."""

    def __init__(self, forms: Mapping[str, bool]) -> None:
        self._known: dict[str, Erased] = {}
        self._held: dict[str, tuple[tuple[str, str], ...]] = {}
        """By the opening without figures, the longest first, each beside itself without them."""
        for form in sorted(forms, key=len):
            bare = form.translate(WITHOUT_FIGURES)
            says = any(map(str.isalpha, bare))  # a mere code is as long as many a figure
            one = (form, bare if forms[form] and bare != form and says else "")
            opening = bare[:SHORTEST]
            self._held[opening] = (one, *self._held.get(opening, ()))

    def erased(self, text: str) -> Erased:
        """The text without what was typed, a short one only where it is all of it."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) > MOST:
                self._known.clear()
            found = self._known[text] = self._erased(text)
        return found

    def _erased(self, text: str) -> Erased:
        bare = text.translate(WITHOUT_FIGURES)
        if any(text == form for form, _ in self._held.get(bare[:SHORTEST], ())):
            return Erased("\0" * len(text), met=(text,))
        kept, start, at = [], 0, 0
        twisted, met = list[str](), list[str]()
        while at <= len(text) - SHORTEST:
            forms = self._held.get(bare[at : at + SHORTEST], ())
            if words := next((form for form, _ in forms if text.startswith(form, at)), ""):
                met.append(words)
                kept += [text[start:at], "\0" * len(words)]
                start = at = at + len(words)
                continue
            twisted += [form for form, same in forms if same and bare.startswith(same, at)]
            at += 1
        return Erased("".join([*kept, text[start:]]), tuple(twisted), tuple(met))
