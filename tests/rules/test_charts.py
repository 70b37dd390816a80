"""D01–D12: a chart is held against the filing, and every way to spoil one is found."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.charts.chart import ChartKind, Series
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.terms import FundSource, Precision
from jsxh_desktop.narrative.block import Paragraph
from jsxh_desktop.rules.chart_form import (
    charts_name_their_unit,
    columns_stand_over_years,
    labels_have_the_decimals_of_the_text,
    no_default_data_is_left,
)
from jsxh_desktop.rules.chart_numbers import figures_are_numbered
from jsxh_desktop.rules.chart_parts import (
    a_pie_has_more_than_one_slice,
    no_completion_is_drawn_as_a_share,
    parts_are_the_sections_own,
    parts_make_up_the_whole,
)
from jsxh_desktop.rules.chart_values import (
    charts_come_from_the_data,
    charts_show_the_figures,
    years_show_their_own_figures,
)
from jsxh_desktop.rules.charts import RULES
from jsxh_desktop.rules.rule import Severity, judge
from jsxh_desktop.rules.subject import Subject
from tests.filings import FEN_AMOUNTS, PROJECT, agreeing, archive, gappy, spent
from tests.rules.tampering import (
    PACK,
    chart,
    composed,
    findings,
    found_by,
    of_archive,
    of_sample,
    rewritten,
    unjudged,
    with_chart,
    with_figure,
    without_figure,
)

HARMLESS = {"D11"}
"""A pie of one slice is allowed."""


def series(number: int, *values: str, subject: Subject | None = None) -> tuple[Series, ...]:
    """The series of a chart with other values, in 万元, in each of them."""
    amounts = tuple(map(wan, values))
    own = chart(subject or of_archive(), number).series
    return tuple(dataclasses.replace(each, values=amounts) for each in own)


def only(rule_id: str, subject: Subject) -> tuple[str, ...]:
    """What the rule says, where no other rule says anything but harmless things."""
    found = found_by(RULES, subject)
    assert {*found} - HARMLESS == {rule_id}
    return found[rule_id]


def share_pie(number: int, names: tuple[str, ...], *shares: str) -> Subject:
    """The sample with a chart of typed shares, as the original had it."""
    drawn = dataclasses.replace(
        chart(of_sample(), number),
        categories=names,
        series=(Series("", tuple(map(wan, shares))),),
        labels=(),
    )
    return with_figure(of_sample(), number, chart=drawn)


# ---- what is right passes -------------------------------------------------------------------


@pytest.mark.parametrize("subject", [of_archive(), of_sample()], ids=["archive", "sample"])
def test_what_the_program_draws_is_right(subject: Subject) -> None:
    assert {*found_by(RULES, subject)} <= HARMLESS


@given(agreeing(FEN_AMOUNTS))
@settings(max_examples=12)
def test_whatever_is_entered_is_drawn_right(filing: Filing) -> None:
    assert {*found_by(RULES, composed(filing))} <= HARMLESS


@given(gappy())
@settings(max_examples=12)
def test_gaps_are_no_faults_of_charts(filing: Filing) -> None:
    assert {*found_by(RULES, composed(filing))} <= HARMLESS


def test_without_a_document_charts_are_not_spoken_of() -> None:
    assert not found_by(RULES, Subject(archive(), PACK))


# ---- D01 ------------------------------------------------------------------------------------


def test_a_missing_figure_is_named() -> None:
    assert only("D01", without_figure(of_archive(), 7)) == ("缺图7",)


def test_a_number_twice_is_one_missing() -> None:
    subject = with_figure(of_archive(), 3, caption="图2：支出决算结构图")
    assert only("D01", subject) == (
        "图2出现了2次",
        "缺图3",
        "图2的图题是“支出决算结构图”，那是图3的图题",
    )


def test_a_reference_to_no_figure_is_found() -> None:
    subject = rewritten(of_archive(), "具体情况如下：", "具体情况（见图9）如下：")
    assert only("D01", subject) == ("文中说“见图9”，没有图9",)


def test_a_reference_with_another_title_is_found() -> None:
    subject = rewritten(of_archive(), "具体情况如下：", "具体情况如下（图7：收入结构图）：")
    (said,) = only("D01", subject)
    assert "文中写图7是“收入结构图”" in said


def test_a_reference_that_agrees_is_no_fault() -> None:
    subject = rewritten(of_archive(), "占33.3%", "占33.3%（图7）")
    assert not found_by(RULES, subject).keys() - HARMLESS


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


# ---- D02 ------------------------------------------------------------------------------------


def test_a_wrong_column_is_found() -> None:
    subject = with_chart(of_archive(), 5, series=series(5, "100.00", "111.00"))
    (said,) = only("D02", subject)
    assert said == "图5“一般公共预算财政拨款支出”2021年是111.00万元，按填报的数应为110.00万元"


def test_a_wrong_slice_is_found() -> None:
    subject = with_chart(of_archive(), 3, series=series(3, "90.01", "20.00"))
    found = found_by([charts_show_the_figures], subject)
    assert found["D02"] == ("图3“基本支出”是90.01万元，按填报的数应为90.00万元",)


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (("90.00万元，81.9%", "20.00万元，18.2%"), "“基本支出”占比是81.9%，按填报的数应为81.82%"),
        (("90.10万元，81.8%", "20.00万元，18.2%"), "“基本支出”标签是90.10万元"),
        (("18.2%", "81.8%"), "“基本支出”占比是18.2%"),
    ],
)
def test_a_wrong_label_is_found(labels: tuple[str, ...], said: str) -> None:
    found = findings(charts_show_the_figures, with_chart(of_archive(), 3, labels=labels))
    assert said in found[0].message


def test_s29_the_share_bent_to_reach_100_is_impossible() -> None:
    names = ("科学技术类占比", "社会保障和就业类占比", "卫生健康类占比", "住房保障类占比")
    subject = share_pie(6, names, "0.874", "0.056", "0.03", "0.04")
    (found,) = findings(charts_show_the_figures, subject)
    assert found.message == "图6“科学技术类占比”占比是87.4%，按填报的数应为87.47%"
    assert found.severity is Severity.ERROR


def test_a_chart_not_drawn_although_there_are_figures_is_found() -> None:
    note = "（本年度无此项支出，不作图）"
    (found,) = findings(
        charts_show_the_figures, with_figure(of_archive(), 7, chart=None, note=note)
    )
    assert "没有画" in found.message


def test_a_year_left_out_is_found() -> None:
    own = chart(of_archive(), 1).series
    cut = tuple(dataclasses.replace(each, values=each.values[1:]) for each in own)
    subject = with_chart(of_archive(), 1, categories=("2021年",), series=cut)
    assert only("D02", subject) == ("图1缺2020年的数",)


def test_a_side_left_out_is_found() -> None:
    subject = with_chart(of_archive(), 1, series=chart(of_archive(), 1).series[:1])
    assert only("D02", subject) == ("图1应有收入、支出两组数，只画了一组",)


def test_a_figure_of_another_scope_is_found() -> None:
    other = spent("2012604", PROJECT, "5.00", "5.00", fund=FundSource.OTHER)
    own = composed(dataclasses.replace(archive(), expenditure=(*archive().expenditure, other)))
    subject = with_chart(own, 5, series=series(5, "100.00", "115.00"))
    assert "2021年是115.00万元，按填报的数应为110.00万元" in only("D02", subject)[0]


def test_a_year_before_nobody_typed_cannot_be_judged() -> None:
    blank = dataclasses.replace(archive(), prior_year=PriorYear())
    subject = Subject(blank, PACK, of_archive().parts)
    assert unjudged(charts_show_the_figures, subject)
    assert not findings(charts_show_the_figures, subject)


# ---- D03 ------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 4], ids=["test_s24", "test_s25"])
def test_s24_s25_years_and_values_the_wrong_way_round(number: int) -> None:
    subject = of_sample()
    swapped = series(number, "161.94", "149.12", subject=subject)
    found = findings(years_show_their_own_figures, with_chart(subject, number, series=swapped))
    assert len(found) == 4
    assert "2020年画的是161.94万元，那是2021年的数，2020年应为149.12万元" in found[0].message


def test_swapped_years_are_said_once() -> None:
    swapped = series(4, "161.94", "149.12", subject=of_sample())
    only("D03", with_chart(of_sample(), 4, series=swapped))


def test_another_year_is_found() -> None:
    subject = with_chart(of_archive(), 5, categories=("2019年", "2021年"))
    assert "标着2019年" in found_by(RULES, subject)["D03"][0]


# ---- D04–D06, D11 ---------------------------------------------------------------------------


def test_shares_that_do_not_make_100_are_found() -> None:
    subject = share_pie(3, ("基本支出占比", "项目支出占比"), "0.762", "0.242")
    assert findings(parts_make_up_the_whole, subject)


def test_shares_rounded_one_by_one_may_make_100_1() -> None:
    shares = [label.split("，")[1] for label in chart(of_sample(), 6).labels]
    assert shares == ["87.5%", "5.6%", "3.0%", "4.0%"]
    assert not findings(parts_make_up_the_whole, of_sample())


def test_slices_that_do_not_make_the_whole_are_found() -> None:
    subject = with_chart(of_archive(), 3, series=series(3, "90.00", "25.00"))
    (found,) = findings(parts_make_up_the_whole, subject)
    assert found.message == "图3各块合计115.00万元，本年支出合计是110.00万元"


def test_a_slice_left_out_is_found() -> None:
    own = chart(of_archive(), 3)
    cut = dataclasses.replace(own.series[0], values=own.series[0].values[:1])
    subject = with_chart(
        of_archive(), 3, categories=own.categories[:1], series=(cut,), labels=own.labels[:1]
    )
    assert found_by([parts_are_the_sections_own], subject)["D05"] == (
        "图3缺“项目支出”，本年是20.00万元",
    )


def test_s28_a_slice_of_nothing_is_no_part() -> None:
    names = ("公务接待支出占比", "其他支出占比")
    (found,) = findings(parts_are_the_sections_own, share_pie(7, names, "0.75", "0.25"))
    assert "“其他支出占比”不是这一节的构成项，本年有数的是：公务接待费" in found.message


def test_s28_completion_is_no_structure() -> None:
    names = ("公务接待支出占比", "其他支出占比")
    first, second = findings(no_completion_is_drawn_as_a_share, share_pie(7, names, "0.75", "0.25"))
    assert first.message == ("图7“公务接待支出占比”画的75%是完成预算的比率，它占“三公”经费的100%")
    assert "25%是完成率的余数" in second.message


def test_s28_a_completion_in_the_label_is_found() -> None:
    subject = with_chart(of_sample(), 7, labels=("0.48万元，75%",))
    assert findings(no_completion_is_drawn_as_a_share, subject)


def test_the_word_completion_has_no_place_in_a_structure() -> None:
    subject = with_chart(of_archive(), 3, categories=("基本支出完成率", "项目支出"))
    assert findings(no_completion_is_drawn_as_a_share, subject)


def test_a_share_that_happens_to_equal_completion_is_no_fault() -> None:
    filing = archive()
    public = dataclasses.replace(
        filing.three_public,
        running=wan("3.00"),
        reception_domestic=wan("1.00"),
        running_budget=wan("4.00"),
        reception_budget=wan("1.3333"),
    )
    filing = dataclasses.replace(filing, three_public=public)
    assert not findings(no_completion_is_drawn_as_a_share, composed(filing))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("社会保障和就业（类）", "社会保障和就业支出"),
        ("社会保障和就业（类）", "社会保障和就业类占比"),
        ("社会保障和就业（类）", "社会保障"),
    ],
)
def test_another_way_to_write_a_part_is_no_fault(old: str, new: str) -> None:
    names = tuple(new if name == old else name for name in chart(of_archive(), 6).categories)
    assert new in names
    assert not found_by(RULES, with_chart(of_archive(), 6, categories=names)).keys() - HARMLESS


def test_a_pie_of_one_slice_is_a_hint() -> None:
    assert findings(a_pie_has_more_than_one_slice, of_sample())[0].message == (
        "图2只有“一般公共预算财政拨款收入”一块"
    )


# ---- D07–D10, D12 ---------------------------------------------------------------------------


def test_s27_default_data_left_by_the_drawing_program_is_found() -> None:
    own = chart(of_sample(), 3)
    more = (Series("第二季度", (wan("3.2"), None)), Series("第三季度", (wan("1.4"), None)))
    subject = with_chart(
        of_sample(), 3, kind=ChartKind.COLUMNS, series=(*own.series, *more), labels=()
    )
    found = found_by(RULES, subject)
    assert {*found} - HARMLESS == {"D07"}
    assert found["D07"][0] == "图3：支出决算结构图里留着默认数据“第二季度”（3.20）"


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
    assert only("D12", subject) == ("图3“项目支出”只有两位小数，不是填报的数，像是手填的",)


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
    assert only("D09", subject) == ("图5的类别写成了“增长8.6％”，应为年份",)
    assert findings(columns_stand_over_years, subject)[0].words == "增长8.6％"


@pytest.mark.parametrize("unit", ["元", "", "%"])
def test_another_unit_than_the_text_is_a_warning(unit: str) -> None:
    assert findings(charts_name_their_unit, with_chart(of_archive(), 1, unit=unit))


def test_another_unit_in_a_title_is_a_warning() -> None:
    subject = with_chart(of_archive(), 1, title="收、支决算总计变动情况图（元）")
    assert findings(charts_name_their_unit, subject)


# ---- any tampering --------------------------------------------------------------------------


@given(
    st.sampled_from(range(1, 8)),
    st.integers(0, 5),
    st.integers(0, 5),
    st.integers(-1000, 1000),
)
@settings(max_examples=40)
def test_whichever_value_is_changed_is_found(number: int, row: int, column: int, by: int) -> None:
    own = chart(of_archive(), number)
    rows = [list(each.values) for each in own.series]
    values = rows[row % len(rows)]
    at = column % len(values)
    values[at] = abs((values[at] or Money()) + Money(by * 10_000)) + Money(10_000)
    drawn = tuple(
        dataclasses.replace(each, values=tuple(row))
        for each, row in zip(own.series, rows, strict=True)
    )
    if drawn == own.series:
        return
    found = found_by(RULES, with_chart(of_archive(), number, series=drawn))
    assert {"D02", "D03"} & {*found}


def test_no_rule_of_charts_raises_on_figures_without_charts() -> None:
    subject = of_archive()
    for number in range(1, 8):
        subject = with_figure(subject, number, chart=None)
    assert [judge(rule, subject) for rule in RULES]
