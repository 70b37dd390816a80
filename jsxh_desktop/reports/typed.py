"""Typed text as it can be set: without what no font draws."""

from __future__ import annotations

import re

# Lone halves of surrogate pairs are no characters; U+FFFD says so and prints as 〓.
_LINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f]")
# Controls, soft hyphen, zero width and direction marks, selectors of a variant form, tags.
_NOTHING = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_HALVES = re.compile("[\ud800-\udfff]")
_ODD = re.compile("|".join(p.pattern for p in (_LINES, _SPACES, _NOTHING, _HALVES)))


def printable(text: str) -> str:
    """The text with one kind of new line, two of spaces (narrow, 　) and nothing unseen."""
    if not _ODD.search(text):
        return text
    text = _SPACES.sub(" ", _LINES.sub("\n", text))
    return _HALVES.sub("\ufffd", _NOTHING.sub("", text))
