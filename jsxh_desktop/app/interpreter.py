"""The command that starts this very Python again, for work in a process beside the window."""

from __future__ import annotations

import os
import sys

GIVEN = "JSXH_PYTHON"
"""A variable the installed program is started with on Linux, one word a line: its Python runs on
libraries of its own, which a loader of its own has to find first."""


def python() -> tuple[str, ...]:
    """The words before the options of Python."""
    return tuple(os.environ.get(GIVEN, "").splitlines()) or (sys.executable,)
