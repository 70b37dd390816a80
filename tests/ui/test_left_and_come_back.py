"""A page one comes back to, from the help or through another look, stands as it was left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from jsxh_desktop.app import backups
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.edition import Act
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.lobby import Lobby
from jsxh_desktop.ui.window import Window
from tests.killed import killed
from tests.sample_file import put_sample
from tests.store.test_rescue import spoil_table
from tests.ui.checked import press_button, settle
from tests.ui.clerk import Clerk

Press = Callable[..., None]
Write = Callable[[str], None]
VERIFY = 4  # its tab
BEGUN = ("工勤人员不占编制", "发票次年才到", "照批文核定")
TYPED = ("朝天区科协", "051002", "2024")


@pytest.fixture
def clerk(application: Application) -> Iterator[Clerk]:
    application.welcome()
    application.root.focus_force()
    application.root.update()
    yield Clerk(application)
    application.magnify(0)


def lobby(application: Application) -> Lobby:
    assert application.lobby is not None
    return application.lobby


def type_a_unit(application: Application, press: Press, write: Write) -> None:
    lobby(application).go("new_unit")
    application.root.update()
    for text in TYPED[:2]:
        write(text)
        press("<Return>")
    press("<Control-a>")
    write(TYPED[2])


def typed(application: Application) -> tuple[str, ...]:
    view = lobby(application).view
    return tuple(field.get() for field in (view.name, view.code, view.year))


@pytest.mark.parametrize("way", ["help", "about", "settings"])
def test_what_was_typed_for_a_new_unit_is_there_after(
    application: Application, clerk: Clerk, press: Press, write: Write, way: str
) -> None:
    type_a_unit(application, press, write)
    lobby(application).go(way)
    press("<Escape>")
    assert typed(application) == TYPED


def test_the_file_of_a_new_unit_is_named_by_what_was_typed(
    application: Application, clerk: Clerk, press: Press, write: Write
) -> None:
    type_a_unit(application, press, write)
    press("<F1>", "<Escape>")
    assert clerk.sees("朝天区科协.jsxh")


def test_larger_letters_keep_what_was_typed_for_a_new_unit(
    application: Application, clerk: Clerk, press: Press, write: Write
) -> None:
    type_a_unit(application, press, write)
    application.magnify(1)
    application.root.update()
    assert typed(application) == TYPED


def test_larger_letters_keep_the_way_back(
    application: Application, clerk: Clerk, press: Press, write: Write
) -> None:
    type_a_unit(application, press, write)
    lobby(application).go("settings")
    application.magnify(1)
    application.root.update()
    press("<Escape>")
    assert typed(application) == TYPED
    press("<Escape>")
    assert lobby(application).page == "welcome"


@pytest.fixture
def damaged(application: Application, clerk: Clerk, tmp_path: Path) -> Path:
    """A workbook that cannot be opened, offered its one backup."""
    path = put_sample(tmp_path / "朝天区科协.jsxh")
    workspace = Workspace.open(path)
    backups.take_now(workspace)
    workspace.leave(Place(Organization.short_name), "区科协")
    workspace.close()
    spoil_table(path, "组织学术活动")
    application.open_or_tell(path)
    clerk.look()
    return path


@pytest.mark.parametrize("way", ["help", "settings"])
def test_the_backups_of_a_damaged_workbook_are_offered_again(
    application: Application, clerk: Clerk, damaged: Path, press: Press, way: str
) -> None:
    lobby(application).go(way)
    press("<Escape>", "<Return>")
    clerk.wait(lambda: clerk.sees("处修改都找回来了"))


def test_the_backups_are_offered_again_after_an_inspection(
    application: Application, clerk: Clerk, damaged: Path, press: Press
) -> None:
    clerk.click("检查数据库")
    clerk.look()
    press("<Escape>", "<Return>")
    clerk.wait(lambda: clerk.sees("处修改都找回来了"))


def test_an_inspection_is_made_again_of_the_same_file(
    application: Application, clerk: Clerk, damaged: Path, press: Press
) -> None:
    clerk.click("检查数据库")
    clerk.wait(lambda: not clerk.sees("正在检查"))
    said = set(clerk.words)
    assert "发现 1 处问题" in said
    press("<F1>", "<Escape>")
    clerk.wait(lambda: not clerk.sees("正在检查"))
    assert set(clerk.words) == said


def test_what_came_back_of_a_damaged_workbook_is_still_told(
    application: Application, clerk: Clerk, damaged: Path, press: Press
) -> None:
    press("<Return>")
    clerk.wait(lambda: clerk.sees("处修改都找回来了"))
    press("<F1>", "<Escape>")
    clerk.wait(lambda: clerk.sees("处修改都找回来了"))
    press("<Return>")
    clerk.wait(lambda: application.window)


def test_a_restoring_one_looks_away_from_is_told_of(
    clerk: Clerk, damaged: Path, press: Press
) -> None:
    press("<Return>", "<F1>", "<Escape>")
    clerk.wait(lambda: clerk.sees("处修改都找回来了"))


@pytest.mark.parametrize("has_workbook", [True, False])
def test_larger_letters_keep_the_article_one_reads(
    application: Application, clerk: Clerk, tmp_path: Path, has_workbook: bool
) -> None:
    if has_workbook:
        application.open(put_sample(tmp_path / "朝天区科协.jsxh"))
    frame = application.window or lobby(application)
    frame.go("help").open("backup")
    application.magnify(1)
    clerk.look()
    assert clerk.sees("保存与备份")


@pytest.fixture
def larger(application: Application, window: Window) -> Iterator[Callable[[], Window]]:
    """Builds the frame anew in larger letters."""

    def call() -> Window:
        application.magnify(1)
        application.root.update()
        assert application.window
        return application.window

    yield call
    application.magnify(0)


Larger = Callable[[], Window]


def test_larger_letters_keep_the_way_back_to_a_form(
    window: Window, press: Press, larger: Larger
) -> None:
    window.go("income")
    window.go("settings")
    now = larger()
    press("<Escape>")
    assert now.page == "income"


def test_larger_letters_keep_the_field_one_is_in(
    window: Window, write: Write, larger: Larger
) -> None:
    window.jump(Place(Organization.contact))
    window.root.update()
    write("张三")
    now = larger()
    assert now.workspace.text(Place(Organization.contact)) == "张三"
    write("李四")  # over what is chosen there, as wherever one comes to a field
    now.flush()
    assert now.workspace.text(Place(Organization.contact)) == "李四"


def test_larger_letters_keep_the_cell_of_a_grid(
    window: Window, press: Press, larger: Larger
) -> None:
    window.go("income")
    first = cell(window)
    press("<Down>", "<Down>", "<Right>")
    before = cell(window)
    assert before != first
    assert cell(larger()) == before


def shown(window: Window) -> Any:
    """The page on the desk."""
    return window.view


def cell(window: Window) -> object:
    return shown(window).left()


def test_larger_letters_keep_a_reason_to_return_a_year(
    window: Window, press: Press, write: Write, larger: Larger
) -> None:
    stage = window.go("sign_off").tabs.view
    stage.do(Act.HAND_OVER)
    now = larger()
    now.go("sign_off").tabs.view.reason.focus_set()
    write("金额不对")
    assert shown(larger()).tabs.view.reason.get() == "金额不对"


def test_larger_letters_keep_the_code_one_compares(
    window: Window, write: Write, larger: Larger
) -> None:
    page = window.go("sign_off")
    page.tabs.turn(VERIFY)
    page.focus_first()
    write("1A2B")
    assert shown(larger()).tabs.view.given.get() == "1A2B"


def test_a_reason_that_was_begun_is_there_where_one_comes_back(
    window: Window, press: Press, write: Write, larger: Larger
) -> None:
    findings = at_the_first_of(settle(window).go("checks").view)
    press_button(findings.detail.widget, "核实…")
    write("工勤人员不占编制")
    findings.focus_first()
    press("<Down>", "<Up>")
    press_button(findings.detail.widget, "接着核实…")
    assert reason(window) == "工勤人员不占编制"
    findings = at_the_first_of(shown(settle(larger())).view)
    press_button(findings.detail.widget, "接着核实…")
    assert reason(window) == "工勤人员不占编制"


def test_reasons_that_were_begun_are_asked_of_after_a_crash(
    application: Application, window: Window, press: Press, write: Write
) -> None:
    findings = at_the_first_of(settle(window).go("checks").view)
    for text in BEGUN:
        press_button(findings.detail.widget, "核实…")
        write(text)
        findings.focus_first()
        press("<Down>")
    application.open(killed(window.workspace))
    assert application.window
    page: Any = application.window.view
    assert {each.found for each in page.found} == set(BEGUN)


def at_the_first_of(findings: Any) -> Any:
    findings.focus_first()
    return findings


def reason(window: Window) -> str:
    box: Any = window.root.focus_get()
    return str(box.get())
