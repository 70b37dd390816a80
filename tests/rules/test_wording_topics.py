"""G20: what stands under a heading speaks of it."""

from __future__ import annotations

import dataclasses

from jsxh_desktop.domain.report_text import DepartmentReport
from jsxh_desktop.narrative.block import Heading, Paragraph
from jsxh_desktop.rules.rule import Severity
from jsxh_desktop.rules.subject import Subject
from tests.filings import archive
from tests.rules.worded import judged, pack, printed, report_printed, report_typed, rule

OFF_TOPIC = "2021年我单位为群众服务，为企业服务，社会各界给予了高度肯定。"
ON_TOPIC = "自评工作由财务和业务人员共同完成，数据有据可查，结果真实。"


def reporting(quality: str) -> Subject:
    report = DepartmentReport(quality=quality)
    return Subject(dataclasses.replace(archive(), department_report=report), pack())


def test_a_section_that_keeps_to_its_heading_is_fine() -> None:
    assert not judged("G20", reporting(ON_TOPIC))


def test_a_section_that_speaks_of_something_else_is_told() -> None:
    (finding,) = judged("G20", reporting(OFF_TOPIC))
    assert finding.where == "自评质量"
    assert finding.places


def test_a_short_text_says_too_little_to_be_told() -> None:
    assert not judged("G20", reporting("良好。"))


def test_a_printed_section_is_read_under_its_heading() -> None:
    heading = Heading(2, "（三）自评质量")
    assert len(printed("G20", heading, Paragraph(OFF_TOPIC))) == 1
    assert not printed("G20", heading, Paragraph(ON_TOPIC))


def test_s70_self_evaluation_written_as_achievements() -> None:
    (typed,) = judged("G20", Subject(report_typed(), pack()))
    (of_print,) = judged("G20", report_printed())
    assert typed.message.startswith("“自评质量”一节没有说到自评质量")
    assert of_print.words.startswith("（三）自评质量")


def test_it_is_only_a_hint() -> None:
    assert rule("G20").severity is Severity.INFO
