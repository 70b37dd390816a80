"""The first letters of the pinyin of a text, by which a clerk finds it without an input method."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from jsxh_desktop.app.paths import assets

KEPT = 8192  # more than all codes, fields and terms of one year


@lru_cache(KEPT)
def initials(text: str) -> str:
    """行政单位医疗 → xzdwyl; letters and digits stay as they are, signs go."""
    letters, words, odd = _table()
    plain = odd.sub(lambda found: words[found[0]], text) if words else text
    sounds = (letters.get(char, char) for char in plain)
    return "".join(sound for sound in sounds if sound.isalnum()).casefold()


@cache
def _table() -> tuple[dict[str, str], dict[str, str], re.Pattern[str]]:
    """Characters alone, words in which one sounds otherwise, and what finds those words."""
    import tomllib  # no window waits for it to open

    kept = tomllib.loads((assets() / "pinyin.toml").read_text("utf-8"))
    letters = {char: letter for letter, chars in kept["letters"].items() for char in chars}
    return letters, kept["words"], re.compile("|".join(map(re.escape, kept["words"])))
