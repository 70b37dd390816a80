"""Settings and fixtures every room's tests share."""

from __future__ import annotations

import gc
import logging
import os
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePath

import hypothesis
import pytest

from jsxh_desktop.store import disks
from jsxh_desktop.store.disks import Mount
from tests.battery import counts
from tests.examples import USUAL

LONGEST_FIRST = ("tests/test_quality.py", "tests/ui/", "tests/app/")

# No deadline and no judgement on speed: a busy machine is no fault of the code. CI draws the same
# examples every time, a trial far more of them; slow laws have their number from tests/examples.py.
PATIENT = hypothesis.settings(
    max_examples=USUAL,
    deadline=None,
    print_blob=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.register_profile("desk", PATIENT)
hypothesis.settings.register_profile("ci", PATIENT, derandomize=True)
hypothesis.settings.register_profile("trial", PATIENT, max_examples=500)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "desk")

MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
ROOM = 2 << 30  # bytes, three times what a run leaves if every test fails


def pytest_configure(config: pytest.Config) -> None:
    """The files of a usual run lie in memory: to sync every workbook was a sixth of its time.

    Long counts and trials stay on the real disk, which an installed program has as well.
    """
    is_trial = any(Path(name).name.startswith("trial_") for name in config.args)
    if counts.LONG or is_trial or not os.access(MEMORY, os.W_OK):
        return
    if shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first, so that no worker has one left when the other is done.

    Of a file those that only look come first, one after the other in the same window.
    """
    place = {path: n for n, path in enumerate(dict.fromkeys(item.path for item in items))}
    items.sort(key=lambda item: (place[item.path], item.get_closest_marker("looks") is None))
    items.sort(key=lambda item: [not item.nodeid.startswith(long) for long in LONGEST_FIRST])


def pytest_collection_finish() -> None:
    """What was collected stays to the end: looking through it for garbage took a tenth of a run.

    Looking seldom through what comes after saves a twentieth of what is left.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)


@pytest.fixture(autouse=True)
def no_logged_error(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A logged error fails the test; one that expects it asserts on caplog and clears it."""
    yield
    records = (*caplog.get_records("setup"), *caplog.get_records("call"))
    errors = [record.getMessage() for record in records if record.levelno >= logging.ERROR]
    assert not errors


@pytest.fixture
def plugged_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick in this computer, and where it is reached."""
    place = tmp_path / "KINGSTON"
    place.mkdir()
    table = (Mount(PurePath("/"), "ext4"), Mount(place, disks.PULLED_OUT))
    monkeypatch.setattr(disks, "mounted", lambda *_: table)
    return place
