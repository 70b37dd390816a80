"""D01: every figure has its number and its title, once, and the text refers to it by them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jsxh_desktop.rules.charts.drawn_figures import numbered, titled
from jsxh_desktop.rules.rule import Finding, Rule, Said, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passage, Passed

DRAWN_IN = {
    "totals": (1,),
    "income": (2,),
    "expenditure": (3,),
    "appropriation": (4,),
    "general_budget": (5, 6),
    "three_public": (7,),
}
"""Which figures the sections of a pack print."""

_REFERENCE = re.compile(r"(?:[见如（(]|见下)\s*图\s*(\d{1,3})(?![\d.])(?:[：:]([^）)。；，]+))?")
_CAPTION = re.compile(r"图\s*(\d{1,3})\s*[：:]\s*\S")
IN_BLOCK, IN_TEXT, IN_CHART = "图下的题注", "正文里的题注", "图内的标题"


@rule(
    "D01",
    "图号连续",
    Severity.ERROR,
    "图1、图2……各有一幅，题注写法一致，正文引用的图号和图题与图一致",
    why="图号断了或者重复，正文说的“见图3”就不知道是哪一幅",
    cites="部门决算公开范本 图1–图7",
)
def figures_are_numbered(subject: Subject) -> Iterator[Said]:
    """Numbers, then titles, then the way they are set, then references."""
    if not subject.charts:
        return
    captions = tuple(_captions(subject))
    yield from _numbers(subject, captions)
    yield from _titles(captions)
    yield from _styles(captions)
    yield from _references(subject, captions)


Captions = tuple[tuple[int, str, str], ...]


def _captions(subject: Subject) -> Iterator[tuple[int, str, str]]:
    """Number, title and place of each caption, those of the text among them."""
    for block in subject.charts:
        own = block.chart.title if block.chart else ""
        where = IN_BLOCK if numbered(block.caption)[0] else IN_CHART
        number, title = numbered(block.caption)
        if not number:
            inner = numbered(own)
            number, title = (inner[0], title or inner[1]) if inner[0] else (0, title or own)
        yield number, title, where
    for passage in subject.printed:
        if passage.kind is Passed.PARAGRAPH and _CAPTION.match(passage.text):
            yield (*numbered(passage.text), IN_TEXT)


def _numbers(subject: Subject, captions: Captions) -> Iterator[Said]:
    found = Counter(number for number, _, _ in captions if number)
    for place, (number, title, where) in enumerate(captions, 1):
        if not number and where != IN_TEXT and not _in_text(captions):
            name = f"“{title}”" if title else ""
            yield _said(f"第{place}幅图{name}没有图号", "补上图号和图题", f"第{place}幅图")
    for number, times in sorted(found.items()):
        if times > 1:
            yield _said(f"图{number}出现了{times}次", "每幅图一个号，依次编排", f"图{number} 重复")
    sections = [key for part in subject.pack.parts for key in part.sections]
    due = {number for key in sections for number in DRAWN_IN.get(key, ())}
    for number in sorted((due | set(range(1, max(found, default=0)))) - set(found)):
        yield _said(f"缺图{number}", "补上这幅图，或者把图号改成连续的", f"图{number} 缺")


def _in_text(captions: Captions) -> bool:
    return any(where == IN_TEXT for _, _, where in captions)


def _titles(captions: Captions) -> Iterator[Said]:
    for number, title, _ in captions:
        plan = titled(title)
        if number and plan is not None and plan.number != number:
            message = f"图{number}的图题是“{title}”，那是图{plan.number}的图题"
            yield _said(message, "核对图号和图题", f"图{number} 图题", title)


def _styles(captions: Captions) -> Iterator[Said]:
    """Captions set in more than one way (a warning only: nothing is untrue)."""
    by_style: dict[str, list[str]] = {}
    for number, _, where in captions:
        if number:
            by_style.setdefault(where, []).append(f"图{number}")
    if len(by_style) > 1:
        parts = "，".join(f"{'、'.join(names)}是{where}" for where, names in by_style.items())
        yield Finding(
            f"图题的位置不一致：{parts}",
            "统一放在图下方",
            "图题位置",
            "各图",
            severity=Severity.WARNING,
        )


def _references(subject: Subject, captions: Captions) -> Iterator[Said]:
    titles = {number: title for number, title, _ in captions}
    for passage in subject.printed:
        if passage.kind is not Passed.PARAGRAPH or "图" not in passage.text:
            continue
        for found in _REFERENCE.finditer(passage.text):
            yield from _reference(passage, found, titles)


def _reference(passage: Passage, found: re.Match[str], titles: dict[int, str]) -> Iterator[Said]:
    number, title = int(found[1]), found[2] or ""
    if number not in titles:
        message = f"文中说“{found[0]}”，没有图{number}"
        yield _said(message, "改正引用的图号", f"引用 图{number}", found[0], passage.where)
    elif title and _bare(title) != _bare(titles[number]):
        message = f"文中写图{number}是“{title}”，图题是“{titles[number]}”"
        yield _said(message, "改成同一个图题", f"引用 图{number} 图题", title, passage.where)


def _bare(title: str) -> str:
    return re.sub(r"\s|图$", "", title)


def _said(message: str, to_do: str, about: str, words: str = "", where: str = "各图") -> Finding:
    return Finding(message, to_do, about, where, words=words)


RULES: tuple[Rule, ...] = (figures_are_numbered,)
