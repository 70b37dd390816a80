"""What another program does to a workbook, and what its next opening tells of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from jsxh_desktop.store.file import Workbook


def behind(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as file:
        for statement in statements:
            file.execute(statement)
        file.commit()


def told(path: Path) -> tuple[str, ...]:
    with Workbook.open(path) as workbook:
        return workbook.altered
