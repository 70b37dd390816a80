"""A sheet of which nothing changed is the same one again, with all that was said of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.domain.filing import Filing, with_added, with_value, without
from jsxh_desktop.domain.pack import Pack
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.rules.rule import Said, judge
from jsxh_desktop.rules.sheets.facts import ProjectSheet, each_sheet, sheets_of
from jsxh_desktop.rules.sheets.sheet_rules import RULES
from jsxh_desktop.rules.subject import Subject
from tests.rules.sheet_filings import evaluated, plain_pack, scored_pack


def two_projects() -> Filing:
    filing = with_added(evaluated(), Project(name="库房修缮", id=2))
    return with_added(filing, Goal(2, "修缮库房", "修缮库房", id=2))


def sheets(filing: Filing, pack: Pack | None = None) -> tuple[ProjectSheet, ...]:
    return sheets_of(Subject(filing, pack or plain_pack()))


def test_an_edit_changes_the_sheet_it_was_made_on() -> None:
    filing = two_projects()
    first, second = sheets(filing)
    again = sheets(with_value(filing, Goal.done, "只修了一半", 2))
    assert again[0] is first
    assert again[1] is not second


def test_an_edit_elsewhere_changes_no_sheet() -> None:
    filing = two_projects()
    before = sheets(filing)
    assert sheets(with_value(filing, Reasons.total, "人员增加")) == before


def test_a_sheet_that_takes_another_place_is_another() -> None:
    filing = two_projects()
    _, second = sheets(filing)
    (moved,) = sheets(without(filing, Project, 1))
    assert (second.number, moved.number) == (2, 1)


def test_an_equal_record_under_another_id_is_another() -> None:
    filing = evaluated()
    (before,) = sheets(filing)
    (after,) = sheets(
        dataclasses.replace(
            filing, goals=tuple(dataclasses.replace(goal, id=50) for goal in filing.goals)
        )
    )
    assert (before.goals[0].id, after.goals[0].id) == (1, 50)


def test_another_form_is_judged_anew() -> None:
    filing = evaluated()
    (plain,), (scored,) = sheets(filing), sheets(filing, scored_pack())
    assert plain.form is not scored.form


def test_a_sheet_is_asked_once() -> None:
    asked: list[ProjectSheet] = []

    def check(sheet: ProjectSheet) -> Iterator[Said]:
        asked.append(sheet)
        yield from ()

    filing = two_projects()
    for each in (filing, filing, with_value(filing, Goal.done, "修好了", 2)):
        list(each_sheet(Subject(each, plain_pack()), check))
    assert [sheet.number for sheet in asked] == [1, 2, 2]


@given(st.lists(st.tuples(st.integers(1, 7), st.sampled_from(["", "9", "5000", "x"])), max_size=4))
@settings(max_examples=8)
def test_what_is_said_after_edits_is_what_is_said_of_the_filing_as_such(
    edits: list[tuple[int, str]],
) -> None:
    filing = two_projects()
    for key, value in edits:
        judged(filing)
        filing = with_value(filing, Indicator.actual, value, key)
    after_edits = judged(filing)
    judged(evaluated())
    fresh = dataclasses.replace(
        filing,
        projects=tuple(map(dataclasses.replace, filing.projects)),
        goals=tuple(map(dataclasses.replace, filing.goals)),
    )
    assert judged(fresh) == after_edits


def judged(filing: Filing) -> list[object]:
    return [judge(rule, Subject(filing, scored_pack())) for rule in RULES]
