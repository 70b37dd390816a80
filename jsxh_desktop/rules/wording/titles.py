"""G02, G03, G04, G18: titles of parts, annexes and sheets, what refers to them, cover, contents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.narrative.block import Block, Contents, Cover, Heading, Paragraph, Table
from jsxh_desktop.narrative.numerals import numeral
from jsxh_desktop.rules.per_subject import per_subject
from jsxh_desktop.rules.reading.numbering import NUMERALS
from jsxh_desktop.rules.rule import Finding, Rule, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.seldom import telling
from jsxh_desktop.rules.wording.slip import quote, spot

_PART = re.compile(r"\s*第\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*部分")
_LABEL = re.compile(
    r"\s*(?P<kind>附件|附表)\s*(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})?\s*(?P<end>[:：]|$)"
)
_REFERENCE = re.compile(
    r"(?<![意看罕可会预常所])见(?:本报告|后附的?|文后)?(?:(?P<kind>附件|附表)(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})?)?"
    r"[（(]?(?:第(?P<part>[一二三四五六七八九十]{1,3})部分)?"
)


@dataclass(frozen=True, slots=True)
class _Label:
    """附件1 as an annex is titled, 附表1： as a sheet is labelled; number 0 where it has none."""

    kind: str
    number: int
    annex: bool
    words: str


def _value(number: str | None) -> int:
    if not number:
        return 0
    return int(number) if number.isdecimal() else NUMERALS.get(number, 0)


def _blocks(subject: Subject) -> Iterator[Block]:
    return (block for part in subject.parts for block in part.blocks)


@per_subject
def _labels(subject: Subject) -> tuple[_Label, ...]:
    """What the annexes and sheets of a document are numbered by."""
    return tuple(_read_labels(subject))


def _read_labels(subject: Subject) -> Iterator[_Label]:
    for block in _blocks(subject):
        match block:
            case Heading(level=0, text=text):
                yield from _label(text.split("\n")[0], annex=True)
            case Table(label=text) if text:
                yield from _label(text, annex=False)
            case Paragraph(text=text) if "附" in text[:2] and text not in _typed_lines(subject):
                yield from _label(text, annex=False)


def _label(text: str, *, annex: bool) -> Iterator[_Label]:
    """A heading may go on behind its label, a sheet's stands alone."""
    found = _LABEL.match(text)
    if found and (annex or (found["end"] and found.end() == len(text.rstrip()))):
        words = found[0].strip(" \t:：")
        yield _Label(found["kind"], _value(found["number"]), annex, words)


@per_subject
def _typed_lines(subject: Subject) -> frozenset[str]:
    return frozenset(line.strip() for each in subject.typed for line in each.text.splitlines())


@per_subject
def _parts(subject: Subject) -> dict[int, str]:
    """The parts the document is titled by: number → title, each the first time."""
    parts: dict[int, str] = {}
    for block in _blocks(subject):
        if isinstance(block, Heading) and (found := _PART.match(block.text)):
            parts.setdefault(_value(found[1]), block.text.replace("\n", " "))
    return parts


@rule(
    "G02",
    "部分标题",
    Severity.ERROR,
    "模板包的各部分都有标题，依次写作第一部分、第二部分…，用汉字",
    why="目录和引用都靠部分标题",
    cites="四川省部门决算公开范本",
)
def parts_titled(subject: Subject) -> Iterator[Finding]:
    if not any(isinstance(block, Heading) for block in _blocks(subject)):
        return
    parts = _parts(subject)
    for number, title in parts.items():
        if not title.lstrip().startswith(f"第{numeral(number)}部分") and number:
            words = f"第{number}部分"
            due = f"第{numeral(number)}部分"
            yield Finding(f"{quote(title)}的部分序号应为“{due}”", f"改成“{due}”", words, title)
    titles = (part.title.format(year=subject.filing.year) for part in subject.pack.parts)
    wanted = {_value(found[1]): found.string for found in map(_PART.match, titles) if found}
    missing = [title for number, title in wanted.items() if number not in parts]
    if missing:
        said = "、".join(quote(title.replace("\n", " ")) for title in missing)
        yield Finding(f"缺{len(missing)}个部分的标题：{said}", "补上标题", "部分标题")
    if list(parts) != sorted(parts):
        yield Finding("各部分的标题没有按序号排列", "按第一部分、第二部分…排列", "部分次序")


@rule(
    "G03",
    "附件附表编号",
    Severity.ERROR,
    "附件按附件1、附件2…编号，自评表按附表1、附表2…编号，两者不混用",
    why="按编号找不到附件或附表",
    cites="四川省部门决算公开范本第四部分",
)
def annexes_numbered(subject: Subject) -> Iterator[Finding]:
    labels = _labels(subject)
    yield from _in_order([label for label in labels if label.annex], "附件")
    sheets = [label for label in labels if not label.annex]
    own = _LABEL.match(subject.pack.sheet.label(1))
    if own and any(label.kind == own["kind"] for label in sheets):
        yield from _in_order(sheets, own["kind"])


def _in_order(labels: list[_Label], kind: str) -> Iterator[Finding]:
    """Labels of one kind from 1 on; a single one needs no number."""
    labels = [label for label in labels if label.words != kind or len(labels) > 1]
    for due, label in enumerate(labels, 1):
        if (label.kind, label.number) != (kind, due):
            yield Finding(
                f"第{due}个{kind}的编号是“{label.words}”，应为“{kind}{due}”",
                f"改成“{kind}{due}”",
                about=f"{kind}{due}",
                where=label.words,
                words=label.words,
            )


def _references(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_REFERENCE.finditer(text)) if "见" in text else ()


@rule(
    "G04",
    "引用可达",
    Severity.ERROR,
    "文中“见附件…”“见第…部分”指到的附件、附表、部分都在",
    why="照着引用找不到内容",
    cites="四川省部门决算公开范本第四部分",
)
def reachable(subject: Subject) -> Iterator[Finding]:
    parts = _parts(subject)
    labels = _labels(subject)
    if not (parts or labels):
        return
    held = {
        kind: {label.number for label in labels if label.kind == kind} for kind in ("附件", "附表")
    }
    for passage, _, references in telling(subject.wordings, _references):
        for found in references:
            number = _value(found["number"])
            lost = []
            if number and held[found["kind"]] and number not in held[found["kind"]]:
                lost.append(f"{found['kind']}{found['number']}")
            if found["part"] and _value(found["part"]) not in parts:
                lost.append(f"第{found['part']}部分")
            for what in lost:
                yield Finding(
                    f"{quote(found[0])}指到“{what}”，文中没有这个标题",
                    f"补上“{what}”，或改正引用",
                    about=f"{spot(passage)} {what}",
                    where=passage.where,
                    places=(passage.place,) if passage.place else (),
                    words=passage.text[found.start() : found.end()],
                    severity=Severity.WARNING if passage.place else None,
                )


@rule(
    "G18",
    "缺封面目录",
    Severity.WARNING,
    "有封面，写明单位、年度和公开时间；有目录",
    why="范本要求的格式不全",
    cites="四川省部门决算公开范本",
)
def opened(subject: Subject) -> Iterator[Finding]:
    if not subject.parts:
        return
    blocks = list(_blocks(subject))
    covers = [block for block in blocks if isinstance(block, Cover)]
    if not covers:
        yield Finding("没有封面", "加上封面，写明单位、年度和公开时间", "封面")
    for cover in covers[:1]:
        yield from _lacking(cover, subject)
    if not any(isinstance(block, Contents) for block in blocks):
        yield Finding("没有目录", "加上目录", "目录")


def _lacking(cover: Cover, subject: Subject) -> Iterator[Finding]:
    title = "".join(cover.title)
    name = subject.filing.organization.full_name
    if name and not any(name.endswith(line) or line.endswith(name) for line in cover.title if line):
        place = Place(Organization.full_name)
        message = f"封面写的是{quote(title)}，单位全称是{quote(name)}"
        yield Finding(message, "核对封面的单位名称", "封面单位", "封面", (place,))
    if not re.search(r"\d{4}年", title + cover.subtitle):
        yield Finding("封面没有年度", f"写明{subject.filing.year}年度", "封面年度", "封面")
    if not cover.closing.strip():
        place = Place(Organization.published)
        yield Finding("封面没有公开时间", "填写公开时间", "公开时间", "封面", (place,))


RULES: tuple[Rule, ...] = (parts_titled, annexes_numbered, reachable, opened)
