"""Ended at any moment while a file is mended or purged: it opens, whole, as before or as after."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import click
import pytest

from jsxh_desktop.domain.filing import Filing
from jsxh_desktop.store.file import Workbook
from jsxh_desktop.store.inspecting import Trouble
from jsxh_desktop.store.mending import MENDED, inspected, mend
from tests.consistent.draw import seed_of_today
from tests.sample_file import put_sample

ROOT = Path(__file__).parents[2]
COUNT, LONGEST = int(os.environ.get("JSXH_COUNT", "100")), 0.6  # s
WORK = """
import sys
from pathlib import Path
from jsxh_desktop.store.{module} import *
print("begun", flush=True)
{call}
"""
MEND = WORK.format(module="mending", call="mend(Path(sys.argv[1]), MENDED)")
PURGE = WORK.format(module="purging", call="purge(Path(sys.argv[1]), old_copies=True)")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return put_sample(tmp_path / "样例.jsxh")


def ended(work: str, path: Path, chance: random.Random) -> bool:
    """Begin the work and end it; whether it was still at it."""
    command = [sys.executable, "-c", work, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as worker:
        assert worker.stdout
        worker.stdout.readline()
        time.sleep(chance.random() * LONGEST)
        at_it = worker.poll() is None
        worker.kill()
    return at_it


def held(path: Path) -> Filing:
    with Workbook.open(path) as workbook:
        assert workbook.altered == ()
        return workbook.load(1)


def test_a_file_is_mended_or_can_be_mended_again(sample: Path, tmp_path: Path) -> None:
    chance, at_it = random.Random(seed_of_today()), 0  # noqa: S311 - a moment, no secret
    with closing(sqlite3.connect(sample)) as file:
        file.execute("UPDATE duty SET filing_id = 7 WHERE id = 2")
        file.commit()
    for turn in range(COUNT):
        path = Path(shutil.copy(sample, tmp_path / f"{turn}.jsxh"))
        at_it += ended(MEND, path, chance)
        mend(path, MENDED)
        assert {each.trouble for each in inspected(path)} <= {Trouble.ALTERED}
    click.echo(f"mended {COUNT}, ended at it {at_it}")


def test_a_purged_file_holds_what_it_held(sample: Path, tmp_path: Path) -> None:
    chance, at_it, before = random.Random(seed_of_today()), 0, held(sample)  # noqa: S311 - as above
    for turn in range(COUNT):
        path = Path(shutil.copy(sample, tmp_path / f"{turn}.jsxh"))
        at_it += ended(PURGE, path, chance)
        assert held(path) == before
    click.echo(f"purged {COUNT}, ended at it {at_it}")
