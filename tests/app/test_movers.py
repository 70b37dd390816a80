"""What moved most: the parts of a figure that differ from the year before, the largest first."""

from __future__ import annotations

import dataclasses

from jsxh_desktop.app.movers import Mover, movers
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.report_text import Reasons
from tests.filings import archive


def after(final: str, place: int) -> Filing:
    """The archive after a year in which one line was another amount."""
    lines = list(archive().expenditure)
    lines[place] = dataclasses.replace(lines[place], final=wan(final))
    before = dataclasses.replace(archive(), year=2020, expenditure=tuple(lines))
    return dataclasses.replace(archive(), before=before)


def moved(filing: Filing, reason: Entry[str]) -> tuple[tuple[str, Money], ...]:
    return tuple((each.name, each.by) for each in movers(filing, reason))


def test_the_largest_movement_comes_first() -> None:
    filing = after("5.00", 5)
    assert movers(filing, Reasons.agency_running) == (Mover("办公费", wan("20.00")),)


def test_items_are_told_apart_for_the_general_budget() -> None:
    assert moved(after("1.00", 1), Reasons.general_budget) == (("档案馆", wan("19.00")),)


def test_purposes_are_told_apart_for_the_whole() -> None:
    assert moved(after("1.00", 1), Reasons.total) == (("项目支出", wan("19.00")),)


def test_nothing_is_said_without_the_year_before() -> None:
    assert movers(archive(), Reasons.total) == ()


def test_nothing_is_said_while_a_figure_of_the_year_before_is_blank() -> None:
    filing = after("5.00", 5)
    assert filing.before is not None
    blank = ExpenditureLine(functional="2012601", final=None)
    before = dataclasses.replace(filing.before, expenditure=(blank,))
    assert movers(dataclasses.replace(filing, before=before), Reasons.general_budget) == ()


def test_a_reason_of_one_figure_alone_has_no_parts() -> None:
    assert movers(after("5.00", 5), Reasons.overseas) == ()
