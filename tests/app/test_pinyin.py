"""Initials: as pypinyin has them, without loading it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jsxh_desktop.app.pinyin import initials
from tests.app.coded import coded

ROOT = Path(__file__).resolve().parents[2]


def test_a_name_is_known_by_its_first_letters() -> None:
    assert initials("行政单位医疗") == "xzdwyl"


def test_letters_and_digits_stay_and_signs_go() -> None:
    assert initials("50 万元（GDP）") == "50wygdp"


def test_a_word_in_which_a_character_sounds_otherwise_is_heard_as_a_word() -> None:
    assert initials("银行业务调整") == "yhywtz"


def test_the_shipped_table_is_what_its_builder_makes() -> None:
    program = "import build_pinyin; print(build_pinyin.table(), end='')"
    made = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT / "packaging",
        env={"PYTHONPATH": str(ROOT / "packaging"), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    ).stdout.decode()
    assert (ROOT / "assets" / "pinyin.toml").read_text("utf-8") == made


@pytest.mark.parametrize("kind", ["functional_codes", "economic_codes"])
def test_every_name_of_the_code_tables_sounds_right(kind: str) -> None:
    from pypinyin import Style, lazy_pinyin

    names = {code.name for code in getattr(coded(), kind).codes.values()}
    assert names
    for name in names:
        sounds = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
        assert initials(name) == "".join(filter(str.isalnum, sounds)).casefold()
