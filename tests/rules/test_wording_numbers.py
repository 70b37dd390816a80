"""G01: numbers of headings, items and what runs through a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.narrative.block import Heading, Paragraph
from jsxh_desktop.narrative.numerals import numeral
from jsxh_desktop.rules.rule import Severity
from tests.rules.worded import judged, messages, printed, report_printed, rule, typed


def test_a_series_that_goes_on_is_fine() -> None:
    assert not typed("G01", "做好三件事。一是收集；二是整理；三是利用。")


def test_a_series_with_one_left_out_is_told() -> None:
    assert messages("G01", "一是收集；二是整理；四是利用。") == [
        "“二是”后面应为“三是”，写的是“四是”"
    ]


def test_a_number_written_twice_is_told() -> None:
    (message,) = messages("G01", "1.收集。2.整理。2.利用。")
    assert message == "“2.”写了两次，后一个应为“3.”"


@pytest.mark.parametrize(
    "text",
    [
        "（一）收集。（二）整理。（四）利用。",
        "（1）收集；（2）整理；（4）利用。",
        "①收集；②整理；④利用。",
        "1、收集\n2、整理\n4、利用",
        "第一，收集。第二，整理。第四，利用。",
        "其一，收集。其二，整理。其四，利用。",
        "一要收集，二要整理，四要利用。",
    ],
)
def test_every_way_of_numbering_is_followed(text: str) -> None:
    assert len(typed("G01", text)) == 1


def test_after_a_break_the_series_goes_on() -> None:
    assert len(typed("G01", "1.收集。2.整理。4.利用。5.编研。")) == 1


def test_a_series_within_a_series_is_fine() -> None:
    text = "一是收集：一是进馆，二是征集；二是整理；三是利用。"
    assert not typed("G01", text)


def test_two_series_one_after_the_other_are_fine() -> None:
    assert not typed("G01", "收集：1.进馆。2.征集。整理：1.分类。2.编目。3.上架。")


@pytest.mark.parametrize(
    "text",
    [
        "增加投入2.5万元，占3.2%。",
        "落实条例第（三）项，做到四统一是关键。",
        "发展第二、第三产业，第四季度完工。",
        "按照要求：3.安排人员。",
        "投入12.30万元。5.12防灾减灾日开展宣传。",
        "这三个方面统一是前提，唯一是保障。",
        "参照附件（二）执行。",
    ],
)
def test_figures_and_references_are_no_series(text: str) -> None:
    assert not typed("G01", text)


def test_headings_are_numbered_from_one_on() -> None:
    headings = Heading(1, "一、收入"), Heading(1, "三、支出")
    (finding,) = printed("G01", *headings)
    assert finding.message == "标题“三、支出”的序号“三、”应为“二、”"


def test_a_first_heading_that_is_not_the_first_is_told() -> None:
    (finding,) = printed("G01", Heading(2, "（二）收入"), Heading(2, "（三）支出"))
    assert finding.message == "标题“（二）收入”的序号“（二）”应为“（一）”"


def test_headings_below_another_heading_begin_anew() -> None:
    assert not printed(
        "G01",
        Heading(1, "一、收入"),
        Heading(2, "（一）拨款"),
        Heading(2, "（二）其他"),
        Heading(1, "二、支出"),
        Heading(2, "（一）基本"),
    )


def test_numbered_paragraphs_under_a_heading_follow_one_another() -> None:
    items = Paragraph("1.接待费"), Paragraph("其中：国内"), Paragraph("3.出国费")
    (finding,) = printed("G01", Heading(1, "一、三公"), *items)
    assert finding.message == "“1.”后面应为“2.”，写的是“3.”"


def test_numbered_paragraphs_under_the_next_heading_begin_anew() -> None:
    first = Heading(1, "一、职能"), Paragraph("1.收集"), Paragraph("2.整理")
    assert not printed("G01", *first, Heading(1, "二、工作"), Paragraph("1.征集"))


def test_s37_an_arabic_number_among_chinese_ones() -> None:
    (finding,) = judged("G01", report_printed())
    assert finding.message == "标题“9、 其他重要事项的情况说明”的序号“9、”应为“九、”"


def test_it_is_an_error() -> None:
    assert rule("G01").severity is Severity.ERROR


@settings(max_examples=40)
@given(st.integers(2, 12), st.data())
def test_a_series_is_broken_exactly_where_one_is_left_out(length: int, data: st.DataObject) -> None:
    left_out = data.draw(st.integers(2, length))
    numbers = [number for number in range(1, length + 2) if number != left_out]
    text = "".join(f"{numeral(number)}是抓好工作；" for number in numbers)
    (message,) = messages("G01", text)
    assert f"应为“{numeral(left_out)}是”" in message
