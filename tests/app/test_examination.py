"""Checks beside the window: the newest filing, the same findings as here, come what may there."""

from __future__ import annotations

import os
import pickle
import queue
import signal
import sys
from collections.abc import Iterator

import pytest

from jsxh_desktop.app.checkup import check_up, judged
from jsxh_desktop.app.examination import Examination
from jsxh_desktop.app.examined import Examined
from jsxh_desktop.app.gaps import missing
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.filing import Filing, with_value
from jsxh_desktop.domain.organization import Staffing
from jsxh_desktop.rules.rule import Rule, Severity

SOON = 60.0


class Desk:
    """An examination and what it called back with."""

    def __init__(self, examination: Examination) -> None:
        self.examination = examination
        self.news: queue.Queue[tuple[Filing, Examined]] = queue.Queue()

    def examined(self, filing: Filing) -> Examined:
        self.examination.want(filing, lambda *news: self.news.put(news))
        told, examined = self.news.get(timeout=SOON)
        assert told is filing
        return examined


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    examination = Examination()
    yield Desk(examination)
    examination.close()


def messages(examined: Examined) -> list[str]:
    return [each.message for verdict in examined.verdicts for each in verdict.findings]


def test_the_findings_beside_the_window_are_those_of_the_rule_book(desk: Desk) -> None:
    filing = sample()
    pack = load_pack(filing.pack)
    examined = desk.examined(filing)
    here, there = check_up(filing, pack), judged(filing, examined.verdicts)
    assert [each.finding for each in there.checked] == [each.finding for each in here.checked]
    assert [each.rule.id for each in there.checked] == [each.rule.id for each in here.checked]
    assert examined.gaps == missing(filing, pack)


def test_a_change_is_examined_from_what_is_known(desk: Desk) -> None:
    before = sample()
    desk.examined(before)
    after = desk.examined(with_value(before, Staffing.staff_worker, 5))
    assert any(said.startswith("在职10人，比编制5名多5人") for said in messages(after))


def test_a_process_that_was_ended_is_started_again(desk: Desk) -> None:
    desk.examined(sample())
    pid = desk.examination.pid
    assert pid
    os.kill(pid, signal.SIGKILL)
    assert messages(desk.examined(sample()))


def test_a_process_that_has_examined_enough_is_followed_by_a_new_one() -> None:
    desk = Desk(Examination(most=2))
    first, then = sample(), with_value(sample(), Staffing.staff_worker, 5)
    pids = []
    for filing in (first, then, first, then):
        found = messages(desk.examined(filing))
        pids.append(desk.examination.pid)
        assert any(said.startswith("在职10人") for said in found) == (filing is then)
    desk.examination.close()
    assert pids[0] == pids[1] or pids[1] is None  # it may be gone already when this looks
    assert pids[2] not in {pids[0], None}


def test_without_another_process_the_rules_are_asked_here() -> None:
    here = Examination((sys.executable, "-c", "pass"))
    assert messages(Desk(here).examined(sample()))
    here.close()


def test_a_rule_told_of_elsewhere_is_what_it_says_of_itself() -> None:
    rule = Rule("C21", "接待明细", Severity.ERROR, "…", "为什么", "…", lambda _subject: iter(()))
    told = pickle.loads(pickle.dumps(rule))  # noqa: S301 - our own
    assert (told.id, told.name, told.why) == (rule.id, rule.name, rule.why)
