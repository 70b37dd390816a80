"""The terms a window shows: those that print, in print order, with whose words explain them."""

from __future__ import annotations

import dataclasses

from hypothesis import given, settings

from jsxh_desktop.app.packs import load_pack
from jsxh_desktop.app.terms_model import (
    Explained,
    Whose,
    added,
    change_of,
    explained,
    is_given,
    restored,
    reworded,
    unused,
    waits_for,
)
from jsxh_desktop.domain.change import Added, Removed
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.report_text import Term
from jsxh_desktop.narrative.block import Paragraph
from jsxh_desktop.narrative.terms_explained import terms_explained
from jsxh_desktop.narrative.wording import Wording, clause
from tests.filings import agreeing, archive

PACK = load_pack("sichuan-2021")
ARCHIVES = "一般公共服务（类）档案事务（款）档案馆（项）"


def with_terms(*terms: Term) -> Filing:
    return dataclasses.replace(archive(), terms=terms)


def found(filing: Filing, name: str) -> Explained:
    return next(each for each in explained(filing, PACK) if each.name == name)


@settings(max_examples=20)
@given(agreeing())
def test_the_terms_are_those_that_print_in_their_order(filing: Filing) -> None:
    terms = Term("科普画廊", "指展示科普知识的长廊", id=1), Term("项目支出", "指另一回事", id=2)
    filing = dataclasses.replace(filing, terms=terms)
    printed = terms_explained(Wording(filing, PACK))
    lines = [block.text for block in printed if isinstance(block, Paragraph)]
    expected = [
        f"{number}.{each.name}：{clause(each.text)}。"
        for number, each in enumerate(explained(filing, PACK), 1)
    ]
    assert lines == expected


def test_a_term_without_the_units_words_has_the_given_ones() -> None:
    term = found(archive(), "基本支出")
    assert term.whose is Whose.GIVEN
    assert term.text == PACK.terms["基本支出"]
    assert term.place is None


def test_the_units_own_words_stand_before_the_given_ones() -> None:
    term = found(with_terms(Term("基本支出", "指人员和公用支出", id=4)), "基本支出")
    assert (term.whose, term.text, term.key) == (Whose.OWN, "指人员和公用支出", 4)
    assert term.given == PACK.terms["基本支出"]


def test_an_item_may_be_explained_under_its_short_name() -> None:
    term = found(with_terms(Term("档案馆", "指县档案馆的支出", id=4)), ARCHIVES)
    assert (term.whose, term.key) == (Whose.OWN, 4)


def test_a_record_without_words_leaves_the_given_ones() -> None:
    term = found(with_terms(Term("基本支出", "", id=4)), "基本支出")
    assert (term.whose, term.key) == (Whose.GIVEN, 4)


def test_what_the_unit_adds_comes_last() -> None:
    *_, last = explained(with_terms(Term("密集架", "", id=4)), PACK)
    assert (last.name, last.whose, last.added) == ("密集架", Whose.NOBODY, True)


def test_a_term_of_the_library_is_unused_until_the_unit_adds_it() -> None:
    names = {each.name for each in unused(archive(), PACK)}
    assert "经营收入" in names
    added_one = with_terms(Term("经营收入", "", id=4))
    assert "经营收入" not in {each.name for each in unused(added_one, PACK)}
    assert found(added_one, "经营收入").text == PACK.terms["经营收入"]


def test_the_given_words_typed_again_are_no_words_of_the_units_own() -> None:
    term = found(archive(), "基本支出")
    assert is_given(term, PACK.terms["基本支出"].rstrip("。"))
    assert is_given(term, "  ")
    assert not is_given(term, "指人员支出")


def test_typing_the_given_words_over_ones_own_restores_them() -> None:
    own = found(with_terms(Term("基本支出", "指人员支出", id=4)), "基本支出")
    assert change_of(own, PACK.terms["基本支出"]) == restored(own)
    assert change_of(own, "") == restored(own)


def test_leaving_the_given_words_as_they_are_changes_nothing() -> None:
    term = found(archive(), "基本支出")
    assert change_of(term, term.text) is None


def test_other_words_are_left_at_the_record_there_is() -> None:
    own = found(with_terms(Term("基本支出", "指人员支出", id=4)), "基本支出")
    assert change_of(own, "指别的") == own.place


def test_an_added_term_may_lose_its_words_and_stay() -> None:
    *_, last = explained(with_terms(Term("密集架", "指书架", id=4)), PACK)
    assert change_of(last, "") == last.place


def test_own_words_come_as_a_record_and_go_with_it() -> None:
    step = reworded(found(archive(), "基本支出"), "指人员支出")
    assert step == ("修改“基本支出”的解释", (Added(Term("基本支出", "指人员支出")),))
    own = found(with_terms(Term("基本支出", "指人员支出", id=4)), "基本支出")
    assert restored(own) == ("恢复“基本支出”的原文", (Removed(Term, 4),))


def test_an_added_term_is_removed_not_restored() -> None:
    *_, last = explained(with_terms(Term("密集架", "指书架", id=4)), PACK)
    assert restored(last).title == "删去名词“密集架”"


def test_a_term_is_added_by_its_name_alone() -> None:
    assert added("密集架") == ("增加名词“密集架”", (Added(Term("密集架")),))


def test_the_items_wait_for_the_expenditure() -> None:
    assert waits_for(Filing(2021)) == "支出决算（按功能分类）"
    assert waits_for(archive()) == ""
