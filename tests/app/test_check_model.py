"""What there is to look at: texts that do not read, what the rules found, what became of it."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app.check_detail import details, title, ways
from jsxh_desktop.app.check_ledger import brought_on, corrected
from jsxh_desktop.app.check_list import Tab, Wanted, groups, listed, tab_counts
from jsxh_desktop.app.check_marks import marks, note
from jsxh_desktop.app.check_model import Row, Severity, State, checked, count, rows
from jsxh_desktop.app.checkup import CheckUp, check_up
from jsxh_desktop.app.mark import Mark
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.reviewing import corrected as correction
from jsxh_desktop.app.reviewing import reviewed, taken_up
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import KeyWork, Organization, Staffing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.store.findings import Seen
from tests.filings import archive

NOON = datetime.datetime(2022, 8, 20, 12, 0, tzinfo=datetime.UTC)
RUNNING = Place(ThreePublic.running)
STAFF = "在职7人，比编制5名多2人，没有说明原因"


@pytest.fixture
def workspace(workbook: Path) -> Iterator[Workspace]:
    opened = Workspace.open(workbook)
    yield opened
    opened.close()


def checked_up(workspace: Workspace) -> CheckUp:
    return check_up(workspace.filing, workspace.pack)


def found(workspace: Workspace) -> tuple[Row, ...]:
    return rows(workspace, checked_up(workspace))


def row_of(workspace: Workspace, sentence: str) -> Row:
    return next(row for row in found(workspace) if row.sentence == sentence)


def test_a_text_that_does_not_read_is_an_error_quoted_with_its_field(
    workspace: Workspace,
) -> None:
    workspace.leave(RUNNING, "零点八")
    (row,) = rows(workspace, None)
    assert row.sentence == "公务用车运行维护费决算写的是“零点八”，认不出来"
    assert (row.severity, row.page) == (Severity.ERROR, "three_public")


def test_the_sample_has_no_error(workspace: Workspace) -> None:
    assert count(found(workspace), Severity.ERROR) == 0


def test_a_new_unit_is_told_of_nothing() -> None:
    unit = Organization(full_name="某县档案馆")
    filing = Filing(2021, organization=unit)
    assert check_up(filing, load_pack(filing.pack)).checked == ()


def test_a_unit_that_has_begun_is_told_only_of_what_is_there() -> None:
    whole = archive()
    begun = Filing(2021, organization=whole.organization, income=whole.income)
    up = check_up(begun, load_pack(begun.pack))
    assert up.count(Severity.ERROR) == 0
    assert up.unjudged


def test_a_changed_line_leaves_sums_that_do_not_agree(workspace: Workspace) -> None:
    line = next(line for line in workspace.filing.expenditure if line.functional == "2101101")
    workspace.edit(Place(ExpenditureLine.final, line.id), wan("0"))
    errors = [row for row in found(workspace) if row.severity is Severity.ERROR]
    assert "收入总计161.94万元，支出总计157.10万元，相差4.84万元" in {
        row.sentence for row in errors
    }


def test_a_check_is_summed_up_in_one_sentence(workspace: Workspace) -> None:
    assert checked((), 0) == "检查完了：没有发现错误"
    assert checked((), 3) == "检查完了：没有发现错误，3 处待填"
    error = Row(Severity.ERROR, "income", "", "")
    assert checked((error, error), 0) == "检查完了：2 处错误"


def test_a_finding_accounted_for_is_reviewed_in_one_step(workspace: Workspace) -> None:
    row = row_of(workspace, STAFF)
    assert row.checked
    step = reviewed(row.checked, "工勤人员不占编制", "王会计", NOON)
    workspace.apply(step.title, step.changes)
    now = row_of(workspace, STAFF)
    assert now.state is State.REVIEWED
    assert workspace.undo() == "核实 C31 编制与在职"
    assert row_of(workspace, STAFF).state is State.OPEN


def test_an_account_given_again_takes_the_place_of_the_first(workspace: Workspace) -> None:
    for reason in ("第一次", "第二次"):
        row = row_of(workspace, STAFF)
        assert row.checked
        step = reviewed(row.checked, reason, "王会计", NOON)
        workspace.apply(step.title, step.changes)
    (review,) = workspace.filing.reviews
    assert review.reason == "第二次"


def test_an_account_taken_back_leaves_the_finding_open(workspace: Workspace) -> None:
    row = row_of(workspace, STAFF)
    assert row.checked
    assert taken_up(row.checked) is None
    workspace.apply("核实", reviewed(row.checked, "核对过", "", NOON).changes)
    now = row_of(workspace, STAFF)
    assert now.checked
    step = taken_up(now.checked)
    assert step
    workspace.apply(step.title, step.changes)
    assert row_of(workspace, STAFF).state is State.OPEN


def test_an_account_needs_a_reason(workspace: Workspace) -> None:
    row = row_of(workspace, STAFF)
    assert row.checked
    with pytest.raises(ValueError, match="写一句为什么没有问题"):
        reviewed(row.checked, "　", "王会计", NOON)


def test_a_correction_is_one_step_after_which_the_finding_is_gone(workspace: Workspace) -> None:
    row = next(row for row in found(workspace) if row.checked and row.checked.rule.id == "G11")
    assert row.checked
    step = correction(row.checked)
    assert step
    workspace.apply(step.title, step.changes)
    assert row.sentence not in {each.sentence for each in found(workspace)}


def test_the_list_is_narrowed_by_page_severity_and_words(workspace: Workspace) -> None:
    every = found(workspace)
    here = listed(every, Wanted(Tab.HERE), "organization")
    assert [row.sentence for row in here] == [STAFF]
    hints = listed(every, Wanted(severity=Severity.INFO), "")
    assert {row.severity for row in hints} == {Severity.INFO}
    for text in ("编制5名", "c31", "bzyzz", "单位概况 编制"):
        assert STAFF in {row.sentence for row in listed(every, Wanted(text=text), "")}
    assert listed(every, Wanted(text="没有这样的话"), "") == ()


def test_the_page_on_the_desk_comes_first(workspace: Workspace) -> None:
    first, *_ = listed(found(workspace), Wanted(), "organization")
    assert first.sentence == STAFF


def test_groups_follow_the_pages(workspace: Workspace) -> None:
    names = [name for name, _ in groups(listed(found(workspace), Wanted(), "reasons"))]
    assert names[:2] == ["单位概况", "职责与重点工作"]
    assert len(names) == len(set(names))


def test_what_is_accounted_for_and_corrected_stands_under_tabs_of_its_own(
    workspace: Workspace,
) -> None:
    row = row_of(workspace, STAFF)
    assert row.checked
    workspace.apply("核实", reviewed(row.checked, "核对过", "", NOON).changes)
    gone = Seen("A05", "收支总计", "错误", "相差1.00万元", "2022-08-19 09:00", "2022-08-20 09:00")
    counts = tab_counts(rows(workspace, checked_up(workspace), (gone,)), "organization")
    assert (counts[Tab.HERE], counts[Tab.REVIEWED], counts[Tab.CORRECTED]) == (0, 1, 1)


def test_a_field_says_what_was_found_in_it(workspace: Workspace) -> None:
    workspace.marks = marks(found(workspace))
    mark = note(workspace, Place(Staffing.over_establishment))
    assert mark == Mark(Severity.WARNING, STAFF, "●")
    assert note(workspace, Place(Staffing.posts_worker)) is None


def test_a_field_with_more_to_say_tells_the_worst_and_counts_the_rest(
    workspace: Workspace,
) -> None:
    mark = marks(found(workspace))[Place(KeyWork.text, 4)]
    assert mark.words.startswith("● ")
    assert mark.words.endswith("（另有 2 处）")


def test_a_hint_about_a_figure_leaves_its_field_alone(workspace: Workspace) -> None:
    hints = [row for row in found(workspace) if row.severity is Severity.INFO and not row.words]
    assert any(row.place for row in hints)
    assert not marks(hints)


def test_a_text_that_does_not_read_outweighs_what_was_found(workspace: Workspace) -> None:
    place = Place(Staffing.staff_administrative)
    workspace.leave(place, "七")
    workspace.marks = {place: Mark(Severity.WARNING, "别的")}
    mark = note(workspace, place)
    assert mark
    assert mark.severity is Severity.ERROR


def test_a_finding_is_told_with_both_figures_and_its_rule(workspace: Workspace) -> None:
    row = next(row for row in found(workspace) if row.checked and row.checked.rule.id == "C33")
    assert title(row) == "C33 人数全文一致"
    told = dict(details(row))
    assert told["对比"].startswith("文中 8人")
    assert told["为什么"]
    names = [name for name, _ in ways(workspace.filing, row)]
    assert names[:2] == ["重点工作", "在职行政人员（单位概况）"]


def test_ways_to_records_of_one_list_are_told_apart(workspace: Workspace) -> None:
    row = next(row for row in found(workspace) if row.sentence.startswith("“推送各类科普知识”"))
    assert [name for name, _ in ways(workspace.filing, row)] == ["重点工作 1", "重点工作 5"]


FIRST = "2022-08-20 09:00"
LATER = "2022-08-21 10:00"


def test_a_ledger_keeps_when_a_finding_came(workspace: Workspace) -> None:
    up = checked_up(workspace)
    kept = tuple(brought_on((), up, FIRST))
    assert len(kept) == len(up.checked)
    assert tuple(brought_on(kept, up, LATER)) == ()


def test_a_finding_found_no_more_is_corrected(workspace: Workspace) -> None:
    kept = tuple(brought_on((), checked_up(workspace), FIRST))
    workspace.leave(Place(Staffing.over_establishment), "工勤人员不占编制")
    gone = tuple(brought_on(kept, checked_up(workspace), LATER))
    assert [(each.rule, each.found, each.gone) for each in gone] == [("C31", FIRST, LATER)]
    assert [each.message for each in corrected(gone)] == [STAFF]


def test_what_cannot_be_judged_any_more_is_not_corrected(workspace: Workspace) -> None:
    kept = tuple(brought_on((), checked_up(workspace), FIRST))
    workspace.edit(Place(Staffing.posts_administrative), None)
    assert "C31" not in {each.rule for each in brought_on(kept, checked_up(workspace), LATER)}


def test_a_finding_that_is_back_is_found_anew(workspace: Workspace) -> None:
    kept = tuple(brought_on((), checked_up(workspace), FIRST))
    gone = tuple(dataclasses.replace(each, gone=LATER) for each in kept)
    again = tuple(brought_on(gone, checked_up(workspace), "2022-08-22 11:00"))
    assert {(each.found, each.gone) for each in again} == {("2022-08-22 11:00", "")}
