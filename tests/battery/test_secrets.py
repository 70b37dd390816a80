"""T36: digests, check codes and passwords are what the standards say, and every wrong case is said.

The program encrypts nothing. It takes SHA-256, SM3 and scrypt from OpenSSL; their standards' own
examples, and no others, show that it gets the right ones.
"""

from __future__ import annotations

import hashlib
import itertools
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.who_signs import Signer, Tries, allowed, people
from jsxh_desktop.app.workspace import Workspace
from jsxh_desktop.domain.edition import Act, Person, Role, check_code
from jsxh_desktop.store.file import Workbook
from tests.battery.counts import seeded, tell, times

SHA_256 = {  # FIPS 180-4, the examples of its appendix and of NIST's list of them
    b"": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    b"abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq": (
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    b"a" * 1_000_000: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
}
SM3 = {  # GB/T 32905-2016, appendix A
    b"abc": "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    b"abcd" * 16: "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
}
SCRYPT = {  # RFC 7914, 12
    (b"", b"", 16, 1, 1): (
        "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
        "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
    ),
    (b"password", b"NaCl", 1024, 8, 16): (
        "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
        "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
    ),
    (b"pleaseletmein", b"SodiumChloride", 16384, 8, 1): (
        "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
        "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
    ),
}
NAME, PASSWORD = "王芳", "Ång-密码-2021"
COMPOSED, APART = "caf\u00e9", "cafe\u0301"


@pytest.fixture(scope="module")
def workspace(numbered_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workbook open all the time; each test gives somebody a password first."""
    folder = tmp_path_factory.mktemp("分工")
    opened = Workspace.open(Path(shutil.copy(numbered_file, folder / "科协.jsxh")))
    yield opened
    opened.close()


def give(workspace: Workspace, password: str) -> None:
    """Have a new password in place of the one before."""
    workspace.workbook.sign_offs.keep_person(1, Person(NAME, Role.ADMINISTRATION), password, "")


def refusal(workspace: Workspace, password: str) -> str:
    """What is said to a password; nothing where it is right."""
    try:
        allowed(workspace, Act.UNLOCK, Signer(NAME, password), Tries(lambda: 0.0))
    except Problem as problem:
        return str(problem)
    return ""


def rows(path: Path) -> list[tuple[str, bytes, bytes]]:
    """Name, salt and what is kept of each password."""
    with closing(sqlite3.connect(path)) as file:
        return file.execute("SELECT name, salt, hash FROM person ORDER BY id").fetchall()


def test_sha_256_is_the_one_of_fips_180_4() -> None:
    assert {each: hashlib.sha256(each).hexdigest() for each in SHA_256} == SHA_256


@pytest.mark.skipif(
    "sm3" not in hashlib.algorithms_available, reason="only OpenSSL with SM3 has SM3"
)
def test_sm3_is_the_one_of_gb_t_32905() -> None:
    assert {each: hashlib.new("sm3", each).hexdigest() for each in SM3} == SM3


def test_scrypt_is_the_one_of_rfc_7914() -> None:
    made = {
        (plain, salt, cost, block, lanes): hashlib.scrypt(
            plain, salt=salt, n=cost, r=block, p=lanes, dklen=64
        ).hex()
        for plain, salt, cost, block, lanes in SCRYPT
    }
    assert made == SCRYPT


def test_a_check_code_is_the_first_twenty_digits() -> None:
    assert check_code(SHA_256[b"abc"]) == "BA78 16BF 8F01 CFEA 4141"
    tell("T36 vectors", sha256=len(SHA_256), sm3=len(SM3), scrypt=len(SCRYPT))


def test_a_wrong_password_is_refused_in_one_sentence_and_the_right_one_is_not(
    workspace: Workspace,
) -> None:
    chance, tried = seeded(), times(2, 200)
    give(workspace, PASSWORD)
    assert refusal(workspace, PASSWORD) == ""
    wrong = {"", PASSWORD.lower(), PASSWORD[:-1]}
    for _ in range(tried):
        place = chance.randrange(len(PASSWORD))
        wrong.add(PASSWORD[:place] + chance.choice("甲乙丙丁") + PASSWORD[place + 1 :])
    said = {refusal(workspace, each) for each in wrong}
    assert said == {f"{NAME}的密码不对，再输一次", f"输入{NAME}的密码"}
    tell("T36 wrong passwords", tried=len(wrong), let_in=0)


@pytest.mark.parametrize("password", ["长" * 100_000, " ", "\ud800"], ids=["long", "space", "half"])
def test_an_odd_password_is_one_like_any_other(workspace: Workspace, password: str) -> None:
    give(workspace, password)
    assert refusal(workspace, password) == ""


def test_without_a_password_a_name_is_enough(workspace: Workspace) -> None:
    give(workspace, "")
    assert [person.has_password for person in people(workspace)] == [False]
    assert refusal(workspace, "") == ""


@pytest.mark.parametrize(("set_as", "typed"), [(COMPOSED, APART), (APART, COMPOSED)])
def test_the_same_signs_are_the_same_password_however_the_keyboard_puts_them(
    workspace: Workspace, set_as: str, typed: str
) -> None:
    """Whoever types them sees no difference, and another computer may put them otherwise."""
    give(workspace, set_as)
    assert refusal(workspace, typed) == ""


def test_one_password_of_two_people_is_kept_as_two_and_nowhere_as_it_is(
    workspace: Workspace,
) -> None:
    give(workspace, PASSWORD)
    workspace.workbook.sign_offs.keep_person(1, Person("李雷", Role.REVIEW), PASSWORD, NAME)
    copy = workspace.path.with_name("副本.jsxh")
    workspace.copy_to(copy)  # nobody else may read the file that is open
    (one, other) = rows(copy)
    assert one[1] != other[1]
    assert one[2] != other[2]
    beside = [each for each in copy.parent.rglob("*") if each.is_file()]
    beside.remove(workspace.path)
    assert [each for each in beside if PASSWORD.encode() in each.read_bytes()] == []
    assert [each for each in beside if PASSWORD.encode("utf-16-le") in each.read_bytes()] == []


def test_what_is_kept_of_a_password_and_was_spoilt_lets_nobody_in(path: Path) -> None:
    """Cut off, garbled, of another kind: one sentence, be it at the password or at the file."""
    with Workbook.open(path) as workbook:
        workbook.sign_offs.keep_person(1, Person(NAME, Role.ADMINISTRATION), PASSWORD, "")
    chance, blank = seeded(), path.read_bytes()
    ((_, salt, kept),) = rows(path)
    spoilt: list[tuple[str, object]] = [
        ("hash", kept[:-1]),
        ("hash", kept + b"\0"),
        ("hash", b"\0"),
        ("salt", salt[:-1]),
        ("salt", b""),
    ]
    for _ in range(100):
        place = chance.randrange(len(kept))
        spoilt.append(("hash", kept[:place] + bytes([kept[place] ^ 1]) + kept[place + 1 :]))
    chosen = chance.sample(spoilt, times(2, len(spoilt)))
    for column, value in chosen:
        path.write_bytes(blank)
        with closing(sqlite3.connect(path)) as file:
            file.execute(f"UPDATE person SET {column} = ?", [value])  # noqa: S608 - our own names
            file.commit()
        with Workbook.open(path) as workbook:
            assert not workbook.sign_offs.knows(NAME, PASSWORD)
    tell("T36 spoilt", tried=len(chosen), let_in=0)


def test_what_is_no_password_at_all_does_not_get_into_the_file(path: Path) -> None:
    with Workbook.open(path) as workbook:
        workbook.sign_offs.keep_person(1, Person(NAME, Role.ADMINISTRATION), PASSWORD, "")
    with closing(sqlite3.connect(path)) as file:
        for column, value in itertools.product(("salt", "hash"), ("文字", 7, None)):
            with pytest.raises(sqlite3.IntegrityError):
                file.execute(f"UPDATE person SET {column} = ?", [value])  # noqa: S608 - our own
