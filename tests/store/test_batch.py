"""Many changes as one step: as if each were made alone, in their order, or none of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.change import Added, Change, Moved, Put, Removed
from jsxh_desktop.domain.entry import entries
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import (
    LISTS,
    Filing,
    attribute_of,
    with_added,
    with_value,
    without,
)
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.organization import Duty, Organization, Staffing
from jsxh_desktop.domain.project import Goal, Indicator, Project
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.values import clean
from tests.examples import examples
from tests.store.drawn import records, values

LISTED = st.sampled_from([Duty, Project, Goal, Indicator, ExpenditureLine])
HEADCOUNT = st.sampled_from([Staffing.staff_worker, Staffing.posts_worker])


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    """One workbook for all drawn batches."""
    with Workbook.create(tmp_path_factory.mktemp("batch") / "batch.jsxh") as workbook:
        yield workbook


def start(workbook: Workbook) -> tuple[int, Filing]:
    """Two projects with what belongs to them, and duties beside."""
    first = Filing(
        2021,
        duties=tuple(map(Duty, "甲乙丙丁")),
        projects=(Project("一", id=1), Project("二", id=2)),
        goals=(Goal(1, "好"), Goal(2, "优"), Goal(1, "良")),
        expenditure=(ExpenditureLine(project=1), ExpenditureLine(project=2, final=wan("1"))),
    )
    key = workbook.save(first)
    return key, workbook.load(key)


def made(filing: Filing, change: Change, key: int) -> Filing:
    """The filing after one change, as the functions of the domain make it."""
    match change:
        case Put(entry, value, record):
            return with_value(filing, entry, clean(entry, value), record)
        case Added(record, position):
            kept = {entry.name: clean(entry, entry.of(record)) for entry in entries(type(record))}
            return with_added(filing, type(record)(**kept, id=key), position)
        case Removed(entity, record):
            return without(filing, entity, record)
        case Moved(entity, record, position):
            (moving,) = (r for r in listed(filing, entity) if r.id == record)
            rest = tuple(r for r in listed(filing, entity) if r.id != record)
            parts: dict[str, Any] = {attribute_of(entity): rest}
            return with_added(dataclasses.replace(filing, **parts), moving, position)


def listed(filing: Filing, entity: type[Any]) -> tuple[Any, ...]:
    found: tuple[Any, ...] = getattr(filing, attribute_of(entity))
    return found


def ids(filing: Filing) -> list[list[int]]:
    return [[record.id for record in getattr(filing, name)] for name in LISTS]


@st.composite
def a_change(draw: st.DrawFn, filing: Filing, entity: type[Any]) -> Change:
    """One change of a list, or of a single record where the list is empty."""
    projects = tuple(project.id for project in filing.projects if project.id > 0)
    keys = [record.id for record in listed(filing, entity) if record.id > 0]
    position = st.integers(-3, 5)
    kinds: list[st.SearchStrategy[Change]] = [
        st.builds(Added, records(entity, projects), st.none() | position),
        st.builds(Put, HEADCOUNT, st.none() | st.integers(0, 9)),
    ]
    if keys:
        key = st.sampled_from(keys)
        entry = draw(st.sampled_from(entries(entity)))
        kinds += [
            st.builds(Put, st.just(entry), values(entry, projects), key),
            st.builds(Removed, st.just(entity), key),
            st.builds(Moved, st.just(entity), key, position),
        ]
    return draw(st.one_of(kinds))


@given(data=st.data())
@settings(max_examples=examples(8))
def test_a_batch_is_its_changes_one_after_another(kept: Workbook, data: st.DataObject) -> None:
    filing_id, before = start(kept)
    expected, batch, coming = before, list[Change](), 0
    for entity in data.draw(st.lists(LISTED, min_size=1, max_size=12)):
        change = data.draw(a_change(expected, entity))
        coming -= isinstance(change, Added)  # a record not yet in the file counts down from 0
        batch.append(change)
        expected = made(expected, change, coming)
    given_ids = kept.apply(filing_id, "粘贴", batch)
    after = kept.load(filing_id)
    names = dict(zip(range(-1, coming - 1, -1), given_ids, strict=True))
    assert after == expected
    assert ids(after) == [[names.get(key, key) for key in row] for row in ids(expected)]
    if after != before:
        assert kept.undo(filing_id) == "粘贴"
    assert (kept.load(filing_id), ids(kept.load(filing_id))) == (before, ids(before))


REFUSED: list[tuple[Sequence[Change], type[Exception]]] = [
    ([Put(Duty.text, "甲", 99)], LookupError),
    ([Removed(Duty, 99)], LookupError),
    ([Moved(Duty, 99, 0)], LookupError),
    ([Removed(Duty, 1), Removed(Duty, 1)], LookupError),
    ([Removed(Duty, 1), Put(Duty.text, "甲", 1)], LookupError),
    ([Removed(Duty, 1), Moved(Duty, 1, 2)], LookupError),
    ([Removed(Project, 1), Removed(Project, 1)], LookupError),
    ([Removed(Project, 1), Put(Goal.done, "完成", 1)], LookupError),
    ([Removed(Project, 1), Put(Indicator.project, 1, 9)], ValueError),
    ([Added(Goal(99, "好"))], ValueError),
    ([Put(Organization.full_name, "\0")], ValueError),
]


@pytest.mark.parametrize(("changes", "refusal"), REFUSED)
def test_of_a_batch_with_one_bad_change_nothing_is_written(
    workbook: Workbook, changes: Sequence[Change], refusal: type[Exception]
) -> None:
    before = workbook.history(1)
    with pytest.raises(refusal):
        workbook.apply(1, "粘贴", [Put(Organization.short_name, "区协"), *changes])
    assert (workbook.load(1), workbook.history(1)) == (sample(), before)


def test_a_record_of_another_year_is_out_of_reach(workbook: Workbook) -> None:
    key = workbook.save(Filing(2022, duties=(Duty("甲"),)))
    for change in (Put(Duty.text, "乙", 1), Removed(Duty, 1), Moved(Duty, 1, 0)):
        with pytest.raises(LookupError):
            workbook.apply(key, "粘贴", [change])


def test_a_record_added_before_its_project_goes_along_with_it(workbook: Workbook) -> None:
    workbook.apply(1, "整理", [Added(Goal(1, "好")), Removed(Project, 1)])
    assert workbook.load(1).goals == without(sample(), Project, 1).goals


def test_a_project_comes_with_what_is_added_under_it(workbook: Workbook) -> None:
    project, *goals = workbook.apply(
        1,
        "复制项目",
        [Added(Project("新")), Added(Goal(expected="好"), under=0), Added(Goal(1, "旧"))],
    )
    held = {goal.id: goal.project for goal in workbook.load(1).goals}
    assert [held[key] for key in goals] == [project, 1]


def test_a_goal_may_come_before_the_project_of_another(workbook: Workbook) -> None:
    batch = [Added(Goal(1, "旧")), Added(Project("新")), Added(Goal(expected="好"), under=1)]
    _, project, key = workbook.apply(1, "复制项目", batch)
    assert {goal.id: goal.project for goal in workbook.load(1).goals}[key] == project
    workbook.undo(1)
    assert workbook.load(1) == sample()


def test_an_empty_batch_is_no_step(workbook: Workbook) -> None:
    before = workbook.history(1)
    assert workbook.apply(1, "粘贴", []) == ()
    assert workbook.history(1) == before


def test_putting_back_into_place_is_no_step(workbook: Workbook) -> None:
    before = workbook.history(1)
    workbook.apply(1, "移动", [Moved(Duty, 3, 2)])
    assert workbook.history(1) == before


def test_records_put_into_the_middle_move_what_follows_once(workbook: Workbook) -> None:
    workbook.apply(1, "粘贴", [Added(Duty(text), 5 + n) for n, text in enumerate("甲乙丙")])
    moved = [x for x in workbook.history(1) if x.title == "粘贴" and x.field == "position"]
    assert sorted(line.key for line in moved) == [6, 7, 8, 9, 10]


def test_a_step_is_called_as_it_is_told(workbook: Workbook) -> None:
    workbook.write(1, Staffing.staff_worker, 9, title="核对")
    workbook.move(1, Duty, workbook.add(1, Duty("甲"), title="照抄上年"), 0, title="排序")
    workbook.remove(1, Duty, 2, title="清空")
    assert [workbook.undo(1) for _ in range(4)] == ["清空", "排序", "照抄上年", "核对"]


def test_thousands_of_records_are_one_step(workbook: Workbook) -> None:
    lines = [Added(ExpenditureLine(functional="2060702", final=wan("1")))] * 5000
    keys = workbook.apply(1, "导入支出", lines)
    amounts = [Put(ExpenditureLine.final, Money(key), key) for key in keys]
    workbook.apply(1, "粘贴", amounts)
    assert [line.final for line in workbook.load(1).expenditure[-5000:]] == [*map(Money, keys)]
    assert [workbook.undo(1), workbook.undo(1)] == ["粘贴", "导入支出"]
    assert workbook.load(1) == sample()
