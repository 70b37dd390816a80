"""The workbooks of the first page: how far each was, as long as nobody changed it since."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from jsxh_desktop.app import recent
from jsxh_desktop.app.check_model import Row, Severity
from jsxh_desktop.app.recent import Note
from jsxh_desktop.app.workspace import Workspace

NOW = datetime.datetime.fromisoformat("2022-03-04T10:30").astimezone()
THEN = datetime.datetime.fromisoformat("2022-03-03T17:22").timestamp()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "设置" / "recent.json"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "科协.jsxh"
    path.touch()
    os.utime(path, (THEN, THEN))
    return path


def test_a_note_says_whose_it_is_and_how_far(workbook: Path) -> None:
    workspace = Workspace.open(workbook)
    error = Row(Severity.ERROR, "income", "", "")
    notes = [recent.note_of(workspace, rows) for rows in ((), (error,))]
    workspace.close()
    assert [(note.title, note.state) for note in notes] == [
        ("朝天区科协 2021年度", "完成 7/13"),
        ("朝天区科协 2021年度", "完成 6/13，1 处错误"),
    ]


def test_a_closed_workbook_is_told_as_it_was_left(file: Path, book: Path) -> None:
    recent.keep_note(file, book, Note("科协 2021年度", "完成 4/13，6 处错误"))
    (line,) = recent.recents(file, [str(book)], NOW)
    assert (line.title, line.state) == ("科协 2021年度", "完成 4/13，6 处错误")
    assert line.when == "昨天 17:22"


def test_one_that_changed_since_says_nothing_of_its_state(file: Path, book: Path) -> None:
    recent.keep_note(file, book, Note("科协 2021年度", "完成 4/13"))
    os.utime(book, (THEN + 1, THEN + 1))
    (line,) = recent.recents(file, [str(book)], NOW)
    assert (line.title, line.state) == ("科协 2021年度", "")


def test_one_that_is_gone_says_so(file: Path, tmp_path: Path) -> None:
    (line,) = recent.recents(file, [str(tmp_path / "没有.jsxh")], NOW)
    assert (line.title, line.state) == ("没有", "找不到了，可能拷走或改了名")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1}', '{"a": {"x": 1}}'])
def test_damaged_notes_are_as_none(file: Path, book: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    (line,) = recent.recents(file, [str(book)], NOW)
    assert line.title == "科协"


def test_days_are_named_as_people_say_them() -> None:
    said = [
        recent.said_of(NOW - datetime.timedelta(days=days), NOW).partition(" ")[0]
        for days in (0, 1, 2)
    ]
    assert said == ["今天", "昨天", "2022-03-02"]
