"""The search: by words, digits and initials; what the unit uses first, what was chosen before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app.search_index import (
    CODE,
    COMMAND,
    FIELD,
    PAGE,
    SETTING,
    UNUSED,
    Hit,
    find,
    index,
)
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import ThreePublic

COMMANDS = (("检查", "F9", "check"), ("预览与打印", "Ctrl+P", "print"))


@pytest.fixture
def workspace(workbook: Path) -> Iterator[Workspace]:
    opened = Workspace.open(workbook)
    yield opened
    opened.close()


@pytest.fixture
def hits(workspace: Workspace) -> tuple[Hit, ...]:
    return index(workspace, COMMANDS)


def names(found: tuple[Hit, ...]) -> list[str]:
    return [hit.name for hit in found]


def test_a_code_is_found_by_its_first_digits_the_one_in_use_first(hits: tuple[Hit, ...]) -> None:
    found = find(hits, "21011")
    assert (found[0].code, found[0].name) == ("21011", "行政事业单位医疗")
    assert (found[1].code, found[1].value) == ("2101101", "4.84")


def test_initials_find_a_code_the_unit_uses_before_one_it_does_not(hits: tuple[Hit, ...]) -> None:
    codes = [hit.value for hit in find(hits, "yl") if hit.kind == CODE]
    assert codes.index(UNUSED) == len([value for value in codes if value != UNUSED])


def test_a_hit_leads_to_the_field_itself(hits: tuple[Hit, ...]) -> None:
    (found, *_) = find(hits, "国内公务接待批次")
    assert found.place == Place(ThreePublic.batches)
    assert (found.kind, found.where, found.value) == (FIELD, "三公经费与接待", "8")


def test_a_code_in_use_leads_to_its_line(hits: tuple[Hit, ...], workspace: Workspace) -> None:
    (found, *_) = find(hits, "2101101")
    assert found.place is not None
    assert found.place.entry is ExpenditureLine.final
    line = next(one for one in workspace.filing.expenditure if one.id == found.place.key)
    assert line.functional == "2101101"


def test_a_blank_field_says_so(hits: tuple[Hit, ...]) -> None:
    assert find(hits, "外事接待批次")[0].value == "待填"


def test_all_words_have_to_answer(hits: tuple[Hit, ...]) -> None:
    assert names(find(hits, "接待 批次")) == ["国内公务接待批次", "外事接待批次"]


def test_full_width_digits_are_digits(hits: tuple[Hit, ...]) -> None:
    assert find(hits, "２１０１１０１")[0].code == "2101101"


def test_the_name_itself_comes_before_what_contains_it(hits: tuple[Hit, ...]) -> None:
    assert find(hits, "单位全称")[0].name == "单位全称"


def test_what_was_chosen_last_comes_first_of_equals(hits: tuple[Hit, ...]) -> None:
    first, second, *_ = find(hits, "接待")
    assert find(hits, "接待", [second.key])[:2] == (second, first)


def test_without_a_text_there_is_what_was_chosen_before_then_the_pages(
    hits: tuple[Hit, ...],
) -> None:
    chosen = (find(hits, "检查")[0], find(hits, "2101101")[0])
    found = find(hits, " ", [hit.key for hit in chosen])
    assert found[:2] == chosen
    assert {hit.kind for hit in found[2:]} == {PAGE}


def test_what_was_chosen_is_known_again_after_its_value_changed(workspace: Workspace) -> None:
    chosen = find(index(workspace), "国内公务接待批次")[0]
    workspace.leave(Place(ThreePublic.batches), "9")
    again, *_ = find(index(workspace), "", [chosen.key])
    assert again.value == "9"


def test_commands_and_settings_are_found_as_well(hits: tuple[Hit, ...]) -> None:
    assert [hit.command for hit in find(hits, "jc") if hit.kind == COMMAND] == ["check"]
    assert [hit.setting for hit in find(hits, "字号") if hit.kind == SETTING] == ["type_size"]


def test_nothing_answers_to_nonsense(hits: tuple[Hit, ...]) -> None:
    assert find(hits, "qqzz") == ()
