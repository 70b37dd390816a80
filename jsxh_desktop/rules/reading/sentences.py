"""The reader of sentences: what a text says in figures, whatever its wording and its width.

It knows no filing: what a label means and whether a figure is right is for the rules to say. What
it is not sure of it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from jsxh_desktop.rules import exactness
from jsxh_desktop.rules.reading.movements import movements
from jsxh_desktop.rules.reading.plain_text import (
    clause_start,
    label_of,
    line_start,
    part_start,
    plain,
    sentence_start,
    year_in,
    years_told,
)
from jsxh_desktop.rules.reading.spoken import (
    Amount,
    Completion,
    ItemName,
    Percent,
    Reading,
    Share,
    Variance,
)
from jsxh_desktop.rules.remembered import TEXTS

_NUMBER = (
    r"(?<![\d.,])(?P<sign>(?<![\d%年月日元])-)?"
    r"(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
)
_AMOUNT = re.compile(rf"{_NUMBER}\s*(?P<unit>亿元|万元|元)")
_PERCENT = re.compile(rf"(?P<below>不足|不到)?{_NUMBER}\s*%")
_VERB = re.compile(
    r"(?P<verb>增加|增长|减少|下降|上升|提高|降低)(?:了|额为|额|幅度为|率为|率|为)?\s*$"
)
_SHARE = re.compile(
    r"占(?P<whole>[^，；：、（）。\d%]{0,30}?)(?:(?:的|总)?(?:比例|比重|比)为?|的)?\s*$"
)
_COMPLETED = re.compile(
    r"完成了?(?P<base>(?:年初|全年|调整后?的?|年度)?预算)数?"
    r"(?P<planned>\d[\d,]*(?:\.\d+)?\s*(?:亿元|万元|元))?的?\s*$"
)
_PLANNED = re.compile(r"预算数?$")
_ITEM = re.compile(
    r"(?P<class>[^（）；：。，、\n]{0,40})（类）(?P<section>[^；：。，\n]{0,40}?)（款）"
    r"(?:(?P<item>[^；：。，\n]{0,60}?)（项）)?"
)
_ORDINAL = re.compile(r"\s*\d+[.、]\s*")
_VARIANCE = re.compile(r"决算数?(?P<word>等于|小于|大于)(?:全年|年初)?预算数?")
_REASON = re.compile(r"主要(?:变动)?(?:原因)?(?:是|为|：)")
_OWED = re.compile(r"[，的]*主要原因(?:是|为|：)")
_ABOUT_BEFORE = re.compile(r"(?:约|近|超过|超|不足|不到|至少|最多)\s*$")
_ABOUT_BEHIND = re.compile(r"以上|以下|以内|左右|上下|多|余|/|每")


@lru_cache(maxsize=TEXTS)
def read(text: str) -> Reading:
    """What a text says in figures."""
    words = plain(text)
    amounts = tuple(_amounts(words))
    percents = tuple(_percents(words))
    told = [amount for amount in amounts if not amount.way]
    return Reading(
        words,
        amounts,
        percents,
        tuple(_shares(words, percents, told)),
        tuple(_completions(words, percents, told)),
        tuple(movements(words, amounts, percents)),
        tuple(_items(words)),
        tuple(_variances(words)),
        tuple(found.end() for found in _REASON.finditer(words)),
    )


def _amounts(text: str) -> Iterator[Amount]:
    for found in _AMOUNT.finditer(text):
        number, places = _number(found)
        start, end = found.span()
        before = text[clause_start(text, start) : start]
        verb = _VERB.search(before)
        year = year_in(before)
        yield Amount(
            (start, end),
            exactness.printed(number, places, found["unit"]),
            places,
            found["unit"],
            label_of(before[: verb.start()] if verb else before),
            years_told(text, start) if year is None else year,
            year is not None,
            verb["verb"] if verb else "",
            bool(_ABOUT_BEFORE.search(before) or _ABOUT_BEHIND.match(text, end)),
        )


def _percents(text: str) -> Iterator[Percent]:
    for found in _PERCENT.finditer(text) if "%" in text else ():
        number, places = _number(found)
        verb = _VERB.search(text, clause_start(text, found.start()), found.start())
        below = bool(found["below"])
        value = exactness.below(number) if below else exactness.percent(number, places)
        yield Percent(found.span(), value, places, verb["verb"] if verb else "", below)


def _number(found: re.Match[str]) -> tuple[Decimal, int]:
    digits = found["number"].replace(",", "")
    return Decimal((found["sign"] or "") + digits), len(digits.partition(".")[2])


def _shares(text: str, percents: Iterable[Percent], told: list[Amount]) -> Iterator[Share]:
    for percent in percents:
        start = percent.span[0]
        if found := _SHARE.search(text, clause_start(text, start), start):
            part = _last(told, part_start(text, start), found.start())
            yield Share(percent, part, found["whole"])


def _completions(
    text: str, percents: Iterable[Percent], told: list[Amount]
) -> Iterator[Completion]:
    for percent in percents:
        start = percent.span[0]
        if found := _COMPLETED.search(text, clause_start(text, start), start):
            finals = [amount for amount in told if not _PLANNED.search(amount.label)]
            final = _last(finals, sentence_start(text, start), found.start())
            planned = _last(told, found.start(), start) if found["planned"] else None
            yield Completion(percent, found["base"], final, planned)


def _last(told: Iterable[Amount], start: int, end: int) -> Amount | None:
    """The amount told last between two places."""
    inside = [amount for amount in told if start <= amount.span[0] and amount.span[1] <= end]
    return inside[-1] if inside else None


def _items(text: str) -> Iterator[ItemName]:
    for found in _ITEM.finditer(text) if "（类）" in text else ():
        start = found.start()
        if ordinal := _ORDINAL.match(text, start):
            start = ordinal.end()
        names = (text[start : found.end("class")], found["section"], found["item"] or "")
        opens = not _ORDINAL.sub("", text[line_start(text, start) : start], count=1).strip()
        yield ItemName((start, found.end()), names, opens)


def _variances(text: str) -> Iterator[Variance]:
    for found in _VARIANCE.finditer(text):
        owed = _OWED.match(text, found.end())
        yield Variance(found.span(), found["word"], owed.end() if owed else None)
