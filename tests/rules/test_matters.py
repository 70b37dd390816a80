"""C15–C28 together: what is right passes, and no number of the sections can be changed unseen."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.terms import FundSource
from jsxh_desktop.narrative.block import Heading, Paragraph
from jsxh_desktop.narrative.document import PartBlocks
from jsxh_desktop.rules.rule import Finding, Severity, judge
from jsxh_desktop.rules.statements import matters, totals_and_items
from jsxh_desktop.rules.statements.matters import RULES
from jsxh_desktop.rules.subject import Subject
from tests.filings import (
    BASIC,
    CAPITAL,
    FEN_AMOUNTS,
    FUNDS,
    PROJECT,
    agreeing,
    archive,
    gappy,
    spent,
)
from tests.rules.tampering import (
    PACK,
    composed,
    found_by,
    of_archive,
    of_sample,
    rewritten,
)

READERS = {rule.id: rule for rule in (*matters.RULES, *totals_and_items.RULES)}
WATCHED_BY = {
    "基本支出": ("C15",),
    "三公": ("C17", "C18", "C20", "C21"),
    "预算支出": ("C28",),
    "其他重要事项": ("C23", "C25", "C26", "C27"),
}
EVERYWHERE = ("C06", "C02", "C03")
"""Amounts told by their names, and movements."""

ENTERED = {"C21", "C25", "C26", "C27"}
"""What these say of the entries, they say without a document as well."""


def with_funds() -> Filing:
    """The archive with an item of each of the two funds, one below and one above its budget."""
    lines = (
        spent("2120801", PROJECT, "5.00", "8.00", fund=FUNDS),
        spent("2012604", PROJECT, "3.00", "2.00", fund=CAPITAL),
    )
    filing = archive()
    reasons = (*filing.variances, dataclasses.replace(filing.variances[0], functional="2120801"))
    return dataclasses.replace(filing, expenditure=(*filing.expenditure, *lines), variances=reasons)


def sections(subject: Subject) -> Iterator[Subject]:
    """The document cut into its sections 六 to 十, each alone under its heading."""
    blocks = next(part.blocks for part in subject.parts if part.key == "statements")
    starts = [
        place
        for place, block in enumerate(blocks)
        if isinstance(block, Heading) and block.level == 1
    ]
    for start, end in zip(starts[5:], [*starts[6:], len(blocks)], strict=True):
        part = PartBlocks("statements", "", (blocks[0], *blocks[start:end]))
        yield Subject(subject.filing, subject.pack, (part,))


def digits(subject: Subject) -> Iterator[tuple[int, int]]:
    """Block and place of every digit the program wrote: no typed one, no gap's, no ordinal."""
    texts = iter([each for each in subject.printed if each.kind.value != "caption"])
    for number, block in enumerate(subject.parts[0].blocks):
        if not isinstance(block, Heading | Paragraph):
            continue
        passage = next(texts)
        if isinstance(block, Paragraph):
            own = re.sub(r"〔待填[^〕]*〕", lambda gap: "\0" * len(gap[0]), passage.own)
            ordinal = re.match(r"\d+\.", own)
            start = ordinal.end() if ordinal else 0
            for found in re.finditer(r"\d", own[start:]):
                yield number, start + found.start()


def with_digit(subject: Subject, number: int, place: int) -> tuple[str, Subject]:
    blocks = list(subject.parts[0].blocks)
    block = blocks[number]
    assert isinstance(block, Paragraph)
    other = str((int(block.text[place]) + 1) % 10)
    text = block.text[:place] + other + block.text[place + 1 :]
    blocks[number] = Paragraph(text)
    part = PartBlocks("statements", "", tuple(blocks))
    return text, Subject(subject.filing, subject.pack, (part,))


def messages(section: Subject) -> Iterator[tuple[str, frozenset[str]]]:
    title = section.parts[0].blocks[1]
    assert isinstance(title, Heading)
    own = next(rules for words, rules in WATCHED_BY.items() if words in title.text)
    for name in (*own, *EVERYWHERE):
        yield name, frozenset(each.message for each in judge(READERS[name], section).findings)


def unseen(subject: Subject) -> list[str]:
    """Every change of one digit that no rule finds."""
    missed = []
    for section in sections(subject):
        before = dict(messages(section))
        for number, place in digits(section):
            text, tampered = with_digit(section, number, place)
            if not any(said - before[rule] for rule, said in messages(tampered)):
                missed.append(f"{text[max(0, place - 12) : place]}[{text[place]}]")
    return missed


@pytest.mark.parametrize(
    "subject",
    [of_archive(), of_sample(), composed(with_funds())],
    ids=["archive", "sample", "with_funds"],
)
def test_no_digit_of_the_sections_can_be_changed_unseen(subject: Subject) -> None:
    assert unseen(subject) == []


@pytest.mark.parametrize(
    "subject",
    [of_archive(), of_sample(), composed(with_funds())],
    ids=["archive", "sample", "with_funds"],
)
def test_what_the_program_prints_is_no_error(subject: Subject) -> None:
    found = [(rule, each) for rule in RULES for each in judge(rule, subject).findings]
    assert not [each for rule, each in found if (each.severity or rule.severity) is Severity.ERROR]
    assert {rule.id for rule, _ in found} <= ENTERED


@given(st.one_of(agreeing(), agreeing(FEN_AMOUNTS), gappy()))
@settings(max_examples=25)
def test_the_print_of_any_filing_adds_no_fault_of_its_own(filing: Filing) -> None:
    alone, subject = found_by(RULES, Subject(filing, PACK)), composed(filing)
    for rule in RULES:
        for each in judge(rule, subject).findings:
            assert each.message in alone.get(rule.id, ()) or _is_the_filings(filing, rule.id, each)


def _is_the_filings(filing: Filing, rule: str, found: Finding) -> bool:
    """Two cuts of basic expenditure that differ as entered, and sums of rounded figures."""
    return rule == "C15" or found.severity is Severity.INFO


def test_without_a_document_only_entries_are_spoken_of() -> None:
    assert {*found_by(RULES, Subject(archive(), PACK))} <= ENTERED


def test_funds_that_were_not_there_are_no_fault() -> None:
    assert Money() == archive().three_public.reception_foreign
    assert "C28" not in found_by(RULES, of_archive())


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("比2020年减少0.50万元，下降14.3%", "比2020年增加0.50万元，增长14.3%", "C04"),
        ("决算数小于预算数的主要原因", "决算数大于预算数的主要原因", "C18"),
        ("机关运行经费支出比2020年增加10.00万元", "机关运行经费支出比2020年减少10.00万元", "C04"),
        ("费支出决算与2020年持平。全年", "费支出决算比2020年增加1.00万元。全年", "C04"),
        (
            "占66.7%；公务接待费支出决算1.00万元，占33.3%",
            "占33.3%；公务接待费支出决算1.00万元，占66.7%",
            "C17",
        ),
    ],
)
def test_a_wrong_word_or_two_shares_the_wrong_way_round_are_found(
    old: str, new: str, rule: str
) -> None:
    assert rule in found_by(READERS.values(), rewritten(of_archive(), old, new))


def test_a_figure_of_another_scope_is_found() -> None:
    own = spent("2012601", BASIC, "7.00", "7.00", fund=FundSource.OTHER)
    filing = dataclasses.replace(archive(), expenditure=(*archive().expenditure, own))
    told, all_basic = "拨款基本支出90.00万元", "拨款基本支出97.00万元"
    subject = rewritten(composed(filing), told, all_basic)
    assert "C15" in found_by(RULES, subject)
