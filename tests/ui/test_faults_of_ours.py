"""T09: a fault of ours in a reaction or a thread is logged and told, and the work goes on."""

from __future__ import annotations

import threading
import tkinter as tk
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from jsxh_desktop.app import backups, examination, user_folders
from jsxh_desktop.app.press import Press
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.ui import desk
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.defects import NOT_LOGGED, WHAT
from jsxh_desktop.ui.grid_view import GridView
from jsxh_desktop.ui.jobs import in_background
from jsxh_desktop.ui.status_bar import StatusBar
from jsxh_desktop.ui.window import Window
from tests.ui.clerk import Clerk

Patch = pytest.MonkeyPatch
Log = pytest.LogCaptureFixture
CONTACT = Place(Organization.contact)


class Fault(Exception):  # noqa: N818 - named for what it is
    """What no code expects."""


def fault(*_: object, **__: object) -> None:
    raise Fault


@pytest.fixture(autouse=True)
def as_it_is(
    application: Application, tmp_path: Path, monkeypatch: Patch, caplog: Log
) -> Iterator[None]:
    """The program's own answer to a fault; what was logged is a fault meant, and nothing else."""
    monkeypatch.setattr(user_folders, "logs", lambda: tmp_path)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    defects = application._defects  # noqa: SLF001 - set going by `run`, which nobody does here
    monkeypatch.setattr(application.root, "report_callback_exception", defects.take)
    defects.watch_threads()
    yield
    assert {type(each) for each in faults(caplog)} == {Fault}
    caplog.get_records("call").clear()


@pytest.fixture
def clerk(application: Application, window: Window) -> Clerk:
    """In a field that is written in."""
    window.jump(CONTACT)
    clerk = Clerk(application)
    clerk.press("<Control-a>")
    return clerk


def faults(log: Log) -> list[BaseException]:
    found = (each.exc_info[1] for each in log.get_records("call") if each.exc_info)
    return [each for each in found if each]


def more_faults(log: Log, before: int) -> bool:
    return len(faults(log)) > before


def _key(window: Window, _: Patch) -> None:
    box: Any = window.root.focus_get()
    box.bind("<F12>", fault)
    box.event_generate("<F12>")


def _key_everywhere(window: Window, patch: Patch) -> None:
    patch.setattr(window, "undo", fault)
    window.root.after(1, window.do["redo"])
    patch.setattr(window.workspace, "redo", fault)


def _variable(window: Window, _: Patch) -> None:
    variable = tk.StringVar(window.root)
    variable.trace_add("write", fault)
    variable.set("甲")


def _button(window: Window, _: Patch) -> None:
    button = tk.Button(window.root, command=fault)
    button.invoke()
    button.destroy()


def _cell(window: Window, patch: Patch) -> None:
    window.go("income")
    window.root.update()
    patch.setattr(GridView, "_say", fault)
    window.root.focus_get().event_generate("<Down>")  # type: ignore[union-attr]  # the grid's
    window.back()


def _listener(window: Window, _: Patch) -> None:
    stop = window.workspace.listeners.add(fault)
    window.root.after(1, window.workspace.listeners.tell)
    window.root.after(2, stop)


def _letter(window: Window, _: Patch) -> None:
    window.post(fault)


def _work_beside(window: Window, _: Patch) -> None:
    in_background(window, window.root, fault, lambda end: end.result())


def _checks(window: Window, patch: Patch) -> None:
    patch.setattr(examination, "changes", fault)
    place = window.workspace.filing.organization.place
    window.workspace.edit(Place(Organization.place), f"{place}上")  # or all is checked already
    window.checks.changed(0)


def _preview(window: Window, patch: Patch) -> None:
    patch.setattr(Press, "proof", fault)
    window.go("preview")
    window.back()


def _backup(window: Window, patch: Patch) -> None:
    patch.setattr(backups, "take", fault)
    threading.Thread(target=backups.take, args=(window.workspace,)).start()


def _page_that_is_built(window: Window, patch: Patch) -> None:
    patch.setattr(desk, "build", fault)
    window.root.after(1, window.go, "reasons")


def _saved(window: Window, patch: Patch) -> None:
    patch.setattr(window, "saved", fault)
    window.workspace.edit(Place(Organization.short_name), "区科协")


KINDS: dict[str, Callable[[Window, Patch], None]] = {
    "a key of a field": _key,
    "a key of the window": _key_everywhere,
    "a variable": _variable,
    "a button": _button,
    "a cell": _cell,
    "a listener": _listener,
    "a letter": _letter,
    "work beside the window": _work_beside,
    "the thread of the checks": _checks,
    "the thread of the preview": _preview,
    "the thread of a backup": _backup,
    "a page that is built": _page_that_is_built,
    "what was saved": _saved,
}


def test_after_each_kind_of_fault_it_is_told_and_the_words_are_there(
    application: Application, clerk: Clerk, caplog: Log
) -> None:
    window, written = clerk.window, ""
    for kind, strike in KINDS.items():
        window.tell("")
        before = len(faults(caplog))
        with Patch.context() as patch:
            strike(window, patch)
            clerk.wait(partial(more_faults, caplog, before))
            clerk.wait(lambda: window._status.said.startswith(WHAT))  # noqa: SLF001 - what is told
        window.root.update()
        clerk.press("<End>")  # a field one comes back to has all of it chosen
        clerk.write("字")
        written += "字"
        assert window.root.focus_get().get() == written, kind  # type: ignore[union-attr]  # a field
    path = window.workspace.path
    application.put_away()
    with Workbook.open(path) as workbook:
        assert workbook.load(1).organization.contact == written


def test_after_a_fault_in_their_thread_all_is_checked_as_ever(clerk: Clerk, caplog: Log) -> None:
    window = clerk.window
    with Patch.context() as patch:
        _checks(window, patch)
        clerk.wait(lambda: faults(caplog))
    window.checks.changed(0)
    clerk.wait(lambda: window.checker.is_current)
    assert window.checker.found


def test_a_page_that_cannot_be_left_keeps_nobody(
    clerk: Clerk,
) -> None:
    window = clerk.window
    with Patch.context() as patch:
        patch.setattr(window, "flush", fault)
        clerk.press("<Control-Next>")
    assert window.page == "duties"
    assert clerk.sees("职责")


def test_a_page_that_cannot_be_built_leaves_the_one_there_is(
    clerk: Clerk, monkeypatch: Patch
) -> None:
    window = clerk.window
    monkeypatch.setattr(desk, "build", fault)
    clerk.press("<Control-Next>")
    assert window.page == "organization"
    assert clerk.sees("填表人")


def test_a_fault_in_closing_is_in_the_way_but_once(application: Application, clerk: Clerk) -> None:
    ended: list[bool] = []
    with Patch.context() as patch:
        patch.setattr(application, "_warned", False)
        patch.setattr(application, "_take_down", lambda: ended.append(True))
        patch.setattr(clerk.window, "flush", fault)
        for _ in range(2):
            assert not ended
            application.root.tk.eval(application.root.protocol("WM_DELETE_WINDOW"))
    assert ended


def test_where_the_log_takes_nothing_that_is_told(
    clerk: Clerk, tmp_path: Path, monkeypatch: Patch, caplog: Log
) -> None:
    clerk.window.post(fault)
    clerk.wait(lambda: faults(caplog))
    monkeypatch.setattr(user_folders, "logs", lambda: tmp_path / "none")
    clerk.window.post(fault)
    clerk.wait(lambda: clerk.sees(WHAT + NOT_LOGGED))


def test_a_fault_in_the_telling_is_logged_and_not_told_for_ever(
    clerk: Clerk, monkeypatch: Patch, caplog: Log
) -> None:
    monkeypatch.setattr(StatusBar, "tell", fault)
    clerk.window.post(fault)
    clerk.wait(lambda: len(faults(caplog)) == 2)
    clerk.write("字")
    assert len(faults(caplog)) == 2
