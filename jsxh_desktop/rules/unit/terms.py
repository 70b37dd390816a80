"""C30: what is explained, and whether it is explained at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.report_text import Term
from jsxh_desktop.narrative.terms_explained import Notion, given_words, notions, own_words
from jsxh_desktop.narrative.wording import Wording, clause
from jsxh_desktop.rules.per_subject import while_same
from jsxh_desktop.rules.reading.plain_text import plain
from jsxh_desktop.rules.reports.report_wording import alike
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, rule
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.pages import picked
from jsxh_desktop.rules.texts.passages import Passage, Passed

PART = "terms"
TITLE = "名词解释"
ALIKE = 0.6
"""From this likeness on a text is a copy with changes."""

_EXPLAINED = re.compile(r"\s*(?:\d+[.．、]\s*)?(?P<name>[^：\n]+)：(?P<text>.+)", re.DOTALL)
_AMOUNT = re.compile(r"\d[\d,]*(?:\.\d+)?(?:万|亿)?元(?!以上|以下|以内|及以上|（含）|／|/)")
_BY_MARK = str.maketrans("", "", " 　\t“”‘’\"'")


@rule(
    "C30",
    "名词解释质量",
    Severity.WARNING,
    "名词解释写的是定义，不是金额；文中出现的专业名词都有解释",
    why="名词解释是给群众看的，写成金额等于没有解释",
    cites="部门决算公开范本 第三部分 名词解释",
)
def terms_are_explained(subject: Subject) -> Iterator[Said]:
    for term in subject.filing.terms:
        if found := _AMOUNT.search(plain(term.explanation)):
            yield _amounts(_quoted(term.name), found[0], Place(Term.explanation, term.id))
    explained = [*picked(subject.printed_pages, _explaining)]
    for passage in explained:
        if found := _AMOUNT.search(plain(passage.own)):
            yield _amounts(_quoted(passage.text), found[0])
    if explained:
        found_in = _notions(subject)
        text = _bare("".join(each.text for each in explained))
        yield from _missing(subject, found_in, text)
        yield from _otherwise(subject, found_in, explained)


@while_same(lambda subject: subject.ledger, lambda subject: subject.filing.organization)
def _notions(subject: Subject) -> tuple[Notion, ...]:
    """What the document speaks of."""
    return notions(Wording(subject.filing, subject.pack))


def _explaining(passage: Passage) -> Passage | None:
    titled = passage.part == PART or any(TITLE in above for above in passage.headings)
    return passage if passage.kind is Passed.PARAGRAPH and titled else None


def _amounts(name: str, words: str, *places: Place) -> Finding:
    return Finding(
        message=f"{name}的解释里写了金额{words}",
        to_do="改成它指什么，金额放到决算说明里",
        about=name,
        where=TITLE,
        places=places,
        words=words,
    )


def _missing(subject: Subject, found_in: Iterable[Notion], text: str) -> Iterator[Finding]:
    """What the document speaks of and does not explain."""
    for notion in found_in:
        if _bare(notion.name) not in text:
            yield Finding(
                message=f"{_quoted(notion.name)}在文中出现，名词解释里没有",
                to_do="补上这个名词的解释",
                about=notion.name,
                where=TITLE,
                places=_typed(subject.filing, notion.name),
            )


def _otherwise(
    subject: Subject, found_in: Iterable[Notion], explained: Iterable[Passage]
) -> Iterator[Finding]:
    """An explanation that is the pack's but for a few words; one of the unit's own is its own."""
    given = {
        notion.name: clause(given_words(subject.pack, notion))
        for notion in found_in
        if not own_words(subject.filing, notion)
    }
    for passage in explained:
        found = _EXPLAINED.match(passage.text)
        right = given.get(found["name"], "") if found else ""
        told = clause(found["text"]) if found else ""
        if right and told != right and alike(told, right) >= ALIKE:
            name = found["name"] if found else ""
            yield Finding(
                message=f"{_quoted(name)}的解释与模板有几个字不同",
                to_do="核对改了哪几个字；要用自己的说法，填在名词解释里",
                about=f"{name} 解释",
                where=TITLE,
                operands=(Operand("文中", told), Operand("模板", right)),
                computed=right,
                words=told,
            )


def _typed(filing: Filing, name: str) -> tuple[Place, ...]:
    return tuple(Place(Term.name, term.id) for term in filing.terms if term.name == name)


def _bare(text: str) -> str:
    return plain(text).translate(_BY_MARK)


def _quoted(text: str, longest: int = 24) -> str:
    short = text if len(text) <= longest else f"{text[:longest]}……"
    return f"名词{short}" if short.startswith("“") else f"名词“{short}”"


RULES = (terms_are_explained,)
