"""The rules on wording together: silent where all is well, one click where it is sure."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import value_at
from jsxh_desktop.narrative.document import compose
from jsxh_desktop.rules.rule import Finding, Rule, Severity, judge
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.wording.wording_rules import RULES
from tests.filings import agreeing, archive, gappy
from tests.rules.worded import applied, pack, report_printed, report_typed

ALWAYS = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])


def composed(filing: Filing) -> Subject:
    return Subject(filing, pack(), compose(filing, pack()))


def said(subject: Subject) -> Iterator[tuple[Rule, Finding]]:
    for rule in RULES:
        for finding in judge(rule, subject).findings:
            yield rule, finding


def errors(subject: Subject) -> list[str]:
    return [
        finding.message
        for rule, finding in said(subject)
        if (finding.severity or rule.severity) is Severity.ERROR
    ]


def test_there_are_twenty_of_them() -> None:
    assert sorted(rule.id for rule in RULES) == [f"G{number:02}" for number in range(1, 21)]


def test_the_archive_is_without_a_slip() -> None:
    assert not list(said(composed(archive())))


def test_the_sample_has_no_error_and_two_things_to_look_at() -> None:
    found = list(said(composed(sample())))
    assert not errors(composed(sample()))
    assert sorted(rule.id for rule, _ in found) == ["G11", "G20"]


@ALWAYS
@given(agreeing())
def test_whatever_agrees_is_without_a_slip(filing: Filing) -> None:
    assert not [finding.message for _, finding in said(composed(filing))]


@ALWAYS
@given(gappy())
def test_gaps_are_no_slips(filing: Filing) -> None:
    assert not errors(composed(filing))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_finding_says_what_to_do_and_of_what(rule: Rule) -> None:
    for subject in (Subject(report_typed(), pack()), report_printed()):
        found = judge(rule, subject).findings
        assert all(finding.to_do and finding.about for finding in found)
        assert len({finding.about for finding in found}) == len(found)


def test_every_word_pointed_at_stands_in_its_field() -> None:
    filing = report_typed()
    for rule, finding in said(Subject(filing, pack())):
        if finding.places and finding.words:
            assert finding.words in value_at(filing, finding.places[0]), rule.id


def test_every_click_ends_its_finding_and_touches_no_other_field() -> None:
    filing = report_typed()
    clicks = 0
    for rule, finding in said(Subject(filing, pack())):
        if finding.correction:
            after = applied(filing, finding)
            again = judge(rule, Subject(after, pack())).findings
            assert finding.about not in {each.about for each in again}, finding.message
            clicks += 1
            assert all(value_at(filing, at) != value_at(after, at) for at in finding.places)
    assert clicks > 20


def test_what_a_click_leaves_is_not_worse() -> None:
    """All clicks one after the other leave nothing that could be clicked."""
    filing = report_typed()
    for _ in range(80):
        found = [each for _, each in said(Subject(filing, pack())) if each.correction]
        if not found:
            break
        filing = applied(filing, found[0])
    assert not [each.message for _, each in said(Subject(filing, pack())) if each.correction]
