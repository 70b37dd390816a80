"""G12: titles, and what is told of the year, are of this year."""

from __future__ import annotations

import dataclasses

import pytest

from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.narrative.block import Cover, Heading, Paragraph, Table
from jsxh_desktop.narrative.document import compose
from jsxh_desktop.rules.rule import Severity
from jsxh_desktop.rules.subject import Subject
from tests.filings import archive
from tests.rules.worded import judged, pack, printed, report_printed, report_typed, typed


def report(management: str = "", application: str = "") -> Subject:
    told = DepartmentReport(management=management, application=application)
    return Subject(dataclasses.replace(archive(), department_report=told), pack())


def test_a_composed_document_is_of_its_year() -> None:
    assert not judged("G12", Subject(archive(), pack(), compose(archive(), pack())))


def test_the_real_report_is_of_its_year() -> None:
    assert not judged("G12", report_printed())
    assert not judged("G12", Subject(report_typed(), pack()))


@pytest.mark.parametrize(
    "block",
    [
        Cover(("东山省",), "2020年度部门决算", ""),
        Heading(0, "第二部分\n2020年度部门决算情况说明"),
        Table((10.0,), (), (), title="2020年部门预算项目绩效目标自评（科普经费）"),
    ],
)
def test_a_title_of_another_year_is_told(block: Cover | Heading | Table) -> None:
    (finding,) = printed("G12", block)
    assert finding.words == "2020年"
    assert finding.message.endswith("写的是2020年，本年度是2021年")


def test_a_title_that_compares_two_years_is_fine() -> None:
    assert not printed("G12", Heading(1, "一、2020年、2021年收支对比"))


def test_a_project_may_have_another_year_in_its_name() -> None:
    name = "2020年结转项目"
    project = dataclasses.replace(archive().projects[0], name=name)
    filing = dataclasses.replace(archive(), projects=(project,))
    block = Table((10.0,), (), (), title=f"2021年部门预算项目绩效目标自评（{name}）")
    part = dataclasses.replace(compose(filing, pack())[0], blocks=(block,))
    assert not judged("G12", Subject(filing, pack(), (part,)))


@pytest.mark.parametrize(
    "text",
    [
        "2020年本年收入合计161.94万元。",
        "截至2020年12月31日，共有车辆0辆。",
        "2020年“三公”经费财政拨款支出0.48万元。",
    ],
)
def test_a_sentence_about_another_year_is_told(text: str) -> None:
    (finding,) = printed("G12", Paragraph(text))
    assert finding.message == "这段说的是2020年，本年度是2021年"


@pytest.mark.parametrize(
    "text",
    [
        "与2020年一般公共预算财政拨款支出149.12万元相比，增加12.82万元。",
        "2020年本年收入合计149.12万元，2021年增加到161.94万元。",
        "2018年成立。比2020年减少1辆。",
    ],
)
def test_the_year_before_and_history_are_fine(text: str) -> None:
    assert not printed("G12", Paragraph(text))


def test_a_report_on_another_year_is_an_error() -> None:
    subject = report(management="2020年我单位按规定制定了绩效目标。")
    (finding,) = judged("G12", subject)
    assert (finding.where, finding.severity) == ("部门预算项目绩效管理", None)


def test_a_key_work_of_another_year_is_a_warning() -> None:
    (finding,) = typed("G12", "2020年我单位整理馆藏。")
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "2020年我单位启动建设，2021年建成。",
        "2020年，我县启动建设，目前已完工。",
        "2020年度绩效自评结果已作为预算安排的依据。",
        "2021年我单位整理馆藏，比2020年多五千卷。",
    ],
)
def test_a_text_that_comes_to_this_year_is_fine(text: str) -> None:
    assert not judged("G12", report(application=text))
    assert not typed("G12", text)
