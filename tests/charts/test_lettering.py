"""Wrapping names: nothing is lost that fits, no mark stands where it must not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jsxh_desktop.charts.lettering import ems, wrapped


@pytest.mark.parametrize(
    ("name", "room", "lines"),
    [
        ("公务接待费", 12, ("公务接待费",)),
        ("公务用车购置及运行维护费", 8, ("公务用车购置及运", "行维护费")),
        ("资源勘探工业信息等（类）", 10, ("资源勘探工业信息等", "（类）")),
        ("文化旅游体育与传媒（类）", 11, ("文化旅游体育与传媒", "（类）")),
        ("国有资本经营预算财政拨款收入", 13, ("国有资本经营预算财政拨款", "收入")),
        ("文化旅游体育与传媒（类）", 12 - 1e-12, ("文化旅游体育与传媒（类）",)),
        ("", 8, ("",)),
    ],
)
def test_a_long_name_wraps(name: str, room: float, lines: tuple[str, ...]) -> None:
    assert wrapped(name, room, 2) == lines


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert wrapped("一二三四五六七八九十", 4, 2) == ("一二三四", "五六七…")


@given(st.text("一二（）、“”ab1", max_size=40), st.integers(2, 12), st.integers(1, 4))
def test_lines_hold_the_name_within_their_room(name: str, room: int, most: int) -> None:
    lines = wrapped(name, room, most)
    assert len(lines) <= most
    assert all(ems(line) <= room + 1e-6 for line in lines)
    assert "".join(lines) == name or name.startswith("".join(lines)[:-1])
