"""Who does what, where the unit has said so, each with a password if wanted.

A password says whose name stands under an act on a computer many use. It hides nothing: whoever has
the file can read it with another program.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from sqlite3 import Connection

from jsxh_desktop.domain.edition import Person, Role
from jsxh_desktop.store.errors import ContentIsDamaged
from jsxh_desktop.store.values import keepable

NO_PASSWORD = b""
_COST, _BLOCK, _LANES = 2**14, 8, 1  # 16 MB and a twentieth of a second a try


def people(database: Connection) -> tuple[Person, ...]:
    """Everybody named, in the order they were."""
    rows = database.execute("SELECT name, role, hash FROM person ORDER BY id")
    try:
        return tuple(Person(name, Role(role), kept != NO_PASSWORD) for name, role, kept in rows)
    except ValueError as problem:
        raise ContentIsDamaged(str(problem)) from problem


def keep_person(database: Connection, name: str, role: Role, password: str) -> None:
    """Name somebody, or change what was said of them; inside a transaction."""
    salt = secrets.token_bytes(16) if password else NO_PASSWORD
    kept = _hash(password, salt) if password else NO_PASSWORD
    database.execute(
        "INSERT INTO person (name, role, salt, hash) VALUES (?, ?, ?, ?) ON CONFLICT (name) "
        "DO UPDATE SET role = excluded.role, salt = excluded.salt, hash = excluded.hash",
        (keepable(name), role, salt, kept),
    )


def drop_people(database: Connection, names: tuple[str, ...]) -> None:
    """Have these no longer named; inside a transaction."""
    database.executemany("DELETE FROM person WHERE name = ?", [(name,) for name in names])


def knows(database: Connection, name: str, password: str) -> bool:
    """Whether a password is the one of somebody named; who has none needs none."""
    row = database.execute("SELECT salt, hash FROM person WHERE name = ?", [name]).fetchone()
    if row is None:
        return False
    salt, kept = row
    return kept == NO_PASSWORD or hmac.compare_digest(_hash(password, salt), kept)


def _hash(password: str, salt: bytes) -> bytes:
    plain = unicodedata.normalize("NFC", keepable(password)).encode()  # keyboards differ in that
    return hashlib.scrypt(plain, salt=salt, n=_COST, r=_BLOCK, p=_LANES, dklen=32)
