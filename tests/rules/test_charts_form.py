"""D01, D07–D10, D12: numbers, leftovers, decimals, categories, units, traces of typing."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.charts.chart import ChartKind, Series
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.terms import Precision
from jsxh_desktop.narrative.block import Paragraph
from jsxh_desktop.rules.charts.chart_rules import RULES
from jsxh_desktop.rules.charts.form import (
    charts_name_their_unit,
    columns_stand_over_years,
    labels_have_the_decimals_of_the_text,
    no_default_data_is_left,
)
from jsxh_desktop.rules.charts.numbers import figures_are_numbered
from jsxh_desktop.rules.charts.values import (
    charts_come_from_the_data,
    charts_show_the_figures,
)
from jsxh_desktop.rules.rule import Severity
from jsxh_desktop.rules.subject import Subject
from tests import seed
from tests.filings import archive
from tests.rules.tampering import (
    HARMLESS_CHARTS,
    PACK,
    chart,
    composed,
    findings,
    found_by,
    of_archive,
    of_sample,
    only_charts_say,
    rewritten,
    share_pie,
    with_chart,
    with_figure,
    without_figure,
)


def test_a_missing_figure_is_named() -> None:
    assert only_charts_say("D01", without_figure(of_archive(), 7)) == ("缺图7",)


def test_a_number_twice_is_one_missing() -> None:
    subject = with_figure(of_archive(), 3, caption="图2：支出决算结构图")
    assert only_charts_say("D01", subject) == (
        "图2出现了2次",
        "缺图3",
        "图2的图题是“支出决算结构图”，那是图3的图题",
    )


def test_a_reference_to_no_figure_is_found() -> None:
    subject = rewritten(of_archive(), "具体情况如下：", "具体情况（见图9）如下：")
    assert only_charts_say("D01", subject) == ("文中说“见图9”，没有图9",)


def test_a_reference_with_another_title_is_found() -> None:
    subject = rewritten(of_archive(), "具体情况如下：", "具体情况如下（图7：收入结构图）：")
    (said,) = only_charts_say("D01", subject)
    assert "文中写图7是“收入结构图”" in said


def test_a_reference_that_agrees_is_no_fault() -> None:
    subject = rewritten(of_archive(), "占33.3%", "占33.3%（图7）")
    assert not found_by(RULES, subject).keys() - HARMLESS_CHARTS


def test_s30_captions_in_two_ways_are_a_warning() -> None:
    title = "图2：收入决算结构图"
    drawn = dataclasses.replace(chart(of_sample(), 2), title=title)
    subject = with_figure(of_sample(), 2, chart=drawn, caption="")
    (found,) = findings(figures_are_numbered, subject)
    assert found.severity is Severity.WARNING
    assert "图2是图内的标题" in found.message


def test_s30_a_caption_in_the_text_counts_as_one() -> None:
    drawn = dataclasses.replace(chart(of_sample(), 1), title="")
    subject = with_figure(of_sample(), 1, chart=drawn, caption="")
    caption = Paragraph("图1：收、支决算总计变动情况图")
    parts = list(subject.parts)
    place = next(n for n, part in enumerate(parts) if part.key == "statements")
    blocks = (*parts[place].blocks, caption)
    parts[place] = dataclasses.replace(parts[place], blocks=blocks)
    (found,) = findings(figures_are_numbered, Subject(subject.filing, PACK, tuple(parts)))
    assert "图1是正文里的题注" in found.message


def test_s27_default_data_left_by_the_drawing_program_is_found() -> None:
    own = chart(of_sample(), 3)
    more = (Series("第二季度", (wan("3.2"), None)), Series("第三季度", (wan("1.4"), None)))
    subject = with_chart(
        of_sample(), 3, kind=ChartKind.COLUMNS, series=(*own.series, *more), labels=()
    )
    found = found_by(RULES, subject)
    assert {*found} - HARMLESS_CHARTS == {"D07"}
    assert found["D07"][0] == "图3：支出决算结构图里留着默认数据“第二季度”（3.20）"


def test_s27_default_categories_are_left_out_of_what_is_judged() -> None:
    found = found_by(RULES, seed.printed())
    assert found["D07"][0] == "图3：支出决算结构图里留着默认数据“第二季度”（3.20）"
    assert not any("图3" in message for message in (*found["D02"], *found.get("D04", ())))


@pytest.mark.parametrize(
    "facts", [{"categories": ("类别1", "2021年")}, {"title": "图表标题"}], ids=["name", "title"]
)
def test_default_names_are_found(facts: dict[str, object]) -> None:
    assert findings(no_default_data_is_left, with_chart(of_archive(), 1, **facts))


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (("90.00万元，82%", "20.00万元，18%"), "“基本支出”的占比82%是0位小数，正文是1位"),
        (("90.0万元，81.8%", "20.00万元，18.2%"), "“基本支出”的金额90.0万元是1位小数，正文是2位"),
        (("90.00万元，81.82%", "20.00万元，18.18%"), "“基本支出”的占比81.82%是2位小数"),
    ],
)
def test_other_decimals_than_the_text_are_a_warning(labels: tuple[str, ...], said: str) -> None:
    found = findings(
        labels_have_the_decimals_of_the_text, with_chart(of_archive(), 3, labels=labels)
    )
    assert said in found[0].message


def test_s31_shares_of_another_precision_than_the_text() -> None:
    subject = share_pie(3, ("基本支出占比", "项目支出占比"), "0.76", "0.24")
    assert findings(labels_have_the_decimals_of_the_text, subject)
    assert not findings(charts_show_the_figures, subject)


def test_s31_typed_shares_are_a_hint() -> None:
    subject = share_pie(3, ("基本支出占比", "项目支出占比"), "0.76", "0.24")
    assert "手填的占比" in findings(charts_come_from_the_data, subject)[0].message


def test_s31_parts_of_a_fen_are_a_hint() -> None:
    fen: int = 90_000_000.000056  # type: ignore[assignment]  # as a spreadsheet keeps it
    drawn = Series("支出决算结构图", (Money(fen), wan("20.00")))
    subject = with_chart(of_archive(), 3, series=(drawn,))
    assert "不是整分" in findings(charts_come_from_the_data, subject)[0].message


def test_a_value_cut_to_two_decimals_is_a_hint() -> None:
    line = dataclasses.replace(archive().expenditure[1], final=wan("20.001234"))
    filing = dataclasses.replace(
        archive(), expenditure=(line, *archive().expenditure[2:]), precision=Precision.FEN
    )
    own = composed(filing)
    slices = tuple(Money.parse(each.show()) for each in chart(own, 3).series[0].values if each)
    subject = with_chart(own, 3, series=(Series("", slices),))
    assert only_charts_say("D12", subject) == (
        "图3“项目支出”只有两位小数，不是填报的数，像是手填的",
    )


def test_a_label_that_is_not_what_is_drawn_is_a_hint() -> None:
    subject = with_chart(of_archive(), 3, labels=("91.00万元，81.8%", "20.00万元，18.2%"))
    assert "标签写91.00万元、81.8%，画的是90.00万元" in (
        findings(charts_come_from_the_data, subject)[0].message
    )


def test_s26_a_growth_is_no_category() -> None:
    drawn = (
        Series("2020年拨款支出（万元）", (wan("149.12"),)),
        Series("2021年拨款支出（万元）", (wan("161.94"),)),
    )
    subject = with_chart(of_sample(), 5, categories=("增长8.6％",), series=drawn)
    assert only_charts_say("D09", subject) == ("图5的类别写成了“增长8.6％”，应为年份",)
    assert findings(columns_stand_over_years, subject)[0].words == "增长8.6％"


@pytest.mark.parametrize("unit", ["元", "", "%"])
def test_another_unit_than_the_text_is_a_warning(unit: str) -> None:
    assert findings(charts_name_their_unit, with_chart(of_archive(), 1, unit=unit))


def test_another_unit_in_a_title_is_a_warning() -> None:
    subject = with_chart(of_archive(), 1, title="收、支决算总计变动情况图（元）")
    assert findings(charts_name_their_unit, subject)
