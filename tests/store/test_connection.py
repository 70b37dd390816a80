"""The settings of a workbook's connection, and that the code keeps to its few rules about SQL."""

from __future__ import annotations

import ast
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from jsxh_desktop.store import connection
from jsxh_desktop.store.connection import SETTINGS, connect, set_and_read_back

STORE = Path(connection.__file__).parent
PROMISED = {
    "locking_mode": "exclusive",
    "journal_mode": "truncate",
    "synchronous": 3,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
    "cache_spill": 0,
    "busy_timeout": 0,
    "recursive_triggers": 1,
}


def called(tree: ast.AST) -> set[str]:
    return {
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }


@pytest.mark.parametrize(("name", "value"), PROMISED.items())
def test_a_workbook_is_kept_by_the_promised_settings(path: Path, name: str, value: object) -> None:
    with closing(connect(path)) as database:
        assert database.execute(f"PRAGMA {name}").fetchone() == (value,)


def test_no_setting_is_made_that_is_not_promised() -> None:
    assert {name: kept for name, _, kept in SETTINGS} == PROMISED


def test_a_setting_sqlite_does_not_take_is_a_defect() -> None:
    with (
        closing(sqlite3.connect(":memory:")) as database,
        pytest.raises(RuntimeError, match="journal_mode"),
    ):
        set_and_read_back(database, "journal_mode", "truncate", "truncate")


@pytest.mark.parametrize("module", sorted(STORE.glob("*.py")), ids=lambda path: path.name)
def test_no_way_around_the_log_is_taken(module: Path) -> None:
    source = module.read_text("utf-8")
    assert "transform" not in called(ast.parse(source))
    assert "OR REPLACE" not in source.replace("INSERT OR REPLACE would drop", "")


@pytest.mark.parametrize("module", sorted(STORE.glob("*.py")), ids=lambda path: path.name)
def test_the_live_file_is_read_by_sqlite_alone(module: Path) -> None:
    """Any close() of the file in our process drops its lock."""
    reads = called(ast.parse(module.read_text("utf-8"))) & {
        "open",
        "read_bytes",
        "copy",
        "copyfile",
        "copy2",
    }
    never_the_live_file = {"codes.py", "copying.py", "header.py", "keylog.py", "log_chain.py"}
    locks = {"lock.py", "system_lock.py"}
    put_aside = {"salvage.py"}
    nobody_has_it_open = {"fetching.py", "mending.py", "purging.py", "sealing.py"}
    assert not reads or module.name in never_the_live_file | locks | put_aside | nobody_has_it_open
