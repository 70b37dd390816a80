"""The check-up: worst first, accounted for while the figures hold, back when they move."""

from __future__ import annotations

import dataclasses

from jsxh_desktop.app.checkup import State, about, account, check_up, judged
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.rules.rule import Finding, Rule, Severity, Verdict
from tests.filings import archive

BATCHES, FOREIGN = Place(ThreePublic.batches), Place(ThreePublic.foreign_batches)


def verdict(*findings: Finding, severity: Severity = Severity.WARNING) -> Verdict:
    rule = Rule("C21", "接待明细", severity, "…", "…", "…", lambda _subject: iter(()))
    return Verdict(rule, findings)


def found(message: str = "明细6条，少于8批次", place: Place = BATCHES) -> Finding:
    return Finding(message, "补上明细", places=(place,))


def reviewed(filing: Filing, finding: Finding) -> Filing:
    (checked,) = judged(filing, [verdict(finding)]).checked
    review = account(checked, "两批合并一次", "王会计", "2022-08-20 09:00")
    return dataclasses.replace(filing, reviews=(review,))


def test_a_finding_is_open_until_it_is_accounted_for() -> None:
    (checked,) = judged(archive(), [verdict(found())]).checked
    assert (checked.state, checked.page) == (State.OPEN, "three_public")


def test_an_account_holds_while_the_figures_do() -> None:
    (checked,) = judged(reviewed(archive(), found()), [verdict(found())]).checked
    assert checked.state is State.REVIEWED
    assert checked.review is not None
    assert checked.review.reason == "两批合并一次"


def test_a_finding_is_back_when_its_figures_change() -> None:
    filing = reviewed(archive(), found())
    (checked,) = judged(filing, [verdict(found("明细5条，少于8批次"))]).checked
    assert checked.state is State.OPEN
    assert checked.is_stale


def test_an_account_is_of_one_finding_only() -> None:
    filing = reviewed(archive(), found())
    both = judged(filing, [verdict(found(), found(place=FOREIGN))]).checked
    assert [each.state for each in both] == [State.OPEN, State.REVIEWED]


def test_the_worst_comes_first_and_what_is_accounted_for_last() -> None:
    error = verdict(found("差得多"), severity=Severity.ERROR)
    hint = verdict(found("看一眼", FOREIGN), severity=Severity.INFO)
    filing = reviewed(archive(), found("差得多"))
    checked = judged(filing, [hint, error]).checked
    assert [each.finding.message for each in checked] == ["看一眼", "差得多"]


def test_what_is_told_apart_by_name_needs_no_place() -> None:
    assert about(Finding("少一分", "核对", about="ZC 合计")) == "ZC 合计"


def test_only_open_errors_hold_up_the_final_edition() -> None:
    error = verdict(found(), severity=Severity.ERROR)
    assert [each.blocks for each in judged(archive(), [error]).checked] == [True]
    filing = reviewed(archive(), found())
    assert [each.blocks for each in judged(filing, [error]).checked] == [False]


def test_a_complete_filing_passes_without_an_error() -> None:
    assert check_up(archive(), load_pack("sichuan-2021")).count(Severity.ERROR) == 0
