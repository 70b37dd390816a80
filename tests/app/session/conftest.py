"""A session on the sample in a workbook of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jsxh_desktop.app.session import Session
from jsxh_desktop.store.file import Workbook
from tests.sample_file import put_sample


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    with Workbook.open(put_sample(tmp_path / "科协.jsxh")) as opened:
        yield opened


@pytest.fixture
def session(workbook: Workbook) -> Session:
    return Session(workbook, 1)
