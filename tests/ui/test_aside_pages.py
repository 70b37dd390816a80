"""The pages beside the filing: settings, help, about, what was found after a crash."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jsxh_desktop.app import copies
from jsxh_desktop.app.help import articles
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.organization import Duty, Organization, Staffing
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.prior_year import PriorYear
from jsxh_desktop.domain.report_text import DepartmentReport, ProjectReport, Reasons, Term
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.store import batch
from jsxh_desktop.store.errors import FileCannotBeWritten
from jsxh_desktop.store.keylog import KeyLog, beside
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.window import Window

Press = Callable[..., None]
Write = Callable[[str], None]


def saved_words(window: Window) -> str:
    return window._status.saved_words  # noqa: SLF001 - whether all is saved, in the status line


@pytest.mark.looks
def test_a_setting_holds_at_once_and_the_page_stays(
    application: Application, window: Window, press: Press
) -> None:
    window.go("settings").show_setting("type_size")
    press("<Right>")
    assert application.settings.type_size == "大"
    assert application.window is not None
    assert application.window.page == "settings"
    press("<Left>")  # the focus is on the same line of the page built anew
    assert application.settings.type_size == "标准"


@pytest.mark.looks
def test_a_backup_can_be_taken_now(window: Window) -> None:
    page = window.go("settings")
    page.back_up()
    (backup,) = (window.workspace.path.parent / "备份").iterdir()
    assert "手动" in backup.name


@pytest.mark.looks
@pytest.mark.parametrize(
    "place",
    [
        Place(Duty.text, 3),
        Place(DepartmentReport.conclusion),
        Place(ProjectReport.role, 1),
        Place(Reasons.reception),
        Place(PriorYear.overseas),
        Place(Term.explanation, 2),
    ],
    ids=lambda place: place.entry.entity.__name__,
)
def test_help_opens_at_a_text_wherever_it_is_written(
    window: Window, press: Press, place: Place
) -> None:
    window.jump(place)
    window.root.update()
    press("<F1>")
    assert window.go("help").topic.entry is place.entry


@pytest.mark.looks
def test_help_opens_at_the_field_and_returns_to_it(window: Window, press: Press) -> None:
    window.jump(Place(ThreePublic.running))
    window.root.update()
    field = window.root.focus_get()
    press("<F1>")
    assert window.page == "help"
    page = window.go("help")
    assert (page.shown, page.topic.entry) == ("three_public", ThreePublic.running)
    press("<Escape>")
    assert window.page == "three_public"
    assert window.root.focus_get() is field


@pytest.mark.looks
def test_help_is_found_by_words(window: Window, press: Press, write: Write) -> None:
    page = window.go("help")
    window.root.update()
    write("备份")
    press("<Return>")
    assert page.shown in {"backup", "recovery"}
    press("<Escape>", "<Escape>")
    assert window.page == "organization"


@pytest.mark.looks
def test_every_article_can_be_shown(window: Window) -> None:
    page = window.go("help")
    for article in articles():
        page.open(article.key)
        window.root.update_idletasks()
        assert page.shown == article.key


@pytest.mark.looks
def test_facts_for_help_are_copied_without_the_unit(window: Window) -> None:
    window.go("about").copy()
    copied = window.root.clipboard_get()
    assert "Tk: 8.6" in copied
    assert "科协" not in copied


@pytest.fixture
def crashed(application: Application, sample_file: Path, tmp_path: Path) -> Any:
    """A workbook whose program ended in the middle of two fields; what stands on the desk then."""
    path = Path(shutil.copy(sample_file, tmp_path))
    log = KeyLog(beside(path))
    log.typed(1, Staffing, 0, "staff_worker", "19")
    log.typed(1, Organization, 0, "contact", "李会计")
    log.close()
    application.open(path)
    application.root.update()
    assert application.window is not None
    return application.window.go(application.window.page)


def test_after_a_crash_what_was_found_is_chosen_field_by_field(
    application: Application, crashed: Any
) -> None:
    window = application.window
    assert window is not None
    assert window.page == "recovery"
    assert [lost.label for lost in crashed.found] == ["在职工勤人员", "填表人"]
    crashed.take(crashed.found[0])
    crashed.drop(crashed.found[0])
    assert window.workspace.filing.staffing.staff_worker == 19
    assert window.workspace.filing.organization.contact == ""
    assert window.page == "organization"


def test_all_that_was_found_is_used_by_one_button(application: Application, crashed: Any) -> None:
    crashed.take_all()
    assert application.workspace is not None
    filing = application.workspace.filing
    assert (filing.staffing.staff_worker, filing.organization.contact) == (19, "李会计")


def test_a_disk_that_refuses_is_told_of_with_a_way_out(
    application: Application, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real, path = batch.apply_changes, window.workspace.path

    def refuse(database: Any, *given: Any) -> Any:
        if database.execute("PRAGMA database_list").fetchone()[2] == str(path):
            raise FileCannotBeWritten("磁盘已满")
        return real(database, *given)

    with monkeypatch.context() as full:
        full.setattr(batch, "apply_changes", refuse)
        window.workspace.leave(Place(Staffing.staff_worker), "9")
        window.workspace.flush()
        window.root.update()
        assert saved_words(window) == "磁盘已满"
        assert copies.save_copy(window.workspace, tmp_path / "副本.jsxh") == 1
    copy = Workspace.open(tmp_path / "副本.jsxh")
    kept = copy.filing.staffing.staff_worker
    copy.close()
    assert kept == 9


@pytest.mark.looks
def test_a_copy_is_asked_for_and_written(
    application: Application, window: Window, press: Press
) -> None:
    press("<Control-S>")
    press("<Return>")
    folder = window.workspace.path.parent
    assert len(list(folder.glob("* 副本 *.jsxh"))) == 1


def test_a_panel_goes_with_the_window_it_stood_over(
    application: Application, window: Window, press: Press
) -> None:
    press("<Control-S>")
    window.do["home"]()
    assert not application.root.place_slaves()


@pytest.mark.looks
def test_another_year_is_put_on_the_desk(application: Application, window: Window) -> None:
    window.do["begin_year"]()
    assert application.window is not None
    assert application.window.workspace.year == 2022
    application.window.do["year"]("2021年度")
    assert application.window.workspace.year == 2021
    assert application.window.page == "organization"


def test_the_little_house_leads_home(
    application: Application, window: Window, press: Press
) -> None:
    application.keep(folder=str(window.workspace.path.parent))
    press("<Shift-F6>", "<Shift-F6>", "<Shift-Tab>", "<Return>")
    assert application.window is None
    assert application.lobby is not None
    assert application.lobby.page == "welcome"


def test_closing_warns_once_of_what_is_not_written(
    application: Application, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> Any:
        raise FileCannotBeWritten("磁盘已满")

    with monkeypatch.context() as full:
        full.setattr(batch, "apply_changes", refuse)
        window.workspace.leave(Place(Staffing.staff_worker), "9")
        application.quit()
        assert "还有 1 处没有存进去" in window._status.said  # noqa: SLF001 - the message strip
    assert window.root.winfo_exists()
    window.workspace.flush()
    assert window.workspace.filing.staffing.staff_worker == 9
