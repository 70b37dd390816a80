"""Typed words within printed ones: where they stand, and where they stand with other figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from jsxh_desktop.rules.remembered import TEXTS

WITHOUT_FIGURES = str.maketrans("0123456789", "0" * 10)

SHORTEST = 6
"""A shorter typed text is not looked for within a printed one: it may stand there by itself."""

MOST = 20_000
"""So many printed texts are remembered."""

FEW = 40
"""Where more openings are others, it is another filing, and everything is said anew."""


@dataclass(frozen=True, slots=True)
class Erased:
    """A printed text with what fields hold blanked out by NULs.

    `twisted` are the typed texts it has with other figures, `met` those it has as they are.
    """

    own: str
    twisted: tuple[str, ...] = ()
    met: tuple[str, ...] = ()


class Eraser:
    """Knows the typed texts of one filing after another, and what it said of printed ones.

    What no other typed text can have touched is said again, the very same answer.
    """

    def __init__(self) -> None:
        self._forms: Mapping[str, bool] = {}
        self._held: dict[str, tuple[tuple[str, str], ...]] = {}
        """By the opening without figures, the longest first, each beside itself without them."""
        self._said: dict[str, tuple[str, Erased]] = {}
        """By the printed text: it without figures, and what was said of it."""
        self.turn = 0
        """Another one as soon as something else may be said of a text."""

    def learn(self, forms: Mapping[str, bool]) -> None:
        """Know these typed texts and no others; of each: whether its figures are its own."""
        others = {_opening(form) for form, _ in forms.items() ^ self._forms.items()}
        self._forms = forms
        for opening in others:
            self._held.pop(opening, None)
        touched = [form for form in forms if _opening(form) in others]
        for form in sorted(touched, key=lambda each: (len(each), each)):
            opening, bare = _opening(form), form.translate(WITHOUT_FIGURES)
            says = any(map(str.isalpha, bare))  # a mere code is as long as many a figure
            one = (form, bare if forms[form] and bare != form and says else "")
            self._held[opening] = (one, *self._held.get(opening, ()))
        kept = {
            text: said
            for text, said in self._said.items()
            if len(others) <= FEW and not any(map(partial(_touches, said[0]), others))
        }
        self.turn += len(kept) < len(self._said)
        self._said = kept

    def erased(self, text: str) -> Erased:
        """The text without what was typed, a short one only where it is all of it."""
        found = self._said.get(text)
        if found is None:
            if len(self._said) > MOST:
                self._said.clear()
                self.turn += 1
            bare = text.translate(WITHOUT_FIGURES)
            found = self._said[text] = bare, self._erased(text, bare)
        return found[1]

    def _erased(self, text: str, bare: str) -> Erased:
        if any(text == form for form, _ in self._held.get(bare[:SHORTEST], ())):
            return Erased("\0" * len(text), met=(text,))
        kept, start, held = [], 0, self._held
        twisted, met = list[str](), list[str]()
        places = range(len(text) - SHORTEST + 1)
        for at in [place for place in places if bare[place : place + SHORTEST] in held]:
            if at < start:
                continue
            forms = held[bare[at : at + SHORTEST]]
            if words := next((form for form, _ in forms if text.startswith(form, at)), ""):
                met.append(words)
                kept += [text[start:at], "\0" * len(words)]
                start = at + len(words)
            else:
                twisted += [form for form, same in forms if same and bare.startswith(same, at)]
        return Erased("".join([*kept, text[start:]]), tuple(twisted), tuple(met))


@lru_cache(maxsize=2 * TEXTS)
def _opening(form: str) -> str:
    return form[:SHORTEST].translate(WITHOUT_FIGURES)


def _touches(bare: str, opening: str) -> bool:
    """Whether a typed text of this opening may stand in a printed one, both without figures."""
    return opening in bare if len(opening) == SHORTEST else opening == bare
