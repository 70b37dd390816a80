"""A locked year in the window: its pages are only read, a press that would change one is told."""

from __future__ import annotations

import tkinter as tk
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jsxh_desktop.domain.edition import Act
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.sign_off_page import SignOffPage
from jsxh_desktop.ui.window import Window
from tests.sample_file import put_sample
from tests.ui.clerk import Clerk

pytestmark = [pytest.mark.looks, pytest.mark.page("sign_off")]

Press = Callable[..., None]
Write = Callable[[str], None]
RECEPTION = Place(ThreePublic.reception_domestic)
LOCKED = "2021年度已经定稿，只能看。要改先解除定稿"


@pytest.fixture(scope="module")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with both signatures."""
    path = put_sample(tmp_path_factory.mktemp("signed") / "朝天区科协.jsxh")
    with Workbook.open(path) as workbook:
        for act in (Act.HAND_OVER, Act.FINALISE):
            workbook.sign_offs.sign(1, act, "王所长")
    return path


@pytest.fixture
def clerk(application: Application, window: Window) -> Clerk:
    return Clerk(application)


def test_keys_do_nothing_in_a_locked_form(clerk: Clerk, press: Press) -> None:
    clerk.window.jump(RECEPTION)
    before = clerk.window.workspace.filing
    press("9", "<Return>")
    assert clerk.window.workspace.filing == before
    assert clerk.window.workspace.trouble == ""


def test_what_is_built_once_the_rest_is_painted_is_held_as_well(clerk: Clerk) -> None:
    page = clerk.window.go("organization")
    clerk.wait(lambda: clerk.sees("编制与在职"))
    entries = within(page.widget, "TEntry")
    assert len(entries) > 10
    assert all(entry.instate(["readonly"]) for entry in entries)
    assert [str(text["state"]) for text in within(page.widget, "Text")] == ["disabled"]


def within(widget: tk.Misc, kind: str) -> list[Any]:
    below = [found for child in widget.winfo_children() for found in within(child, kind)]
    return [widget, *below] if widget.winfo_class() == kind else below


@pytest.mark.parametrize("key", ["income", "expenditure", "economic", "carryover"])
def test_a_locked_grid_opens_no_cell(clerk: Clerk, press: Press, key: str) -> None:
    clerk.window.go(key)
    clerk.look()
    before = clerk.window.workspace.filing
    press("9", "<Return>", "<Delete>", "<Alt-Insert>", "<Alt-Delete>", "<Control-d>")
    clerk.paste("9\t9\r\n")
    clerk.look()
    assert clerk.window.workspace.filing == before


@pytest.mark.parametrize(
    ("key", "button"),
    [
        ("duties", "×"),
        ("projects", "加一个项目"),
        ("projects", "复制"),
        ("projects", "删除"),
        ("expenditure", "加一行"),
    ],
)
def test_a_press_that_would_change_something_is_answered(
    clerk: Clerk, key: str, button: str
) -> None:
    clerk.window.go(key)
    clerk.look()
    before = clerk.window.workspace.filing
    clerk.click(button)
    clerk.wait(lambda: clerk.sees(LOCKED))
    assert clerk.window.workspace.filing == before


def test_a_code_is_compared_at_the_desk(clerk: Clerk, press: Press, write: Write) -> None:
    edition = clerk.window.workspace.filing.edition
    assert edition
    page: SignOffPage = clerk.window.go("sign_off")
    page.tabs.turn(4)
    clerk.look()
    page.focus_first()
    write(edition.code)
    press("<Return>")
    clerk.wait(lambda: clerk.sees("✓ 一致：这是2021年度第1版"))
