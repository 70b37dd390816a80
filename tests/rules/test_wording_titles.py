"""G02, G03, G04, G18: titles of parts, annexes and sheets, references, cover and contents."""

from __future__ import annotations

import dataclasses

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.report_text import ProjectReport
from jsxh_desktop.narrative.block import Block, Contents, Cover, Heading, Paragraph, Table
from jsxh_desktop.narrative.document import compose
from jsxh_desktop.rules.rule import Severity
from jsxh_desktop.rules.subject import Subject
from tests.filings import archive
from tests.rules.worded import judged, pack, printed, report_printed

PARTS = tuple(
    Heading(0, title)
    for title in (
        "第一部分\n部门概况",
        "第二部分\n2021年度部门决算情况说明",
        "第三部分\n名词解释",
        "第四部分\n附件",
        "第五部分\n附表",
    )
)


def composed(filing: Filing) -> Subject:
    return Subject(filing, pack(), compose(filing, pack()))


def sheet(label: str) -> Table:
    return Table((10.0,), (), (), label=label)


def annex(text: str) -> Heading:
    return Heading(0, text, annex=True)


def told(id_: str, *blocks: Block) -> list[str]:
    return [finding.message for finding in printed(id_, *blocks)]


def test_the_parts_of_the_pack_are_all_titled() -> None:
    assert not printed("G02", *PARTS)
    assert not judged("G02", composed(archive()))


def test_a_part_that_is_missing_is_told() -> None:
    assert told("G02", *PARTS[:3], PARTS[4]) == ["缺1个部分的标题：“第四部分 附件”"]


def test_parts_out_of_their_order_are_told() -> None:
    found = told("G02", PARTS[0], PARTS[2], PARTS[1], *PARTS[3:])
    assert found == ["各部分的标题没有按序号排列"]


def test_a_document_without_any_heading_is_not_judged_by_its_parts() -> None:
    assert not printed("G02", Paragraph("说明"))


def test_s33_a_part_numbered_in_digits_and_the_others_missing() -> None:
    wrong, missing = judged("G02", report_printed())
    assert wrong.message == "“第3部分 名词解释”的部分序号应为“第三部分”"
    assert missing.message.startswith("缺4个部分的标题：“第一部分 部门概况”")


def test_annexes_and_sheets_in_order_are_fine() -> None:
    labels = annex("附件1\n报告"), annex("附件2\n报告"), sheet("附表1："), sheet("附表2：")
    assert not printed("G03", *labels)


def test_a_single_annex_needs_no_number() -> None:
    assert not printed("G03", annex("附件\n报告"))


def test_an_annex_left_out_is_told() -> None:
    found = told("G03", annex("附件1\n报告"), annex("附件3\n报告"))
    assert found == ["第2个附件的编号是“附件3”，应为“附件2”"]


def test_s77_an_annex_among_the_sheets() -> None:
    found = [finding.message for finding in judged("G03", report_printed())]
    assert "第3个附表的编号是“附件3”，应为“附表3”" in found


def test_two_annexes_without_numbers_are_told() -> None:
    found = [finding.message for finding in judged("G03", report_printed())]
    assert "第2个附件的编号是“附件”，应为“附件2”" in found


def test_what_somebody_typed_labels_no_sheet() -> None:
    report = ProjectReport(project=1, content="资料清单\n附表2：", id=1)
    filing = dataclasses.replace(archive(), project_reports=(report,))
    assert not judged("G03", composed(filing))


def test_references_that_lead_somewhere_are_fine() -> None:
    text = Paragraph("《报告》见附件1（第四部分），自评表见附表1。")
    assert not printed("G04", *PARTS, annex("附件1\n报告"), sheet("附表1："), text)


def test_a_reference_to_an_annex_that_is_none_is_told() -> None:
    found = told("G04", *PARTS, annex("附件1\n报告"), Paragraph("明细见附件3。"))
    assert found == ["“见附件3”指到“附件3”，文中没有这个标题"]


def test_s38_a_reference_to_a_part_that_is_none() -> None:
    (finding,) = judged("G04", report_printed())
    assert finding.message == "“见附件（第四部分”指到“第四部分”，文中没有这个标题"


def test_an_opinion_is_no_reference() -> None:
    text = Paragraph("根据实施意见附件3的要求，常见附件4类。")
    assert not printed("G04", *PARTS, annex("附件1\n报告"), text)


def test_sheets_printed_apart_are_not_missed() -> None:
    text = Paragraph("自评表见附表9。")
    assert not printed("G04", *PARTS, annex("附件1\n报告"), text)


def test_a_typed_reference_is_only_a_warning() -> None:
    report = ProjectReport(project=1, content="资金安排详见附件7。", id=1)
    filing = dataclasses.replace(archive(), project_reports=(report,))
    (finding,) = judged("G04", composed(filing))
    assert (finding.severity, finding.words) == (Severity.WARNING, "见附件7")


def test_a_composed_document_has_its_cover_and_contents() -> None:
    assert not judged("G18", composed(archive()))


def test_s32_no_cover_and_no_contents() -> None:
    found = [finding.message for finding in judged("G18", report_printed())]
    assert found == ["没有封面", "没有目录"]


def test_a_cover_without_year_and_day_of_disclosure_is_told() -> None:
    cover = Cover(("东山省松溪县", "档案馆"), "部门决算", "")
    assert told("G18", cover, Contents()) == ["封面没有年度", "封面没有公开时间"]


def test_a_cover_of_another_unit_is_told() -> None:
    cover = Cover(("东山省松溪县图书馆",), "2021年度部门决算", "公开时间：2022年9月1日")
    (message,) = told("G18", cover, Contents())
    assert message == "封面写的是“东山省松溪县图书馆”，单位全称是“松溪县档案馆”"


def test_without_a_document_nothing_is_missing_from_it() -> None:
    subject = Subject(archive(), pack())
    assert not any(judged(id_, subject) for id_ in ("G02", "G03", "G04", "G18"))
