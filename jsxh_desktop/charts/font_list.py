"""matplotlib imported without its search for fonts, which costs a second on a fresh machine.

On import matplotlib opens every font it finds and writes a list of them into the user's home. The
charts need none of them: the print brings its own typefaces, the window names a font file. So the
import is given a list that names one font of matplotlib's own, in a folder that is gone afterwards.
That folder also keeps a user's matplotlibrc out of the charts.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FORMAT = "3.11.0"
"""The format of the list; with another one matplotlib only falls back to its search."""

_FONT = {
    "__class__": "FontEntry",
    "fname": "fonts/ttf/DejaVuSans.ttf",
    "name": "DejaVu Sans",
    "weight": 400,
    "size": "scalable",
}
_LIST = {
    "__class__": "FontManager",
    "_version": FORMAT,
    "_FontManager__default_weight": "normal",
    "default_size": None,
    "defaultFamily": {"ttf": "DejaVu Sans", "afm": "Helvetica"},
    "afmlist": [],
    "ttflist": [_FONT],
}
_FOLDER = "MPLCONFIGDIR"
_one_at_a_time = threading.RLock()


@contextmanager
def without_font_search() -> Iterator[None]:
    """Import matplotlib inside, and the machine's fonts stay unread."""
    if "matplotlib.font_manager" in sys.modules:
        yield
        return
    with _one_at_a_time, tempfile.TemporaryDirectory(prefix="jsxh-") as folder:
        Path(folder, f"fontlist-v{FORMAT}.json").write_text(json.dumps(_LIST), encoding="utf-8")
        before = os.environ.get(_FOLDER)
        os.environ[_FOLDER] = folder
        try:
            yield
        finally:
            del os.environ[_FOLDER]
            if before is not None:
                os.environ[_FOLDER] = before
