"""The workbook of the sample: written once for all tests, then copied for each."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from jsxh_desktop.app.commands import write_sample


def put_sample(path: Path) -> Path:
    """A workbook with the sample unit that nobody has open yet."""
    path.write_bytes(_written())
    return path


@cache
def _written() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "样例.jsxh"
        write_sample(path)
        return path.read_bytes()
