"""The table of contents: a field that Word can renew, filled with the entries of the print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jsxh_desktop.reports.word.markup import safe, w
from jsxh_desktop.reports.word.runs import paragraph, runs
from jsxh_desktop.reports.word.styles import CONTENTS

# Two levels, clickable, of Word's own headings and whatever stands at their level.
_FIELD = ' TOC \\o "1-2" \\h \\z \\u '


class Entry(NamedTuple):
    """A line of the contents: how deep, what it says, on which page; `place` is its bookmark."""

    level: int
    text: str
    number: int
    place: str


def bookmark(number: int) -> str:
    """The name of the place an entry leads to, as Word itself names them."""
    return f"_Toc{number:09d}"


def contents(entries: Sequence[Entry]) -> str:
    """The entries as Word's own contents, with its handle to renew them."""
    lines = [_line(entry) for entry in entries]
    if lines:
        lines[0] = _char("begin") + _instruction(_FIELD) + _char("separate") + lines[0]
        lines[-1] += _char("end")
    paragraphs = (
        paragraph(CONTENTS[min(entry.level, 1)].id, line)
        for entry, line in zip(entries, lines, strict=True)
    )
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return w("sdt", w("sdtPr", gallery), w("sdtContent", *paragraphs))


def _line(entry: Entry) -> str:
    number = w("r", w("t", str(entry.number)))
    field = (
        _char("begin") + _instruction(f" PAGEREF {entry.place} \\h ") + _char("separate") + number
    )
    inside = (runs(entry.text), w("r", w("tab")), field, _char("end"))
    return w("hyperlink", *inside, anchor=entry.place, history=1)


def _char(kind: str) -> str:
    return w("r", w("fldChar", fldCharType=kind))


def _instruction(said: str) -> str:
    return w("r", f'<w:instrText xml:space="preserve">{safe(said)}</w:instrText>')
