"""What is no workbook, or not one to be trusted, gets a sentence and stays as it is."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.store import errors
from jsxh_desktop.store.errors import (
    FileCannotBeWritten,
    FileError,
    FileIsDamaged,
    FileIsForeign,
    FileIsMissing,
)
from jsxh_desktop.store.file import Workbook


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def overwrite_a_page(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(20 * 4096)
        file.write(b"\xff" * 4096)


def execute(statement: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as file:
            file.execute(statement)
            file.commit()

    change.__name__ = statement
    return change


def strange_format(path: Path) -> None:
    """One bit in the number of the schema format, which SQLite tells of as a slip of our own."""
    content = bytearray(path.read_bytes())
    content[47] ^= 0x40
    path.write_bytes(content)


def trigger_of_another_name(path: Path) -> None:
    """One bit: SQLite drops what the statement calls it, and the line in the schema stays."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA writable_schema = on")
        name = "UPDATE sqlite_master SET name = 'loG_duty_insert' WHERE name = 'log_duty_insert'"
        file.execute(name)
        file.commit()


def column_that_is_no_text(path: Path) -> None:
    begins = b"CREATE TABLE draft ("
    content = path.read_bytes()
    at = content.index(b"typed", content.index(begins))
    path.write_bytes(content[:at] + b"typ\xced" + content[at + 5 :])


DAMAGES: list[tuple[Callable[[Path], object], type[FileError], str]] = [
    (lambda path: path.write_bytes(b""), FileIsDamaged, "空文件"),
    (lambda path: path.write_text("收入支出决算总表" * 99), FileIsForeign, "不是本程序的数据文件"),
    (lambda path: path.write_bytes(b"SQLite format 3\0"), FileIsForeign, "不是本程序的数据文件"),
    (execute("PRAGMA application_id = 0"), FileIsForeign, "不是本程序的数据文件"),
    (trigger_of_another_name, FileIsDamaged, "已损坏"),
    (column_that_is_no_text, FileIsDamaged, "已损坏"),
    (execute("PRAGMA journal_mode = wal"), FileIsDamaged, "WAL"),
    (cut, FileIsDamaged, "已损坏"),
    (strange_format, FileIsDamaged, "已损坏"),
    (overwrite_a_page, FileIsDamaged, "已损坏"),
    (execute("ALTER TABLE duty ADD COLUMN strange TEXT"), FileIsDamaged, "已损坏"),
    (execute("ALTER TABLE duty RENAME TO duties"), FileIsDamaged, "已损坏"),
    (execute("""CREATE TABLE "o'x" (id INTEGER PRIMARY KEY, a TEXT)"""), FileIsDamaged, "已损坏"),
    (execute("DROP TABLE draft"), FileIsDamaged, "已损坏"),
    (execute("ALTER TABLE step DROP COLUMN who"), FileIsDamaged, "已损坏"),
    (execute("UPDATE goal SET project = 99"), FileIsDamaged, "已损坏"),
    (
        execute("INSERT INTO step VALUES (99, 1, 'undo', '', '', 1, 1, '')"),
        FileIsDamaged,
        "已损坏",
    ),
]


@pytest.mark.parametrize(("damage", "kind", "words"), DAMAGES)
def test_a_bad_file_is_told_of_and_left_as_it_is(
    path: Path, damage: Callable[[Path], object], kind: type[FileError], words: str
) -> None:
    damage(path)
    before = {each: each.read_bytes() for each in path.parent.iterdir()}
    with pytest.raises(kind, match=words):
        Workbook.open(path)
    assert {each: each.read_bytes() for each in path.parent.iterdir()} == before


def test_what_was_refused_is_not_held(path: Path) -> None:
    """As the fault tells where it happened, what was half read there is still known."""
    good = path.read_bytes()
    column_that_is_no_text(path)
    with pytest.raises(FileIsDamaged) as fault:
        Workbook.open(path)
    path.write_bytes(good)
    Workbook.open(path).close()
    assert fault.value.__cause__


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE organization SET nature = '公司'",
        "UPDATE indicator SET weight = '十'",
        "UPDATE organization SET published = '去年'",
        "UPDATE filing SET precision = '元'",
    ],
)
def test_a_value_no_version_writes_is_damage(path: Path, statement: str) -> None:
    execute(statement)(path)
    with Workbook.open(path) as workbook, pytest.raises(FileIsDamaged, match="已损坏"):
        workbook.load(1)


def test_a_missing_file_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(FileIsMissing, match="找不到"):
        Workbook.open(tmp_path / "no" / "no.jsxh")


def test_a_folder_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(FileIsForeign, match="是一个文件夹"):
        Workbook.open(tmp_path)


def test_a_new_workbook_never_overwrites(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(FileCannotBeWritten, match="已经存在"):
        Workbook.create(path)
    assert path.read_bytes() == before


def test_a_new_workbook_is_not_a_folder(tmp_path: Path) -> None:
    with pytest.raises(FileCannotBeWritten, match="文件夹"):
        Workbook.create(tmp_path)


def test_a_new_workbook_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(FileIsMissing, match="找不到"):
        Workbook.create(tmp_path / "no" / "new.jsxh")


def test_nothing_is_left_beside_a_closed_workbook(path: Path) -> None:
    with Workbook.open(path) as workbook:
        workbook.add(1, Duty("新职能"))
    assert list(path.parent.iterdir()) == [path]


def test_a_trigger_of_any_name_is_put_out_of_the_file(path: Path) -> None:
    execute('CREATE TRIGGER "a]""b" AFTER INSERT ON duty BEGIN SELECT 1; END')(path)
    with Workbook.open(path) as workbook:
        workbook.add(1, Duty("新职能"))
    with closing(sqlite3.connect(path)) as file:
        assert not file.execute("SELECT 1 FROM sqlite_master WHERE name LIKE 'a%b'").fetchall()


def test_opening_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    with Workbook.open(path) as workbook:
        workbook.load(1)
    assert path.read_bytes() == before


def test_a_name_of_any_characters_will_do(tmp_path: Path) -> None:
    path = tmp_path / "100%?朝天区 #1 [终稿].jsxh"
    with Workbook.create(path) as workbook:
        key = workbook.save(Filing(2021, organization=Organization("甲")))
    with Workbook.open(path) as workbook:
        assert workbook.load(key).organization.full_name == "甲"


@pytest.fixture
def public(path: Path) -> Iterator[Path]:
    """A copy where any user may look; the folders of tests are one user's own."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(shutil.copy(path, folder))


@contextmanager
def as_anybody() -> Iterator[None]:
    """Do without the rights of root, who may write everywhere."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="a folder of Windows is read-only in other ways")
@pytest.mark.parametrize("modes", [(0o777, 0o444), (0o555, 0o666)], ids=["file", "folder"])
def test_a_read_only_place_is_told_of(public: Path, modes: tuple[int, int]) -> None:
    before = public.read_bytes()
    public.parent.chmod(modes[0])
    public.chmod(modes[1])
    with as_anybody(), pytest.raises(FileCannotBeWritten, match="不能写入"):
        Workbook.open(public)
    assert {each: each.read_bytes() for each in public.parent.iterdir()} == {public: before}


@pytest.mark.parametrize("code", ["SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_READONLY_ROLLBACK"])
def test_a_disk_that_takes_nothing_is_told_of_by_code(code: str) -> None:
    problem = sqlite3.OperationalError("text that is not looked at")
    problem.sqlite_errorname = code
    assert isinstance(errors.told(problem, Path("科协.jsxh")), FileCannotBeWritten)


def test_a_defect_of_ours_is_not_blamed_on_the_file() -> None:
    problem = sqlite3.OperationalError("near select")
    problem.sqlite_errorname = "SQLITE_ERROR"
    assert errors.told(problem, Path("科协.jsxh")) is problem
