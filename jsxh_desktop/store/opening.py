"""From a path to rows that can be trusted: checked, and migrated behind a verified copy."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection, OperationalError

from jsxh_desktop.store import change_log, digests
from jsxh_desktop.store.connection import BESIDE, connect, let_go, transaction
from jsxh_desktop.store.errors import ContentIsDamaged, newer
from jsxh_desktop.store.header import SHAPE
from jsxh_desktop.store.records import check_columns, check_content
from jsxh_desktop.store.steps import bar_undo

LARGE = 2_000_000  # bytes; of less, to begin a second reader takes longer than it saves
OFTEN = 100_000  # SQLite's own instructions, some milliseconds


def opened(path: Path, *, checked: bool = False) -> tuple[Connection, tuple[digests.Altered, ...]]:
    """The rows of a workbook in the shape this version knows, and what changed in them behind it.

    Its content and triggers are looked at, unless they were `checked` already.

    Raises FileError, sqlite3.Error or ContentIsDamaged; the file is then as it was.
    """
    altered: tuple[digests.Altered, ...] = ()
    database = connect(path)
    try:
        database.execute("BEGIN EXCLUSIVE")  # SQLite's own lock, kept until closing
        database.execute("COMMIT")
        if _shape(database, path) != SHAPE:
            from jsxh_desktop.store.migrating import migrate_behind_a_copy

            check_content(database)
            migrate_behind_a_copy(database, path)
            altered = digests.altered(database)
        elif not checked:
            check_columns(database)
            altered = _altered(database, path)
            _rebuild_triggers(database)
    except BaseException:
        let_go(database, path)
        raise
    return database, altered


def prove_writing(database: Connection) -> None:
    """Write what never gets to the file; raises sqlite3.Error where no work could be kept.

    A workbook is asked this when it is taken up, not after a full disk: it can still be read then.
    """
    (shape,) = database.execute("PRAGMA user_version").fetchone()
    database.execute("BEGIN IMMEDIATE")  # succeeds on a read-only file, too
    try:
        # What stands there already; after a table taken back SQLite reads the whole schema again.
        database.execute(f"PRAGMA user_version = {shape}")
    finally:
        if database.in_transaction:  # a full disk has ended it already
            database.execute("ROLLBACK")


def _shape(database: Connection, path: Path) -> int:
    """Up to which migration a file was brought; raises FileIsNewer."""
    (shape,) = database.execute("PRAGMA user_version").fetchone()
    if shape > SHAPE:
        raise newer(path)
    return int(shape)


def _altered(database: Connection, path: Path) -> tuple[digests.Altered, ...]:
    """What is not as it was last written; of a large file, while SQLite looks at the pages beside.

    Raises ContentIsDamaged for a page before anything that was made of it.
    """
    if path.stat().st_size < LARGE:
        check_content(database)
        return digests.altered(database)
    with ThreadPoolExecutor(1) as beside:
        pages = beside.submit(_check_pages, path)
        # On damaged pages a search may have no end.
        database.set_progress_handler(lambda: pages.done() and bool(pages.exception()), OFTEN)
        try:
            return digests.altered(database)
        finally:
            database.set_progress_handler(None, OFTEN)
            pages.result()


def _check_pages(path: Path) -> None:
    with closing(connect(path, BESIDE)) as reader:
        check_content(reader)


def _rebuild_triggers(database: Connection) -> None:
    """Put right what somebody, or an older version, left; meanwhile no log was written."""
    if change_log.triggers_found(database) == change_log.triggers_called_for(database):
        return
    try:
        with transaction(database):
            change_log.drop_triggers(database)
            change_log.build_triggers(database)
            bar_undo(database, "重建修改记录")
            _read_anew(database)
    except OperationalError as problem:
        if problem.sqlite_errorname != "SQLITE_ERROR":
            raise
        # What a trigger is called, or that it is one, contradicts its own statement.
        raise ContentIsDamaged(str(problem)) from problem


def _read_anew(database: Connection) -> None:
    """Raise what another opening would, while what was put right can still be taken back.

    A trigger whose line in the schema has another name than its statement is dropped by the one
    and stays as the other; nothing tells of it before the schema is read again.
    """
    database.execute("PRAGMA writable_schema = RESET")
    if change_log.triggers_found(database) != change_log.triggers_called_for(database):
        raise ContentIsDamaged("a trigger could not be put right")
