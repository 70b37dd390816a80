"""T30: of a package that was damaged or tampered with no row comes in."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jsxh_desktop.app.commands import write_new
from jsxh_desktop.app.imports import reader
from jsxh_desktop.app.imports.gate import MANIFEST, SUFFIX, Refused
from jsxh_desktop.app.imports.importing import plan_of
from jsxh_desktop.app.imports.source import Source, source_from
from jsxh_desktop.app.package import pack_file
from jsxh_desktop.app.packs import pack_of
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.sample import sample
from tests.battery.counts import seeded, tell, times

Files = dict[str, bytes]
Tampering = Callable[[Files, random.Random], None]
NAMES = (
    "../外.jsonl",
    "/etc/a",
    "C:/a",
    "a\\b",
    "CON",
    "NUL.jsonl",
    "data/DUTIES.jsonl",
    "x" * 300,
)


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("packed")
    write_new(folder / "a.jsxh", sample())
    pack_file(folder / "a.jsxh", folder / f"a{SUFFIX}", None)
    return (folder / f"a{SUFFIX}").read_bytes()


def files_of(packed: bytes) -> Files:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: Files, *also: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (*files.items(), *also):
            archive.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()


def _rows(files: Files, chance: random.Random) -> str:
    return chance.choice([name for name, content in files.items() if content.count(b"\n") > 1])


def _digit(files: Files, chance: random.Random) -> None:
    """An amount or a count that is another one."""
    name = chance.choice(["data/expenditure.jsonl", "data/income.jsonl", "data/records.jsonl"])
    content = bytearray(files[name])
    places = [place for place, byte in enumerate(content) if 48 <= byte <= 57]
    place = chance.choice(places)
    content[place] = 48 + (content[place] - 48 + chance.randint(1, 9)) % 10
    files[name] = bytes(content)


def _row_less(files: Files, chance: random.Random) -> None:
    name = _rows(files, chance)
    lines = files[name].splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    files[name] = b"".join(lines)


def _row_twice(files: Files, chance: random.Random) -> None:
    name = _rows(files, chance)
    lines = files[name].splitlines(keepends=True)
    lines.append(chance.choice(lines[1:]))
    files[name] = b"".join(lines)


def _file_less(files: Files, chance: random.Random) -> None:
    del files[chance.choice([*files])]


def _file_more(files: Files, chance: random.Random) -> None:
    files[chance.choice(NAMES)] = b"[]"


def _swapped(files: Files, chance: random.Random) -> None:
    one, other = chance.sample([name for name in files if name != MANIFEST], 2)
    if files[one] != files[other]:
        files[one], files[other] = files[other], files[one]
    else:
        _digit(files, chance)


def _year(files: Files, _: random.Random) -> None:
    manifest = json.loads(files[MANIFEST])
    manifest["year"] = "2020"
    files[MANIFEST] = json.dumps(manifest).encode()


def _unit(files: Files, _: random.Random) -> None:
    manifest = json.loads(files[MANIFEST])
    manifest["unit"] = "别的单位"
    files[MANIFEST] = json.dumps(manifest).encode()


def _strange_format(files: Files, _: random.Random) -> None:
    files[MANIFEST] = files[MANIFEST].replace(b"jsxh-package-1", b"jsxh-package-2")


def _said_twice(files: Files, _: random.Random) -> None:
    files[MANIFEST] = files[MANIFEST].replace(b"{", b'{"format": "jsxh-package-1",', 1)


def _said_less(files: Files, chance: random.Random) -> None:
    """A manifest that says one thing less, at the top or of the rows there are."""
    manifest = json.loads(files[MANIFEST])
    part = chance.choice([manifest, manifest["rows"], manifest["totals"], manifest["files"]])
    del part[chance.choice([*part])]
    files[MANIFEST] = json.dumps(manifest).encode()


def _other_count(files: Files, chance: random.Random) -> None:
    manifest = json.loads(files[MANIFEST])
    manifest["rows"][chance.choice([*manifest["rows"]])] += 1
    files[MANIFEST] = json.dumps(manifest).encode()


INSIDE: tuple[Tampering, ...] = (
    _digit,
    _row_less,
    _row_twice,
    _file_less,
    _file_more,
    _swapped,
    _year,
    _unit,
    _strange_format,
    _said_twice,
    _said_less,
    _other_count,
)


def _outside(packed: bytes, chance: random.Random) -> bytes:
    """Damage on the way: a bit, a piece of zeros, an end that is missing."""
    content = bytearray(packed)
    place = chance.randrange(len(content))
    way = chance.randrange(3)
    if way == 0:
        content[place] ^= 1 << chance.randrange(8)
    elif way == 1:
        content[place : place + 512] = bytes(len(content[place : place + 512]))
    else:
        del content[place:]
    return bytes(content)


def planned(path: Path) -> Any:
    """What would come in; the reader works here, as its own process has tests of its own."""
    said: list[dict[str, Any]] = json.loads(json.dumps(reader.sheets(path)))
    sources: tuple[Source, ...] = tuple(map(source_from, said))
    filing = sample()
    return plan_of(sources, filing, pack_of(filing))


def test_no_row_comes_in_of_a_package_that_is_not_as_it_was_made(
    packed: bytes, tmp_path: Path
) -> None:
    trials, chance, refused, whole = times(40, 10_000), seeded(), 0, 0
    path = tmp_path / f"包{SUFFIX}"
    for trial in range(trials):
        if trial % 2:
            path.write_bytes(_outside(packed, chance))
        else:
            files = files_of(packed)
            INSIDE[trial // 2 % len(INSIDE)](files, chance)
            path.write_bytes(zipped(files))
        try:
            plan = planned(path)
        except (Refused, Problem):
            refused += 1
        else:
            assert trial % 2  # a flipped date of a file changes nothing
            assert not plan.changes
            whole += 1
    tell("T30", trials=trials, refused=refused, harmless=whole)


def test_a_file_of_the_same_name_twice_is_refused(packed: bytes, tmp_path: Path) -> None:
    path, files = tmp_path / f"包{SUFFIX}", files_of(packed)
    for name in files:
        with pytest.warns(UserWarning, match="Duplicate"):
            path.write_bytes(zipped(files, (name, files[name])))
        with pytest.raises(Refused, match="重新要一份"):
            planned(path)
