"""Charts are Word's own, with the print's figures and labels in them and in their workbook."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from openpyxl.chart.chartspace import ChartSpace

from jsxh_desktop.charts.chart import Chart, ChartKind, Series
from jsxh_desktop.charts.figures import figures
from jsxh_desktop.charts.palette import PRINT
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.narrative.block import Figure
from jsxh_desktop.reports.word.pie_places import shifts, turn
from tests.reports.word_reading import read, written

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

YEARS = Chart(
    ChartKind.COLUMNS,
    "收、支决算总计变动情况图",
    ("2020年", "2021年"),
    (
        Series("收入总计", (wan("149.12"), wan("161.94"))),
        Series("支出总计", (wan("149.12"), wan("161.94"))),
    ),
)
KINDS = Chart(
    ChartKind.PIE,
    "支出决算结构图",
    ("基本支出", "项目支出"),
    (Series("支出决算结构图", (wan("123.64"), wan("38.30"))),),
    ("123.64万元，76.3%", "38.30万元，23.7%"),
)
BARS = Chart(
    ChartKind.BARS,
    "收入决算结构图",
    ("甲", "乙 & <丙>"),
    (Series("收入", (wan("10"), wan("-2.5"))),),
)


def with_chart(chart: Chart) -> bytes:
    return written([Figure(chart, "图1：题")])


def chart_of(content: bytes, number: int = 1) -> ElementTree.Element:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return ElementTree.fromstring(archive.read(f"word/charts/chart{number}.xml"))  # noqa: S314 - our own file


def sheet_of(content: bytes, number: int = 1) -> list[tuple[Any, ...]]:
    """The rows of the workbook within a chart."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        workbook = openpyxl.load_workbook(
            BytesIO(archive.read(f"word/embeddings/chart{number}.xlsx"))
        )
    return list(workbook["Sheet1"].iter_rows(values_only=True))


def remembered(content: bytes, number: int = 1) -> Iterator[tuple[str, list[str], list[float]]]:
    """Name, categories and values of each series as openpyxl reads the chart itself."""
    tree: Any = chart_of(content, number)
    tree.remove(tree.find(f"{C}externalData"))  # openpyxl asks for its id under a wrong name
    space: Any = ChartSpace.from_tree(tree)
    for plot in space.chart.plotArea._charts:  # noqa: SLF001 - there is no other way to them
        for series in plot.ser:
            yield (
                series.tx.strRef.strCache.pt[0].v,
                [point.v for point in series.cat.strRef.strCache.pt],
                [float(point.v) for point in series.val.numRef.numCache.pt],
            )


def test_a_chart_remembers_the_right_year_for_each_figure() -> None:
    assert list(remembered(with_chart(YEARS))) == [
        ("收入总计", ["2020年", "2021年"], [149.12, 161.94]),
        ("支出总计", ["2020年", "2021年"], [149.12, 161.94]),
    ]


def test_the_workbook_holds_the_same_figures_and_nothing_else() -> None:
    assert sheet_of(with_chart(YEARS)) == [
        ("单位：万元", "收入总计", "支出总计"),
        ("2020年", 149.12, 149.12),
        ("2021年", 161.94, 161.94),
    ]


def test_labels_of_parts_stand_in_the_workbook_too() -> None:
    content = with_chart(KINDS)
    assert sheet_of(content) == [
        ("单位：万元", "支出决算结构图", "标签"),
        ("基本支出", 123.64, "123.64万元，76.3%"),
        ("项目支出", 38.3, "38.30万元，23.7%"),
    ]
    ranges = [node.text for node in chart_of(content).iter() if node.tag.endswith("}f")]
    assert "Sheet1!$C$2:$C$3" in ranges


def test_a_slice_is_labelled_as_in_the_print() -> None:
    labels = [
        [node.text for node in label.iter(f"{A}t")]
        for label in chart_of(with_chart(KINDS)).iter(f"{C}dLbl")
    ]
    assert labels == [["基本支出", "123.64万元，76.3%"], ["项目支出", "38.30万元，23.7%"]]


def test_bars_without_labels_of_their_own_show_their_amounts() -> None:
    labels = [node.text for node in chart_of(with_chart(BARS)).iter(f"{A}t")]
    assert labels == ["10.00", "-2.50", "单位：万元"]


@pytest.mark.parametrize(
    ("chart", "kind", "direction"),
    [(YEARS, "barChart", "col"), (KINDS, "pieChart", None), (BARS, "barChart", "bar")],
)
def test_a_chart_is_of_the_kind_of_the_print(
    chart: Chart, kind: str, direction: str | None
) -> None:
    plot = chart_of(with_chart(chart)).find(f".//{C}{kind}")
    assert plot is not None
    found = plot.find(f"{C}barDir")
    assert (found.get("val") if found is not None else None) == direction


def test_a_figure_nobody_stated_is_a_gap_and_never_zero() -> None:
    series = Series("支出", (None, wan("161.94")))
    content = with_chart(Chart(ChartKind.COLUMNS, "", ("2020年", "2021年"), (series,)))
    ((_, names, values),) = remembered(content)
    assert (names, values) == (["2020年〔待填〕", "2021年"], [161.94])
    assert sheet_of(content)[1] == ("2020年〔待填〕", None)


def test_columns_begin_at_zero() -> None:
    low = chart_of(with_chart(YEARS)).find(f".//{C}valAx/{C}scaling/{C}min")
    assert low is not None
    assert low.get("val") == "0"


def test_neighbours_are_told_apart_in_a_grey_print() -> None:
    amounts = tuple(Money(1_000_000 * size) for size in range(1, len(PRINT.fills) + 1))
    names = tuple(f"第{size}项" for size in range(len(amounts)))
    pie = Chart(ChartKind.PIE, "", names, (Series("支出", amounts),))
    looks = [
        ElementTree.tostring(look)
        for look in chart_of(with_chart(pie)).iterfind(f".//{C}dPt/{C}spPr")
    ]
    assert len(set(looks)) == len(looks) == len(PRINT.fills)
    assert sum(b"pattFill" in look for look in looks) == 3


def test_the_sample_has_its_figures_in_their_order(kexie: Filing) -> None:
    numbered = [figure for figure in figures(kexie).values() if figure.chart]
    content = written([Figure(figure.chart, figure.caption) for figure in numbered])
    for number, figure in enumerate(numbered, 1):
        chart = figure.chart
        assert chart is not None
        assert [(name, values) for name, _, values in remembered(content, number)] == [
            (series.name, [float(value.show()) for value in series.values if value is not None])
            for series in chart.series
        ]


def test_a_caption_stands_below_and_is_read_out_with_the_amounts() -> None:
    content = with_chart(KINDS)
    (about,) = read(content).element.body.iter(
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    )
    assert about.get("name") == "图1"
    assert about.get("descr") == "图1：题。支出决算结构图：基本支出123.64万元，项目支出38.30万元"
    assert [line.text for line in read(content).paragraphs] == ["", "图1：题"]


def test_the_widest_slice_lies_right() -> None:
    amounts = [1.0, 6.0, 1.0]
    middle = turn(amounts) + 360 * (amounts[0] + amounts[1] / 2) / sum(amounts)
    assert middle % 360 == pytest.approx(90)


def test_labels_with_room_stay_where_word_puts_them() -> None:
    lines = [("甲", "1.00万元")] * 3
    assert shifts([1.0, 1.0, 1.0], lines, 75) == [(0.0, 0.0)] * 3


def test_labels_of_small_slices_are_moved_apart() -> None:
    lines = [("社会保障和就业（类）", "1.00万元，1.0%")] * 6
    moved = shifts([95.0, 1.0, 1.0, 1.0, 1.0, 1.0], lines, 75)
    assert all(right for right, _ in moved)
    downs = [down for _, down in moved[1:]]
    assert downs == sorted(downs, reverse=True)
