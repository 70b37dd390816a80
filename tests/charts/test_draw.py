"""Drawing: every amount is where and as large as it should be, and every word can be read."""

from __future__ import annotations

import matplotlib as mpl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.charts.chart import Chart, ChartKind, Series
from jsxh_desktop.charts.draw import figure
from jsxh_desktop.domain.money import LARGEST, Money, wan
from tests.charts.recording import MM, recorded

AMOUNTS = st.none() | st.builds(Money, st.integers(-LARGEST, LARGEST))
ABOVE_ZERO = st.builds(Money, st.integers(1, LARGEST) | st.integers(1, 10**8))
NAMES = st.text("一般公共预算（）、“”aB1 ", min_size=1, max_size=40)
FEW = settings(max_examples=30)


def columns(*series: tuple[Money | None, ...]) -> Chart:
    years = tuple(f"{2022 - len(series[0]) + number}年" for number in range(len(series[0])))
    rows = tuple(Series(f"第{n}组", values) for n, values in enumerate(series, 1))
    return Chart(ChartKind.COLUMNS, "变动情况图", years, rows)


def parts(kind: ChartKind, amounts: list[Money], names: list[str]) -> Chart:
    labels = tuple(f"{amount.show()}万元，99.9%" for amount in amounts)
    return Chart(kind, "结构图", tuple(names), (Series("支出", tuple(amounts)),), labels)


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=2))
@FEW
def test_columns_are_always_readable(rows: list[tuple[Money | None, Money | None]]) -> None:
    drawn = recorded(columns(*rows))
    assert not drawn.overlapping()
    assert not drawn.outside()


@given(st.lists(st.tuples(ABOVE_ZERO, NAMES), min_size=1, max_size=6))
@FEW
def test_a_pie_is_always_readable(slices: list[tuple[Money, str]]) -> None:
    amounts, names = zip(*slices, strict=True)
    drawn = recorded(parts(ChartKind.PIE, list(amounts), list(names)))
    assert not drawn.overlapping()
    assert not drawn.outside()


@given(
    st.lists(
        st.tuples(st.builds(Money, st.integers(-(10**9), 10**9)), NAMES), min_size=1, max_size=26
    )
)
@FEW
def test_bars_are_always_readable(bars: list[tuple[Money, str]]) -> None:
    amounts, names = zip(*bars, strict=True)
    drawn = recorded(parts(ChartKind.BARS, list(amounts), list(names)))
    assert not drawn.overlapping()
    assert not drawn.outside()


@given(st.lists(st.integers(10**6, 10**9), min_size=2, max_size=2))
@FEW
def test_columns_are_as_high_as_their_amounts(fen: list[int]) -> None:
    drawn = recorded(columns(tuple(map(Money, fen))))
    heights = [top - low for _, low, _, top in drawn.bars]
    assert heights[0] / fen[0] == pytest.approx(heights[1] / fen[1])
    assert len({round(low, 3) for _, low, _, _ in drawn.bars}) == 1


@given(st.lists(st.integers(10**6, 10**9), min_size=3, max_size=9))
@FEW
def test_bars_are_as_long_as_their_amounts(fen: list[int]) -> None:
    drawn = recorded(parts(ChartKind.BARS, list(map(Money, fen)), ["名称"] * len(fen)))
    scale = {round((end - start) / amount * 1e9, 3) for (start, _, end, _), amount in
             zip(drawn.bars, fen, strict=True)}  # fmt: skip
    assert max(scale) == pytest.approx(min(scale))


def test_the_columns_say_what_they_are() -> None:
    drawn = recorded(columns((wan("149.12"), wan("161.94")), (wan("149.12"), wan("161.94"))))
    assert sorted(drawn.words) == sorted(
        ["单位：万元", "第1组", "第2组", "0", "50", "100", "150", "200", "2021年", "2020年"]
        + ["149.12", "161.94"] * 2
    )


def test_one_series_needs_no_legend() -> None:
    assert "第1组" not in recorded(columns((wan("1"), wan("2")))).words


def test_a_second_series_is_hatched() -> None:
    drawn = recorded(columns((wan("1"), wan("2")), (wan("1"), wan("2"))))
    assert len(drawn.hatched) == len(drawn.bars) + 1  # with its key in the legend


@pytest.mark.parametrize(
    ("value", "label"), [(None, "〔待填〕"), (Money(), "0.00")], ids=["not stated", "zero"]
)
def test_there_is_no_column_of_nothing(value: Money | None, label: str) -> None:
    drawn = recorded(columns((value, wan("161.94"))))
    assert len(drawn.bars) == 1
    assert label in drawn.words


def test_a_column_below_zero_hangs_from_the_zero_line() -> None:
    above, below = recorded(columns((wan("80"), wan("-80")))).bars
    assert below[3] == pytest.approx(above[1])


def test_a_single_slice_is_a_whole_disc() -> None:
    drawn = recorded(parts(ChartKind.PIE, [wan("161.94")], ["一般公共预算财政拨款收入"]))
    ((left, low, right, high), *_) = drawn.bars
    assert right - left == pytest.approx(high - low)
    assert drawn.words == ["一般公共预算财政拨款收入", "161.94万元，99.9%"]


def test_the_widest_slice_does_not_push_small_ones_over_the_pie() -> None:
    shares = ["96", "0.8", "0.8", "0.8", "0.8", "0.8"]
    drawn = recorded(parts(ChartKind.PIE, list(map(wan, shares)), ["住房保障（类）"] * 6))
    disc = max(drawn.bars, key=lambda box: box[2] - box[0])
    assert all(x_end < disc[0] or x > disc[2] for _, (x, _, x_end, _) in drawn.texts)


def test_text_is_never_read_as_mathematics() -> None:
    drawn = recorded(parts(ChartKind.PIE, [wan("1")], ["$x^2$ <&> \\alpha"]))
    assert "$x^2$ <&> \\alpha" in drawn.words


def test_the_figure_has_the_size_it_is_asked_for() -> None:
    drawn = figure(columns((wan("1"),)), 120, 60)
    assert drawn.get_size_inches() * 25.4 == pytest.approx((120, 60))


def test_a_users_matplotlib_settings_do_not_show() -> None:
    chart = columns((wan("149.12"), wan("161.94")), (wan("149.12"), wan("161.94")))
    wild = {
        "path.sketch": (5, 50, 5), "hatch.linewidth": 9, "patch.linewidth": 9, "text.color": "r",
        "lines.dash_capstyle": "round", "lines.linestyle": ":", "lines.marker": "o",
        "text.parse_math": True, "font.size": 30, "figure.facecolor": "k",
        "figure.autolayout": True, "patch.facecolor": "r", "hatch.color": "r",
        "figure.dpi": 300, "font.weight": "bold",
    }  # fmt: skip
    plain = recorded(chart)
    with mpl.rc_context(wild):  # type: ignore[arg-type]  # keys as plain text
        assert recorded(chart) == plain


def test_charts_reach_the_lower_left_corner_of_their_surface() -> None:
    drawn = recorded(columns((wan("149.12"), wan("161.94"))))
    assert min(x for _, (x, *_) in drawn.texts) < 2 * MM
