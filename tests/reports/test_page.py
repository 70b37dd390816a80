"""Running text on pages: the text grid of GB/T 9704-2012, and what stays together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.narrative.block import (
    Block,
    Figure,
    Gap,
    Heading,
    PageBreak,
    Paragraph,
    Tone,
)
from jsxh_desktop.reports.compose import compose, numbers
from jsxh_desktop.reports.fonts import Face
from jsxh_desktop.reports.style import INDENT, LEFT, MM, PITCH, TEXT_WIDTH, TOP
from tests.reports.pages import COVER, FACES, FIGURE, lines_of, paragraph, texts


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
    first, second = compose([paragraph(15), FIGURE, paragraph(13)], FACES)
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


def test_a_unit_with_an_endless_name_still_has_its_cover() -> None:
    (page,) = compose([replace(COVER, title=("长" * 5000,))], FACES)
    closing = page.words[-1]
    assert "".join(texts(page)).count("长") == 5000
    assert page.words[-2].y < closing.y - closing.size
