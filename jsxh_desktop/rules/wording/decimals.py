"""G06: amounts and shares with as many decimals as the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import chain

from jsxh_desktop.rules.exactness import printed, ratio
from jsxh_desktop.rules.reading.written_amounts import written_amounts
from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.rule import Finding, Rule, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.pages import Page, by_page, whole
from jsxh_desktop.rules.texts.passages import Passage
from jsxh_desktop.rules.texts.seldom import telling
from jsxh_desktop.rules.wording.slip import Slip, each_text, once, quote

PLACES = 2
SHOWN = 3
_PERCENT = re.compile(r"(?<![\d.])\d+(?:\.(?P<places>\d+))?[%％]")
_SHARE = re.compile(
    r"(?P<part>\d+(?:\.\d+)?)万元，占(?:[^，。；\d]{0,20}的)?(?P<share>\d{1,2})[%％]"
)


@lru_cache(maxsize=TEXTS)
def mixed(text: str) -> tuple[Slip, ...]:
    """Amounts in 万元 with fewer decimals than others of the same text."""
    found = [amount for amount in written_amounts(text) if amount.unit == "万元"]
    if not any(amount.places == PLACES for amount in found):
        return ()
    return tuple(
        Slip(
            amount.start,
            amount.end,
            f"{quote(text[amount.start : amount.end])}不是两位小数，与别的金额不一致",
            "补足两位小数",
            f"{amount.number:.2f}{amount.unit}",
        )
        for amount in found
        if amount.places == 1 or (amount.places == 0 and amount.number < 1000)
    )


@lru_cache(maxsize=TEXTS)
def short_shares(text: str) -> tuple[str, ...]:
    """Shares without decimals that no amount before them gives exactly: 4.84 of 161.94 as 3%."""
    return tuple(f"{found['share']}%" for found in _SHARE.finditer(text) if _is_short(text, found))


def _is_short(text: str, found: re.Match[str]) -> bool:
    part, share = Decimal(found["part"]), Fraction(found["share"])
    rates = [
        ratio(printed(part, PLACES), printed(whole.number, whole.places, whole.unit))
        for whole in written_amounts(text)
        if whole.end <= found.end() and whole.number >= part
    ]
    near = [rate for rate in rates if rate and abs(rate.reads - share) < 1]
    return bool(near) and not any(share in rate for rate in near)


@lru_cache(maxsize=TEXTS)
def _amounts(text: str) -> tuple[tuple[str, int], ...]:
    """The amounts in 万元 of a text, as written, and their decimals."""
    return tuple(
        (text[amount.start : amount.end], amount.places)
        for amount in written_amounts(text)
        if amount.unit == "万元"
    )


@lru_cache(maxsize=TEXTS)
def _rates(text: str) -> tuple[tuple[str, int], ...]:
    """The rates of a text, as written, and their decimals."""
    return tuple((found[0], len(found["places"] or "")) for found in _PERCENT.finditer(text))


def _in_print(subject: Subject) -> Iterator[Finding]:
    """Amounts and rates the document prints otherwise than most, or without decimals it needs."""
    pages = subject.printed_pages
    amounts = [*chain.from_iterable(map(_amounts_of, pages))]
    if any(places == PLACES for *_, places in amounts):
        odd = [(each, words) for each, words, places in amounts if places != PLACES]
        yield from _of_document(odd, "金额的小数位", "金额统一保留两位小数")
    usual = subject.pack.percent_places
    rates = [*chain.from_iterable(map(_rates_of, pages))]
    uneven = len({places for *_, places in rates if places}) > 1
    odd = [(each, words) for each, words, places in rates if uneven and places not in {0, usual}]
    odd += chain.from_iterable(map(_short_of, pages))
    yield from _of_document(odd, "百分比的小数位", f"百分比统一保留{usual}位小数")


@by_page
def _amounts_of(page: Page) -> tuple[tuple[Passage, str, int], ...]:
    own = (each for each in page if "元" in each.own)
    return tuple((each, words, places) for each in own for words, places in _amounts(each.own))


@by_page
def _rates_of(page: Page) -> tuple[tuple[Passage, str, int], ...]:
    own = (each for each in page if "%" in each.own)
    return tuple((each, words, places) for each in own for words, places in _rates(each.own))


@by_page
def _short_of(page: Page) -> tuple[tuple[Passage, str], ...]:
    own = (each for each in page if "元" in each.own or "%" in each.own)
    return tuple((each, words) for each in own for words in short_shares(each.own))


def _of_document(odd: list[tuple[Passage, str]], what: str, to_do: str) -> Iterator[Finding]:
    if odd:
        first, words = odd[0]
        different = [*dict.fromkeys(words for _, words in odd)]
        shown = "、".join(quote(each) for each in different[:SHOWN])
        message = f"{what}不一致，{len(odd)}处与别处不同：{shown}"
        yield Finding(message, to_do, what, first.where, words=words)


@rule(
    "G06",
    "小数位统一",
    Severity.WARNING,
    "金额都是两位小数；百分比小数位全文一致，除不尽的不写成整数",
    why="同一份材料里位数不一，合计对不上",
    cites="财政部部门决算公开范本",
)
def decimals_alike(subject: Subject) -> Iterator[Finding]:
    typed = telling(map(whole, subject.typed_pages), mixed)
    yield from once(each_text(typed, "统一保留两位小数"))
    yield from _in_print(subject)


RULES: tuple[Rule, ...] = (decimals_alike,)
