"""Which reasons are asked for: the very ones the document would print a gap for."""

from __future__ import annotations

import dataclasses
import re

from hypothesis import given, settings

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.reasons_model import (
    Need,
    Question,
    alike,
    begun,
    questions,
    title_of,
    variances,
)
from jsxh_desktop.domain.change import Added
from jsxh_desktop.domain.entry import Entry
from jsxh_desktop.domain.expenditure import Variance
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.report_text import Reasons
from jsxh_desktop.domain.stated import gap
from jsxh_desktop.domain.terms import UnitNature
from jsxh_desktop.narrative.block import Gap, Paragraph
from jsxh_desktop.narrative.document import compose
from tests.filings import FEN_AMOUNTS, agreeing, archive

PACK = load_pack("sichuan-2021")


def printed(filing: Filing) -> str:
    blocks = (block for part in compose(filing, PACK) for block in part.blocks)
    return "\n".join(block.text for block in blocks if isinstance(block, (Paragraph, Gap)))


def unreasoned(filing: Filing) -> Filing:
    return dataclasses.replace(filing, reasons=Reasons(), variances=())


def asked(filing: Filing, entry: Entry[str]) -> Question:
    return next(each for each in questions(filing) if each.entry is entry)


@settings(max_examples=30)
@given(agreeing(FEN_AMOUNTS))
def test_a_reason_is_asked_for_where_the_document_prints_a_gap_for_it(filing: Filing) -> None:
    filing = unreasoned(filing)
    text = printed(filing)
    for question in questions(filing):
        owed = gap(question.entry.label) in text
        assert (question.need is Need.OWED) == owed, question.name


@settings(max_examples=30)
@given(agreeing(FEN_AMOUNTS))
def test_an_item_is_asked_for_where_the_document_prints_a_gap_for_it(filing: Filing) -> None:
    filing = unreasoned(filing)
    gaps = re.findall(f"〔待填：[^〔〕]*（项）{Variance.reason.label}〕", printed(filing))
    owed = [each for each in variances(filing) if each.need is Need.OWED]
    assert len(owed) == len(gaps)


def test_a_question_says_both_figures_and_the_years_they_are_of() -> None:
    question = asked(archive(), Reasons.total)
    assert question.called == ("2020 年", "2021 年")
    assert (question.first, question.second) == (wan("100"), wan("110"))


def test_last_years_figure_is_typed_while_the_workbook_does_not_hold_that_year() -> None:
    assert asked(archive(), Reasons.total).prior == Place(PriorYear.total)


def test_last_years_figure_is_not_typed_where_the_workbook_holds_that_year() -> None:
    filing = dataclasses.replace(archive(), before=dataclasses.replace(archive(), year=2020))
    question = asked(filing, Reasons.total)
    assert question.prior is None
    assert question.need is Need.STILL
    assert question.why == "持平"


def test_a_blank_figure_is_named_with_the_page_to_fill_it_in_on() -> None:
    prior = dataclasses.replace(archive().prior_year, overseas=None)
    question = asked(dataclasses.replace(archive(), prior_year=prior), Reasons.overseas)
    assert question.need is Need.UNKNOWN
    assert (question.missing, question.page) == ("上年因公出国（境）费", "reasons")


def test_a_figure_blank_in_the_year_the_workbook_holds_is_not_sent_to_this_years_pages() -> None:
    spent = dataclasses.replace(archive().three_public, overseas=None)
    before = dataclasses.replace(archive(), year=2020, three_public=spent)
    question = asked(dataclasses.replace(archive(), before=before), Reasons.overseas)
    assert question.need is Need.UNKNOWN
    assert question.page == ""


def test_an_institution_owes_nothing_for_agency_running() -> None:
    unit = Organization(full_name="某馆", nature=UnitNature.INSTITUTION)
    question = asked(dataclasses.replace(archive(), organization=unit), Reasons.agency_running)
    assert (question.need, question.why) == (Need.STILL, "事业单位不写")


def test_an_item_with_its_reason_has_a_place() -> None:
    found = {each.code: each for each in variances(archive())}
    assert found["2012604"].place == Place(Variance.reason, 1)
    assert found["2012604"].text == "按进度支付"
    assert found["2012601"].why == "决算数等于预算数"


def test_an_item_without_a_record_gets_one_with_its_first_words() -> None:
    question = next(each for each in variances(unreasoned(archive())) if each.code == "2080505")
    assert question.place is None
    step = begun(question, "年中追加")
    name = "2080505 机关事业单位基本养老保险缴费支出"
    assert step == (f"填写“{name}”的预决算差异原因", (Added(Variance("2080505", "年中追加")),))
    assert title_of(question) == f"修改“{name}”的预决算差异原因"


def test_a_reason_for_an_item_that_is_gone_is_still_shown() -> None:
    filing = dataclasses.replace(archive(), variances=(Variance("2120801", "已取消", id=5),))
    *_, stray = variances(filing)
    assert (stray.code, stray.need, stray.why) == ("2120801", Need.STILL, "没有这一项了")


def test_a_reason_that_repeats_another_word_for_word_says_so() -> None:
    reasons = dataclasses.replace(archive().reasons, total="调资", appropriation="调资")
    found = alike(questions(dataclasses.replace(archive(), reasons=reasons)))
    assert found == {"财政拨款收支总计": "收支总计"}
