"""The composed annexes and 机构设置: right as they are, and every digit of them is watched."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.narrative.block import Block, Gap, Heading, Paragraph, Table
from jsxh_desktop.narrative.document import PartBlocks
from jsxh_desktop.rules import registry
from jsxh_desktop.rules.reports import report_rules
from jsxh_desktop.rules.rule import Rule, Severity, judge
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.texts.passages import Passage
from jsxh_desktop.rules.unit import unit_rules
from tests import seed
from tests.filings import agreeing, gappy
from tests.rules.tampering import composed, of_archive, of_sample

MINE = (*report_rules.RULES, *unit_rules.RULES)
OTHERS = {"C02", "C03", "C04"}
WATCHING = (*MINE, *(rule for rule in registry.RULES if rule.id in OTHERS))
"""With the rules that watch how figures are said to have moved, wherever that is."""

OF_PRINT = {"F02", "F03", "F05", "F06", "F08", "F09", "F14", "C31", "C32", "C33"}
"""Not F04: the two cuts of basic expenditure that are drawn need not agree."""

_UNWATCHED = re.compile(r"〔[^〕]*〕|^\d+\.|^附件\d+")
"""Gaps, and the numbers of lists and annexes, which the rules on numbering watch."""


def mistakes(rules: tuple[Rule, ...], subject: Subject) -> set[str]:
    """What the rules call an error."""
    return {
        f"{rule.id} {each.message}"
        for rule in rules
        for each in judge(rule, subject).findings
        if (each.severity or rule.severity) is Severity.ERROR
    }


def alone(subject: Subject, key: str) -> Subject:
    """One part of the document by itself."""
    parts = tuple(part for part in subject.parts if part.key == key)
    return Subject(subject.filing, subject.pack, parts)


def watched(subject: Subject) -> Iterator[tuple[str, Subject]]:
    """A document of one part with one digit changed, for each the program wrote in it."""
    passages = iter(subject.printed)
    (part,) = subject.parts
    for place, block in enumerate(part.blocks):
        passage = next(passages) if isinstance(block, Heading | Paragraph | Gap) else None
        if passage and part.key == "overview" and not _of_the_unit(passage):
            continue
        for what, other in _variants(block, passage):
            blocks = (*part.blocks[:place], other, *part.blocks[place + 1 :])
            changed = (PartBlocks(part.key, part.title, blocks),)
            yield what, Subject(subject.filing, subject.pack, changed)


def _of_the_unit(passage: Passage) -> bool:
    return any("机构设置" in above for above in passage.headings)


def _variants(block: Block, passage: Passage | None) -> Iterator[tuple[str, Block]]:
    match block:
        case Paragraph() | Heading() if passage:
            for what, text in _one_digit(block.text, passage.own):
                yield what, dataclasses.replace(block, text=text)
        case Table(label=""):
            for row, cells in enumerate(block.body):
                for column, cell in enumerate(cells):
                    for what, text in _one_digit(cell.text, cell.text):
                        other = list(cells)
                        other[column] = cell._replace(text=text)
                        body = (*block.body[:row], tuple(other), *block.body[row + 1 :])
                        yield what, dataclasses.replace(block, body=body)
        case _:
            pass


def _one_digit(text: str, own: str) -> Iterator[tuple[str, str]]:
    own = _UNWATCHED.sub(lambda found: "\0" * len(found[0]), own)
    for found in re.finditer(r"\d", own):
        start, end = found.span()
        other = str((int(found[0]) + 1) % 10)
        yield f"{text[max(0, start - 8) : start]}[{other}]", text[:start] + other + text[end:]


def is_found(subject: Subject, before: dict[str, set[str]]) -> bool:
    """Whether any rule says what it did not say before; the first one is enough."""
    for rule in WATCHING:
        said = {each.message for each in judge(rule, subject).findings}
        if said - before[rule.id]:
            return True
    return False


@pytest.mark.parametrize("key", ["overview", "annexes"])
@pytest.mark.parametrize("subject", [of_sample(), of_archive()], ids=["sample", "archive"])
def test_every_digit_of_the_annexes_and_of_the_unit_is_watched(subject: Subject, key: str) -> None:
    part = alone(subject, key)
    before = {rule.id: {each.message for each in judge(rule, part).findings} for rule in WATCHING}
    variants = list(watched(part))
    assert len(variants) > 5
    assert [what for what, changed in variants if not is_found(changed, before)] == []


@pytest.mark.parametrize("subject", [of_sample(), of_archive()], ids=["sample", "archive"])
def test_what_is_right_is_no_error(subject: Subject) -> None:
    assert mistakes(MINE, subject) == set()


def test_the_real_report_has_the_errors_that_are_told_of_it() -> None:
    found = {message.split()[0] for message in mistakes(MINE, seed.printed())}
    assert found == {"C32", "C36", "F02", "F03", "F06", "F07", "F09", "F12"}


@settings(max_examples=20)
@given(agreeing())
def test_what_is_composed_of_any_filing_is_no_error(filing: Filing) -> None:
    rules = tuple(rule for rule in MINE if rule.id in OF_PRINT)
    assert mistakes(rules, composed(filing)) == set()


@settings(max_examples=20)
@given(gappy())
def test_no_rule_stumbles_over_blanks(filing: Filing) -> None:
    rules = tuple(rule for rule in MINE if rule.id in OF_PRINT)
    assert mistakes(rules, composed(filing)) == set()
    for rule in MINE:
        judge(rule, Subject(filing, of_archive().pack))


@pytest.mark.parametrize("rule", MINE, ids=lambda rule: rule.id)
def test_a_document_without_any_text_is_no_fault(rule: Rule) -> None:
    blank = Subject(of_archive().filing, of_archive().pack, (PartBlocks("annexes", "附件", ()),))
    before = {each.message for each in judge(rule, Subject(blank.filing, blank.pack)).findings}
    assert {each.message for each in judge(rule, blank).findings} <= before


def test_the_ids_are_those_of_the_book() -> None:
    assert sorted(rule.id for rule in report_rules.RULES) == [f"F{n:02}" for n in range(1, 18)]
    assert sorted(rule.id for rule in unit_rules.RULES) == [
        f"C{number}" for number in range(29, 39)
    ]
