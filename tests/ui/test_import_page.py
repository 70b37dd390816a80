"""Tables come in through the window: chosen, shown cell by cell, one step of undo."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from jsxh_desktop.app import backups, begin
from jsxh_desktop.app.commands import read_filing
from jsxh_desktop.app.excel_files import excel_volumes, write_excel_files
from jsxh_desktop.app.package import write_package
from jsxh_desktop.app.packs import pack_of
from jsxh_desktop.domain.income import IncomeLine
from jsxh_desktop.domain.money import Money, wan
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui import file_choice
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.window import Window

pytestmark = pytest.mark.page("import")

Press = Callable[..., None]
PATIENCE = 600


@pytest.fixture(scope="module")
def tables(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The 填报明细 of the sample with one amount changed and one that cannot be read."""
    filing = read_filing(sample_file)
    wanted = excel_volumes(filing, pack_of(filing), "万元")
    folder = tmp_path_factory.mktemp("tables")
    (path,) = write_excel_files({"填报明细": wanted["填报明细"]}, filing, folder)
    book = openpyxl.load_workbook(path)
    book["收入"]["D2"] = 64_100.01
    book["收入"]["D3"] = "若干"
    book.save(path)
    return path


def read(window: Window, path: Path) -> Any:
    """The page after a file is read."""
    page = window.go("import")
    page.read(path)
    wait(window, page)
    return page


def wait(window: Window, page: Any) -> None:
    """Until the file is read, or that was given up."""
    for _ in range(PATIENCE):
        window.root.update()
        if not page.job.running:
            break
        time.sleep(0.05)
    window.root.update()


def shown(page: Any) -> list[str]:
    """Every head and line of the list."""
    tree = page.table._tree  # noqa: SLF001 - what stands in the list
    found = []
    for head in tree.get_children():
        found.append(tree.item(head, "text"))
        found += [
            "｜".join([tree.item(line, "text"), *tree.item(line, "values")])
            for line in tree.get_children(head)
        ]
    return found


def first_income(window: Window) -> Money | None:
    return window.workspace.filing.income[0].final


def test_nothing_is_written_before_the_button_and_all_of_it_is_one_step(
    window: Window, tables: Path
) -> None:
    page = read(window, tables)
    lines = shown(page)
    assert "D2｜收入决算数｜64100.00｜64100.01｜改变" in lines
    assert any(line.startswith("D3｜收入决算数｜969400.00｜“若干”｜看不懂") for line in lines)
    assert first_income(window) == wan("6.41")
    page.confirm()
    assert first_income(window) == Money(6_410_001)
    window.undo()
    assert first_income(window) == wan("6.41")


def test_a_backup_is_taken_before_tables_come_in(window: Window, tables: Path) -> None:
    page = read(window, tables)
    assert backups.of_workbook(window.workspace.path) == ()
    page.confirm()
    (kept,) = backups.of_workbook(window.workspace.path)
    assert kept.what == "导入表格前"


@pytest.mark.looks
def test_the_list_can_be_narrowed_to_what_was_not_understood(window: Window, tables: Path) -> None:
    page = read(window, tables)
    page._filter.set("看不懂的")  # noqa: SLF001 - as the clerk chooses it
    page._list()  # noqa: SLF001
    assert [line.partition("｜")[0] for line in shown(page)][1:] == ["D3"]


def test_what_is_typed_meanwhile_is_seen(window: Window, tables: Path) -> None:
    page = read(window, tables)
    line = window.workspace.filing.income[0]
    window.workspace.edit(Place(IncomeLine.final, line.id), Money(6_410_001))
    window.root.update()
    window.go("income")
    window.go("import")
    assert page.model is not None
    assert page.model.count == 0


@pytest.mark.looks
def test_what_is_read_meanwhile_does_not_ask_for_the_caret(window: Window, tables: Path) -> None:
    page = window.go("import")
    page.read(tables)
    window.go("organization")
    wait(window, page)
    caret = window.root.focus_get()
    page.widget.pack()  # Tk gives the caret late to what asked for it unseen
    window.root.update()
    assert window.root.focus_get() is caret


def test_a_file_that_cannot_be_read_is_told_and_the_page_stays(
    window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "空.xlsx"
    path.touch()
    page = read(window, path)
    assert page.model is None
    assert "文件是空的" in window._status.said  # noqa: SLF001 - what the status line says


def test_reading_can_be_given_up(window: Window, tables: Path) -> None:
    page = window.go("import")
    page.read(tables)
    page.job.cancel()
    wait(window, page)
    assert page.model is None


def test_a_table_nobody_knows_is_said_once(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "接待.csv"
    path.write_text("事由,金额（元）\n接待省馆调研,1200.5\n", "utf-8")
    own = read(window, path).own
    own.kind.set("公务接待明细")
    own.kind.event_generate("<<ComboboxSelected>>")
    before = len(window.workspace.filing.receptions)
    window.go("import").confirm()
    assert len(window.workspace.filing.receptions) == before + 1
    assert read(window, path).own.kind.get() == "公务接待明细"


def test_a_column_with_another_head_is_said_and_known_after_a_restart(
    application: Application, window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "台账.csv"
    path.write_text("来访单位,花了多少\n省馆,1200.5\n市馆,300\n", "utf-8")
    own = read(window, path).own
    own.kind.set("公务接待明细")
    own.kind.event_generate("<<ComboboxSelected>>")
    assert {choice.get() for choice in own.fields.values()} == {"不导入"}
    for head, field in (("来访单位", "接待事由"), ("花了多少", "接待金额")):
        own.fields[head].set(field)
        own.fields[head].event_generate("<<ComboboxSelected>>")
    window.go("import").confirm()
    assert window.workspace.filing.receptions[-1].amount == Money(30_000)
    workbook = window.workspace.path
    application.put_away()
    application.open(workbook)
    application.root.update()
    again = application.window
    assert again is not None
    page = read(again, path)
    assert [choice.get() for choice in page.own.fields.values()] == ["接待事由", "接待金额"]
    assert page.model.plan.changes == ()


def test_what_is_for_another_unit_by_now_is_put_away_with_a_sentence(
    window: Window, tmp_path: Path
) -> None:
    package = tmp_path / "科协.jsxpkg"
    write_package(window.workspace, package)
    page = read(window, package)
    assert page.model is not None
    window.workspace.leave(Place(Organization.full_name), "别的单位")
    for _ in range(PATIENCE):
        window.root.update()
        if page.model is None:
            break
        time.sleep(0.05)
    assert page.model is None
    assert "不是“别的单位”的" in window._status.said  # noqa: SLF001 - as above


@pytest.mark.looks
def test_esc_leaves_the_page(window: Window, press: Press) -> None:
    window.go("income")
    window.go("import")
    press("<Escape>")
    assert window.page == "income"


def test_the_dialog_is_asked_for_a_file(
    window: Window, tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_choice, "ask_tables", lambda *_: None)
    page = window.go("import")
    page.choose()
    assert page.job is None


def test_without_a_workbook_the_unit_is_chosen_first(
    application: Application, tmp_path: Path, sample_file: Path, press: Press
) -> None:
    application.keep(folder=str(tmp_path))
    begin.new_unit(tmp_path / "县档案馆.jsxh", "松溪县档案馆", "", 2021)
    application.welcome()
    assert application.lobby is not None
    application.lobby.go("import")
    application.lobby.view.cards[0].widget.focus_force()
    press("<Return>")
    assert application.window is not None
    assert application.window.page == "import"
    assert application.window.workspace.filing.organization.full_name == "松溪县档案馆"


@pytest.mark.looks
def test_why_an_import_is_not_written_is_said_and_the_page_stays(
    window: Window, tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_title: str, _changes: object) -> None:
        raise ValueError("接待事由含有无法保存的字符，请删去后重新输入")

    page = read(window, tables)
    monkeypatch.setattr(window.workspace, "apply", refuse)
    page.confirm()
    assert "没有导入：接待事由含有无法保存的字符" in window._status.said  # noqa: SLF001 - as above
    assert page.model is not None
