"""How figures are said to move: compared with what, by how much, at which rate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jsxh_desktop.rules.reading.plain_text import THAN, clause_start, label_of, sentence_start
from jsxh_desktop.rules.reading.spoken import LAST_YEAR, Amount, Movement, Percent

_BASE = re.compile(rf"{THAN}(?P<base>(?P<year>\d\d\d\d)年度?|(?P<last>上年度?|去年)|年初预算数?)")
_STILL = re.compile(r"(?:基本)?(?:持平|一致)")
_COMPARED = re.compile(r"(?:相比较|相比|相较|比较)[，]?")
_EACH = re.compile(r"(?:各|均|都|总体)+$")
Sign = re.Match[str] | Amount | Percent
_SPENT = re.compile(r"(?:支出)?(?:决算)?(?:总额|数|合计|共计)?$")
_FAR = 80
"""Signs behind which a verb no longer belongs to what was compared."""


@dataclass
class _Told:
    """What one movement is made of, as it is met."""

    start: int
    base: re.Match[str] | None = None
    last: Amount | None = None
    verb: int = 0
    way: str = ""
    amount: Amount | None = None
    rate: Percent | None = None


def movements(
    text: str, amounts: tuple[Amount, ...], percents: tuple[Percent, ...]
) -> Iterator[Movement]:
    """Every movement of a plain text; a rate alone is one as well."""
    for told in _gathered(text, amounts, percents):
        if told.verb:
            yield _movement(text, told, amounts)


def _gathered(
    text: str, amounts: tuple[Amount, ...], percents: tuple[Percent, ...]
) -> Iterator[_Told]:
    signs: list[tuple[int, Sign]] = [
        *((found.start(), found) for found in _BASE.finditer(text)),
        *((found.start(), found) for found in _STILL.finditer(text)),
        *((amount.span[0], amount) for amount in amounts),
        *((percent.span[0], percent) for percent in percents if percent.way),
    ]
    told = _Told(0)
    for start, sign in sorted(signs, key=lambda each: each[0]):
        if _begins(text, told, start, sign):
            yield told
            told = _Told(start)
        _take(text, told, start, sign)
    yield told


def _begins(text: str, told: _Told, start: int, sign: Sign) -> bool:
    """Whether another movement is told from here on."""
    match sign:
        case Amount(way=""):
            return False
        case Amount():
            return bool(told.verb) or not _fits(text, told, start)
        case Percent():
            full = told.rate is not None or _STILL.search(told.way)
            return bool(full) or not _fits(text, told, start)
        case _:
            return sign.re is _BASE


def _take(text: str, told: _Told, start: int, sign: Sign) -> None:
    """Add what stands here to the movement it belongs to."""
    if not told.base and not told.verb:
        told.start = start
    waits = told.base is not None and not told.verb and _fits(text, told, start)
    match sign:
        case Amount(way=""):
            told.last = sign if waits and not told.last else told.last
        case Amount():
            told.amount, told.way, told.verb = sign, sign.way, _verb(text, sign)
        case Percent():
            told.rate, told.verb = sign, told.verb or _verb(text, sign)
        case _ if sign.re is _BASE:
            told.base = sign
        case _ if waits:
            told.way, told.verb = sign[0], start


def _fits(text: str, told: _Told, start: int) -> bool:
    """Whether what stands here still belongs to the movement begun."""
    return start - told.start <= _FAR and sentence_start(text, start) <= told.start


def _verb(text: str, sign: Amount | Percent) -> int:
    return text.rindex(sign.way, 0, sign.span[0])


def same_thing(first: str, second: str) -> bool:
    """Whether two labels name one thing: 公务接待费支出 and 公务接待费支出决算."""
    bare = [_SPENT.sub("", words) for words in (first, second)]
    return bool(bare[0]) and bare[0] == bare[1]


def _movement(text: str, told: _Told, amounts: tuple[Amount, ...]) -> Movement:
    before = [amount for amount in amounts if not amount.way and amount.span[1] <= told.start]
    what = _what(text, told) or (told.last.label if told.last else "")
    alike = [amount for amount in before if same_thing(amount.label, what)]
    now = alike[-1] if alike else before[-1] if before else None
    ends = [told.verb + len(told.way), *(each.span[1] for each in (told.amount, told.rate) if each)]
    base = told.base
    year = None
    if base:
        year = int(base["year"]) if base["year"] else LAST_YEAR if base["last"] else None
    return Movement(
        (told.start, max(ends)),
        what or (now.label if now else ""),
        base["base"] if base else "",
        year,
        now,
        told.last,
        told.way,
        told.amount,
        told.rate,
    )


def _what(text: str, told: _Told) -> str:
    """What moved: named before its verb, or else before what it is compared with."""
    if told.base:
        start = told.last.span[1] if told.last else told.base.end()
        between = text[start : told.verb]
        named = _COMPARED.split(between)[-1]
        if what := _name(named):
            return what
        start = told.base.start()
        return _name(text[clause_start(text, start) : start])
    return _name(text[clause_start(text, told.verb) : told.verb])


def _name(words: str) -> str:
    return _EACH.sub("", label_of(words.strip("，的")))
