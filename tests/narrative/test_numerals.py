"""Chinese numerals."""

from __future__ import annotations

import pytest

from jsxh_desktop.narrative.numerals import numeral


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (26, "二十六"), (99, "九十九")],
)
def test_a_number_is_written_as_a_section_is_numbered(number: int, written: str) -> None:
    assert numeral(number) == written


@pytest.mark.parametrize("number", [0, 100, -1])
def test_a_number_no_section_has_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="numeral"):
        numeral(number)
