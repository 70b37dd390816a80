"""G05, G14: brackets and quotation marks in pairs, sentences and items with their end marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from jsxh_desktop.domain.organization import Duty, KeyWork
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport
from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.rule import Finding, Rule, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passage, Passed
from jsxh_desktop.rules.texts.seldom import telling
from jsxh_desktop.rules.wording.slip import LONGEST, Slip, clause_start, each_text, once, quote

PARAGRAPHS = {Duty, KeyWork, DepartmentReport, ProjectReport}
"""What holds texts that print as paragraphs."""

MOST = 20
"""So many halves of a text are told; one of more is not meant to be read."""

_WIDE = str.maketrans("()", "（）")
_NAMES = {
    "（）": "括号",
    "〔〕": "括号",
    "【】": "括号",
    "《》": "书名号",
    "“”": "引号",
    "‘’": "引号",
}
_OPENING = {pair[1]: pair[0] for pair in _NAMES}
_NAME_OF = {
    mark: side + name
    for pair, name in _NAMES.items()
    for mark, side in zip(pair, "左右", strict=True)
}
_BRACKETS = re.compile("[（）〔〕【】《》“”‘’]")
_OF_AN_ITEM = re.compile(
    r"(?:.*[\s，。；：、])?[\da-zA-Z一二三四五六七八九十]{1,2}）|.*?\d{1,2}）[一-龥“《]"
)
_IN_A_WORD = re.compile(r"[a-zA-Z]’[a-zA-Z]")
_CLAUSE_END = re.compile(r"[。；\n]|$")
_OF_A_PAPER = re.compile(r"[（(][^（）()。\n]{1,12}〔\d{4}〕第?\d+号(?![）)])")
_STRAIGHT = re.compile(r'(?<!\d)"')

_MARKS = re.compile(r"[，、；：。,;]{2,}")
_OPEN_END = re.compile(r"[，、,]\s*$", re.MULTILINE)
_NO_END = re.compile(r"^.*。[^。！？…；：\n]*(?<![。！？…；：，、,\s\0])$", re.MULTILINE)
_CLOSED = ("。”", "！”", "？”", "。）", "…”")


@lru_cache(maxsize=TEXTS)
def unpaired(text: str) -> tuple[Slip, ...]:
    """Brackets and quotation marks without their other half, half and full width alike."""
    plain = text.translate(_WIDE)
    lone = _lone(plain)
    if len(lone) == 2 and plain[lone[0]] == plain[lone[1]] and plain[lone[0]] in "“”":
        return (_turned(text, *lone),)
    slips = [_halved(text, plain, at) for at in lone[:MOST]]
    straight = [found.start() for found in _STRAIGHT.finditer(text)]
    if len(straight) % 2:
        slips.append(Slip(straight[-1], straight[-1] + 1, "引号不成对", "补上另一半引号"))
    return tuple(slips)


def _lone(plain: str) -> list[int]:
    """Where the marks are that nothing pairs with."""
    opened: list[int] = []
    waiting = Counter[str]()
    lone: list[int] = []
    for found in _BRACKETS.finditer(plain):
        mark, at = found[0], found.start()
        opening = _OPENING.get(mark)
        if opening is None:
            opened.append(at)
            waiting[mark] += 1
        elif waiting[opening]:
            while plain[last := opened.pop()] != opening:
                lone.append(last)
                waiting[plain[last]] -= 1
            waiting[opening] -= 1
        elif not _stands_alone(plain, at):
            lone.append(at)
    return sorted(lone + opened)


def _stands_alone(plain: str, at: int) -> bool:
    """Whether a closing mark needs no other half: 1） and the apostrophe."""
    if plain[at] == "’":
        return bool(_IN_A_WORD.match(plain, at - 1)) if at else False
    return plain[at] == "）" and bool(_OF_AN_ITEM.match(plain[max(0, at - 3) : at + 2]))


def _halved(text: str, plain: str, at: int) -> Slip:
    mark = plain[at]
    if mark in _OPENING:
        start = clause_start(text, at)
        missing = _NAME_OF[_OPENING[mark]]
        return Slip(start, at + 1, f"{quote(text[start : at + 1])}缺{missing}", f"补上{missing}")
    missing = next(_NAME_OF[pair[1]] for pair in _NAMES if pair[0] == mark)
    if paper := _OF_A_PAPER.match(text, at):
        message = f"{quote(paper[0])}缺{missing}"
        return Slip(*paper.span(), message, f"补上{missing}", f"{paper[0]}）")
    end = _CLAUSE_END.search(text, at)
    stop = min(end.start() if end else len(text), at + LONGEST)
    return Slip(at, stop, f"{quote(text[at:stop])}缺{missing}", f"补上{missing}")


def _turned(text: str, first: int, second: int) -> Slip:
    """“…“ or ”…”: one of two quotation marks the wrong way round."""
    words = text[first : second + 1]
    return Slip(
        first,
        second + 1,
        f"{quote(words[1:-1])}两边的引号方向相同",
        "改成一前一后的引号",
        f"“{words[1:-1]}”",
    )


@lru_cache(maxsize=TEXTS)
def ended_badly(text: str) -> tuple[Slip, ...]:
    """Lines that end with ，or 、, and marks that follow one another."""
    slips = [*_doubled(text), *_left_open(text)]
    return tuple(sorted(slips, key=lambda slip: slip.start))


@lru_cache(maxsize=TEXTS)
def unfinished(text: str) -> tuple[Slip, ...]:
    """The same of a paragraph, which ends with 。 besides."""
    slips = [*ended_badly(text), *_without_stop(text)]
    return tuple(sorted(slips, key=lambda slip: slip.start))


def _doubled(text: str) -> Iterator[Slip]:
    for found in _MARKS.finditer(text):
        start = clause_start(text, found.start())
        kept = "。" if "。" in found[0] else found[0][0]
        yield Slip(
            start,
            found.end(),
            f"{quote(text[start : found.end()])}标点重复",
            f"只留一个“{kept}”",
            text[start : found.start()] + kept,
        )


def _left_open(text: str) -> Iterator[Slip]:
    for found in _OPEN_END.finditer(text):
        at = found.start()
        if at and text[at - 1] in "，、；：。,;":
            continue
        line = text.rfind("\n", 0, at) + 1
        start = clause_start(text, at)
        message = f"{quote(text[start : at + 1])}以“{text[at]}”结尾"
        if found.end() < len(text):
            yield Slip(start, at + 1, message, "补全这句，或改用句号、分号")
        elif "。" in text[line:at]:
            yield Slip(start, at + 1, message, "改成句号", f"{text[start:at]}。")
        else:
            yield Slip(start, at + 1, message, f"去掉句末的“{text[at]}”", text[start:at])


def _without_stop(text: str) -> Iterator[Slip]:
    for found in _NO_END.finditer(text):
        end = found.end()
        if not found[0].endswith(_CLOSED):
            start = clause_start(text, end)
            message = f"{quote(text[start:end])}后面缺句号"
            yield Slip(start, end, message, "补上句号", f"{text[start:end]}。")


@rule(
    "G05",
    "括号引号配对",
    Severity.ERROR,
    "每个左括号、左书名号、前引号都有另一半，反过来也是",
    why="文号、引文从哪里到哪里读不出来",
    cites="《标点符号用法》（GB/T 15834—2011）",
)
def paired(subject: Subject) -> Iterator[Finding]:
    return once(each_text(telling(subject.wordings, unpaired), "逐处补上另一半"))


@rule(
    "G14",
    "句末标点",
    Severity.WARNING,
    "一段话以句号结束，列出的各条不以逗号、顿号结束，标点不重复",
    why="像是话没有写完",
    cites="《标点符号用法》（GB/T 15834—2011）",
)
def ended(subject: Subject) -> Iterator[Finding]:
    return once(_ends(subject))


def _ends(subject: Subject) -> Iterator[Finding]:
    for find, of in ((unfinished, _is_paragraph), (ended_badly, _is_part)):
        yield from each_text(telling(subject.wordings, find, of), "逐处改正标点")


def _is_paragraph(passage: Passage) -> bool:
    """Whether a text prints as a paragraph."""
    if passage.place:
        return passage.place.entry.entity in PARAGRAPHS
    return passage.kind is Passed.PARAGRAPH


def _is_part(passage: Passage) -> bool:
    """Whether a text prints within a sentence, which has its end mark."""
    return passage.place is not None and not _is_paragraph(passage)


RULES: tuple[Rule, ...] = (paired, ended)
