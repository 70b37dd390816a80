"""Text broken for the screen: nothing lost, nothing too wide, signs where they belong."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.app.line_breaker import broken
from jsxh_desktop.reports.units import CLOSING, OPENING

TEXTS = st.text(st.sampled_from("科技，。《》（）161.94万元年ab ￥“”"), max_size=60)


def wide(text: str) -> float:
    """Chinese characters one wide, all others half."""
    return sum(1 if ord(char) > 0x2E80 else 0.5 for char in text)


@given(TEXTS, st.integers(1, 12))
def test_nothing_is_lost_but_spaces_at_the_ends(text: str, width: int) -> None:
    assert "".join(broken(text, width, wide)).replace(" ", "") == text.replace(" ", "")


@given(TEXTS, st.integers(1, 12))
def test_no_line_is_wider_than_its_room(text: str, width: int) -> None:
    assert all(wide(line) <= width or len(line) == 1 for line in broken(text, width, wide))


def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one() -> None:
    text = "印发《科普》，“三公”经费（不含外事）下降。" * 3
    for width in range(6, 14):
        lines = broken(text, width, wide)
        assert not [line for line in lines if line[0] in CLOSING or line[-1] in OPENING]


def test_a_figure_stays_with_its_unit() -> None:
    assert broken("支出161.94万元", 6, wide) == ("支出", "161.94万元")


def test_a_line_feed_is_a_new_line() -> None:
    assert broken("一\n\n二", 9, wide) == ("一", "", "二")
