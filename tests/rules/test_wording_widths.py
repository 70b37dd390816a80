"""G07: one width of marks, one way of numbering."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.narrative.block import Heading, Paragraph
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.wording.slip import corrected as put_right
from jsxh_desktop.rules.wording.widths import odd_widths
from tests.rules.worded import (
    corrected,
    judged,
    messages,
    pack,
    printed,
    report_printed,
    report_typed,
    typed,
)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("收集档案,整理馆藏;利用.", "收集档案，整理馆藏；利用。"),
        ("用于以下方面:档案", "用于以下方面：档案"),
        ("维修(护)费(含税)", "维修（护）费（含税）"),
        ("购置设备(8台)", "购置设备（8台）"),
        ("购置设备（8台)。", "购置设备（8台）。"),
        ("增长8.6％", "增长8.6%"),
        ("２０２１年ＡＰＰ", "2021年APP"),
        ("增长8．6%", "增长8.6%"),
        ("4.26*2.02米", "4.26×2.02米"),
        ('开展"三合一"工作', "开展“三合一”工作"),
        ("川财教(2021)148号", "川财教〔2021〕148号"),
        ("川财教[2021]148号文件", "川财教〔2021〕148号文件"),
        ("川财教【2021】第148号", "川财教〔2021〕第148号"),
        ("川财教（2021）148号", "川财教〔2021〕148号"),
        ("完成了吗?完成了!", "完成了吗？完成了！"),
    ],
)
def test_odd_widths_are_told_once_and_put_right_together(text: str, right: str) -> None:
    assert corrected("G07", text) == right


@pytest.mark.parametrize(
    "text",
    [
        "投入1,234.56万元，比例为1:2，8:30开门。",
        "网址http://www.example.com/a?b。",
        "函数f(x)的值，P2.5(LED)屏。",
        "（2021年）印发，（含税）。",
        '制作APP 1个，65"屏。',
        "e站、A4纸、24小时。",
        "科普e站（2个）。",
    ],
)
def test_what_belongs_to_figures_and_letters_keeps_its_width(text: str) -> None:
    assert not typed("G07", text)


def test_many_of_a_text_are_one_finding_with_the_first_words() -> None:
    (message,) = messages("G07", "收集,整理,利用,编研,宣传。")
    assert message == "全角、半角混用4处：“收集,整理”、“整理,利用”、“利用,编研”等"


def test_a_single_one_is_told_with_what_it_should_be() -> None:
    assert messages("G07", "收集,整理。") == ["“收集,整理”里的“,”应为“，”"]


def test_two_ways_of_numbering_in_a_text_are_told() -> None:
    (finding,) = typed("G07", "1.收集档案\n2.整理馆藏\n3、利用档案")
    assert finding.message == "编号写法不一：“1.”2处、“1、”1处"
    text = "1.收集档案\n2.整理馆藏\n3、利用档案"
    assert corrected("G07", text) == "1.收集档案\n2.整理馆藏\n3.利用档案"


def test_one_way_of_numbering_is_fine() -> None:
    assert not typed("G07", "1、收集档案\n2、整理馆藏")
    assert not printed("G07", Heading(1, "一、职能"), Paragraph("1.收集"), Paragraph("2.整理"))


def test_s59_half_width_marks_of_the_report() -> None:
    found = {each.where: each.message for each in judged("G07", Subject(report_typed(), pack()))}
    assert found["机构组成"] == "“制度,内设”里的“,”应为“，”"
    assert found["国内公务接待主要用途"] == "全角、半角混用2处：“指导(执行”、“费等)”"


def test_s59_per_cent_signs_and_numbers_of_items_in_the_print() -> None:
    found = [each.message for each in judged("G07", report_printed())]
    assert "全角、半角混用2处：“.6％；2”、“.6％。主”" in found
    assert "编号写法不一：“1.”24处、“1．”14处、“1、”10处" in found


@settings(max_examples=60)
@given(st.text(st.sampled_from('档案,;:()（），.1２％*"“\n〔[]'), max_size=20))
def test_putting_right_comes_to_an_end(text: str) -> None:
    for _ in range(len(text) + 1):
        text = put_right(text, odd_widths(text))
    assert not odd_widths(text)
