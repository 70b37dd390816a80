"""The table of contents: which page each entry says, and where it leads."""

from __future__ import annotations

import pytest

from jsxh_desktop.narrative.block import (
    Block,
    Contents,
    Heading,
    PageBreak,
)
from jsxh_desktop.reports.compose import compose
from jsxh_desktop.reports.fonts import Face
from jsxh_desktop.reports.style import PITCH, TOP
from tests.reports.pages import COVER, FACES, paragraph, table, texts


def test_the_contents_say_the_numbers_of_the_pages() -> None:
    blocks: list[Block] = [
        COVER,
        Contents(),
        Heading(0, "第一部分\n部门概况", listed=True),
        Heading(1, "一、基本职能", listed=True),
        paragraph(30),
        Heading(1, "二、机构设置", listed=True),
        Heading(2, "（一）不列入"),
        table(listed=True),
    ]
    contents = compose(blocks, FACES)[1]
    assert [text for text in texts(contents) if "·" not in text] == [
        *("目　录", "第一部分　部门概况", "2", "一、基本职能", "2"),
        *("二、机构设置", "3", "收入决算表", "4"),
    ]


def test_contents_of_two_pages_count_themselves() -> None:
    headings = (Heading(1, f"第{number}项", listed=True) for number in range(1, 41))
    first, second, *_ = compose([Contents(), *headings], FACES)
    assert texts(first)[1] == "第1项"
    assert (texts(first)[3], texts(second)[2]) == ("3", "4")


def test_the_entries_of_the_contents_lead_to_their_headings() -> None:
    pages = compose([Contents(), paragraph(3), Heading(1, "一、收入", listed=True)], FACES)
    (jump,) = pages[0].jumps
    assert pages[jump.page].marks[0].y == jump.mark_y == pytest.approx(TOP + 3 * PITCH)


def test_an_annex_is_listed_below_the_part_it_stands_in() -> None:
    annex = Heading(0, "附件1\n绩效评价报告", listed=True, annex=True)
    contents, *_ = compose([Contents(), Heading(0, "第四部分", listed=True), annex], FACES)
    entries = [words for words in contents.words if words.line.text[0] in "第附"]
    assert [(words.line.text, words.face) for words in entries] == [
        ("第四部分", Face.HEI),
        ("附件1　绩效评价报告", Face.SONG),
    ]
    assert entries[1].x - entries[0].x == pytest.approx(24)


def test_a_long_entry_of_the_contents_goes_on_on_the_next_line() -> None:
    long = "决" * 50
    contents, _ = compose([Contents(), Heading(1, long, listed=True)], FACES)
    first, second, dots, number = contents.words[1:]
    assert first.line.text + second.line.text == long
    assert first.y < second.y == dots.y == number.y


def test_an_entry_no_page_could_hold_is_cut_short() -> None:
    contents, *_ = compose([Contents(), Heading(1, "长" * 5000, listed=True)], FACES)
    assert texts(contents)[6] == "……"
    assert texts(contents)[-1] == "2"


def test_the_dots_end_before_a_number_of_four_digits() -> None:
    pages: list[Block] = [paragraph(1), PageBreak()] * 1000
    blocks = [Contents(), *pages, Heading(1, "三、支出", listed=True)]
    *_, dots, number = compose(blocks, FACES)[0].words
    assert number.line.text == "1002"
    assert dots.x + dots.line.width < number.x
