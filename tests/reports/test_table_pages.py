"""Tables on pages: their own, those of the text, and what stands around the grid."""

from __future__ import annotations

import pytest

from jsxh_desktop.narrative.block import (
    Cell,
    Heading,
    Table,
)
from jsxh_desktop.reports.compose import compose
from jsxh_desktop.reports.fonts import Face
from jsxh_desktop.reports.style import MM, PITCH, TOP
from tests.reports.pages import FACES, paragraph, table, texts, wide


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


@pytest.mark.parametrize("named", [wide("长" * 5000), wide(left_note="长" * 5000)])
def test_a_name_above_a_table_leaves_it_its_page(named: Table) -> None:
    (page,) = compose([named], FACES)
    assert "".join(texts(page)).count("长") == 5000
    assert max(words.y for words in page.words) < page.height
