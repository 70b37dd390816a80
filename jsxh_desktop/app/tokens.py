"""What of a printed text is one thing to point at: a number, a gap, a phrase between marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

Span = tuple[int, int]

NUMBER = re.compile(r"[-−]?\d+(?:,\d{3})*(?:\.\d+)?[%％]?")
_GAP = "〔待填(?:：[^〔〕]*)?〕"
_MARKS = r"\s，。；：、！？（）()“”《》〔〕"
_POINTED = re.compile(rf"{_GAP}|{NUMBER.pattern}|[^\d{_MARKS}]+|.", re.DOTALL)
_PIECES = re.compile(rf"{_GAP}|{NUMBER.pattern}|.", re.DOTALL)


def token_at(text: str, place: int) -> Span:
    """Where the number, gap or phrase around a character begins and ends."""
    found = (match.span() for match in _POINTED.finditer(text))
    return next((span for span in found if span[0] <= place < span[1]), (place, place))


def is_gap(token: str) -> bool:
    return re.fullmatch(_GAP, token) is not None


def changed(old: str, new: str) -> tuple[Span, ...]:
    """The spans of the old text that the new one does not have; numbers and gaps go as a whole."""
    if old == new:
        return ()
    before, after = list(_spans(old)), list(_spans(new))
    ours = [old[start:end] for start, end in before]
    matcher = SequenceMatcher(None, ours, [new[start:end] for start, end in after], autojunk=False)
    return tuple(
        (before[first][0], before[last - 1][1])
        for kind, first, last, _, _ in matcher.get_opcodes()
        if kind in {"replace", "delete"}
    )


def _spans(text: str) -> Iterator[Span]:
    return (match.span() for match in _PIECES.finditer(text))
