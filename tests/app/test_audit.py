"""The 审核报告 of what is on the desk: what it counts, how it is called, the files it becomes."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

import pytest

from jsxh_desktop.app.audit import audit, in_short, proposed, save
from jsxh_desktop.app.check_list import Tab, Wanted, listed, ruled, tab_counts
from jsxh_desktop.app.check_model import Severity, State
from jsxh_desktop.app.checkup import CheckUp, check_up
from jsxh_desktop.app.composer import Composer
from jsxh_desktop.app.loose import EXCEL, PDF, WORD
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import wan
from jsxh_desktop.narrative.block import Paragraph
from jsxh_desktop.store.findings import Seen

DAY = datetime.date(2022, 8, 20)
GONE = Seen("A05", "收支总计", "错误", "相差1.00万元", "2022-08-19 09:00", "2022-08-20 09:00")
BEGINS = {PDF: b"%PDF", WORD: b"PK", EXCEL: b"PK"}


@pytest.fixture(scope="module")
def filing() -> Filing:
    return sample()


@pytest.fixture(scope="module")
def found(filing: Filing) -> CheckUp:
    return check_up(filing, load_pack(filing.pack))


@pytest.fixture(scope="module")
def composer() -> Composer:
    return Composer(own_fonts=False)


def test_the_report_tells_of_what_is_corrected(filing: Filing, found: CheckUp) -> None:
    loose = audit(filing, found, (GONE,), DAY)
    assert loose.title == "朝天区科协2021年度部门决算公开与绩效自评审核报告"
    said = [block.text for block in loose.blocks if isinstance(block, Paragraph)]
    assert any("已改正1处" in each for each in said)


def test_errors_nobody_dealt_with_hold_up_the_year(filing: Filing, found: CheckUp) -> None:
    assert in_short(found) == "没有未处理的错误，可以定稿"
    line = filing.expenditure[0]
    more = dataclasses.replace(line, final=wan("9.41"))
    wrong = dataclasses.replace(filing, expenditure=(more, *filing.expenditure[1:]))
    errors = check_up(wrong, load_pack(filing.pack))
    assert in_short(errors) == f"还有 {errors.count(Severity.ERROR)} 处错误没有改正或核实，不能定稿"


@pytest.mark.parametrize("suffix", [PDF, WORD, EXCEL])
def test_the_report_becomes_any_kind_of_file(
    suffix: str, filing: Filing, found: CheckUp, composer: Composer, tmp_path: Path
) -> None:
    path = proposed(tmp_path, filing, suffix)
    save(composer.loose(audit(filing, found, (), DAY), suffix), path)
    assert path.name == f"朝天区科协2021年度审核报告{suffix}"
    assert path.read_bytes().startswith(BEGINS[suffix])


def test_rules_without_a_finding_are_listed_by_how_they_stand(
    filing: Filing, found: CheckUp
) -> None:
    rows = tuple(ruled(filing, found))
    counts = tab_counts(rows, "")
    assert counts[Tab.UNJUDGED] == len(found.unjudged)
    assert counts[Tab.PASSED] == len(found.passed)
    assert counts[Tab.ALL] == counts[Tab.OPEN] == 0
    (unjudged, *_) = listed(rows, Wanted(Tab.UNJUDGED), "")
    assert unjudged.state is State.UNJUDGED
    assert "还没有填" in unjudged.to_do
