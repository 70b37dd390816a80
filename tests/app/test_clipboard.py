"""What a spreadsheet puts on the clipboard: quoted cells, several lines, round and round."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.app.clipboard import as_text, block, mended

CELLS = st.text(
    st.sampled_from('\t\n"a,1，０ \u3000科')
    | st.characters(codec="utf-8", exclude_characters="\r\0")
)
BLOCKS = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.tuples(*[CELLS] * width), min_size=1, max_size=6)
)


@given(BLOCKS)
def test_any_cells_come_back_as_they_went(rows: list[tuple[str, ...]]) -> None:
    assert block(as_text(rows)) == tuple(rows)


@given(st.text())
def test_any_text_is_a_block_of_even_rows(text: str) -> None:
    assert len({len(row) for row in block(text)}) <= 1


def test_the_new_line_behind_the_last_row_is_no_row() -> None:
    assert block("2060701\t96.94\r\n2060702\t5.00\r\n") == (
        ("2060701", "96.94"),
        ("2060702", "5.00"),
    )


def test_a_quoted_cell_keeps_its_lines_and_quotes() -> None:
    assert block('科普\t"一\n二""三"""\t1\n') == (("科普", '一\n二"三"', "1"),)


def test_a_quote_inside_a_cell_is_a_quote() -> None:
    assert block('5"屏\t"三公"经费\n') == (('5"屏', '"三公"经费'),)


def test_blank_cells_of_merged_ranges_stay_blank_cells() -> None:
    assert block("合计\t\t161.94\n\t\t\n") == (("合计", "", "161.94"), ("", "", ""))


def test_figures_are_left_to_whoever_reads_them() -> None:
    assert block("1,234.50\t８.９９\t－0.50") == (("1,234.50", "８.９９", "－0.50"),)


def test_a_row_that_is_too_short_is_filled_up() -> None:
    assert block("a\tb\nc\n") == (("a", "b"), ("c", ""))


def test_what_no_column_keeps_goes() -> None:
    assert block("一\0\t二\ud800\0") == (("一", "二"),)


def test_nothing_is_no_row() -> None:
    assert block("") == ()


@given(st.text(st.sampled_from("一般公共预算，。\U00020bb7")), st.data())
def test_a_text_that_came_in_pieces_is_put_together(text: str, data: st.DataObject) -> None:
    torn = data.draw(st.sets(st.integers(0, len(text))))
    come = "".join(
        char.encode().decode("latin-1") if at in torn else char for at, char in enumerate(text)
    )
    assert mended(come) == text


@given(st.text(st.characters(max_codepoint=0x7F) | st.sampled_from("科é«»°±·×÷")))
def test_a_whole_text_stays_as_it_is(text: str) -> None:
    assert mended(text) == text
