"""Where the build reads and writes, and which commit it builds."""

from __future__ import annotations

import os
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGING = CHECKOUT / "packaging"
BUILD = CHECKOUT / "build" / "bundle"
INPUTS = BUILD / "inputs"
DIST = CHECKOUT / "dist"


def git(*words: str) -> bytes:
    """What git says about the checkout."""
    command = ("git", "-C", str(CHECKOUT), *words)
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 - no shell


def moment() -> int:
    """The seconds every packed file is dated with: SOURCE_DATE_EPOCH, else the commit's."""
    return int(os.environ.get("SOURCE_DATE_EPOCH") or git("log", "-1", "--format=%ct"))


def export(target: Path) -> None:
    """Lay out the commit without what is not committed, so that it alone decides the bytes."""
    with zipfile.ZipFile(BytesIO(git("archive", "--format=zip", "HEAD"))) as committed:
        committed.extractall(target)
