"""检查审核: all findings at full size, figures to compare, the report seen and saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jsxh_desktop.app.check_list import Tab
from jsxh_desktop.app.loose import PDF
from jsxh_desktop.ui.checks_list import ChecksList
from jsxh_desktop.ui.checks_page import REPORT, STATED, ChecksPage
from jsxh_desktop.ui.window import Window
from tests.ui.checked import press_button, settle, wait, words

pytestmark = pytest.mark.page("checks")

Press = Callable[..., None]
Write = Callable[[str], None]


@pytest.fixture
def page(window: Window) -> ChecksPage:
    """The page with the findings of the sample."""
    settle(window)
    made: ChecksPage = window.go("checks")
    window.root.update()
    return made


def found(page: ChecksPage) -> ChecksList:
    assert isinstance(page.view, ChecksList)
    return page.view


@pytest.mark.looks
def test_all_findings_stand_in_groups_with_the_rule_beside(page: ChecksPage) -> None:
    shown = found(page)
    shown.focus_first()
    pages = [row.page for row in shown.list.rows]
    assert pages[0] == "organization"
    assert len(set(pages)) > 5
    assert any(each.startswith("C31 ") for each in words(shown.detail.widget))


@pytest.mark.looks
def test_the_head_says_whether_the_year_could_be_finished(page: ChecksPage) -> None:
    assert "没有未处理的错误，可以定稿" in words(page.widget)


def test_rules_that_passed_are_told_too(page: ChecksPage) -> None:
    found(page).filter.turn(Tab.PASSED)
    assert len(found(page).list.rows) > 100


@pytest.mark.looks
def test_enter_goes_to_the_field(window: Window, page: ChecksPage, press: Press) -> None:
    found(page).focus_first()
    press("<Return>")
    assert window.page == "organization"


def test_what_is_accounted_for_here_is_so_below_the_desk(
    window: Window, page: ChecksPage, press: Press, write: Write
) -> None:
    found(page).focus_first()
    press_button(found(page).detail.widget, "核实…")
    write("工勤人员不占编制")
    press("<Return>")
    settle(window)
    assert len(window.workspace.filing.reviews) == 1
    found(page).filter.turn(Tab.REVIEWED)
    assert len(found(page).list.rows) == 1


def test_a_figure_to_compare_is_typed_in_the_grid(
    window: Window, page: ChecksPage, press: Press, write: Write
) -> None:
    page.turn(STATED)
    page.focus_first()
    press("<F2>")
    write("支出决算表")
    press("<Return>")
    assert [each.table for each in window.workspace.filing.stated_figures] == ["ZC"]


def test_the_report_is_seen_as_it_prints(window: Window, page: ChecksPage) -> None:
    page.turn(REPORT)
    wait(window, lambda: page.report_pages)
    assert page.report_pages > 1


def test_the_report_is_saved_where_one_says(
    window: Window, page: ChecksPage, tmp_path: Path
) -> None:
    page.save(PDF, tmp_path / "报告.pdf")
    wait(window, (tmp_path / "报告.pdf").exists)
    assert (tmp_path / "报告.pdf").read_bytes().startswith(b"%PDF")
