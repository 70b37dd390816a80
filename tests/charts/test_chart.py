"""Chart: what would say something untrue cannot be made."""

from __future__ import annotations

import pytest

from jsxh_desktop.charts.chart import Chart, ChartKind, Series
from jsxh_desktop.domain.money import Money, wan

ONE = (Series("支出", (wan("1.00"),)),)
TWO = (Series("支出", (wan("1.00"), wan("2.00"))),)


@pytest.mark.parametrize(
    ("kind", "categories", "series", "labels"),
    [
        (ChartKind.COLUMNS, (), (), ()),
        (ChartKind.COLUMNS, ("2021年",), (), ()),
        (ChartKind.COLUMNS, ("2021年",), TWO, ()),
        (ChartKind.BARS, ("甲", "乙"), TWO, ("1.00万元",)),
        (ChartKind.PIE, ("甲",), ONE + ONE, ()),
        (ChartKind.BARS, ("甲",), ONE + ONE, ()),
        (ChartKind.PIE, ("甲",), (Series("支出", (Money(),)),), ()),
        (ChartKind.PIE, ("甲",), (Series("支出", (wan("-1.00"),)),), ()),
        (ChartKind.PIE, ("甲",), (Series("支出", (None,)),), ()),
        (ChartKind.PIE, tuple("甲乙丙丁戊己庚"), (Series("支出", (wan("1.00"),) * 7),), ()),
    ],
    ids=[
        "nothing",
        "no series",
        "two values for one category",
        "one label for two categories",
        "a pie of two series",
        "bars of two series",
        "a slice of nothing",
        "a slice below nothing",
        "a slice nobody stated",
        "seven slices",
    ],
)
def test_an_untrue_chart_is_refused(
    kind: ChartKind,
    categories: tuple[str, ...],
    series: tuple[Series, ...],
    labels: tuple[str, ...],
) -> None:
    with pytest.raises(ValueError, match=r"a chart|one value|one series|a pie"):
        Chart(kind, "图", categories, series, labels)


def test_an_amount_is_printed_with_two_decimals_and_a_blank_as_a_gap() -> None:
    chart = Chart(ChartKind.COLUMNS, "图", ("2020年", "2021年"), TWO)
    assert (chart.printed(wan("38.3")), chart.printed(None)) == ("38.30", "〔待填〕")
