"""Blocks on pages: the text grid of GB/T 9704-2012, what stays together, contents, table pages."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.charts.chart import Chart, ChartKind, Series
from jsxh_desktop.domain.money import Money
from jsxh_desktop.narrative.block import (
    Block,
    Cell,
    Contents,
    Cover,
    Figure,
    Gap,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    Tone,
)
from jsxh_desktop.reports.compose import compose, numbers
from jsxh_desktop.reports.fonts import Face, typefaces
from jsxh_desktop.reports.page import Page
from jsxh_desktop.reports.style import INDENT, LEFT, MM, PITCH, TEXT_WIDTH, TOP

FACES = typefaces(Path(__file__).parents[2] / "assets" / "fonts")
CHART = Chart(ChartKind.COLUMNS, "", ("2021年",), (Series("收入总计", (Money(1619400),)),))
FIGURE = Figure(CHART, "图1：收、支决算总计变动情况图")
COVER = Cover(("四川省广元市朝天区", "科学技术协会"), "2021年度部门决算", "公开时间：2022年9月5日")


def paragraph(lines: int) -> Paragraph:
    """Running text that fills so many lines."""
    return Paragraph("决" * 26 + "算" * 28 * (lines - 1))


def table(rows: int = 2, *, listed: bool = False, own_page: bool = True) -> Table:
    body = tuple((Cell(f"第{row}行"), Cell("0.48")) for row in range(rows))
    head = ((Cell("项目"), Cell("金额")),)
    title = "收入决算表"
    return Table((40, 40), head, body, title=title, listed=listed, own_page=own_page)


def wide(title: str = "", **facts: str) -> Table:
    row = (Cell("161.94"),) * 12
    return Table((21,) * 12, (), (row,), title=title, landscape=True, **facts)  # type: ignore[arg-type]


def texts(page: Page) -> list[str]:
    return [words.line.text for words in page.words]


def lines_of(blocks: Iterable[Block]) -> list[int]:
    """How many lines of text each page has."""
    return [len(page.words) for page in compose(blocks, FACES)]


def test_a_page_has_22_lines() -> None:
    assert lines_of([paragraph(50)]) == [22, 22, 6]


def test_the_first_line_stands_in_the_corner_of_the_text_area_indented_two_characters() -> None:
    words = compose([paragraph(1)], FACES)[0].words[0]
    assert words.x + words.line.indent == pytest.approx(LEFT + INDENT)
    assert words.y - 0.88 * 16 == pytest.approx(37 * MM)


def test_lines_are_a_pitch_apart() -> None:
    first, second, *_ = compose([paragraph(3)], FACES)[0].words
    assert second.y - first.y == pytest.approx(28.99, abs=0.01)


def test_no_page_begins_with_the_last_line_of_a_paragraph() -> None:
    assert lines_of([paragraph(20), paragraph(3)]) == [20, 3]


def test_no_page_ends_with_the_first_line_of_a_paragraph() -> None:
    assert lines_of([paragraph(21), paragraph(4)]) == [21, 4]


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_a_heading_goes_with_the_text_it_leads(level: int) -> None:
    assert lines_of([paragraph(20), Heading(level, "二、收入"), paragraph(2)]) == [20, 3]


def test_headings_have_the_faces_of_their_levels() -> None:
    blocks = [Heading(level, "标题") for level in range(5)]
    (page,) = compose(blocks, FACES)
    faces = [words.face for words in page.words]
    assert faces == [Face.TITLE, Face.HEI, Face.KAI, Face.BODY, Face.BODY]


def test_a_part_begins_a_page_and_leaves_a_line_free() -> None:
    _, second = compose([paragraph(1), Heading(0, "第二部分\n决算情况说明"), paragraph(1)], FACES)
    assert texts(second)[:2] == ["第二部分", "决算情况说明"]
    assert second.words[2].y - 0.88 * 16 == pytest.approx(TOP + 3 * PITCH)


def test_a_long_title_breaks_into_even_lines() -> None:
    (page,) = compose([Heading(0, "决" * 30)], FACES)
    assert texts(page) == ["决" * 15, "决" * 15]


def test_a_chart_takes_nine_lines_and_is_not_parted_from_its_caption() -> None:
    first, second = compose([paragraph(14), FIGURE, paragraph(13)], FACES)
    (drawing,) = second.drawings
    (caption, *_) = second.words
    assert not first.drawings
    assert caption.line.text == FIGURE.caption
    assert drawing.y + drawing.height < caption.y - caption.size < TOP + 9 * PITCH
    assert len(second.words) == 1 + 13


def test_where_there_is_no_chart_its_reason_stands_over_the_caption() -> None:
    (page,) = compose([Figure(None, "图7：结构图", "（本年度无此项支出，不作图）")], FACES)
    assert texts(page) == ["（本年度无此项支出，不作图）", "图7：结构图"]


def test_a_gap_prints_in_a_face_of_its_own() -> None:
    (page,) = compose([Gap("单位个数")], FACES)
    assert [(words.line.text, words.face) for words in page.words] == [
        ("〔待填：单位个数〕", Face.HEI)
    ]


def test_each_line_of_a_text_is_a_paragraph() -> None:
    (page,) = compose([Paragraph("甲\n乙")], FACES)
    assert [words.line.indent for words in page.words] == [pytest.approx(INDENT)] * 2


def test_a_flush_paragraph_has_no_indent() -> None:
    (page,) = compose([Paragraph("附件：", Tone.FLUSH)], FACES)
    assert page.words[0].line.indent == 0


def test_the_cover_has_no_number_and_is_not_counted() -> None:
    pages = compose([COVER, paragraph(1)], FACES)
    assert [page.numbered for page in pages] == [False, True]
    assert numbers(pages) == [0, 1]


def test_a_page_break_after_a_full_page_makes_no_empty_one() -> None:
    assert lines_of([paragraph(22), PageBreak(), PageBreak(), paragraph(1)]) == [22, 1]


def test_nothing_makes_no_pages() -> None:
    assert compose([], FACES) == []


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


def test_a_table_has_a_page_of_its_own() -> None:
    assert [page.rules != [] for page in compose([paragraph(1), table(), paragraph(1)], FACES)] == [
        False,
        True,
        False,
    ]


def test_a_table_in_the_text_leaves_the_text_on_its_grid() -> None:
    (page,) = compose([paragraph(1), table(own_page=False), paragraph(1)], FACES)
    lines = (page.words[-1].y - page.words[0].y) / PITCH
    assert lines == pytest.approx(round(lines))
    assert max(rule.y_end for rule in page.rules) < page.words[-1].y - page.words[-1].size


def test_a_heading_stays_with_the_beginning_of_a_table_in_the_text() -> None:
    first, second = compose([paragraph(20), Heading(1, "二、收入"), table(own_page=False)], FACES)
    assert len(first.words) == 20
    assert texts(second)[0] == "二、收入"


def test_a_long_table_in_the_text_goes_on_under_its_head() -> None:
    _, second = compose([paragraph(10), table(30, own_page=False)], FACES)
    assert texts(second)[:2] == ["项目", "金额"]
    assert second.words[0].y - TOP < PITCH


@pytest.mark.parametrize(("rows", "sizes"), [(35, {10.5}), (38, {10.5}), (44, {9.0})])
def test_a_table_a_little_too_high_for_its_page_is_set_closer(rows: int, sizes: set[float]) -> None:
    (page,) = compose([table(rows)], FACES)
    assert {words.size for words in page.words if words.face is Face.SONG} == sizes


def test_a_table_much_too_high_for_a_page_is_cut_as_it_is() -> None:
    pages = compose([table(60)], FACES)
    assert len(pages) == 2
    assert {words.size for words in pages[1].words} == {10.5}


def test_a_wide_table_lies_on_a_landscape_page_numbered_at_its_left() -> None:
    (page,) = compose([wide()], FACES)
    assert page.landscape
    assert page.height < page.width
    number_from_left = page.width - page.number_y
    assert 0 < number_from_left < min(rule.x for rule in page.rules)


@pytest.mark.parametrize("own_page", [True, False])
def test_a_table_wider_than_the_paper_is_made_narrower(*, own_page: bool) -> None:
    broad = Table((100,) * 3, (), ((Cell("1"),) * 3,), own_page=own_page)
    (page,) = compose([broad], FACES)
    assert min(rule.x for rule in page.rules) > 11 * MM
    assert max(rule.x_end for rule in page.rules) < 200 * MM


def test_a_title_wider_than_its_table_is_still_centred_over_it() -> None:
    (page,) = compose([Table((20,), (), ((Cell("1"),),), title="收入支出决算总表")], FACES)
    (title,) = (words for words in page.words if words.face is Face.TITLE)
    assert title.x + title.line.width / 2 == pytest.approx(105 * MM)


def test_the_table_number_stands_over_the_unit_and_the_unit_beside_the_unit_of_account() -> None:
    (page,) = compose(
        [wide("决算表", number="公开07表", left_note="部门：科协", right_note="金额单位：万元")],
        FACES,
    )
    _, number, unit, department, *_ = page.words
    assert [one.line.text for one in (number, unit, department)] == [
        *("公开07表", "金额单位：万元", "部门：科协")
    ]
    assert number.y < unit.y == department.y
    assert number.x + number.line.width == pytest.approx(unit.x + unit.line.width)


def test_the_lines_of_a_note_hang_after_its_first_word() -> None:
    (page,) = compose([Table((156,), (), (), notes=("注：" + "表" * 60,))], FACES)
    prefix, first, second = page.words
    assert prefix.line.text == "注："
    assert prefix.x + prefix.line.width == pytest.approx(first.x)
    assert first.x == second.x


def test_the_parts_of_the_signature_line_are_spread_over_the_table() -> None:
    (page,) = compose([Table((150,), (), (), signature="填报人：\t审核人：")], FACES)
    first, second = page.words
    assert (second.x - first.x) / MM == pytest.approx(75)


@given(
    st.lists(
        st.one_of(
            st.integers(1, 9).map(paragraph),
            st.sampled_from(
                [Heading(1, "一、收入"), Heading(2, "（一）支出"), FIGURE, Gap("原因")]
            ),
        ),
        max_size=30,
    )
)
def test_no_page_is_overfull_or_ends_with_a_heading(blocks: list[Block]) -> None:
    for page in compose([*blocks, paragraph(2)], FACES):
        last = max(page.words, key=lambda words: words.y)
        assert last.y < TOP + 22 * PITCH
        assert last.line.text not in ("一、收入", "（一）支出")
        assert all(words.x + words.line.width < LEFT + TEXT_WIDTH + 16 for words in page.words)
