"""G06: amounts and shares with as many decimals as the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from jsxh_desktop.rules.exactness import printed, ratio
from jsxh_desktop.rules.passages import Passage
from jsxh_desktop.rules.rule import Finding, Rule, Severity, rule
from jsxh_desktop.rules.slip import Slip, each_text, once, quote
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.written_amounts import written_amounts

PLACES = 2
SHOWN = 3
_PERCENT = re.compile(r"(?<![\d.])\d+(?:\.(?P<places>\d+))?[%％]")
_SHARE = re.compile(
    r"(?P<part>\d+(?:\.\d+)?)万元，占(?:[^，。；\d]{0,20}的)?(?P<share>\d{1,2})[%％]"
)


@lru_cache(maxsize=4096)
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


@lru_cache(maxsize=4096)
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


def _amounts(own: Sequence[tuple[Passage, str]]) -> Iterator[Finding]:
    """Amounts that the document prints with other decimals than most."""
    found = [
        (passage, text[amount.start : amount.end], amount.places)
        for passage, text in own
        for amount in written_amounts(text)
        if amount.unit == "万元"
    ]
    if any(places == PLACES for _, _, places in found):
        odd = [(passage, words) for passage, words, places in found if places != PLACES]
        yield from _of_document(odd, "金额的小数位", "金额统一保留两位小数")


def _percents(own: Sequence[tuple[Passage, str]], usual: int) -> Iterator[Finding]:
    """Rates that the document prints with other decimals, or with none where it rounds."""
    rates = [
        (passage, found[0], len(found["places"] or ""))
        for passage, text in own
        for found in _PERCENT.finditer(text)
    ]
    uneven = len({places for _, _, places in rates if places}) > 1
    odd = [(passage, words) for passage, words, places in rates if places not in {0, usual}]
    short = [(passage, words) for passage, text in own for words in short_shares(text)]
    to_do = f"百分比统一保留{usual}位小数"
    yield from _of_document([*(odd if uneven else ()), *short], "百分比的小数位", to_do)


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
    typed = ((each, each.text) for each in subject.typed)
    yield from once(each_text(typed, mixed, "统一保留两位小数"))
    own = [(each, each.own) for each in subject.printed if "元" in each.own or "%" in each.own]
    yield from _amounts(own)
    yield from _percents(own, subject.pack.percent_places)


RULES: tuple[Rule, ...] = (decimals_alike,)
