"""G07: one width of marks and digits, one way of numbering, 〔〕 around the year of a paper."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.rule import Finding, Rule, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passage, Passed
from jsxh_desktop.rules.texts.seldom import telling
from jsxh_desktop.rules.wording.slip import Slip, once, quote, told, vicinity

SHOWN = 3
"""So many of a text's slips are quoted."""

AROUND = 2
"""With so many characters on either side."""

_WIDE = "一-龥，。；：、！？（）“”《》〔〕【】…％"
_FULL = str.maketrans(",;:!?()", "，；：！？（）")
_ODD = re.compile(
    rf"(?P<mark>[,;:!?](?:(?<=[{_WIDE}].)(?!//)|(?=[{_WIDE}])))"
    r"|(?P<stop>\.(?<=[一-龥）”》]\.)(?=\n|$))"
    r"|(?P<digits>[０-９Ａ-Ｚａ-ｚ％]+)"
    r"|(?P<point>．(?<=\d．)(?=\d))"
    r"|(?P<times>\*(?<=\d\*)(?=\d))"
    r"|(?P<paper>[(（\[【]20\d\d[)）\]】](?<=[一-龥].{6})(?=第?\d+号))"
)
_SUSPECT = re.compile(r'[,;:!?０-９Ａ-Ｚａ-ｚ％．*()"\[【]')
_BRACKETS = re.compile(r"[()（）]")
_QUOTED = re.compile(r'"([^"\n]*)"')
_CHINESE = re.compile(r"[一-龥]")
_ITEM = re.compile(r"^\s*\d{1,2}([.．、])(?!\d)", re.MULTILINE)


@lru_cache(maxsize=TEXTS)
def odd_widths(text: str) -> tuple[Slip, ...]:
    """Marks in half width beside Chinese, digits and letters in full width."""
    if not (_SUSPECT.search(text) or "（20" in text or text.endswith(".") or ".\n" in text):
        return ()
    odd = {found.span(): _right(found) for found in _ODD.finditer(text)}
    papers = {at for start, end in odd if text[start] in "(（[【" for at in (start, end - 1)}
    odd |= {
        (at, at + 1): text[at].translate(_FULL) for at in _narrow_brackets(text) if at not in papers
    }
    odd |= dict(_straight_quotes(text))
    return tuple(Slip(*span, "", "", instead) for span, instead in sorted(odd.items()))


def _right(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "mark":
            return found[0].translate(_FULL)
        case "stop":
            return "。"
        case "times":
            return "×"
        case "paper":
            return f"〔{found[0][1:-1]}〕"
        case _:
            return unicodedata.normalize("NFKC", found[0])


def _narrow_brackets(text: str) -> Iterator[int]:
    """Brackets in half width that hold Chinese, stand behind it, or pair with a full one."""
    opened: list[int] = []
    for found in _BRACKETS.finditer(text) if "(" in text or ")" in text else ():
        at = found.start()
        if found[0] in "(（":
            opened.append(at)
        elif opened:
            start = opened.pop()
            mixed = (text[start] == "(") != (found[0] == ")")
            if mixed or _CHINESE.search(text, max(start - 1, 0), at):
                yield from (place for place in (start, at) if text[place] in "()")


def _straight_quotes(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Straight quotation marks around Chinese."""
    for found in _QUOTED.finditer(text):
        if _CHINESE.search(found[1]):
            yield (found.start(), found.start() + 1), "“"
            yield (found.end() - 1, found.end()), "”"


@lru_cache(maxsize=TEXTS)
def item_marks(text: str) -> tuple[str, ...]:
    """What stands behind the number of each item of a text: . ．or 、."""
    return tuple(_ITEM.findall(text))


def _widths(subject: Subject) -> Iterator[Finding]:
    for passage, text, slips in telling(subject.wordings, odd_widths):
        to_do = "统一全角和半角"
        yield told(passage, text, slips, _message(text, slips), to_do, around=AROUND)


def _message(text: str, slips: Sequence[Slip]) -> str:
    shown = "、".join(quote(vicinity(text, slip, AROUND)) for slip in slips[:SHOWN])
    if len(slips) == 1:
        wrong = text[slips[0].start : slips[0].end]
        return f"{shown}里的“{wrong}”应为“{slips[0].instead}”"
    return f"全角、半角混用{len(slips)}处：{shown}{'等' if len(slips) > SHOWN else ''}"


def _numbers(passages: Iterable[tuple[Passage, str]]) -> Iterator[Finding]:
    """One way of numbering in all of these texts; what differs from most is told."""
    held = list(passages)
    marks = Counter(mark for _, text in held for mark in item_marks(text))
    if len(marks) < 2:
        return
    (usual, _), *_ = marks.most_common()
    said = "、".join(f"“1{mark}”{times}处" for mark, times in marks.most_common())
    for passage, text in held:
        slips = tuple(
            Slip(found.start(1), found.end(1), "", "", usual)
            for found in _ITEM.finditer(text)
            if found[1] != usual
        )
        if slips:
            message, to_do = f"编号写法不一：{said}", f"统一写成“1{usual}”"
            yield told(passage, text, slips, message, to_do, around=AROUND)
            return


@rule(
    "G07",
    "全半角统一",
    Severity.WARNING,
    "中文里的标点、括号用全角，数字、百分号用半角，文号的年份用〔〕，编号只有一种写法",
    why="同一份材料里写法不一，看得出是拼起来的",
    cites="《标点符号用法》（GB/T 15834—2011）；《党政机关公文格式》（GB/T 9704—2012）",
)
def widths(subject: Subject) -> Iterator[Finding]:
    yield from once(_widths(subject))
    typed = ((each, each.text) for each in subject.typed if "\n" in each.text)
    for passage, text in typed:
        yield from _numbers([(passage, text)])
    yield from _numbers(
        (each, each.own) for each in subject.printed if each.kind is Passed.PARAGRAPH
    )


RULES: tuple[Rule, ...] = (widths,)
