"""What goes wrong at the very end is told, and the file is free all the same."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from jsxh_desktop.store import writer
from jsxh_desktop.store.errors import FileCannotBeWritten
from jsxh_desktop.store.file import Workbook


def test_a_disk_that_fails_while_closing_is_told_of_and_the_lock_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jsxh"
    workbook = Workbook.create(path)

    def pulled_out(database: sqlite3.Connection, _path: Path) -> None:
        database.close()
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as away:
        away.setattr(writer, "let_go", pulled_out)
        with pytest.raises(FileCannotBeWritten):
            workbook.close()
    Workbook.open(path).close()
