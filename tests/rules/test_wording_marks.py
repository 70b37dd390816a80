"""G05, G14: marks in pairs, and marks at the end."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jsxh_desktop.domain.project import Goal
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.narrative.block import Heading, Paragraph
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.wording.marks import unpaired
from tests.filings import archive
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
    "text",
    [
        "贯彻《档案法》（2020年修订）“三合一”〔2021〕5号【附】‘小’精神。",
        "“（甲）、《乙》”并列。",
        "编号1）收集，2）整理。",
        "a）收集；b）整理。",
        '采购65"电视机1台。',
        "the archive’s work 完成。",
        "维修（护）费(含税)。",
        '名为"三合一"的工作。',
    ],
)
def test_marks_in_pairs_are_fine(text: str) -> None:
    assert not typed("G05", text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("落实要求（含上年。", "“（含上年”缺右括号"),
        ("落实要求含上年）。", "“落实要求含上年）”缺左括号"),
        ("学习《档案法，做好工作。", "“《档案法，做好工作”缺右书名号"),
        ("开展“三合一工作。", "“三合一工作”缺右引号"),
        ("开展三合一”工作。", "“开展三合一””缺左引号"),
        ("文号为川财教〔2021号。", "“〔2021号”缺右括号"),
        ('开展"三合一工作。', "引号不成对"),
    ],
)
def test_half_a_pair_is_told(text: str, message: str) -> None:
    (found,) = messages("G05", text)
    assert found.endswith(message[-6:])


def test_several_halves_of_a_text_are_told_once() -> None:
    (finding,) = typed("G05", "收集（含上年。整理（含上年。利用（含上年。")
    assert finding.message.endswith("，另有2处")


def test_a_quotation_mark_turned_round_is_put_right() -> None:
    assert corrected("G05", "开展“三合一“工作。") == "开展“三合一”工作。"
    assert corrected("G05", "开展”三合一”工作。") == "开展“三合一”工作。"


def test_s66_a_bracket_missing_behind_the_number_of_a_paper() -> None:
    (finding,) = judged("G05", Subject(report_typed(), pack()))
    assert finding.message == "“（川财教〔2021〕148号”缺右括号"
    assert finding.words == "（川财教〔2021〕148号"
    assert len(judged("G05", report_printed())) == 1


def test_the_bracket_behind_the_number_of_a_paper_is_put_there() -> None:
    text = "根据《通知》（川财教〔2021〕148号文件要求。"
    assert corrected("G05", text) == "根据《通知》（川财教〔2021〕148号）文件要求。"


def test_typed_halves_are_not_told_again_of_the_print() -> None:
    assert not printed("G05", Paragraph("整理（含上年）。"))
    assert len(printed("G05", Paragraph("整理（含上年。"))) == 1


pairs = st.sampled_from(["（）", "“”", "《》", "〔〕"])
balanced = st.recursive(
    st.sampled_from(["收集", "整理。", ""]),
    lambda inner: st.builds(
        lambda pair, within, behind: f"{pair[0]}{within}{pair[1]}{behind}", pairs, inner, inner
    ),
    max_leaves=8,
)


@settings(max_examples=50)
@given(balanced)
def test_whatever_nests_is_paired(text: str) -> None:
    assert not unpaired(text)


@settings(max_examples=50)
@given(balanced, st.data())
def test_whatever_nests_is_not_paired_without_one_of_its_marks(
    text: str, data: st.DataObject
) -> None:
    marks = [at for at, letter in enumerate(text) if letter in "（）“”《》〔〕"]
    if marks:
        at = data.draw(st.sampled_from(marks))
        assert unpaired(text[:at] + text[at + 1 :])


def test_paragraphs_with_their_end_marks_are_fine() -> None:
    assert not typed("G14", "收集档案。整理档案；利用档案！", "整理馆藏")


def test_a_line_that_ends_with_a_comma_is_told_and_loses_it() -> None:
    assert messages("G14", "整理馆藏，") == ["“整理馆藏，”以“，”结尾"]
    assert corrected("G14", "整理馆藏、") == "整理馆藏"


def test_a_paragraph_that_ends_with_a_comma_gets_a_full_stop() -> None:
    assert corrected("G14", "收集档案。整理馆藏，") == "收集档案。整理馆藏。"


def test_a_paragraph_of_sentences_without_the_last_stop_gets_it() -> None:
    assert messages("G14", "收集档案。整理馆藏") == ["“整理馆藏”后面缺句号"]
    assert corrected("G14", "收集档案。整理馆藏") == "收集档案。整理馆藏。"


def test_a_reason_gets_its_stop_from_the_sentence_it_stands_in() -> None:
    filing = dataclasses.replace(archive(), reasons=Reasons(total="人员增加。物价上涨"))
    assert not judged("G14", Subject(filing, pack()))


def test_marks_that_follow_one_another_are_made_one() -> None:
    assert corrected("G14", "收集档案，，整理馆藏。。") == "收集档案，整理馆藏。"


def test_an_unfinished_line_above_another_is_told_without_a_correction() -> None:
    (finding,) = typed("G14", "收集档案，\n整理馆藏。")
    assert finding.correction is None


def test_a_stop_within_quotation_marks_ends_a_paragraph() -> None:
    assert not typed("G14", "收集档案。他说：“整理馆藏。”")


def test_headings_need_no_stop() -> None:
    assert not printed("G14", Heading(1, "一、收集。整理"))


def test_s94_goals_that_end_with_a_comma() -> None:
    found = {finding.message for finding in judged("G14", Subject(report_typed(), pack()))}
    assert "“更换科普画廊2期、”以“、”结尾" in found
    assert "“智慧科普”服务，”以“，”结尾" in found


def test_a_goal_loses_the_comma_it_ends_with() -> None:
    filing = dataclasses.replace(archive(), goals=(Goal(1, "扫描两万页，", id=1),))
    (finding,) = judged("G14", Subject(filing, pack()))
    assert finding.correction is not None
    assert finding.correction.changes[0].value == "扫描两万页"  # type: ignore[union-attr] # a Put
