"""Line breaking: what no reader of an official paper forgives."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.reports.fonts import Face, typefaces
from jsxh_desktop.reports.line import LOOSEST, Line, break_lines
from jsxh_desktop.reports.typed import printable
from jsxh_desktop.reports.units import CLOSING, OPENING, may_part
from jsxh_desktop.reports.white import hanging

FACES = typefaces(Path(__file__).parents[2] / "assets" / "fonts")
# GB/T 9704-2012: 28 characters of 16 pt on 156 mm.
BODY, SPACING = 156 / 25.4 * 72, -0.21
INDENT = 2 * (16 + SPACING)


def texts(text: str, measure: float, size: float = 10) -> list[str]:
    return [line.text for line in break_lines(text, Face.SONG, size, measure, FACES)]


def body(text: str) -> tuple[Line, ...]:
    return break_lines(
        text, Face.BODY, 16, BODY, FACES, indent=INDENT, spacing=SPACING, justify=True
    )


def test_a_line_of_the_body_holds_28_characters() -> None:
    lines = [line.text for line in body("决" * 26 + "算" * 28 + "表格")]
    assert lines == ["决" * 26, "算" * 28, "表格"]


def test_only_the_first_line_of_a_paragraph_is_indented() -> None:
    assert [line.indent for line in body("决" * 80)] == [pytest.approx(INDENT), 0, 0]


def test_text_that_fits_is_one_line() -> None:
    (line,) = break_lines("决算表", Face.SONG, 10, 30, FACES)
    assert (line.text, round(line.width, 6), line.stretch) == ("决算表", 30, 0)


def test_no_text_is_one_empty_line() -> None:
    assert texts("", 30) == [""]


def test_a_typed_new_line_ends_a_line() -> None:
    assert texts("甲\n\n乙", 100) == ["甲", "", "乙"]


QUANTITIES = (
    "161.94万元",
    "8.6％",
    "16.3%",
    "30个月",
    "117㎡",
    "2021年",
    "12月30日",
    "0.8万元/年",
    "5元/册",
    "〔2021〕148号",
    "1,234,567.89元",
    "-12.82万元",
    "3000余人次",
    "第3季度",
    "0.5个百分点",
    "4.26×2.02米",
    "10～20场次",
    "100 万元",
    "35℃",
    "￥5.00元",
    "2.5km",
    "≥95%",
    "＜0.5",
)


@pytest.mark.parametrize("quantity", QUANTITIES)
@pytest.mark.parametrize("lead", range(4, 12))
def test_a_figure_stays_whole_and_with_its_unit(quantity: str, lead: int) -> None:
    assert any(quantity in line for line in texts("决" * lead + quantity + "的算" * 9, 120))


@pytest.mark.parametrize("mark", "，。、；：！？）》〉】〕」』”’％%…—·℃‰")
def test_a_closing_mark_never_begins_a_line(mark: str) -> None:
    assert all(line[0] != mark for line in texts(f"决算公开{mark}" * 9, 45))


@pytest.mark.parametrize("mark", "（《〈【〔「『“‘￥")
def test_an_opening_mark_never_ends_a_line(mark: str) -> None:
    assert all(line[-1] != mark for line in texts(f"决算公{mark}开" * 9, 45))


def test_a_latin_word_is_not_split() -> None:
    assert texts("采用Windows系统", 50) == ["采用", "Windows", "系统"]


def test_a_figure_wider_than_the_column_is_split_before_its_unit() -> None:
    assert texts("161.94万元", 40) == ["161.94", "万元"]


@pytest.mark.parametrize("char", ["a", "1", "，", "（", "决", "😀", "“”", "a,"])
def test_five_thousand_characters_without_a_break_do_not_overflow(char: str) -> None:
    lines = break_lines(char * 5000, Face.SONG, 9, 160, FACES, justify=True)
    assert max(line.width for line in lines) <= 160.01


def test_the_gap_of_a_missing_text_may_break_inside() -> None:
    assert len(texts("〔待填：部门整体支出绩效评价报告的评价结论〕", 60)) > 2


def test_a_line_before_a_long_figure_is_left_short_rather_than_torn() -> None:
    first, second = body("2021年本年支出合计161.94万元，其中：基本支出123.64万元，占76.3%。")
    assert first.text.endswith("基本支出")
    assert (first.stretch, second.text[:6]) == (0, "123.64")


def test_the_last_line_of_a_paragraph_is_not_stretched() -> None:
    assert body("决算" * 20 + "161.94万元")[-1].stretch == 0


def test_the_white_half_of_a_mark_hangs_at_the_end_of_a_line() -> None:
    lines = break_lines("决算公开表，决算", Face.SONG, 10, 55, FACES, justify=True)
    assert [line.text for line in lines] == ["决算公开表，", "决算"]


def test_marks_inside_give_way_before_a_line_is_a_character_short() -> None:
    text = "决算，决算，决算，决算，公开了。决算公开"
    lines = break_lines(text, Face.SONG, 10, 151, FACES, justify=True)
    assert lines[0].text == "决算，决算，决算，决算，公开了。"


ALPHABET = (
    "一二决算公开表，。、；：！？）》（《“”‘’〔〕％%—…·0123456789.,万元年月日个㎡abcXYZ/-~ \n𠮷😀"
)
TYPED = st.text(st.sampled_from(ALPHABET), max_size=120)
MEASURES = st.floats(20, 300)


@given(TYPED, MEASURES, st.booleans())
def test_the_lines_joined_are_the_text(typed: str, measure: float, justify: bool) -> None:
    lines = break_lines(typed, Face.SONG, 10, measure, FACES, justify=justify)
    assert "".join(line.text for line in lines) == printable(typed).replace("\n", "")


@given(TYPED, MEASURES)
def test_the_pieces_of_a_line_are_its_text(typed: str, measure: float) -> None:
    for line in break_lines(typed, Face.SONG, 10, measure, FACES, justify=True):
        assert "".join(piece for piece, _ in line.pieces) == line.text


@given(TYPED, MEASURES, st.sampled_from([0.0, -0.21, 0.3]))
def test_no_ink_is_outside_the_measure(typed: str, measure: float, spacing: float) -> None:
    lines = break_lines(typed, Face.SONG, 10, measure, FACES, spacing=spacing, justify=True)
    for line in lines:
        inked = line.text.rstrip(" ")
        extras = [extra for piece, extra in line.pieces for _ in piece]
        drawn = FACES.width(inked, Face.SONG, 10) + sum(extras[: len(inked)])
        hung = hanging(inked[-1], Face.SONG, FACES) * 10 if inked else 0
        assert drawn <= measure + hung + 0.1
        assert line.width <= measure + 0.1


@given(TYPED, MEASURES)
def test_a_mark_stands_wrong_only_where_no_place_is_right(typed: str, measure: float) -> None:
    for paragraph in printable(typed).split("\n"):
        start = 0
        lines = break_lines(paragraph, Face.SONG, 10, measure, FACES, justify=True)
        for line in lines[:-1]:
            end = start + len(line.text)
            if paragraph[end] in CLOSING or paragraph[end - 1] in OPENING:
                assert not any(may_part(paragraph, at) for at in range(start + 1, end + 1))
            start = end


WORDS = st.sampled_from(["决算", "公开", "，", "。", "（", "）", "“三公”", *QUANTITIES])


@given(st.lists(WORDS, max_size=30), st.floats(110, 300))
def test_no_figure_is_broken_in_a_column_it_fits_in(words: list[str], measure: float) -> None:
    text = "决".join(words)
    ends, at = set(), 0
    for line in break_lines(text, Face.SONG, 10, measure, FACES, justify=True):
        at += len(line.text)
        ends.add(at)
    at = 0
    for word in words:
        if word in QUANTITIES:
            assert not ends & set(range(at + 1, at + len(word)))
        at += len(word) + 1


@given(TYPED, MEASURES)
def test_no_gap_is_wide_enough_to_be_copied_as_a_space(typed: str, measure: float) -> None:
    for line in break_lines(typed, Face.SONG, 10, measure, FACES, justify=True):
        assert max((extra for _, extra in line.pieces), default=0) <= LOOSEST * 10


@given(TYPED, MEASURES)
def test_a_stretched_line_fills_the_measure(typed: str, measure: float) -> None:
    for line in break_lines(typed, Face.SONG, 10, measure, FACES, justify=True):
        if line.stretch:
            assert line.width == pytest.approx(measure)


@pytest.mark.parametrize("count", range(20, 120))
def test_no_paragraph_ends_with_a_character_alone(count: int) -> None:
    lines = body("决" * count + "算。")
    assert len(lines) == 1 or len(lines[-1].text.rstrip(CLOSING)) > 1


@pytest.mark.parametrize("text", ["待填〕。", "七、“三公”", "（项）：", "科协（〔2021〕）"])
def test_marks_side_by_side_share_their_white(text: str) -> None:
    (line,) = break_lines(text, Face.SONG, 10, 400, FACES)
    assert line.text == text
    assert line.width < FACES.width(text, Face.SONG, 10) - 3
    (apart,) = break_lines("决，算", Face.SONG, 10, 400, FACES)
    assert apart.width == pytest.approx(30)


@given(st.text("决算。”“（〔、", min_size=2, max_size=80))
def test_shared_white_never_makes_a_line_too_wide(text: str) -> None:
    for line in body(text):
        width = sum(
            FACES.width(char, Face.BODY, 16) + extra
            for piece, extra in line.pieces
            for char in piece
        )
        assert line.indent + width <= BODY + 16 * 0.5 + 0.5


@given(st.text("（《“〔决，", min_size=1, max_size=60), st.sampled_from([30.0, 47.3, 105.0]))
def test_a_line_set_anew_is_one_line(text: str, measure: float) -> None:
    """What a page cuts off a cell is set anew on it."""
    for line in texts(text, measure):
        assert texts(line, measure) == [line]
