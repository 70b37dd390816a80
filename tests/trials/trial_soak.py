"""T39: after hours of work the program takes no more of the computer than in the first of them.

SOAK_MINUTES=… for another time than eight hours; what it took lies in build/soak.txt.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import click
import pytest

from tests.battery.counts import FIGURES
from tests.display import missing, own_display
from tests.sample_file import put_sample
from tests.trials.child import ROOT, SETTINGS

MINUTES = float(os.environ.get("SOAK_MINUTES", "480"))
SEED = os.environ.get("TRIAL_SEED", str(random.SystemRandom().randrange(1 << 32)))
READINGS = FIGURES.with_name("soak.txt")
PATIENCE = 1_200  # seconds for the last chore and the end
GROWTH = 1.2
KEYS = 100_000  # bytes of the log of keys between two fields
A_FEW = 4  # handles and threads of a helper that was started late


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """All that was told in these hours."""
    if absent := missing():
        pytest.fail(f"this trial needs {absent}: make trial")
    place = tmp_path_factory.mktemp("soak")
    workbook, settings = put_sample(place / "朝天区科协.jsxh"), place / "settings.json"
    settings.write_text(SETTINGS, "utf-8")
    click.echo(f"TRIAL_SEED={SEED}")
    command = (sys.executable, "-X", "faulthandler", "-m", "tests.trials.soaking")
    given = (str(workbook), str(settings), SEED, str(60 * MINUTES))
    errors = place / "stderr.txt"
    with own_display() as screen, errors.open("wb") as file:
        environ = {**os.environ, "DISPLAY": screen, "HOME": str(place), "XMODIFIERS": "@im=none"}
        with subprocess.Popen(
            [*command, *given], cwd=ROOT, env=environ, stdout=subprocess.PIPE, stderr=file
        ) as program:
            lines = list(_heard(program))
    lines.append({"ended": program.returncode, "stderr": errors.read_text("utf-8")})
    lines += [{"failed": log.read_text("utf-8")} for log in place.rglob("jsxh_desktop.log")]
    return lines


def _heard(program: subprocess.Popen[bytes]) -> Iterator[dict[str, Any]]:
    assert program.stdout is not None
    READINGS.parent.mkdir(exist_ok=True)
    with READINGS.open("ab") as kept:
        for line in program.stdout:
            kept.write(line)
            kept.flush()
            yield json.loads(line)
    program.wait(PATIENCE)


@pytest.fixture(scope="module")
def readings(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = [said for said in told if "at" in said]
    assert len(found) > 10, "the time was too short"
    return found


def of(readings: list[dict[str, Any]], what: str) -> tuple[int, int]:
    """The highest of the first tenth and of the last."""
    tenth = max(2, len(readings) // 10)
    return (
        max(each[what] for each in readings[:tenth]),
        max(each[what] for each in readings[-tenth:]),
    )


def test_nothing_failed_and_every_inspection_was_clean(told: list[dict[str, Any]]) -> None:
    assert [said["failed"] for said in told if "failed" in said] == []
    assert told[-1] == {"ended": 0, "stderr": ""}


@pytest.mark.parametrize("what", ["window", "helpers"])
def test_memory_grows_by_less_than_a_fifth(readings: list[dict[str, Any]], what: str) -> None:
    first, last = of(readings, what)
    click.echo(f"T39 {what}: {first} kB, {last} kB")
    assert last < GROWTH * first


@pytest.mark.parametrize("what", ["handles", "threads"])
def test_handles_stay_as_many(readings: list[dict[str, Any]], what: str) -> None:
    first, last = of(readings, what)
    click.echo(f"T39 {what}: {first}, {last}")
    assert last <= first + A_FEW


def test_the_log_of_keys_is_emptied_as_fields_are_left(readings: list[dict[str, Any]]) -> None:
    assert {each["keys"] for each in readings} == {0}
    assert readings[-1]["longest"] < KEYS
    click.echo(f"T39 done: {readings[-1]['done']}")
