"""A workbook of the sample that holds the number 0, and a place where jobs are done."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app.sample import sample
from jsxh_desktop.store.file import Workbook
from tests.battery import jobs
from tests.battery.workshop import CAN_FORK, Workshop, workshop


@pytest.fixture(scope="session")
def numbered_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("numbered") / "sample.jsxh"
    with Workbook.create(path) as workbook:
        workbook.save(sample())
        workbook.apply(1, "编号", jobs.numbered(workbook.load(1), 0))
    return path


@pytest.fixture
def path(numbered_file: Path, tmp_path: Path) -> Path:
    """A file of the test's own, nobody has it open."""
    return Path(shutil.copy(numbered_file, tmp_path / "科协.jsxh"))


@pytest.fixture(scope="module")
def shop() -> Iterator[Workshop]:
    if not CAN_FORK:
        pytest.skip("this system has no fork to end a process at any moment")
    with workshop() as made:
        yield made
