"""Faults in printed sentences: a digit, a direction, a year, a share, a part left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jsxh_desktop.rules.subject import Subject
from tests.consistent.draw import Draw
from tests.consistent.filings import Case
from tests.faults.fault import Kind, Planted
from tests.faults.paper import Words, reworded, texts, with_block

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_AMOUNT = re.compile(r"\d+\.\d\d(?=万元)")
_SHARE = re.compile(r"占(?:[^，；。\d]{0,12}的)?(\d+(?:\.\d+)?)%")
_ENUMERATED = re.compile(r"主要包括：([^。\0]+)。")
_WORD = re.compile("增加|减少|增长|下降|大于|小于|等于|持平")
_OTHER_WAY = {
    "增加": "减少",
    "减少": "增加",
    "增长": "下降",
    "下降": "增长",
    "大于": "小于",
    "小于": "大于",
    "等于": "小于",
    "持平": "增加",
}
_ITEM = re.compile(r"\d+\.[^：]+（类）[^：]+（款）[^：]+（项）：支出决算")


def digit(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """One digit of a number that the program writes."""
    return _digit(draw, subject, typed=False)


def typed_digit(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """One digit of a number that a field holds, where it is printed."""
    return _digit(draw, subject, typed=True)


def _digit(draw: Draw, subject: Subject, *, typed: bool) -> Planted | None:
    places = [
        (words, place)
        for words in texts(subject)
        for place, char in enumerate(words.text)
        if char.isdecimal() and char.isascii() and (words.own[place] == "\0") is typed
    ]
    if not places:
        return None
    words, place = draw.one(places)
    new = other_digit(draw, words.text, place)
    return _told(subject, words, place, place + 1, new)


def other_digit(draw: Draw, text: str, place: int) -> str:
    """Another digit; no number begins with a nought that did not before."""
    first = not text[:place][-1:].isdecimal() and text[place + 1 : place + 2].isdecimal()
    return draw.one([x for x in "0123456789" if x != text[place] and not (first and x == "0")])


def _told(subject: Subject, words: Words, start: int, end: int, new: str) -> Planted:
    before, old, behind = words.text[:start][-14:], words.text[start:end], words.text[end:][:14]
    what = f"{before}【{old}→{new}】{behind}"
    return Planted(what.replace("\n", " "), reworded(subject, words, start, end, new))


def direction(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """One word of direction turned round."""
    places = [
        (words, found)
        for words in texts(subject)
        for found in _WORD.finditer(words.own)
        if _NUMBER.search(words.own)
    ]
    if not places:
        return None
    words, found = draw.one(places)
    return _told(subject, words, *found.span(), _OTHER_WAY[found.group()])


def years_swapped(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """The amounts of two years, or the years themselves, one in the place of the other."""
    places = list(_compared(subject, case.filing.year))
    if not places:
        return None
    words, this, last = draw.one(places)
    (start, end), (behind, stop) = this, last
    one, two = words.text[start:end], words.text[behind:stop]
    what = f"{words.text[max(0, start - 10) : stop + 6]} 【{one}↔{two}】"
    text = words.text[end:behind]
    return Planted(what, reworded(subject, words, start, stop, two + text + one))


def _compared(
    subject: Subject, year: int
) -> Iterator[tuple[Words, tuple[int, int], tuple[int, int]]]:
    """Two amounts, or two years, of a sentence that compares this year with the last."""
    pattern = re.compile(rf"(\d+\.\d\d)万元[^。；]{{0,8}}。与{year - 1}年的(\d+\.\d\d)万元相比")
    years = re.compile(rf"({year})年[^。]*。?[^。]{{0,20}}[与比]({year - 1})年")
    for words in texts(subject):
        for found in (*pattern.finditer(words.own), *years.finditer(words.own)):
            if found[1] != found[2]:
                yield words, found.span(1), found.span(2)


def share_forced(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """One share moved so that all of a sentence add up to 100."""
    places = []
    for words in texts(subject):
        found = list(_SHARE.finditer(words.own))
        off = 1000 - sum(round(float(each[1]) * 10) for each in found)
        if len(found) > 1 and off and abs(off) <= len(found):
            places.append((words, found, off))
    if not places:
        return None
    words, found, off = draw.one(places)
    share = draw.one(found)
    forced = f"{float(share[1]) + off / 10:.1f}"
    return _told(subject, words, *share.span(1), forced)


def part_dropped(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """One of the parts a sentence lists between semicolons."""
    places = [
        (words, start, end)
        for words in texts(subject)
        for start, end in _parts(words.own)
        if _NUMBER.search(words.own, start, end)
    ]
    return _dropped(draw, subject, places)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """What stands between a colon and a semicolon, or two of them, with one of its signs."""
    signs = [found.start() for found in re.finditer("[：；。]", text)]
    for start, end in pairwise(signs):
        if text[start] == "；":
            yield start, end
        elif text[start] == "：" and text[end] == "；":
            yield start + 1, end + 1


def name_dropped(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """One of the names a sentence enumerates."""
    places = []
    for words in texts(subject):
        for found in _ENUMERATED.finditer(words.own):
            start = found.start(1)
            names = found[1].split("、")
            if len(names) > 1:
                at = draw.count(1, len(names) - 1)
                begin = start + len("、".join(names[:at]))
                places.append((words, begin, begin + 1 + len(names[at])))
    return _dropped(draw, subject, places)


def _dropped(draw: Draw, subject: Subject, places: list[tuple[Words, int, int]]) -> Planted | None:
    if not places:
        return None
    words, start, end = draw.one(places)
    return _told(subject, words, start, end, "")


def sentence_dropped(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """One whole sentence with a figure in it."""
    places = [
        (words, *found.span())
        for words in texts(subject)
        for found in re.finditer(r"(?<=。)[^。\0]*\d[^。\0]*。", words.own)
    ]
    return _dropped(draw, subject, places)


def item_dropped(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """The line of one 项."""
    places = [words for words in texts(subject) if _ITEM.match(words.own)]
    if not places:
        return None
    words = draw.one(places)
    return Planted(f"删去“{words.text[:40]}”", with_block(subject, words.spot, None))


def paragraph_dropped(draw: Draw, case: Case, subject: Subject) -> Planted | None:
    """A whole paragraph of the statements with figures in it."""
    places = [
        words
        for words in texts(subject)
        if subject.parts[words.spot.part].key == "statements" and _AMOUNT.search(words.own)
    ]
    if not places:
        return None
    words = draw.one(places)
    return Planted(f"删去“{words.text[:40]}”", with_block(subject, words.spot, None))


DIGIT, DROPPED = "改动一位数字", "漏掉一行或一部分"
KINDS = (
    Kind(DIGIT, "正文的数", digit),
    Kind(DIGIT, "印出的填报文字", typed_digit),
    Kind("两年对调", "正文", years_swapped),
    Kind("凑100%", "正文的占比", share_forced),
    Kind("方向词反了", "正文", direction),
    Kind(DROPPED, "句子的一部分", part_dropped),
    Kind(DROPPED, "列举的一个名称", name_dropped),
    Kind(DROPPED, "一句话", sentence_dropped),
    Kind(DROPPED, "项级明细一行", item_dropped),
    Kind(DROPPED, "一段话", paragraph_dropped),
)
