"""The text a spreadsheet puts on the clipboard, as rows of cells, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Rows = tuple[tuple[str, ...], ...]
TAB, QUOTE = "\t", '"'
_NEEDS_QUOTES = frozenset('\t\n\r"')
_UNKEEPABLE = re.compile("[\0\ud800-\udfff]")
_TORN = re.compile("[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def keepable(text: str) -> str:
    """A text without what no column keeps: a NUL, half a character."""
    return text if text.isprintable() else _UNKEEPABLE.sub("", text)  # neither can be printed


def mended(text: str) -> str:
    """A text as it was copied.

    Under X, Tk hands a long text over in pieces, and a character that lies across their seam comes
    as its bytes, one letter each.
    """
    return _TORN.sub(_joined, text)


def _joined(torn: re.Match[str]) -> str:
    try:
        return torn[0].encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return torn[0]


def block(text: str) -> Rows:
    """Rows of cells, all of one length; a cell in quotes may hold tabs, lines, doubled quotes.

    A quote within a cell that does not begin with one is a quote. The new line after the last row
    is the end of it, not a row.
    """
    plain = keepable(text.replace("\r\n", "\n").replace("\r", "\n"))
    rows = list(_rows(plain)) if QUOTE in plain else _unquoted(plain)
    width = max((len(row) for row in rows), default=0)
    return tuple(tuple(row) + ("",) * (width - len(row)) for row in rows)


def as_text(rows: Sequence[Sequence[str]]) -> str:
    """The same rows as a spreadsheet takes them; each ends with a new line."""
    return "".join(TAB.join(map(_quoted, row)) + "\n" for row in rows)


def _quoted(cell: str) -> str:
    if _NEEDS_QUOTES.isdisjoint(cell):
        return cell
    return QUOTE + cell.replace(QUOTE, QUOTE * 2) + QUOTE


def _unquoted(text: str) -> list[list[str]]:
    """The same where nothing is quoted, which is quicker to read."""
    lines = text.removesuffix("\n").split("\n")
    return [line.split(TAB) for line in lines] if text else []


def _rows(text: str) -> Iterator[list[str]]:
    row: list[str] = []
    at = 0
    while at < len(text):
        cell, at = _cell(text, at)
        row.append(cell)
        if text[at : at + 1] == TAB:
            at += 1
            if at < len(text):
                continue
            row.append("")
        yield row
        row, at = [], at + 1


def _cell(text: str, at: int) -> tuple[str, int]:
    """The cell that begins here, and where the sign behind it is."""
    if text[at : at + 1] == QUOTE:
        found = _in_quotes(text, at + 1)
        if found:
            return found
    ends = (text.find(sign, at) for sign in (TAB, "\n"))
    end = min((end for end in ends if end >= 0), default=len(text))
    return text[at:end], end


def _in_quotes(text: str, at: int) -> tuple[str, int] | None:
    """A quoted cell; None where the closing quote is missing or no cell ends behind it."""
    parts: list[str] = []
    while True:
        end = text.find(QUOTE, at)
        if end < 0:
            return None
        parts.append(text[at:end])
        if text[end + 1 : end + 2] != QUOTE:
            break
        parts.append(QUOTE)
        at = end + 2
    closed = text[end + 1 : end + 2] in {"", TAB, "\n"}
    return ("".join(parts), end + 1) if closed else None
