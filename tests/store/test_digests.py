"""What changed behind the program's back is told at the next opening, and nothing else is."""

from __future__ import annotations

import hashlib
import json
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection

import pytest

from jsxh_desktop.domain.change import Added, Removed
from jsxh_desktop.domain.expenditure import ExpenditureLine
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.money import Money
from jsxh_desktop.domain.organization import Duty, Organization
from jsxh_desktop.store.change_log import data_columns
from jsxh_desktop.store.connection import connect
from jsxh_desktop.store.digests import BLOCK, SHORT, Altered, How, altered, row_digest
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.log_chain import CLOSED, LINK, LOG, head
from tests.store.another_program import behind, told

QUIET = "DROP TRIGGER log_three_public_reception_domestic"
AN_AMOUNT = "UPDATE expenditure_line SET final = final + 1 WHERE id = 3"


def test_our_own_work_is_never_told_of(path: Path) -> None:
    with Workbook.open(path) as workbook:
        workbook.write(1, Organization.short_name, "区协")
        workbook.remove(1, Duty, workbook.add(1, Duty("新的一条"), 0))
        workbook.undo(1)
        workbook.redo(1)
    assert told(path) == ()


@pytest.mark.parametrize(
    ("statements", "name"),
    [
        ((QUIET, "UPDATE three_public SET reception_domestic = 1"), "三公经费"),
        (
            ("UPDATE three_public SET reception_domestic = 1",),
            "三公经费的国内公务接待费决算（记的是 4800.00 元，现在是 0.01 元）",
        ),
        (
            ("DELETE FROM duty WHERE id = 1",),
            "主要职能少了一行“",
        ),
        (
            ("INSERT INTO duty (filing_id, position, text) VALUES (1, 99, '多的')",),
            "主要职能多了一行“多的”",
        ),
        (
            ("DROP TRIGGER log_expenditure_line_final", AN_AMOUNT),
            "支出“20",
        ),
        (
            ("DROP TRIGGER seal_change_update", "UPDATE change SET tbl = 'term' WHERE seq = 5"),
            "修改记录",
        ),
        (("DROP TRIGGER seal_step_update", "UPDATE step SET who = '别人'"), "修改记录"),
        (("DROP TRIGGER seal_change_delete", "DELETE FROM change WHERE seq = 5"), "修改记录"),
        (("DELETE FROM block_digest WHERE tbl = 'duty'",), "主要职能的核对记录"),
        (
            ("UPDATE block_digest SET rows = CAST(x'0100' || rows AS BLOB) WHERE tbl = 'term'",),
            "名词解释“",
        ),
        (("UPDATE block_digest SET sha256 = x'00' WHERE tbl = 'term'",), "名词解释的核对记录"),
    ],
)
def test_what_another_program_changed_is_told_by_its_row(
    path: Path, statements: tuple[str, ...], name: str
) -> None:
    behind(path, *statements)
    assert [each for each in told(path) if each.startswith(name)]


def test_the_value_that_was_typed_is_told_beside_the_one_that_stands_there(path: Path) -> None:
    with Workbook.open(path) as workbook:
        workbook.write(1, ExpenditureLine.final, Money(1_000_00), 3)
    behind(path, "DROP TRIGGER log_expenditure_line_final", AN_AMOUNT)
    (name,) = told(path)
    assert name.endswith("的支出决算数（记的是 1000.00 元，现在是 1000.01 元）")


@pytest.mark.parametrize("words", ["", "'", "%s\t100%\x01\x7f", "科协\\\n“二”", "😀", "NULL", '"'])
def test_a_row_is_digested_as_json_has_its_cells(path: Path, words: str) -> None:
    """However SQLite puts it together: files of every version are compared with it."""
    with Workbook.open(path) as workbook:
        workbook.write(1, ExpenditureLine.final, Money(-1), 3)
        workbook.write(1, Organization.short_name, words)
    with closing(connect(path, "ro")) as database:
        for table, columns in data_columns(database).items():
            cells = ", ".join(f"[{name}]" for name in ("id", *columns))
            for row in database.execute(f"SELECT {cells} FROM [{table}]"):  # noqa: S608
                digest = hashlib.sha256(said(row)).digest()[:SHORT]
                assert row_digest(database, table, row[0], columns) == digest
    assert told(path) == ()


def test_the_log_is_chained_as_json_has_its_lines(path: Path) -> None:
    with Workbook.open(path) as workbook:
        workbook.write(1, Organization.short_name, "科协'%s\n“二”")
        workbook.remove(1, Duty, 1)
        workbook.apply(1, "粘贴", [Added(Duty(f"第{number}条")) for number in range(LINK + 1)])
        for number in range(LINK):
            workbook.write(1, Organization.short_name, f"科协{number}")
    with closing(connect(path, "ro")) as database:
        assert head(database) == worked_out(database)


def worked_out(database: Connection) -> str:
    """The chain as docs tell of it: a link ends with every 64th step, and one of more lines."""
    step = "SELECT id, filing_id, kind, title, at, first, last, who FROM step ORDER BY id"
    line = "SELECT op, tbl, key, field, old, new FROM change WHERE seq BETWEEN ? AND ? ORDER BY seq"
    end = ""
    steps: list[bytes] = []
    lines: list[bytes] = []
    rows = database.execute(step).fetchall()
    for row in rows:
        first, last = row[5:7]
        steps.append(said(row))
        lines += [said(each) for each in database.execute(line, [first, last])]
        if row[0] % 64 == 0 or last - first >= 64 or row == rows[-1]:
            end = hashlib.sha256(end.encode() + b"\n".join(steps + lines)).hexdigest()
            steps, lines = [], []
    return end


def said(row: tuple[object, ...]) -> bytes:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()


def test_of_several_years_the_year_is_told(path: Path) -> None:
    with Workbook.open(path) as workbook:
        key = workbook.save(Filing(2022, "sichuan-2022"))
        workbook.add(key, Duty("新的一条"))
    behind(path, "DELETE FROM duty WHERE text = '新的一条'")
    assert told(path) == ("2022年度的主要职能少了一行“新的一条”",)


def test_work_elsewhere_in_the_table_does_not_hide_it(path: Path) -> None:
    behind(path, AN_AMOUNT)
    with Workbook.open(path) as workbook:
        workbook.write(1, ExpenditureLine.final, Money(1), 4)
    assert len(told(path)) == 1


@pytest.mark.parametrize("key", [-1, 0, BLOCK - 1, BLOCK, 10 * BLOCK + 1, 2**63 - 1])
def test_a_row_that_came_is_told_of_whatever_its_id(path: Path, key: int) -> None:
    cells = f"VALUES ({key}, 1, 99, '多的')"
    behind(path, f"INSERT INTO duty (id, filing_id, position, text) {cells}")
    with closing(connect(path, "ro")) as database:
        assert altered(database) == (Altered("duty", key, How.NEW),)


def test_of_many_rows_each_that_changed_is_told_of_and_no_other(path: Path) -> None:
    with Workbook.open(path) as workbook:
        added = [Added(Duty(f"第{number}条")) for number in range(3 * BLOCK)]
        keys = workbook.apply(1, "粘贴", added)
        workbook.apply(1, "删去", [Removed(Duty, key) for key in keys[BLOCK : 2 * BLOCK + 9]])
    changed, gone = keys[7], keys[-7]
    behind(
        path,
        f"UPDATE duty SET text = '别的' WHERE id = {changed}",  # noqa: S608 - a number
        f"DELETE FROM duty WHERE id = {gone}",  # noqa: S608 - a number
    )
    with closing(connect(path, "ro")) as database:
        assert altered(database) == (
            Altered("duty", changed, How.CHANGED),
            Altered("duty", gone, How.GONE),
        )


def test_rows_and_what_is_kept_of_them_do_not_vanish_together(path: Path) -> None:
    gone = "WHERE tbl = 'duty'"
    behind(path, "DELETE FROM duty", f"DELETE FROM block_digest {gone}")  # noqa: S608
    assert told(path) == ("主要职能的核对记录",)


@pytest.mark.parametrize("before", [3, LINK, LINK + 3])
def test_a_changed_log_is_told_of_however_the_work_goes_on(path: Path, before: int) -> None:
    with Workbook.open(path) as workbook:
        for number in range(before):
            workbook.write(1, Organization.short_name, f"科协{number}")
    behind(
        path,
        "DROP TRIGGER seal_change_update",
        "UPDATE change SET old = '别的' WHERE seq = (SELECT max(seq) FROM change)",
    )
    for number in (1, 2 * LINK):
        with Workbook.open(path) as workbook:
            for again in range(number):
                workbook.write(1, Organization.short_name, f"区协{number} {again}")
        assert told(path) == ("修改记录",)


@pytest.mark.parametrize("which", [LOG, CLOSED])
@pytest.mark.parametrize("steps", [3, LINK + 3])
def test_a_log_without_what_is_kept_of_it_is_told_of(path: Path, which: str, steps: int) -> None:
    with Workbook.open(path) as workbook:
        for number in range(steps):
            workbook.write(1, Organization.short_name, f"科协{number}")
    behind(path, f"DELETE FROM digest WHERE tbl = '{which}'")  # noqa: S608 - our own names
    assert told(path) == ("修改记录",)


def test_a_step_that_was_put_in_is_told_of(path: Path) -> None:
    names = "filing_id, kind, title, at, first, last, who"
    behind(
        path,
        f"INSERT INTO step ({names}) SELECT {names} FROM step",  # noqa: S608 - our own names
    )
    assert told(path) == ("修改记录",)


def test_the_log_is_sealed_by_sm3_as_well(path: Path) -> None:
    with closing(connect(path)) as database:
        kept = database.execute("SELECT sm3 FROM digest WHERE tbl = 'change'").fetchone()
        database.execute("UPDATE digest SET sm3 = ? WHERE tbl = 'change'", ["0" * 64])
        assert altered(database) == (Altered("change"),)
    assert len(kept[0]) == 64


def test_a_python_without_sm3_leaves_it_out_and_the_next_fills_it_in(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as poorer:
        poorer.setattr(hashlib, "algorithms_available", {"sha256"})
        with Workbook.open(path) as workbook:
            workbook.write(1, Organization.short_name, "区协")
        assert told(path) == ()
    assert sm3(path) is None
    with Workbook.open(path) as workbook:
        workbook.write(1, Organization.short_name, "科协")
    assert sm3(path)
    assert told(path) == ()


def sm3(path: Path) -> str | None:
    with closing(connect(path, "ro")) as database:
        kept: str | None = database.execute(
            "SELECT sm3 FROM digest WHERE tbl = 'change'"
        ).fetchone()[0]
    return kept


def test_it_is_told_until_it_is_written_again_and_stays_on_record(path: Path) -> None:
    behind(path, "UPDATE organization SET short_name = '别的'")
    (name,) = told(path)
    assert told(path) == (name,)
    with Workbook.open(path) as workbook:
        workbook.write(1, Organization.short_name, "区协")
        records = [each.title for each in workbook.sign_offs.signatures(1)]
    assert told(path) == ()
    assert records == [f"打开时发现：{name}和最后一次保存的不一样"]


def test_a_value_lost_on_a_bad_disk_is_told_of(path: Path) -> None:
    content = path.read_bytes()
    text = "组织学术活动".encode()
    assert content.count(text) == 1
    path.write_bytes(content.replace(text, "组织学木活动".encode()))
    with closing(connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    (name,) = told(path)
    assert name.startswith("主要职能")


def test_a_backup_is_as_sound_as_its_workbook(path: Path) -> None:
    copy = path.with_name("副本.jsxh")
    with Workbook.open(path) as workbook:
        workbook.write(1, Organization.short_name, "区协")
        workbook.copy_to(copy)
    with closing(connect(copy)) as database:
        assert altered(database) == ()
