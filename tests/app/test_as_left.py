"""A file that is older than it was left is told of; one that is as it was left is sealed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from jsxh_desktop.app import purging, recent
from jsxh_desktop.app.as_left import older, seal
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.store.sealing import bears


def left(notes: Path, path: Path, contact: str) -> None:
    """Open the workbook, change it, close it."""
    workspace = Workspace.open(path)
    workspace.edit(Place(Organization.contact), contact)
    workspace.flush()
    note = recent.note_of(workspace, ())
    workspace.close()
    recent.keep_note(notes, path, note)


def said(notes: Path, path: Path) -> str:
    workspace = Workspace.open(path)
    try:
        return older(notes, workspace.workbook)
    finally:
        workspace.close()


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "设置" / "recent.json"


def test_an_earlier_copy_in_its_place_is_told_of_until_it_was_closed(
    notes: Path, workbook: Path
) -> None:
    left(notes, workbook, "李会计")
    earlier = shutil.copy(workbook, workbook.with_name("早先.jsxh"))
    left(notes, workbook, "王会计")
    assert said(notes, workbook) == ""
    shutil.copy(earlier, workbook)
    assert said(notes, workbook).startswith("这个文件比上次在这台电脑上关闭时旧，停在20")
    workspace = Workspace.open(workbook)
    note = recent.note_of(workspace, ())
    workspace.close()
    recent.keep_note(notes, workbook, note)
    assert said(notes, workbook) == ""


def test_one_that_went_on_elsewhere_or_was_never_here_is_no_fault(
    notes: Path, workbook: Path
) -> None:
    assert said(notes, workbook) == ""
    left(notes, workbook, "李会计")
    left(notes.with_name("别的电脑.json"), workbook, "王会计")
    assert said(notes, workbook) == ""


def test_a_file_whose_steps_were_cleared_on_purpose_is_forgotten(
    notes: Path, workbook: Path
) -> None:
    for contact in ("李会计", "王会计", "赵会计"):
        left(notes, workbook, contact)
    purging.purge(workbook, old_copies=False)
    assert said(notes, workbook) != ""
    recent.forget(notes, workbook)
    assert said(notes, workbook) == ""


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1}', '{"a": {"step": "x"}}'])
def test_damaged_notes_say_nothing(notes: Path, workbook: Path, text: str) -> None:
    notes.parent.mkdir()
    notes.write_text(text.replace('"a"', f'"{workbook}"'), "utf-8")
    assert said(notes, workbook) == ""
    assert seal(notes, workbook) == ""


def test_a_file_is_sealed_when_it_is_closed(notes: Path, workbook: Path) -> None:
    left(notes, workbook, "李会计")
    assert bears(workbook, seal(notes, workbook))
    left(notes.with_name("别的电脑.json"), workbook, "王会计")
    assert not bears(workbook, seal(notes, workbook))


def test_notes_of_an_earlier_version_have_no_seal(notes: Path, workbook: Path) -> None:
    left(notes, workbook, "李会计")
    kept = json.loads(notes.read_text("utf-8"))
    del kept[str(workbook)]["seal"]
    notes.write_text(json.dumps(kept), "utf-8")
    assert seal(notes, workbook) == ""
