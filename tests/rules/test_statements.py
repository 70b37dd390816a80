"""C01–C14 together: what the program prints is right, and any change of it is found."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.domain.filing import NO_CODES, Filing
from jsxh_desktop.domain.terms import Precision
from jsxh_desktop.narrative.document import PartBlocks
from jsxh_desktop.rules.reading.mentions import Section, section_of
from jsxh_desktop.rules.rule import Finding, Severity, judge
from jsxh_desktop.rules.statements.totals_and_items import RULES
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passed
from jsxh_desktop.rules.wording.numbers import RULES as NUMBERING
from tests import seed
from tests.examples import examples
from tests.filings import FEN_AMOUNTS, agreeing, archive, gappy
from tests.rules.tampering import PACK, composed, of_archive, of_sample, rewritten

ONE_TO_FIVE = {
    Section.TOTALS,
    Section.INCOME,
    Section.EXPENDITURE,
    Section.APPROPRIATION,
    Section.GENERAL_TOTAL,
    Section.GENERAL_CLASSES,
    Section.GENERAL_ITEMS,
}
BOTH = pytest.mark.parametrize("subject", [of_archive(), of_sample()], ids=["archive", "sample"])


def said(subject: Subject) -> set[tuple[str, Finding]]:
    return {(rule.id, finding) for rule in RULES for finding in judge(rule, subject).findings}


def faults(subject: Subject) -> list[str]:
    """What is said beyond a hint."""
    return [
        f"{rule.id} {finding.message}"
        for rule in RULES
        for finding in judge(rule, subject).findings
        if (finding.severity or rule.severity) is not Severity.INFO
    ]


def test_the_rules_are_all_there() -> None:
    assert sorted(rule.id for rule in RULES) == [f"C{number:02}" for number in range(1, 15)]


@BOTH
def test_what_the_program_prints_is_right(subject: Subject) -> None:
    assert faults(subject) == []


@given(st.one_of(agreeing(), agreeing(FEN_AMOUNTS)))
@settings(max_examples=examples(6))
def test_whatever_is_entered_is_told_right(filing: Filing) -> None:
    assert faults(composed(filing)) == []


@given(agreeing())
@settings(max_examples=examples(5))
def test_whatever_is_known_to_0_01_is_told_right(filing: Filing) -> None:
    known = dataclasses.replace(filing, precision=Precision.HUNDREDTH_WAN)
    assert faults(composed(known)) == []


@given(gappy())
@settings(max_examples=examples(6))
def test_gaps_are_no_faults(filing: Filing) -> None:
    assert faults(composed(filing)) == []


def test_without_a_document_only_typed_texts_are_spoken_of() -> None:
    assert said(Subject(archive(), PACK)) == set()


def test_a_document_of_other_wording_is_not_spoken_of() -> None:
    strange = PartBlocks("statements", "情况说明", ())
    assert said(Subject(archive(), PACK, (strange,))) == set()


def digits(subject: Subject) -> list[tuple[int, int]]:
    """Every digit the paragraphs of sections 一 to 五 print."""
    return [
        (index, found.start())
        for index, passage in enumerate(subject.printed)
        if passage.kind is Passed.PARAGRAPH and section_of(passage.headings) in ONE_TO_FIVE
        for found in re.finditer(r"\d", passage.text)
    ]


def bent(subject: Subject, index: int, place: int) -> Subject:
    """The document with one digit of one passage made another."""
    passage = subject.printed[index]
    digit = str((int(passage.text[place]) + 1) % 10)
    text, own = (
        words[:place] + digit + words[place + 1 :] for words in (passage.text, passage.own)
    )
    passages = list(subject.printed)
    passages[index] = passage._replace(text=text, own=own)
    changed = Subject(subject.filing, subject.pack, subject.parts)
    vars(changed).update(typed_pages=subject.typed_pages, printed_pages=(tuple(passages),))
    return changed


@BOTH
def test_no_digit_of_sections_one_to_five_changes_unseen(subject: Subject) -> None:
    before = said(subject)
    places = digits(subject)
    unseen = [
        (index, place) for index, place in places if said(bent(subject, index, place)) <= before
    ]
    ordinals = [(index, place) for index, place in unseen if place == 0]
    assert len(places) > 150
    assert unseen == ordinals
    assert all(numbers_say(bent(subject, index, place)) for index, place in ordinals)


def numbers_say(subject: Subject) -> bool:
    """Whether the rules of numbering find the number before an item (1.) that is out of turn."""
    return any(judge(rule, subject).findings for rule in NUMBERING)


@BOTH
def test_every_finding_of_a_bent_document_can_be_told_from_the_others(subject: Subject) -> None:
    for found in (said(seed.printed()), said(bent(subject, *digits(subject)[-1]))):
        assert len({(rule, each.about) for rule, each in found}) == len(found)


def test_a_code_that_is_no_item_is_told_as_it_prints() -> None:
    short = dataclasses.replace(archive().expenditure[0], functional="20126")
    filing = dataclasses.replace(archive(), expenditure=(short, *archive().expenditure[1:]))
    assert faults(composed(filing)) == []


def test_without_a_table_of_codes_names_are_not_judged() -> None:
    bare = dataclasses.replace(archive(), functional_codes=NO_CODES)
    subject = Subject(bare, PACK, of_archive().parts)
    assert not [each for each in faults(subject) if "名称" in each or "没有写" in each]


def test_the_unit_may_be_named_before_a_figure() -> None:
    for unit in ("松溪县档案馆", "县档案馆", "档案馆"):
        named = rewritten(
            of_archive(), "2021年本年收入合计110.00", f"{unit}2021年本年收入合计111.00"
        )
        assert any(each.startswith("C07") for each in faults(named))


def test_a_reason_may_speak_of_other_figures_and_years() -> None:
    filing = dataclasses.replace(
        archive(),
        reasons=dataclasses.replace(
            archive().reasons,
            total="公务接待费比2019年增加3.00万元，增长5%，公用经费支出9.00万元",
        ),
    )
    assert faults(composed(filing)) == []
