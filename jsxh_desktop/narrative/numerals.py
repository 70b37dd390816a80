"""Chinese numerals for the numbers of sections and paragraphs: 一 … 十 … 二十六 … 九十九."""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"


def numeral(number: int) -> str:
    """A whole number from 1 to 99; ValueError for any other."""
    if not 1 <= number <= 99:
        raise ValueError(f"{number} has no numeral here")
    tens, ones = divmod(number, 10)
    front = {0: "", 1: "十"}.get(tens, f"{_DIGITS[tens]}十")
    return front + (_DIGITS[ones] if ones else "")
