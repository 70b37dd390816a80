"""C21: the list of receptions, as entered and as printed."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import wan
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.terms import Precision, ReceptionKind
from jsxh_desktop.domain.three_public import Reception, ThreePublic
from jsxh_desktop.rules.rule import Finding, Severity
from jsxh_desktop.rules.statements.receptions import visits_make_the_reception
from jsxh_desktop.rules.subject import Subject
from tests import seed
from tests.filings import archive
from tests.rules.tampering import PACK, composed, findings, of_archive, rewritten, unjudged

DOMESTIC, FOREIGN = ReceptionKind.DOMESTIC, ReceptionKind.FOREIGN


def entered(*visits: Reception, **facts: Any) -> Filing:
    """The archive with these receptions and facts, and as many batches as receptions."""
    facts.setdefault("batches", len(visits))
    spent = dataclasses.replace(archive().three_public, **facts)
    return dataclasses.replace(archive(), receptions=visits, three_public=spent)


def visit(subject: str, amount: str, kind: ReceptionKind = DOMESTIC, key: int = 1) -> Reception:
    return Reception(kind, subject, wan(amount), id=key)


def said(subject: Subject) -> list[Finding]:
    return list(findings(visits_make_the_reception, subject))


def of(filing: Filing) -> list[Finding]:
    """What is found in the entries alone."""
    return said(Subject(filing, PACK))


def test_a_list_that_agrees_is_no_finding() -> None:
    assert not said(composed(entered(visit("接待省馆调研", "1.00"))))


def test_a_list_that_does_not_make_the_cost() -> None:
    (found,) = of(entered(visit("接待省馆调研", "0.90")))
    assert found.message == "接待明细合计0.90万元，国内公务接待费决算是1.00万元"
    assert found.severity is None
    assert found.places[0] == Place(Reception.amount, 1)


def test_a_difference_that_rounding_explains_is_a_hint() -> None:
    visits = [visit("接待调研", "0.33", key=key) for key in range(3)]
    filing = dataclasses.replace(entered(*visits), precision=Precision.HUNDREDTH_WAN)
    (found,) = of(filing)
    assert found.severity is Severity.INFO
    assert of(dataclasses.replace(filing, precision=Precision.FEN))[0].severity is None


def test_foreign_visits_are_added_apart() -> None:
    domestic, foreign = visit("接待调研", "1.00"), visit("接待外宾", "0.50", FOREIGN, 2)
    facts = {"batches": 1, "foreign_batches": 1, "foreign_persons": 3, "foreign_purpose": "访问"}
    assert not of(entered(domestic, foreign, reception_foreign=wan("0.50"), **facts))
    (found,) = of(entered(domestic, foreign, reception_foreign=wan("0.40"), **facts))
    assert found.message == "接待明细合计0.50万元，外事接待费决算是0.40万元"


def test_s13_fewer_entries_than_batches() -> None:
    found = next(each for each in said(seed.printed()) if each.about == "明细条数")
    assert found.message == "接待明细6条，少于8批次（每批600.00元，人均68.57元）"
    assert found.severity is Severity.WARNING


def test_s13_the_list_itself_adds_up() -> None:
    assert not [each for each in said(seed.printed()) if "合计" in each.message]


def test_more_entries_than_batches_want_a_look() -> None:
    visits = visit("接待甲", "0.50"), visit("接待乙", "0.50", key=2)
    assert "多于1批次" in of(entered(*visits, batches=1))[0].message


@pytest.mark.parametrize(
    ("facts", "words"),
    [({"persons": 0}, "填的是1、0"), ({"batches": 1, "persons": 0}, "填的是1、0")],
)
def test_money_without_guests_wants_a_look(facts: dict[str, int], words: str) -> None:
    (found,) = of(entered(visit("接待调研", "1.00"), **facts))
    assert words in found.message
    assert found.severity is Severity.WARNING


def test_fewer_persons_than_batches_are_perhaps_the_wrong_way_round() -> None:
    visits = [visit("接待调研", "0.25", key=key) for key in range(4)]
    assert of(entered(*visits, persons=3))[0].message == "国内公务接待3人次，少于4批次"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("36届青少年创新大赛评审工作用餐", "大赛"),
        ("举办2021年科技活动周活动用餐", "举办"),
        ("接待帮扶村干部到朝天参加学习用餐", "参加学习"),
    ],
    ids=["jury", "event", "course"],
)
def test_s54_a_meal_that_may_be_no_reception_is_a_hint(words: str, shown: str) -> None:
    (found,) = of(entered(visit(words, "1.00")))
    assert f"写有“{shown}”" in found.message
    assert found.severity is Severity.INFO


def test_s54_a_guest_named_is_a_hint() -> None:
    (found,) = of(entered(visit("接待省科协夏主任一行到朝天验收工作用餐", "1.00")))
    assert "写了“夏主任”" in found.message
    assert found.words == "夏主任"


def test_an_office_is_no_name() -> None:
    assert not of(entered(visit("接待市办公室主任会议代表", "1.00")))


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"batches": None}, "国内公务接待批次"),
        ({"reception_domestic": None}, "国内公务接待费决算"),
    ],
)
def test_a_blank_cannot_be_judged(facts: dict[str, None], missing: str) -> None:
    subject = Subject(entered(visit("接待调研", "1.00"), **facts), PACK)
    reasons = {each.reason for each in unjudged(visits_make_the_reception, subject)}
    assert f"{missing}还没有填" in reasons


def test_a_list_nobody_typed_cannot_be_judged() -> None:
    (blank,) = unjudged(visits_make_the_reception, Subject(entered(batches=2), PACK))
    assert blank.places == (Place(ThreePublic.reception_domestic),)


# ---- as the text tells it -------------------------------------------------------------------


def told(old: str, new: str) -> list[str]:
    """What is found of the archive's text that is not found without the change."""
    before = {each.message for each in said(of_archive())}
    changed = said(rewritten(of_archive(), old, new))
    return [each.message for each in changed if each.message not in before]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("5批次", "6批次", "国内公务接待批次写的是6，按填报的数应为5"),
        ("40人次", "4人次", "国内公务接待人次写的是4，按填报的数应为40"),
        (
            "共计支出1.00",
            "共计支出1.10",
            "国内公务接待费共计支出写的是1.10万元，按填报的数应为1.00万元",
        ),
        ("检查0.40", "检查0.45", "接待明细“接待市馆检查”写的是0.45万元，按填报的数应为0.40万元"),
        ("；接待市馆检查0.40万元", "", "接待明细里的“接待市馆检查”没有写进文中"),
        ("；接待市馆", "；接待县馆0.10万元；接待市馆", "文中的“接待县馆0.10万元”不在接待明细里"),
    ],
    ids=["batches", "persons", "together", "amount", "dropped", "added"],
)
def test_the_text_tells_what_is_entered(old: str, new: str, message: str) -> None:
    assert told(old, new) == [message]


def test_two_amounts_the_wrong_way_round_are_both_found() -> None:
    swapped = told("调研0.60万元；接待市馆检查0.40", "调研0.40万元；接待市馆检查0.60")
    assert len(swapped) == 2


def test_an_amount_with_another_number_of_decimals_is_the_same() -> None:
    assert told("检查0.40万元", "检查0.4万元") == []


def test_a_subject_that_ends_another_ones_words_is_told_apart() -> None:
    visits = (visit("接待省馆调研", "0.60"), visit("调研", "0.40", key=2))
    assert not said(composed(entered(*visits)))
