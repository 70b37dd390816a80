"""A17, A18, A20 and B17 on the tables a document prints, with faults put into them."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings

from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.local_code import Classification, LocalCode
from jsxh_desktop.domain.place import Place
from jsxh_desktop.narrative.block import Block, Cell, Table
from jsxh_desktop.narrative.document import compose
from jsxh_desktop.reports.public_tables import public_tables
from jsxh_desktop.rules.rule import Finding, Severity, judge
from jsxh_desktop.rules.subject import Subject
from jsxh_desktop.rules.tables.printed_tables import printed_tables
from tests.filings import FUNDS, PROJECT, gappy, spent
from tests.rules.stating import (
    PACK,
    RULES,
    found,
    kexie,
    messages,
    numbered,
    small,
    spending,
    stating,
    verdict,
)
from tests.rules.tampering import changed

PRINTED = ("A17", "A18", "A20", "B17")


@cache
def sample_printed() -> Subject:
    return printing(kexie())


def printing(filing: Filing) -> Subject:
    """A filing with its document, the tables too."""
    return Subject(filing, PACK, compose(filing, PACK, tables=public_tables(filing, PACK)))


def tampered(subject: Subject, title: str, old: str, new: str, *, times: int = 1) -> Subject:
    """The document with cells of one table, the first so many, saying something else."""
    left = [times]

    def change(block: Block) -> Block:
        if not isinstance(block, Table) or title not in block.title:
            return block
        return dataclasses.replace(block, body=tuple(map(row, block.body)))

    def row(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(map(cell, cells))

    def cell(one: Cell) -> Cell:
        if left[0] and one.text == old:
            left[0] -= 1
            return one._replace(text=new)
        return one

    told = changed(subject, change)
    assert not left[0], old
    return told


def with_tables(subject: Subject, title: str, **facts: Any) -> Subject:
    """The document with facts of the tables of a title replaced."""
    return changed(
        subject,
        lambda block: (
            dataclasses.replace(block, **facts)
            if isinstance(block, Table) and title in block.title
            else block
        ),
    )


def without_tables(subject: Subject, title: str) -> Subject:
    return changed(
        subject,
        lambda block: None if isinstance(block, Table) and title in block.title else block,
    )


def of(rule_id: str, subject: Subject) -> tuple[Finding, ...]:
    return judge(RULES[rule_id], subject).findings


@pytest.mark.parametrize("rule_id", PRINTED)
def test_the_tables_the_program_prints_pass(rule_id: str) -> None:
    assert of(rule_id, sample_printed()) == ()
    assert of(rule_id, printing(small())) == ()


def test_every_printed_table_is_read_back() -> None:
    read = {each.id for each in printed_tables(sample_printed()) if each.cells}
    assert read == {table.id for table in PACK.tables}


@given(gappy())
@settings(max_examples=10)
def test_a_document_with_gaps_raises_no_alarm(filing: Filing) -> None:
    subject = printing(numbered(filing))
    for rule_id in ("A18", "A20", "B17"):
        assert of(rule_id, subject) == ()


def test_a_changed_figure_of_a_printed_table_is_found() -> None:
    wrong = tampered(sample_printed(), "一般公共预算财政拨款支出决算表", "103.35", "108.35")
    (finding,) = of("B17", wrong)
    assert finding.message == ("附表中“206科学技术支出”的基本支出印成108.35万元，应为103.35万元")
    assert finding.words == "108.35"
    assert finding.places[0] == Place(ExpenditureLine.final, 1)


@pytest.mark.parametrize(
    ("title", "old"),
    [
        ("收入支出决算总表", "141.65"),
        ("收入决算表", "96.94"),
        ("财政拨款收入支出决算总表", "8.99"),
        ("基本支出决算表", "107.37"),
        ("项目支出决算表", "16.30"),
        ("“三公”经费支出决算表", "0.48"),
        ("支出决算明细表", "33.30"),
    ],
)
def test_no_printed_table_is_trusted(title: str, old: str) -> None:
    assert of("B17", tampered(sample_printed(), title, old, "77.77"))


def test_a_row_that_is_left_out_is_found() -> None:
    def change(block: Block) -> Block:
        if isinstance(block, Table) and block.title == "支出决算表":
            kept = tuple(row for row in block.body if row[0].text != "2060702")
            return dataclasses.replace(block, body=kept)
        return block

    (finding,) = of("B17", changed(sample_printed(), change))
    assert finding.message == "附表中没有2060702科普活动这一行"


def test_a_table_of_another_layout_is_left_alone() -> None:
    subject = with_tables(sample_printed(), "收入决算表", head=((),))
    assert of("B17", subject) == ()


def test_a_name_that_is_not_its_codes_is_found() -> None:
    wrong = tampered(sample_printed(), "收入决算表", "科普活动", "科普工作")
    (finding,) = of("A17", wrong)
    assert finding.message == "2060702印成“科普工作”，科目表中是“科普活动”"
    assert finding.severity is Severity.WARNING


def test_s34_a_table_that_is_not_printed_is_missed() -> None:
    (finding,) = of("A18", without_tables(sample_printed(), "基本支出决算表"))
    assert finding.message == "附表中没有八、一般公共预算财政拨款基本支出决算表"


def test_an_empty_table_has_to_say_so() -> None:
    bare = with_tables(sample_printed(), "政府性基金预算财政拨款收入", notes=())
    (finding,) = of("A18", bare)
    assert finding.about == "JJ 说明"
    assert "没有数据，表下没有注明" in finding.message


def test_a_table_with_figures_must_not_say_it_is_empty() -> None:
    line = spent("2120801", PROJECT, "1.00", "1.00", fund=FUNDS)
    filing = numbered(dataclasses.replace(small(), expenditure=(*small().expenditure, line)))
    noted = ("说明：松溪县档案馆本年度没有政府性基金收支，故本表无数据。",)
    wrong = with_tables(printing(filing), "政府性基金预算财政拨款收入", notes=noted)
    assert [finding.about for finding in of("A18", wrong)] == ["JJ 说明"]


@pytest.mark.parametrize("rule_id", PRINTED)
def test_a_document_composed_without_its_tables_says_nothing(rule_id: str) -> None:
    assert of(rule_id, Subject(kexie(), PACK, compose(kexie(), PACK))) == ()


def test_every_table_says_its_unit() -> None:
    (finding,) = of("A20", with_tables(sample_printed(), "收入支出决算总表", right_note=""))[:1]
    assert finding.message == "收入支出决算总表没有写金额单位"


def test_all_tables_count_in_one_unit() -> None:
    other = with_tables(sample_printed(), "基本支出决算表", right_note="金额单位：元")
    (finding,) = of("A20", other)
    assert finding.message == ("一般公共预算财政拨款基本支出决算表的金额单位是元，其他表是万元")


def test_amounts_have_two_decimals() -> None:
    (finding,) = of("A20", tampered(sample_printed(), "项目支出决算表", "16.30", "16.3"))
    assert finding.message == ("一般公共预算财政拨款项目支出决算表的金额16.3不是两位小数")
    assert finding.severity is Severity.WARNING


def test_a_code_the_year_does_not_have_is_told_once_with_its_lines() -> None:
    filing = spending(small(), 2, functional="2012699")
    (finding,) = found("A17", filing)
    assert finding.message == "功能分类科目编码2012699当年科目表中没有"
    assert finding.places == (Place(ExpenditureLine.functional, 2),)


def test_a_code_of_four_digits_is_none() -> None:
    income = (dataclasses.replace(small().income[0], functional="2012"),)
    (finding,) = found("A17", dataclasses.replace(small(), income=income))
    assert finding.message == "功能分类科目编码2012不是3、5、7位数字"
    assert finding.places == (Place(IncomeLine.functional, 1),)


def test_codes_without_a_table_of_the_year_are_not_judged() -> None:
    bare = dataclasses.replace(small(), functional_codes=Filing(2021).functional_codes)
    (reason,) = verdict("A17", bare).unjudged
    assert reason.reason == "没有当年的功能分类科目表"


def adding(code: str, name: str) -> Filing:
    local = LocalCode(Classification.FUNCTIONAL, code, name, id=1)
    return dataclasses.replace(small(), local_codes=(local,))


def test_a_code_the_unit_added_is_known() -> None:
    filing = spending(adding("2012699", "其他档案事务支出"), 2, functional="2012699")
    assert found("A17", filing) == ()


def test_an_added_code_needs_a_parent() -> None:
    assert messages("A17", adding("2019901", "国家赔偿费用支出")) == [
        "地方扩展科目2019901的上级20199在科目表中没有"
    ]


def test_an_added_code_takes_no_official_one() -> None:
    (finding,) = found("A17", adding("2012604", "档案数字化"))
    assert (
        finding.message == "地方扩展科目2012604写的是“档案数字化”，科目表中2012604的名称是“档案馆”"
    )
    assert finding.severity is Severity.WARNING


def test_a_code_of_an_official_table_that_the_year_does_not_have_is_told() -> None:
    (finding,) = found("A17", stating(small(), ("ZC", "2299901", "项目支出"), "1.00"))
    assert finding.message == "原表中的科目编码2299901在当年科目表中没有"
