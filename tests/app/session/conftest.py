"""A session on the sample in a workbook of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app.sample import sample
from jsxh_desktop.app.session import Session
from jsxh_desktop.store.file import Workbook


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    with Workbook.create(tmp_path / "科协.jsxh") as created:
        created.save(sample())
        yield created


@pytest.fixture
def session(workbook: Workbook) -> Session:
    return Session(workbook, 1)
