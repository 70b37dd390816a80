"""What is told of a filing that changed: the other side then has the very same, and little new."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.app.filing_changes import Span, applied, changes
from jsxh_desktop.app.sample import sample
from jsxh_desktop.domain.filing import Filing, with_added, with_value, without
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.domain.project import Indicator
from tests.filings import archive

DUTIES = st.lists(
    st.builds(Duty, text=st.sampled_from("甲乙丙"), id=st.integers(1, 5)),
    max_size=6,
    unique_by=lambda duty: duty.id,
).map(tuple)


@given(DUTIES, DUTIES)
def test_the_other_side_has_the_same_lists(before: tuple[Duty, ...], now: tuple[Duty, ...]) -> None:
    first, second = (dataclasses.replace(archive(), duties=duties) for duties in (before, now))
    there = applied(None, changes(None, first))
    assert applied(there, changes(first, second)) == second


def test_one_value_changed_is_one_record_told() -> None:
    before = sample()
    now = with_value(before, Indicator.actual, "77", before.indicators[3].id)
    assert changes(before, now) == {
        "indicators": Span(3, (now.indicators[3],), len(now.indicators) - 4)
    }


def test_a_filing_read_anew_leaves_the_records_that_are_the_same() -> None:
    before = archive()
    again = dataclasses.replace(before, duties=tuple(map(dataclasses.replace, before.duties)))
    assert changes(before, again)["duties"] == Span(0, again.duties, 0)
    after = applied(before, changes(before, again))
    assert all(new is old for new, old in zip(after.duties, before.duties, strict=True))


def test_rows_come_and_go() -> None:
    before = sample()
    now = without(with_added(before, Duty(text="新的", id=99), 1), Duty, before.duties[-1].id)
    assert applied(before, changes(before, now)) == now


def test_single_records_and_the_year_before_are_told_whole() -> None:
    before = sample()
    now = dataclasses.replace(
        with_value(before, Organization.contact, "李会计"), before=Filing(before.year - 1)
    )
    after = applied(before, changes(before, now))
    assert (after.organization, after.before) == (now.organization, now.before)
