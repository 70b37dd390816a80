"""Lists of texts: what pasting, moving and last year's list change, and what that is called."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.app import text_list
from jsxh_desktop.app.text_list import DUTIES
from jsxh_desktop.domain.change import Added, Moved, Put
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.organization import Duty
from tests.filings import archive


def with_before(*texts: str) -> Filing:
    before = dataclasses.replace(archive(), year=2020, duties=tuple(map(Duty, texts)))
    return dataclasses.replace(archive(), before=before)


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("1.收集档案", "收集档案"),
        ("2．保管档案", "保管档案"),
        ("（三）提供利用", "提供利用"),
        ("四、编研", "编研"),
        ("⑤ 培训", "培训"),
        ("• 宣传", "宣传"),
        ("2021年开展普查", "2021年开展普查"),
        ("3.5万册档案入库", "3.5万册档案入库"),
        ("一是抓学习", "一是抓学习"),
    ],
)
def test_a_pasted_item_loses_the_number_the_print_gives_it(line: str, item: str) -> None:
    assert text_list.split(line) == (item,)


def test_blank_lines_are_no_items() -> None:
    assert text_list.split("\n收集档案\r\n\n 保管档案 \n") == ("收集档案", "保管档案")


def test_pasted_items_take_the_place_of_one_and_follow_it() -> None:
    step = text_list.pasted(archive(), DUTIES, 1, ("甲", "乙", "丙"))
    assert step.title == "粘贴 3 项主要职能"
    assert step.changes == (
        Put(Duty.text, "甲", 1),
        Added(Duty("乙"), 1),
        Added(Duty("丙"), 2),
    )


def test_what_stands_around_the_caret_stays_around_what_is_pasted() -> None:
    assert text_list.between("前", "后", ("甲", "乙", "丙")) == ("前甲", "乙", "丙后")


def test_a_change_is_called_by_its_number_in_the_list() -> None:
    assert text_list.title_of(archive(), DUTIES, 2) == "修改第 2 项主要职能"


def test_a_text_moves_by_one_place() -> None:
    step = text_list.moved(archive(), DUTIES, 2, -1)
    assert step == ("移动第 2 项主要职能", (Moved(Duty, 2, 0),))


@pytest.mark.parametrize(("key", "by"), [(1, -1), (2, 1)])
def test_no_text_moves_out_of_the_list(key: int, by: int) -> None:
    assert text_list.moved(archive(), DUTIES, key, by) is None


def test_last_years_texts_come_behind_without_what_is_here_already() -> None:
    step = text_list.from_last_year(with_before("收集档案。", "开展普查"), DUTIES)
    assert step == ("套用上年 1 项主要职能", (Added(Duty("开展普查"), 2),))


def test_nothing_is_taken_over_where_all_of_it_is_here() -> None:
    assert text_list.from_last_year(with_before("收集档案。"), DUTIES) is None


def test_nothing_is_taken_over_from_a_year_the_workbook_does_not_hold() -> None:
    assert text_list.from_last_year(archive(), DUTIES) is None


def test_texts_that_speak_of_an_earlier_year_are_counted() -> None:
    step = text_list.added(DUTIES, ("完成2020年普查", "完成2021年普查", "编研"), 0)
    assert text_list.speak_of_earlier(step, 2021) == 1
