"""A workbook with the sample in it, made once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app.sample import sample
from jsxh_desktop.store.file import Workbook


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.jsxh"
    with Workbook.create(path) as workbook:
        workbook.save(sample())
    return path


@pytest.fixture
def path(sample_file: Path, tmp_path: Path) -> Path:
    """A file of the test's own, nobody has it open."""
    return Path(shutil.copy(sample_file, tmp_path / "科协.jsxh"))


@pytest.fixture
def workbook(path: Path) -> Iterator[Workbook]:
    with Workbook.open(path) as opened:
        yield opened
