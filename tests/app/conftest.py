"""What the tests of the command line share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from jsxh_desktop.app.main import main
from tests.sample_file import put_sample


@dataclass(frozen=True)
class Answer:
    """What a run of the command line said, and how it ended."""

    status: int
    said: str
    error: str


Run = Callable[..., Answer]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process."""

    def call(*arguments: object) -> Answer:
        monkeypatch.setattr(sys, "argv", ["jsxh-desktop", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        said = capsys.readouterr()
        return Answer(int(end.value.code or 0), said.out, said.err)

    return call


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A workbook with the sample unit."""
    return put_sample(tmp_path / "样例.jsxh")
