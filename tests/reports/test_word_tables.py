"""Tables are Word's own: merged cells, heads on every page, whole rows, fixed columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import Table as ReadTable
from docx.text.paragraph import Paragraph as ReadParagraph

from jsxh_desktop.narrative.block import Align, Cell, Paragraph, Table
from jsxh_desktop.reports.style import MM, TABLE_EDGE, insets
from tests.reports.pages import wide
from tests.reports.word_reading import W, body, read, written

HEAD = ((Cell("项目"), Cell("金额"), Cell("占比")),)
ROW = (Cell("科普"), Cell("16.30", align=Align.RIGHT), Cell("1", align=Align.CENTRE))


def made(body_: Sequence[Sequence[Cell]] = (ROW,), **facts: Any) -> Table:
    rows = tuple(map(tuple, body_))
    return Table((60, 30, 30), HEAD, rows, **{"own_page": False, "title": "表", **facts})


def first(content: bytes) -> ReadTable:
    return read(content).tables[0]


def kept(content: bytes) -> list[bool]:
    """Of each row whether Word keeps it on the page of what follows."""
    return [
        all(cell.find(f"{W}p/{W}pPr/{W}keepNext") is not None for cell in row.iter(f"{W}tc"))
        for row in body(content).iter(f"{W}tr")
    ]


def count(content: bytes, name: str) -> int:
    return sum(1 for _ in body(content).iter(f"{W}{name}"))


def test_head_rows_come_again_on_every_page() -> None:
    content = written([made([ROW] * 3)])
    rows = list(body(content).iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 3


def test_no_row_is_split_between_pages() -> None:
    assert count(written([made([ROW] * 3)]), "cantSplit") == 4


def test_columns_are_as_wide_as_in_the_print_whatever_is_typed() -> None:
    grid = first(written([made()]))
    assert [round(column.width.mm) for column in grid.columns] == [60, 30, 30]
    assert grid.autofit is False


def test_a_table_too_wide_for_the_paper_is_narrowed_as_in_the_print() -> None:
    grid = first(written([wide()]))
    width = sum(column.width.pt for column in grid.columns if column.width)
    assert width <= 297 * MM - 2 * TABLE_EDGE + 1


def test_cells_are_merged_across_and_down() -> None:
    rows = ((Cell("甲", across=2), Cell("乙", down=2)), (Cell("丙"), Cell("丁")))
    grid = first(written([made(rows)]))
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [
        ["项目", "金额", "占比"],
        ["甲", "甲", "乙"],
        ["丙", "丁", "乙"],
    ]
    assert grid.cell(1, 0)._tc is grid.cell(1, 1)._tc  # noqa: SLF001 - the same cell
    assert grid.cell(1, 2)._tc is grid.cell(2, 2)._tc  # noqa: SLF001 - the same cell


def test_figures_stand_at_the_right_and_words_as_they_are_set() -> None:
    cells = first(written([made()])).rows[1].cells
    found = [cell.paragraphs[0].alignment for cell in cells]
    assert found == [None, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER]


def test_a_total_is_bold_and_an_item_set_in() -> None:
    grid = first(written([made([(Cell("合计", bold=True), Cell("项", indent=2), Cell())])]))
    total, item, _ = grid.rows[1].cells
    assert total.paragraphs[0].runs[0].bold
    assert item.paragraphs[0].paragraph_format.left_indent.pt == 2 * 10.5


def test_a_line_that_ends_in_a_cell_ends_in_word() -> None:
    grid = first(written([made([(Cell("目标1\n目标2"), Cell(), Cell())])]))
    assert grid.cell(1, 0).text == "目标1\n目标2"
    assert len(grid.cell(1, 0).paragraphs) == 1


def test_upright_text_has_room_for_a_character_a_line_and_goes_on_over_the_page() -> None:
    rows = (
        (Cell("绩效目标", down=3, upright=True), Cell("甲", across=2)),
        *[(Cell("乙", across=2),)] * 3,
    )
    content = written([made(rows)])
    cell = next(each for each in body(content).iter(f"{W}tc") if "绩效" in "".join(each.itertext()))
    width, sides = cell.find(f".//{W}tcW"), cell.find(f".//{W}ind")
    assert width is not None
    assert sides is not None
    taken = int(sides.get(f"{W}left", "")) + int(sides.get(f"{W}right", ""))
    room = (int(width.get(f"{W}w", "")) - taken) / 20 - 2 * insets(10.5)[0]
    assert 10.5 <= room < 2 * 10.5
    assert kept(content) == [True, False, False, False, False]


def test_a_total_stays_with_the_row_before_it() -> None:
    assert kept(written([made([ROW] * 4, closing=1)])) == [True, False, False, True, False]


def test_the_notes_stay_with_the_last_row() -> None:
    assert kept(written([made([ROW] * 3, notes=("注：甲",))])) == [True, False, False, True]


def test_a_title_stays_with_its_table() -> None:
    content = written([made(number="公开01表", left_note="部门：甲", right_note="金额单位：万元")])
    above = read(content).paragraphs[:3]
    assert [line.text for line in above] == ["表", "公开01表", "部门：甲\t金额单位：万元"]
    assert all(keeps(line) for line in above)


def keeps(line: ReadParagraph) -> bool:
    style = line.style
    while style is not None:
        if style.paragraph_format.keep_with_next is not None:
            return bool(style.paragraph_format.keep_with_next)
        style = style.base_style
    return False


def test_the_unit_of_money_stands_at_the_right_end_of_the_grid() -> None:
    content = written([made(left_note="部门：甲", right_note="金额单位：万元")])
    (stop,) = read(content).paragraphs[1].paragraph_format.tab_stops
    assert stop.position.mm == pytest.approx((156 + 120) / 2, abs=0.1)


def test_lines_of_a_note_begin_behind_its_first_word() -> None:
    note = read(written([made(notes=("注：本表", "说明：无", "没有这样开头的"))])).paragraphs[1:4]
    hanging = [line.paragraph_format.first_line_indent for line in note]
    assert [indent.pt if indent else 0 for indent in hanging] == [-21, -31.5, 0]


def test_parts_of_the_signature_are_spread_over_the_table() -> None:
    line = read(written([made(signature="填报人：\t复核人：\t负责人：")])).paragraphs[1]
    stops = [stop.position.mm for stop in line.paragraph_format.tab_stops]
    assert line.text == "填报人：\t复核人：\t负责人："
    assert stops == [pytest.approx(18 + 40, abs=0.1), pytest.approx(18 + 80, abs=0.1)]


def test_word_has_a_paragraph_before_between_and_after_tables() -> None:
    bare = Table((60,), (), ((Cell("甲"),),), own_page=False)
    own = Table((60,), (), ((Cell("乙"),),))
    children = [child.tag.removeprefix(W) for child in body(written([bare, bare, own, own]))[0]]
    tables = [place for place, name in enumerate(children) if name == "tbl"]
    assert len(tables) == 4
    assert all(children[place - 1] == children[place + 1] == "p" for place in tables)


def test_a_row_lower_than_its_merged_neighbour_is_as_high_as_in_the_print() -> None:
    label = Cell("很长的说明" * 8, down=2)
    rows = ((label, Cell("甲"), Cell()), (Cell("乙"), Cell()))
    heights = [
        int(node.get(f"{W}val", "0")) for node in body(written([made(rows)])).iter(f"{W}trHeight")
    ]
    assert heights[1] == heights[2] > heights[0]


def test_text_follows_a_table_of_its_own_on_a_new_page() -> None:
    content = written([Paragraph("前"), made(own_page=True), Paragraph("后")])
    assert len(read(content).sections) == 3
