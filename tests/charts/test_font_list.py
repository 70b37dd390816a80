"""matplotlib starts without reading the machine's fonts and leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import os, sys
from jsxh_desktop.charts.font_list import without_font_search
with without_font_search():
    import matplotlib.font_manager as fonts
print(len(fonts.fontManager.ttflist), os.environ.get("MPLCONFIGDIR"))
with without_font_search():
    print(os.environ.get("MPLCONFIGDIR"))
"""


@pytest.mark.parametrize("own", [None, "a folder of the user's"])
def test_a_fresh_start_reads_one_font_and_writes_nothing(tmp_path: Path, own: str | None) -> None:
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    home.mkdir()
    temporary.mkdir()
    places = {"HOME": str(home), "USERPROFILE": str(home), "TMPDIR": str(temporary)}
    places |= {"MPLCONFIGDIR": own} if own else {}
    kept = {name: value for name, value in os.environ.items() if name != "MPLCONFIGDIR"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**kept, **places},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == [f"1 {own}", f"{own}"]
    assert not [*home.iterdir(), *temporary.iterdir()]
    assert not done.stderr
