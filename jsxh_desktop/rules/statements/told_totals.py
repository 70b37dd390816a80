"""C01, C05, C06, C09: one figure has one value, wherever a text tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.rules.exactness import Fit, fit
from jsxh_desktop.rules.reading.mentions import Mention, Section, in_reason, mentions, statements
from jsxh_desktop.rules.reading.named_amounts import (
    APPROPRIATIONS,
    EXPENDITURE_TOTAL,
    INCOME_TOTAL,
    TOTAL,
    named,
)
from jsxh_desktop.rules.reading.plain_text import sentence_start
from jsxh_desktop.rules.reading.spoken import LAST_YEAR
from jsxh_desktop.rules.rule import Finding, Operand, Said, Severity, rule
from jsxh_desktop.rules.statements.amount_findings import (
    judged,
    key_of,
    places,
    told_name,
    unknown,
    words_at,
)
from jsxh_desktop.rules.statements.left_out import left_out, not_compared, owed
from jsxh_desktop.rules.statements.two_names import two_names
from jsxh_desktop.rules.subject import Subject

JUDGED_APART = (
    Section.TOTALS,
    Section.INCOME,
    Section.EXPENDITURE,
    Section.APPROPRIATION,
    Section.GENERAL_TOTAL,
    Section.GENERAL_CLASSES,
    Section.GENERAL_ITEMS,
)
"""Sections with a rule of their own for this year's figures."""
ALIKE = 0.9
QUOTED = 40
"""So many signs of a text are quoted."""
_ALLOCATED = re.compile("财政拨款")
_UNIT_TOTALS = (TOTAL, INCOME_TOTAL, EXPENDITURE_TOTAL)


@rule(
    "C01",
    "收支总计文表一致",
    Severity.ERROR,
    "总体情况里的收、支总计等于收入支出决算总表的总计",
    why="正文与表对不上，公开后容易被质疑",
    cites="部门决算公开01表",
)
def totals_are_told_right(subject: Subject) -> Iterator[Said]:
    yield from judged(subject, this_year(subject, Section.TOTALS))
    yield from left_out(subject, Section.TOTALS, [owed(TOTAL)])
    yield from not_compared(subject, Section.TOTALS, TOTAL)


@rule(
    "C05",
    "上年数全文唯一",
    Severity.ERROR,
    "凡写到上年的数，都等于上年决算数，全文只有一个值",
    why="同一个上年数出现两个值，增减额和增减率就都站不住",
    cites="上年度部门决算公开",
)
def last_year_is_told_once(subject: Subject) -> Iterator[Said]:
    told = [mention for mention in mentions(subject) if mention.last]
    yield from judged(subject, told)
    yield from contradictions(subject, told)
    yield from _compared_with_another_year(subject)


@rule(
    "C06",
    "同一指标全文唯一",
    Severity.ERROR,
    "同一指标、同一年度、同一口径的数，全文只有一个值、一个名称，不适用尾差",
    why="同一个数写出两个值，看的人不知道哪个是对的",
    cites="部门决算公开表及说明",
)
def one_figure_is_told_once(subject: Subject) -> Iterator[Said]:
    told = [
        mention
        for mention in mentions(subject)
        if not mention.last and mention.heard.section not in JUDGED_APART
    ]
    yield from judged(subject, told)
    yield from contradictions(subject, told)
    yield from two_names(subject.filing, told)
    yield from _printed_otherwise(subject)


@rule(
    "C09",
    "第四节口径",
    Severity.WARNING,
    "财政拨款收入支出决算总体情况写财政拨款收、支总计，等于财政拨款收入支出决算总表的总计",
    why="照抄第一节，就把部门全部收支当成了财政拨款",
    cites="部门决算公开04表",
)
def appropriation_is_told_in_its_scope(subject: Subject) -> Iterator[Said]:
    told = [
        mention._replace(figures=APPROPRIATIONS[:1]) if _whole(mention) else mention
        for mention in this_year(subject, Section.APPROPRIATION)
    ]
    yield from judged(subject, told, Severity.ERROR)
    out_of_scope = tuple(_out_of_scope(subject))
    yield from out_of_scope
    if not out_of_scope:
        yield from left_out(subject, Section.APPROPRIATION, [owed(APPROPRIATIONS[0])])
    yield from not_compared(subject, Section.APPROPRIATION, APPROPRIATIONS[0])


def this_year(subject: Subject, *sections: Section) -> Iterator[Mention]:
    """Every mention of a figure of this year in some sections, or of no year that is known."""
    for mention in mentions(subject):
        if mention.heard.section in sections and not mention.last:
            yield mention


def _whole(mention: Mention) -> bool:
    """Whether a total is told, of whatever money."""
    return mention.figures[0] in _UNIT_TOTALS


def _out_of_scope(subject: Subject) -> Iterator[Finding]:
    """The first total the section tells of all money."""
    for mention in this_year(subject, Section.APPROPRIATION):
        told, start = mention.heard, mention.amount.span[0]
        text = told.reading.text
        words = text[sentence_start(text, start) : start]
        if _whole(mention) and not _ALLOCATED.search(words):
            label = mention.amount.label
            copied = "，与第一节几乎一字不差" if _copied(subject, text) else ""
            right = APPROPRIATIONS[0].name
            yield Finding(
                f"这一节写的是“{label}”{copied}，应写{right}",
                f"改写成{right}",
                about=f"{key_of(told.passage)} 口径",
                where=told.passage.where,
                operands=(Operand("写的口径", label, told.passage.where), Operand("应写", right)),
                words=label,
            )
            return


def _copied(subject: Subject, text: str) -> bool:
    first = (each.reading.text for each in statements(subject, Section.TOTALS))
    return any(
        SequenceMatcher(None, other, text, autojunk=False).ratio() > ALIKE for other in first
    )


def _printed_otherwise(subject: Subject) -> Iterator[Finding]:
    """What a field holds, printed with another figure."""
    for passage in subject.printed:
        for words in passage.twisted:
            yield Finding(
                f"印的与填报的文字有一个数不同，填报的是“{words[:QUOTED]}”",
                "核对哪个数是对的，改成一致",
                about=f"{key_of(passage)} {words[:QUOTED]}",
                where=passage.where,
                operands=(Operand("印的", passage.text), Operand("填报的", words)),
                words=passage.text,
            )


def contradictions(subject: Subject, told: Iterable[Mention]) -> Iterator[Finding]:
    """What is told with two values while the filing does not know it."""
    first: dict[tuple[str, bool | None], Mention] = {}
    for mention in told:
        if mention.last is None or not unknown(subject, mention):
            continue
        other = first.setdefault((mention.figures[0].name, mention.last), mention)
        if fit(mention.amount.value, other.amount.value) is not Fit.EQUAL:
            yield _two_values(subject.filing, other, mention)


def _two_values(filing: Filing, first: Mention, second: Mention) -> Finding:
    name = told_name(filing, second)
    sides = [
        Operand(name, words_at(each.heard, each.amount.span), each.heard.passage.where)
        for each in (first, second)
    ]
    return Finding(
        f"{name}一处写{sides[0].shown}，一处写{sides[1].shown}",
        "核对哪个数是对的，改成一致",
        about=f"{key_of(second.heard.passage)} {name}",
        where=second.heard.passage.where,
        places=tuple(dict.fromkeys((*places(filing, second), *places(filing, first)))),
        operands=tuple(sides),
        words=sides[1].shown,
    )


def _compared_with_another_year(subject: Subject) -> Iterator[Finding]:
    """A statement that compares with a year that is not the last."""
    right = subject.filing.year - 1
    for told in statements(subject, *Section):
        for movement in told.reading.movements:
            other = movement.year not in {None, LAST_YEAR, right}
            if other and named(movement.what) and not in_reason(told, movement.span):
                yield Finding(
                    f"{movement.what}写的是与{movement.year}年相比，上年是{right}年",
                    f"改成{right}年",
                    about=f"{key_of(told.passage)} {movement.what}比较的年份",
                    where=told.passage.where,
                    operands=(
                        Operand("比较的年份", f"{movement.year}年", told.passage.where),
                        Operand("上年", f"{right}年"),
                    ),
                    computed=f"{right}年",
                    words=movement.base,
                )


RULES = (
    totals_are_told_right,
    last_year_is_told_once,
    one_figure_is_told_once,
    appropriation_is_told_in_its_scope,
)
