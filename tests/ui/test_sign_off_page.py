"""定稿与复核 at the keyboard: signed, locked, compared, unlocked; a locked page is only read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jsxh_desktop.domain.edition import Act, Stage
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.sign_off_page import SignOffPage
from jsxh_desktop.ui.window import Window
from tests.ui.checked import settle, wait, words
from tests.ui.clerk import Clerk

pytestmark = pytest.mark.page("sign_off")

Press = Callable[..., None]
Write = Callable[[str], None]
RECEPTION = Place(ThreePublic.reception_domestic)
LOCKED = "2021年度已经定稿，只能看。要改先解除定稿"


@pytest.fixture
def clerk(application: Application, window: Window) -> Clerk:
    return Clerk(application)


def page(clerk: Clerk) -> SignOffPage:
    made: SignOffPage = clerk.window.go("sign_off")
    clerk.look()
    return made


def lock(clerk: Clerk) -> None:
    """Both signatures, and the frame built anew as the page has it."""
    offs = clerk.window.workspace.workbook.sign_offs
    for act in (Act.HAND_OVER, Act.FINALISE):
        offs.sign(clerk.window.workspace.filing_id, act, "王所长")
    clerk.window.do["year"]("2021年度")
    clerk.look()


def stage(clerk: Clerk) -> Stage:
    return clerk.window.workspace.lock.standing.stage


def test_a_year_is_signed_off_by_enter_alone(clerk: Clerk, press: Press, write: Write) -> None:
    settle(clerk.window)
    page(clerk)
    write("李会计")
    press("<Return>")
    assert stage(clerk) is Stage.REVIEW
    settle(clerk.window)
    page(clerk)
    write("王所长")
    press("<Return>")
    assert stage(clerk) is Stage.FINAL
    assert clerk.sees(LOCKED)
    assert clerk.sees("定稿 第1版")


@pytest.mark.looks
def test_the_stage_beside_the_year_leads_to_the_page(clerk: Clerk) -> None:
    clerk.click("草稿")
    assert clerk.window.page == "sign_off"


@pytest.mark.looks
def test_the_search_leads_to_the_page(clerk: Clerk) -> None:
    clerk.jump("定稿与复核")
    assert clerk.window.page == "sign_off"


@pytest.mark.looks
def test_a_reason_too_long_for_its_column_is_told_below(clerk: Clerk) -> None:
    tabs = page(clerk).tabs
    clerk.click("和上年比")
    tabs.focus_first()
    clerk.look()
    assert clerk.sees(f"写的原因：{clerk.window.workspace.filing.reasons.total[:30]}")


def test_undo_of_a_locked_year_says_why_not(clerk: Clerk, press: Press) -> None:
    clerk.window.workspace.leave(Place(Organization.short_name), "区协")
    lock(clerk)
    press("<Control-z>")
    assert clerk.window.workspace.filing.organization.short_name == "区协"


def test_the_band_leads_to_unlocking_which_asks_why(
    clerk: Clerk, press: Press, write: Write
) -> None:
    lock(clerk)
    clerk.window.go("income")
    clerk.click("去解除定稿 →")
    assert clerk.window.page == "sign_off"
    clerk.click("解除定稿")
    assert clerk.sees("写一句为什么解除定稿")
    assert stage(clerk) is Stage.FINAL
    write("财政局退回")
    clerk.click("解除定稿")
    assert stage(clerk) is Stage.DRAFT
    assert not clerk.sees(LOCKED)
    clerk.window.jump(RECEPTION)
    clerk.look()
    clerk.write("0.50")
    press("<Return>")
    assert clerk.window.workspace.text(RECEPTION) == "0.50"


def test_amounts_are_keyed_blind_one_after_the_other(
    clerk: Clerk, press: Press, write: Write
) -> None:
    shown = page(clerk)
    shown.tabs.turn(3)
    shown.focus_first()
    write("12.5")
    press("<Return>")
    assert clerk.sees("输了 1 个")
    assert not any("6.41" in each for each in words(shown.widget))
    clerk.click("对照")
    shown.focus_first()
    assert clerk.window.page == "sign_off"


def test_who_does_what_is_said_by_who_runs_it(clerk: Clerk, press: Press, write: Write) -> None:
    shown = page(clerk)
    shown.tabs.turn(5)
    clerk.look()
    shown.focus_first()
    write("王所长")
    press("<Return>")
    offs = clerk.window.workspace.workbook.sign_offs
    assert [each.name for each in offs.people()] == ["王所长"]


def test_open_errors_are_told_of_before_the_last_signature(clerk: Clerk, press: Press) -> None:
    clerk.window.workspace.leave(RECEPTION, "9999")
    settle(clerk.window)
    page(clerk)
    press("<Return>")
    settle(clerk.window)
    page(clerk)
    wait(clerk.window, lambda: clerk.sees("处错误还没有处理"))
    press("<Return>")
    assert stage(clerk) is Stage.REVIEW
    clerk.click(next(each for each in clerk.words if "看错误" in each))
    assert clerk.window.page == "checks"
