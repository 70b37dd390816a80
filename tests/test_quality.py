"""Style and types are part of the tests: green means all of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# A new machine would take a sixth longer to write what it never reads.
MYPY = f"mypy --cache-dir {os.devnull}" if os.environ.get("CI") else "mypy"


@pytest.mark.parametrize(
    "command", ["ruff check", "ruff format --check --diff --quiet", MYPY], ids=str
)
def test_the_sources_are_clean(command: str) -> None:
    tool = [sys.executable, "-m", *command.split()]
    done = subprocess.run(tool, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
