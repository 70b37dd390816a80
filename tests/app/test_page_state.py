"""How far each page is: empty, partly, wrong or done, with the words of its count."""

from __future__ import annotations

from jsxh_desktop.app.check_model import Row, Severity, State
from jsxh_desktop.app.gaps import Missing, missing
from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.page_state import PageState, Progress, progress, states
from jsxh_desktop.app.pages import PAGES
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.filing import Filing

ERROR = Row(Severity.ERROR, "income", "", "")
WARNING = ERROR._replace(severity=Severity.WARNING)


def test_a_new_filing_is_empty_everywhere_it_is_filled_in() -> None:
    filing = Filing(2021)
    found = states(filing, missing(filing, load_pack(filing.pack)), ())
    asked = {key for key, state in found.items() if state.progress is Progress.EMPTY}
    assert {"organization", "income", "expenditure", "projects"} <= asked


def test_a_page_without_gaps_is_done() -> None:
    assert states(sample(), (), ())["income"].progress is Progress.DONE


def test_a_page_with_gaps_says_how_much_of_it_is_there() -> None:
    state = states(sample(), [Missing("收入决算", "income")], ())["income"]
    assert (state.progress, state.count) == (Progress.PARTLY, "7/8")
    assert state.words == "8 项填了 7 项"


def test_a_page_without_gaps_says_so() -> None:
    assert states(sample(), (), ())["income"].words == "7 项都填了"


def test_where_nothing_is_asked_for_nothing_is_said() -> None:
    assert PageState(Progress.EMPTY).words == ""


def test_an_error_outweighs_a_gap_and_is_counted() -> None:
    state = states(sample(), [Missing("收入决算", "income")], [ERROR, ERROR])["income"]
    assert (state.progress, state.count) == (Progress.WRONG, "2 处")


def test_a_warning_changes_no_state_and_is_counted() -> None:
    state = states(sample(), (), [WARNING])["income"]
    assert (state.progress, state.warnings, state.count) == (Progress.DONE, 1, "")


def test_what_is_accounted_for_does_not_count() -> None:
    reviewed = ERROR._replace(state=State.REVIEWED)
    assert states(sample(), (), [reviewed])["income"].progress is Progress.DONE


def test_pages_that_only_show_are_not_counted() -> None:
    found = states(sample(), (), ())
    assert found["preview"] == PageState(Progress.SHOWS)
    assert progress(found)[1] == sum(not page.icon for page in PAGES)


def test_every_page_has_a_state() -> None:
    assert [*states(sample(), (), ())] == [page.key for page in PAGES]
