"""Grids: where cells stand, how high rows are, which rules are drawn, and where a page cuts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.narrative.block import Align, Cell, Table
from jsxh_desktop.reports.fonts import typefaces
from jsxh_desktop.reports.grid import Grid, Looks, grid, placed, rules, words
from jsxh_desktop.reports.parts import Rooms, parts
from jsxh_desktop.reports.style import MM, insets
from jsxh_desktop.reports.typesetter import Typesetter

SETTER = Typesetter(typefaces(Path(__file__).parents[2] / "assets" / "fonts"))
SIZE = 10.5
PAGE = Rooms(first=600, further=650)


def laid_out(*rows: Sequence[Cell], widths: tuple[float, ...] = (100, 100)) -> Grid:
    return grid(rows, Looks(widths, SIZE, 0, 2 * insets(SIZE)[1]), SETTER)


def cell(text: str = "", *, across: int = 1, down: int = 1) -> Cell:
    return Cell(text, across, down)


def table(*rows: Sequence[Cell], closing: int = 0, head: Sequence[Cell] = ()) -> Table:
    body = tuple(tuple(row) for row in rows)
    heads = (tuple(head),) if head else ()
    return Table(widths=(40, 40), head=heads, body=body, closing=closing)


def pages(drawn: Table, rooms: Rooms = PAGE) -> list[list[str]]:
    """The lines of text on each page."""
    return [[word.line.text for word in words(part, 0, 0)] for part in parts(drawn, SETTER, rooms)]


def test_a_cell_stands_in_the_first_column_no_other_covers() -> None:
    rows = ((cell("指标", down=2), cell("名称")), (cell("数量"),))
    assert [(one.row, one.column, one.cell.text) for one in placed(rows, 2)] == [
        (0, 0, "指标"),
        (0, 1, "名称"),
        (1, 1, "数量"),
    ]


def test_a_row_that_is_too_short_is_filled_up() -> None:
    assert [one.column for one in placed(((cell("合计"),),), 3)] == [0, 1, 2]


def test_a_row_with_too_many_cells_is_refused() -> None:
    with pytest.raises(ValueError, match="more cells than columns: '丙'"):
        placed(((cell("甲"), cell("乙"), cell("丙")),), 2)


def test_a_span_ends_where_the_grid_ends() -> None:
    (one,) = placed(((cell("总计", across=9, down=9),),), 2)
    assert (one.row_end, one.column_end) == (1, 2)


@pytest.mark.parametrize(("lines", "height"), [(1, 6.7), (2, 11.5), (4, 21.2)])
def test_a_row_is_as_high_as_the_official_sheet_has_it(lines: int, height: float) -> None:
    (row,) = laid_out((cell("\n".join(["指标"] * lines)),)).heights
    assert row / MM == pytest.approx(height, abs=0.05)


def test_a_label_that_needs_more_than_its_rows_shares_what_it_needs() -> None:
    first, second = laid_out((cell("年\n度\n总\n体\n目\n标", down=2),), (cell(),)).heights
    assert first == second > 6.7 * MM


def test_upright_text_has_one_character_a_line() -> None:
    (_, lines), *_ = laid_out((Cell("绩效（50分）", upright=True),)).cells
    assert "".join(line.text for line in lines) == "绩效（50分）"
    assert {len(line.text) for line in lines} == {1}


def test_figures_end_at_the_inset() -> None:
    (word,) = words(laid_out((Cell("161.94", align=Align.RIGHT),), widths=(100,)), 0, 0)
    assert word.x + word.line.width == pytest.approx(100 - insets(SIZE)[0])


def test_rules_that_continue_one_another_are_one_rule() -> None:
    drawn = rules(laid_out((cell(), cell()), (cell(), cell())), 0, 0)
    assert len(drawn) == 6


def test_no_rule_goes_through_a_merged_cell() -> None:
    drawn = laid_out((cell("指标", down=2), cell()), (cell(),))
    between = drawn.heights[0]
    assert [rule.x for rule in rules(drawn, 0, 0) if rule.y == rule.y_end == between] == [100]


def test_a_column_without_width_still_shows_its_text() -> None:
    drawn = laid_out((cell("决算"), cell("乙")), widths=(0, 100))
    assert [word.line.text for word in words(drawn, 0, 0)] == ["决", "算", "乙"]


@st.composite
def grids(draw: st.DrawFn, longest: int = 40) -> list[list[Cell]]:
    """Any rows with spans, each cell with a text of its own."""
    columns = 4
    covered = [0] * columns
    rows: list[list[Cell]] = []
    count = draw(st.integers(1, 12))
    for row in range(count):
        rows.append([])
        column = 0
        while column < columns:
            if covered[column] > row:
                column += 1
                continue
            free = 1
            while column + free < columns and covered[column + free] <= row:
                free += 1
            across = draw(st.integers(1, free))
            down = draw(st.sampled_from((1, 1, 1, 2, 5)))
            text = f"{row}.{column}" + "项" * draw(st.sampled_from((0, 3, longest)))
            rows[-1].append(Cell(text, across, down))
            covered[column : column + across] = [row + down] * across
            column += across
    return rows


@given(grids())
def test_all_text_stands_inside_the_rules(rows: list[list[Cell]]) -> None:
    drawn = laid_out(*rows, widths=(60, 80, 40, 60))
    assert "".join(word.line.text for word in words(drawn, 0, 0)) == "".join(
        one.text for row in rows for one in row
    )
    for word in words(drawn, 0, 0):
        assert 0 < word.x < word.x + word.line.width < 240
        assert SIZE / 2 < word.y < drawn.height


@given(grids())
def test_no_stretch_of_a_rule_is_drawn_twice(rows: list[list[Cell]]) -> None:
    drawn = rules(laid_out(*rows, widths=(60, 80, 40, 60)), 0, 0)
    across = sorted((rule.y, rule.x, rule.x_end) for rule in drawn if rule.y == rule.y_end)
    down = sorted((rule.x, rule.y, rule.y_end) for rule in drawn if rule.x == rule.x_end)
    assert len(across) + len(down) == len(drawn)
    for lines in (across, down):
        for (at, _, end), (next_at, begin, _) in pairwise(lines):
            assert at != next_at or end < begin


def test_a_split_table_says_its_head_on_each_page() -> None:
    drawn = table(*((cell(f"{row}"), cell("x")) for row in range(60)), head=(cell("项目"),))
    first, *others = pages(drawn)
    assert first[0] == "项目"
    assert others
    assert all(lines[0] == "项目" for lines in others)


def test_a_merged_label_is_said_again_after_a_page_break() -> None:
    rows = [(cell("数量指标", down=60), cell("1")), *((cell(f"{row}"),) for row in range(2, 61))]
    assert {lines.count("数量指标") for lines in pages(table(*rows))} == {1}


def test_closing_rows_stay_with_the_row_before_them() -> None:
    rows = [(cell(f"第{row}行"),) for row in range(32)]
    *_, last = pages(table(*rows, closing=2), Rooms(600, 600))
    assert last == ["第29行", "第30行", "第31行"]


def test_the_last_row_stays_with_what_stands_below_the_grid() -> None:
    rows = [(cell(f"第{row}行"),) for row in range(31)]
    assert len(pages(table(*rows), Rooms(600, 600))) == 1
    assert pages(table(*rows), Rooms(600, 600, tail=50))[-1] == ["第30行"]


def test_a_cell_too_high_for_any_page_goes_on_on_the_next_and_loses_nothing() -> None:
    text = "".join(f"第{number}句。" for number in range(1000))
    cut = pages(table((cell("原因"), cell(text)), (cell("合计"), cell("1"))))
    joined = "".join(line for lines in cut for line in lines)
    assert len(cut) > 2
    assert joined == f"原因{text}合计1"


def test_a_merged_cell_too_high_for_any_page_goes_on_beside_its_rows() -> None:
    text = "".join(f"第{number}句。" for number in range(1000))
    rows = ((cell(text, down=3), cell("甲")), (cell("乙"),), (cell("丙"),))
    joined = "".join(line for lines in pages(table(*rows)) for line in lines)
    assert "".join(char for char in joined if char not in "甲乙丙") == text
    assert sorted(char for char in joined if char in "甲乙丙") == sorted("甲乙丙")


@given(grids(longest=300), st.integers(0, 2))
def test_pages_too_small_for_a_row_still_print_all_of_it(
    rows: list[list[Cell]], closing: int
) -> None:
    drawn = Table(
        widths=(20, 20, 20, 20), head=(), body=tuple(tuple(row) for row in rows), closing=closing
    )
    cut = list(parts(drawn, SETTER, Rooms(first=100, further=200)))
    assert all(part.height <= 200 for part in cut)
    printed = "".join(word.line.text for part in cut for word in words(part, 0, 0))
    for one in chain(*rows):
        assert one.text.rstrip("项") in printed
    assert printed.count("项") >= sum(one.text.count("项") for one in chain(*rows))


@pytest.mark.parametrize("head", [(), (Cell("项目"),)])
def test_a_table_without_rows_is_a_grid_all_the_same(head: tuple[Cell, ...]) -> None:
    assert pages(table(head=head)) == [[one.text for one in head]]


@given(st.lists(st.integers(1, 30), min_size=1, max_size=60), st.integers(0, 2))
def test_every_page_holds_its_rows_in_order(lines: list[int], closing: int) -> None:
    texts = [[f"{row}-{line}" for line in range(count)] for row, count in enumerate(lines)]
    rows = [(cell("\n".join(text)),) for text in texts]
    drawn = table(*rows, closing=closing)
    grids_of_pages = list(parts(drawn, SETTER, PAGE))
    assert all(part.height <= PAGE.further for part in grids_of_pages)
    assert grids_of_pages[0].height <= PAGE.first
    assert list(chain(*pages(drawn))) == list(chain(*texts))
