"""The 审核报告 and the lines of `check`: everything found, with what became of it."""

from __future__ import annotations

import dataclasses
import datetime

from jsxh_desktop.app.check_lines import lines, records
from jsxh_desktop.app.check_report import Corrected, check_report, conclusion
from jsxh_desktop.app.checkup import CheckUp, account, judged
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.narrative.block import Block, Heading, Paragraph, Table
from jsxh_desktop.rules.rule import Finding, Rule, Severity, Unjudged, Verdict
from tests.filings import archive

DAY = datetime.date(2022, 8, 20)
WRONG = Finding(
    "接待明细0.90万元，比国内公务接待费1.00万元少0.10万元",
    "核对哪个数不对",
    where="公务接待明细",
    places=(Place(ThreePublic.reception_domestic),),
    computed="0.90万元",
)


def rule(id_: str, name: str) -> Rule:
    return Rule(id_, name, Severity.ERROR, "…", "…", "…", lambda _subject: iter(()))


def found(filing: Filing) -> CheckUp:
    verdicts = (
        Verdict(rule("A05", "收支总表-平衡")),
        Verdict(rule("C21", "接待明细"), (WRONG,)),
        Verdict(rule("C25", "政府采购"), (), (Unjudged("小微企业金额还没有填"),)),
    )
    return judged(filing, verdicts)


def reviewed() -> Filing:
    (checked,) = found(archive()).checked
    review = account(checked, "发票次年才到", "王会计", "2022-08-19 16:40")
    return dataclasses.replace(archive(), reviews=(review,))


def text(blocks: tuple[Block, ...]) -> str:
    def said(block: Block) -> str:
        match block:
            case Heading(text=words) | Paragraph(text=words):
                return words
            case Table(head=head, body=body):
                return "\n".join(cell.text for row in (*head, *body) for cell in row)
            case _:
                return ""

    return "\n".join(map(said, blocks))


def test_the_report_says_what_was_found_and_where() -> None:
    report = text(check_report(archive(), found(archive()), DAY))
    assert "审核日期：2022年8月20日" in report
    assert f"{WRONG.message}\n建议：{WRONG.to_do}" in report
    assert "公务接待明细" in report


def test_an_error_nobody_dealt_with_holds_up_the_final_edition() -> None:
    assert "还有1处错误没有改正或核实，不能定稿。" in text(
        check_report(archive(), found(archive()), DAY)
    )


def test_the_account_given_is_printed_with_name_and_time() -> None:
    report = text(check_report(reviewed(), found(reviewed()), DAY))
    assert "已核实：发票次年才到\n王会计　2022-08-19 16:40" in report
    assert "没有未处理的错误，可以定稿。" in report


def test_what_passed_and_what_cannot_be_judged_is_listed() -> None:
    report = text(check_report(archive(), found(archive()), DAY))
    assert "小微企业金额还没有填" in report
    assert "A05\n收支总表-平衡" in report


def test_what_was_put_right_has_a_section_of_its_own() -> None:
    gone = Corrected("A05", "收入总计比支出总计多1.00万元", "2022年8月18日", "2022年8月19日")
    report = text(check_report(archive(), found(archive()), DAY, (gone,)))
    assert "三、已改正的问题" in report
    assert gone.message in report
    assert "五、通过的规则" in report


def test_the_conclusion_counts() -> None:
    said = conclusion(found(reviewed()), corrected=2)
    assert said.startswith("按3条规则审核：1条通过，1条有内容无法判断")
    assert said.endswith("错误0处、提醒0处、提示0处，已核实1处，已改正2处。")


def test_the_signature_closes_the_report() -> None:
    *_, last = check_report(archive(), found(archive()), DAY)
    assert isinstance(last, Table)
    assert "复核人" in last.signature


def test_lines_name_severity_rule_place_and_what_to_do() -> None:
    said = list(lines(archive(), found(archive())))
    assert f"  错误　C21　［公务接待明细］{WRONG.message}；核对哪个数不对" in said
    assert "  无法判断　C25　政府采购：小微企业金额还没有填" in said


def test_records_are_plain_data_for_other_programs() -> None:
    (record,) = records(found(archive()))
    assert record["rule"] == "C21"
    assert record["severity"] == "error"
    assert record["message"] == WRONG.message
    assert record["where"] == "公务接待明细"
    assert record["computed"] == "0.90万元"
    assert record["state"] == "open"
