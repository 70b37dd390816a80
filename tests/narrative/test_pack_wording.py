"""The wording of the pack: every sentence is said somewhere, every sentence said is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from string import Formatter

import jsxh_desktop
from jsxh_desktop.app.paths import assets
from jsxh_desktop.domain.pack import Pack

SOURCES = [path.read_text("utf-8") for path in Path(jsxh_desktop.__file__).parent.rglob("*.py")]
FAMILY = re.compile(
    r"(each|compared|than|adjusted)_(more|less|new|same|near|unknown)"
    r"|rate_(more|less)|title_\w+|(overseas|vehicles|reception)_name"
    r"|(personnel|operating)_none|(posts|staff)_\w+"
)
"""Keys put together from parts: direction words, titles, and the names of entries."""


def test_every_sentence_of_the_pack_is_said_somewhere(pack: Pack) -> None:
    said = {key for source in SOURCES for key in re.findall(r'"([a-z_]+)"', source)}
    assert (
        sorted(key for key in pack.wording if key not in said and not FAMILY.fullmatch(key)) == []
    )


def test_every_title_of_the_pack_is_printed(pack: Pack) -> None:
    said = {key for source in SOURCES for key in re.findall(r'"([a-z_]+)"', source)}
    titles = {key.removeprefix("title_") for key in pack.wording if key.startswith("title_")}
    sections = {key for part in pack.parts for key in part.sections}
    assert titles <= said | sections | {"of_several"}


def test_a_placeholder_is_a_plain_name(pack: Pack) -> None:
    for sentence in pack.wording.values():
        for _, name, _, conversion in Formatter().parse(sentence):
            assert name is None or name.isidentifier()
            assert not conversion


def test_the_text_uses_full_width_punctuation(pack: Pack) -> None:
    for sentence in (*pack.wording.values(), *pack.terms.values()):
        assert not re.search(r"[,;:?!()]", re.sub(r"\{[^}]*\}", "", sentence)), sentence


def test_brackets_and_quotes_are_paired(pack: Pack) -> None:
    for sentence in (*pack.wording.values(), *pack.terms.values()):
        for opening, closing in ("（）", "“”", "《》"):
            assert sentence.count(opening) == sentence.count(closing), sentence


def test_no_two_files_of_the_shared_wording_hold_the_same_sentence() -> None:
    keys = [
        key
        for path in (assets() / "wordings").glob("*.toml")
        for key in tomllib.loads(path.read_text("utf-8"))
    ]
    assert sorted(keys) == sorted(set(keys))
