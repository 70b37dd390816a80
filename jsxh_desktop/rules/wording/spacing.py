"""G10, G17: lines broken within a number or a sentence, spaces and lines that hold nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.project import Project
from jsxh_desktop.rules.remembered import TEXTS
from jsxh_desktop.rules.rule import Finding, Rule, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passage, Passed, no_heading
from jsxh_desktop.rules.texts.seldom import telling
from jsxh_desktop.rules.wording.slip import Slip, clause_start, each_text, once, quote, spot

AROUND = 4
"""So many characters beside a blank are quoted."""

_AMOUNT = r"\d[\d,]*(?:\.\d+)?\s*(?:万元|亿元|元|[%％])"
_MARK = r"[，。、；：）”》]"
_HEAD = re.compile(f"{_AMOUNT}|{_MARK}")
_BROKEN = re.compile(
    rf"(?<=[一-龥，、（“])[ \t]*\n\s*(?={_AMOUNT})"
    rf"|(?<=\d)[ \t]*\n\s*(?={_AMOUNT}|万元|亿元|元|[%％年月日])"
    rf"|(?<=\S)[ \t]*\n\s*(?={_MARK})"
)
_OPEN = re.compile(r"[一-龥，、（“\d]")
_BLANK = re.compile(
    r"(?P<bookmark>\[bookmark: ?\w+\])"
    r"|(?P<edge>(?:^|(?<=\n))[ \t\u3000\xa0]+|(?<![ \t\u3000\xa0])[ \t\u3000\xa0]+(?=\n|$))"
    r"|(?P<lines>\n(?:[ \t\u3000\xa0]*\n)+)"
    r"|(?P<gap>(?<=[一-龥，。；：、])[ \u3000]+(?=[一-龥，。；：、]))"
    r"|(?P<run>(?<=\S)[ \xa0]{2,}(?=\S))"
)
_NAMED = {
    "bookmark": ("书签残留", ""),
    "edge": ("行首行尾的空格", ""),
    "lines": ("空行", "\n"),
    "gap": ("字间的空格", ""),
    "run": ("连续的空格", " "),
}
"""What is left over, and what stays in its place."""


@lru_cache(maxsize=TEXTS)
def broken(text: str) -> tuple[Slip, ...]:
    """Line ends that stand before a figure with its unit, before a mark, or within a number."""
    if "\n" not in text:
        return ()
    return tuple(_broken(text, found) for found in _BROKEN.finditer(text))


def _broken(text: str, found: re.Match[str]) -> Slip:
    start, end = clause_start(text, found.start()), min(found.end() + 8, len(text))
    before, behind = text[start : found.start()], text[found.end() : end].split("\n")[0]
    end = found.end() + len(behind)
    message = f"{quote(before)}后面断行，与{quote(behind)}分在两行"
    return Slip(start, end, message, "接成一行", before + behind)


@lru_cache(maxsize=TEXTS)
def blanks(text: str) -> tuple[Slip, ...]:
    """Spaces and lines that hold nothing."""
    if not (" " in text or "\n" in text or "\u3000" in text or "\t" in text or "\xa0" in text):
        return ()
    return tuple(_blank(text, found) for found in _BLANK.finditer(text))


def _blank(text: str, found: re.Match[str]) -> Slip:
    name, instead = _NAMED[found.lastgroup or ""]
    start, end = found.span()
    before, behind = text[max(start - AROUND, 0) : start], text[end : end + AROUND]
    where = f"{quote(before)}后面" if before.strip() else f"{quote(behind)}前面"
    return Slip(start, end, f"{where}多了{name}", f"去掉{name}", instead)


def _between_paragraphs(subject: Subject) -> Iterator[Finding]:
    """A paragraph that goes on with a figure in the next one."""
    for above, below in pairwise(subject.printed):
        if _continues(above, below):
            yield Finding(
                f"{quote(above.own[clause_start(above.own, len(above.own)) :])}后面断行，"
                f"与{quote(below.own[:10])}分在两段",
                "接成一段",
                about=f"{spot(above)} {above.own[-10:]}",
                where=above.where,
                words=above.text[clause_start(above.own, len(above.own)) :],
            )


def _continues(above: Passage, below: Passage) -> bool:
    return (
        above.kind is below.kind is Passed.PARAGRAPH
        and bool(_OPEN.match(above.own[-1:]))
        and bool(_HEAD.match(below.own))
    )


@rule(
    "G10",
    "断行割裂",
    Severity.WARNING,
    "一句话、一个数没有断成两行",
    why="打印出来一个数分在两段",
    cites="公开材料校对惯例",
)
def unbroken(subject: Subject) -> Iterator[Finding]:
    texts = telling(subject.wordings, broken, no_heading)
    yield from once(each_text(texts, "逐处接成一行"))
    yield from once(_between_paragraphs(subject))


@rule(
    "G17",
    "空格和空行",
    Severity.INFO,
    "没有行首行尾的空格、字间的空格、连续的空格和空行",
    why="打印出来留白不匀",
    cites="《党政机关公文格式》（GB/T 9704—2012）",
)
def tidy(subject: Subject) -> Iterator[Finding]:
    texts = telling(subject.wordings, blanks, _not_spaced_on_purpose)
    return once(each_text(texts, "去掉多余的空格和空行", around=AROUND))


def _not_spaced_on_purpose(passage: Passage) -> bool:
    """A heading has a space behind its number, a name of two characters one between them."""
    if passage.place:
        return passage.place.entry not in {Organization.contact, Project.leader}
    return no_heading(passage)


RULES: tuple[Rule, ...] = (unbroken, tidy)
