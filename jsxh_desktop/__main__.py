"""Starts the program: its window, or the command that was typed."""

from __future__ import annotations

import sys
from pathlib import Path

SUFFIX = ".jsxh"


def start() -> None:
    """Open the window, with a workbook where one is named; any other words are a command."""
    words = sys.argv[1:]
    if words and (len(words) > 1 or Path(words[0]).suffix.lower() != SUFFIX):
        from jsxh_desktop.app.main import main

        main()
    else:
        from jsxh_desktop.ui.starting import open_window

        open_window(*map(Path, words))


if __name__ == "__main__":
    start()
