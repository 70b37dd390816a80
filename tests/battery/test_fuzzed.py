"""T28: tables damaged in any way are read or refused; nothing else comes of them."""

from __future__ import annotations

import random
import shutil
import zipfile
from pathlib import Path

import pytest

from jsxh_desktop.app.sample import sample
from jsxh_desktop.reports.excel.entered import entered_sheets
from tests.app.imports.bombs import GIVEN, rebuilt, spoilt
from tests.app.imports.files import written
from tests.battery.counts import seeded, tell, times
from tests.battery.workshop import Workshop

BATCH = 25
KINDS = ("xlsx", "ods", "xls", "csv")


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("given")
    found = {kind: folder / f"表.{kind}" for kind in KINDS}
    written(entered_sheets(sample()), found["xlsx"])
    for kind in ("ods", "xls"):
        shutil.copy(GIVEN / f"plain.{kind}", found[kind])
    found["csv"].write_text("科目,数\n" * 50, "utf-8")
    return found


def mutated(source: Path, target: Path, chance: random.Random) -> None:
    """The container spoilt, or a part of it that is then packed as it ought to be."""
    content = source.read_bytes()
    if source.suffix in {".xls", ".csv"} or chance.random() < 0.4:
        target.write_bytes(spoilt(content, chance.randrange(1 << 30)))
        return
    target.write_bytes(content)
    with zipfile.ZipFile(source) as archive:
        name = chance.choice([each for each in archive.namelist() if each.endswith(".xml")])
        part = archive.read(name)
    rebuilt(target, {name: spoilt(part, chance.randrange(1 << 30))})


def test_whatever_a_file_of_tables_became_it_is_read_or_refused(
    shop: Workshop, given: dict[str, Path], tmp_path: Path
) -> None:
    trials, chance = times(50, 50_000), seeded()
    read = refused = ended = 0
    for _ in range(trials // BATCH):
        files = []
        for number in range(BATCH):
            kind = chance.choice(KINDS)
            files.append(tmp_path / f"{number}.{kind}")
            mutated(given[kind], files[-1], chance)
        while files:
            job = shop.start("read_tables", *files)
            told = job.finish()
            read += sum("read" in each for each in told)
            refused += sum("refused" in each for each in told)
            if job.status:  # the reader's process ended: the program tells that as damage
                assert job.status < 0, files[len(told)]
                ended += 1
            del files[: len(told) + bool(job.status)]
    assert read + refused + ended == trials // BATCH * BATCH
    tell("T28", trials=read + refused + ended, read=read, refused=refused, ended=ended)
