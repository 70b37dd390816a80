"""G15: numbers that belong to a person and are not for the public."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.rule import Finding, Rule, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.seldom import telling
from jsxh_desktop.rules.wording.slip import Slip, each_word, once

_LONG = re.compile(r"(?<![\da-zA-Z.])\d[\d -]{9,24}[\dXx](?![\da-zA-Z.]|万|亿|元)")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_IDENTITY = re.compile(r"[1-8]\d{5}((?:19|20)\d{2})(\d{2})(\d{2})\d{3}[\dXx]")
_CARD = re.compile(r"62\d{14,17}")
_ADDRESS = re.compile(
    r"(?:(?:家庭|现|居)住址[：:为是]?|住址[：:为是])[一-龥\d]{5,30}?\d+(?:号|室|栋|组|单元)"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
"""GB 11643: the weights of the 17 digits before the check digit."""
_CHECK = "10X98765432"


def _is_identity(digits: str) -> bool:
    """Eighteen digits with a real day of birth and the right check digit (GB 11643)."""
    found = _IDENTITY.fullmatch(digits)
    if not found:
        return False
    try:
        datetime.date(*map(int, found.groups()))
    except ValueError:
        return False
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return _CHECK[weighed % 11] == digits[-1].upper()


def _is_card(digits: str) -> bool:
    """A card of a Chinese bank: 62, sixteen to nineteen digits, the right check digit (Luhn)."""
    if not _CARD.fullmatch(digits):
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(number - 9 * (number > 9) for number in doubled) % 10 == 0


_KINDS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("身份证号", _is_identity),
    ("手机号", _MOBILE.fullmatch),
    ("银行卡号", _is_card),
)


@lru_cache(maxsize=TEXTS)
def private(text: str) -> tuple[Slip, ...]:
    """Identity numbers, mobile numbers, bank cards, home addresses."""
    slips = [slip for found in _LONG.finditer(text) for slip in _numbers(found)]
    if "住址" in text:
        slips += [
            Slip(*found.span(), "写有个人住址，公开前应隐去", "隐去住址")
            for found in _ADDRESS.finditer(text)
        ]
    return tuple(slips)


def _numbers(found: re.Match[str]) -> Iterator[Slip]:
    digits = re.sub(r"[ -]", "", found[0])
    for name, belongs in _KINDS:
        if belongs(digits):
            hidden = digits[:3] + "*" * (len(digits) - 7) + digits[-4:]
            message = f"写有{name}{hidden}，公开前应隐去"
            yield Slip(*found.span(), message, f"隐去{name}中间的数字", hidden)


@rule(
    "G15",
    "个人敏感信息",
    Severity.ERROR,
    "没有身份证号、手机号、银行卡号和家庭住址",
    why="公开后个人信息收不回来",
    cites="《个人信息保护法》；《政府信息公开条例》第十五条",
)
def impersonal(subject: Subject) -> Iterator[Finding]:
    return once(each_word(telling(subject.wordings, private)))


RULES: tuple[Rule, ...] = (impersonal,)
