"""How far each year is signed off: stages, the acts that lead from one to the next, editions."""

from __future__ import annotations

import dataclasses
import datetime
import zlib
from sqlite3 import Connection

from jsxh_desktop.domain.edition import LEADS, Act, Edition, Stage
from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.domain.frozen import frozen
from jsxh_desktop.store import records, statements, whole_filing
from jsxh_desktop.store.canonical import canonical, digest
from jsxh_desktop.store.errors import ContentIsDamaged
from jsxh_desktop.store.lock import account_name
from jsxh_desktop.store.steps import Kind, Steps, write_step


@frozen
class Standing:
    """The stage a year is at, and the number of the last edition made of it, 0 before the first."""

    stage: Stage = Stage.DRAFT
    edition: int = 0


@frozen
class Kept:
    """An edition as it is kept: when and by whom it was made, and its canonical data."""

    number: int
    digest: str
    at: str
    who: str
    data: bytes


@frozen
class Signature:
    """One act of the sign-off: when, what with its reason, who."""

    at: str
    title: str
    who: str


def standing(database: Connection, filing_id: int) -> Standing:
    """Where a year stands."""
    query = statements.select("sign_off", ("stage", "edition"), "filing_id", "id")
    row = database.execute(query, [filing_id]).fetchone()
    if row is None:
        return Standing()
    try:
        return Standing(Stage(row[0]), row[1])
    except ValueError as problem:
        raise ContentIsDamaged(str(problem)) from problem


def edition(database: Connection, filing_id: int) -> Edition | None:
    """The edition a locked year is; None while it may be changed."""
    now = standing(database, filing_id)
    if not now.stage.is_locked:
        return None
    query = "SELECT digest FROM edition WHERE filing_id = ? AND number = ?"
    row = database.execute(query, [filing_id, now.edition]).fetchone()
    if row is None:
        raise ContentIsDamaged(f"edition {now.edition} of filing {filing_id} is gone")
    return Edition(now.edition, row[0], now.stage)


def with_before(database: Connection, filing_id: int) -> Filing:
    """A year with the one before it, as the canonical data has it."""
    filing = records.read_filing(database, filing_id)
    key = whole_filing.key_of_year(database, filing.year - 1)
    before = records.read_filing(database, key) if key else None
    return dataclasses.replace(filing, before=before)


def sign(
    database: Connection, steps: Steps, filing_id: int, act: Act, who: str, reason: str
) -> Standing:
    """Do an act as one step that undo leaves alone; 定稿 keeps the data as the next edition.

    Raises LookupError where the stage does not allow it.
    """
    now = standing(database, filing_id)
    try:
        stage = LEADS[now.stage, act]
    except KeyError:
        raise LookupError(f"{act} of what is {now.stage}") from None
    number = now.edition + (act is Act.FINALISE)
    title = f"{act}（第{number}版）" if stage.is_locked or now.stage.is_locked else str(act)
    title = f"{title}：{reason}" if reason else title
    with steps.step(filing_id, title, Kind.SIGN, who):
        if act is Act.FINALISE:
            _keep(database, filing_id, number, who)
        database.execute(
            "INSERT INTO sign_off (filing_id, stage, edition) VALUES (?, ?, 0) "
            "ON CONFLICT (filing_id) DO NOTHING",
            [filing_id, Stage.DRAFT],
        )
        change = statements.update("sign_off", ("stage", "edition"), "filing_id")
        database.execute(change, [stage, number, filing_id])
    return Standing(stage, number)


def note(database: Connection, filing_id: int, title: str, who: str) -> None:
    """Put something about the sign-off itself among the signatures; inside a transaction."""
    write_step(database, filing_id, Kind.SIGN, title, (0, -1), who)


def signatures(database: Connection, filing_id: int) -> tuple[Signature, ...]:
    """Every act of a year, the latest first."""
    query = "SELECT at, title, who FROM step WHERE filing_id = ? AND kind = ? ORDER BY id DESC"
    return tuple(Signature(*row) for row in database.execute(query, [filing_id, Kind.SIGN]))


def editions(database: Connection, filing_id: int) -> tuple[Kept, ...]:
    """Every edition of a year, the first one first; ContentIsDamaged for one tampered with."""
    columns = ("number", "digest", "at", "who", "data")
    query = statements.select("edition", columns, "filing_id", "number")
    return tuple(_read(*row) for row in database.execute(query, [filing_id]))


def _keep(database: Connection, filing_id: int, number: int, who: str) -> None:
    data = canonical(with_before(database, filing_id))
    now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    columns = ("filing_id", "number", "digest", "at", "who", "data")
    row = (filing_id, number, digest(data), now, who or account_name(), zlib.compress(data))
    database.execute(statements.insert("edition", columns), row)


def _read(number: int, kept: str, at: str, who: str, data: bytes) -> Kept:
    try:
        plain = zlib.decompress(data)
    except zlib.error as problem:
        raise ContentIsDamaged(f"edition {number}") from problem
    if digest(plain) != kept:
        raise ContentIsDamaged(f"edition {number} is not what was signed")
    return Kept(number, kept, at, who, plain)
