"""A workbook of the sample that holds the number 0, and a place where jobs are done."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app.sample import sample
from jsxh_desktop.store.file import Workbook
from tests.battery.numbers import numbered
from tests.battery.workshop import Workshop, workshop
from tests.preload import compiled

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def numbered_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("numbered") / "sample.jsxh"
    with Workbook.create(path) as workbook:
        workbook.save(sample())
        workbook.apply(1, "编号", numbered(workbook.load(1), 0))
    return path


@pytest.fixture
def path(numbered_file: Path, tmp_path: Path) -> Path:
    """A file of the test's own, nobody has it open."""
    return Path(shutil.copy(numbered_file, tmp_path / "科协.jsxh"))


@pytest.fixture(scope="module")
def shop() -> Iterator[Workshop]:
    with workshop() as made:
        yield made


@pytest.fixture(scope="session")
def striking_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    """A workshop in which a call to the disk can be made to fail, or to be the last."""
    library = compiled(HERE / "failing_calls.c", tmp_path_factory.mktemp("striking"))
    with workshop({"LD_PRELOAD": str(library)}) as made:
        yield made


@pytest.fixture(scope="session")
def recording_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    """A workshop in which the calls to the disk can be written down."""
    library = compiled(HERE / "recording_calls.c", tmp_path_factory.mktemp("recording"))
    with workshop({"LD_PRELOAD": str(library)}) as made:
        yield made
