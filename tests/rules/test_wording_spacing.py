"""G10, G17: broken lines, and spaces and lines that hold nothing."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.domain.report_text import ProjectReport
from jsxh_desktop.narrative.block import Heading
from jsxh_desktop.narrative.document import compose
from jsxh_desktop.rules.rule import Severity
from jsxh_desktop.rules.subject import Subject
from tests.filings import archive
from tests.rules.worded import (
    corrected,
    judged,
    messages,
    pack,
    printed,
    report_printed,
    rule,
    typed,
)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("其中：基本支出\n123.64万元，占76%。", "其中：基本支出123.64万元，占76%。"),
        ("基本支出123\n万元。", "基本支出123万元。"),
        ("基本支出12\n3.64万元。", "基本支出123.64万元。"),
        ("收集档案\n，整理馆藏。", "收集档案，整理馆藏。"),
        ("开展“三合一\n”工作。", "开展“三合一”工作。"),
        ("完成2021\n年任务。", "完成2021年任务。"),
    ],
)
def test_a_line_broken_within_a_figure_or_before_a_mark_is_joined(text: str, right: str) -> None:
    assert corrected("G10", text) == right


@pytest.mark.parametrize(
    "text",
    [
        "收集档案。\n整理馆藏。",
        "主要工作\n3个村试点",
        "收集档案35卷\n2.整理馆藏",
        "收集档案\n2021年完成整理。",
        "收集档案\n“三合一”工作开展。",
    ],
)
def test_lines_that_are_paragraphs_are_fine(text: str) -> None:
    assert not typed("G10", text)


def test_s57_a_paragraph_that_breaks_before_its_figure() -> None:
    (finding,) = judged("G10", report_printed())
    assert finding.message == "“基本支出”后面断行，与“123.64万元，占”分在两段"


def test_a_heading_in_two_lines_is_not_broken() -> None:
    assert not printed("G10", Heading(0, "第二部分\n2021年度部门决算情况说明"))


def test_typed_paragraphs_are_told_where_they_are_typed_alone() -> None:
    report = ProjectReport(project=1, content="资金安排\n20.00万元。", id=1)
    filing = dataclasses.replace(archive(), project_reports=(report,))
    (finding,) = judged("G10", Subject(filing, pack(), compose(filing, pack())))
    assert finding.places


@pytest.mark.parametrize(
    ("text", "right", "message"),
    [
        ("收集档案。 \n整理馆藏。", "收集档案。\n整理馆藏。", "“集档案。”后面多了行首行尾的空格"),
        ("收集档案。\n\n\n整理馆藏。", "收集档案。\n整理馆藏。", "“集档案。”后面多了空行"),
        ("收集 档案。", "收集档案。", "“收集”后面多了字间的空格"),
        ("收集APP  3个。", "收集APP 3个。", "“APP”后面多了连续的空格"),
        ("收集[bookmark: _Toc15]档案。", "收集档案。", "“收集”后面多了书签残留"),
    ],
)
def test_blanks_are_told_and_taken_out(text: str, right: str, message: str) -> None:
    (found,) = messages("G17", text)
    assert found.endswith(message[-7:])
    assert corrected("G17", text) == right


def test_a_space_beside_letters_and_digits_is_a_matter_of_style() -> None:
    assert not typed("G17", "制作 APP 1 个。")


def test_a_name_may_have_a_space() -> None:
    organization = dataclasses.replace(archive().organization, contact="张 三 同 志")
    filing = dataclasses.replace(archive(), organization=organization)
    assert not judged("G17", Subject(filing, pack()))


def test_blanks_are_only_a_hint() -> None:
    assert rule("G17").severity is Severity.INFO
    assert judged("G17", report_printed())
