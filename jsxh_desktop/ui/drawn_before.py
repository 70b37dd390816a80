"""Signs and edges as ttkbootstrap drew them at an earlier start, read instead of drawn.

It needs some fifty for a first page, and draws each four times as large to make it smaller: a
twelfth of a start. See docs/decisions/0608.
"""

from __future__ import annotations

import base64
import json
import tkinter as tk
from collections.abc import Callable, Hashable
from contextlib import suppress
from pathlib import Path
from typing import Any

import ttkbootstrap as ttk
from ttkbootstrap.style.engine import Style

from jsxh_desktop import __version__
from jsxh_desktop.app.problem import Problem
from jsxh_desktop.app.safe_write import written_whole

MOST = 400
"""More were drawn by looks long given up; then only those of now are kept."""
_DRAWN = Style._get_or_create_image  # noqa: SLF001 - all it draws comes this way


class DrawnBefore:
    """What is known from earlier starts and the file it is kept in, beside the settings."""

    def __init__(self, file: Path) -> None:
        """Lend what is known to every style from here on: before the root is made."""
        self._file = file
        self._known = _read(file)
        Style._get_or_create_image = self._lend()  # type: ignore[method-assign]  # noqa: SLF001

    def keep(self, root: tk.Misc) -> None:
        """Write what was drawn anew, while the root still stands."""
        pictures = ttk.Style()._image_cache  # noqa: SLF001 - there is no other way to them
        drawn = {repr(key): name for key, (name, _) in pictures.items()}
        if drawn.keys() <= self._known.keys():
            return
        found = {
            key: base64.b64encode(root.tk.call(name, "data", "-format", "png")).decode("ascii")
            for key, name in drawn.items()
        }
        known = {**self._known, **found}
        kept = {"by": _by(), "pictures": known if len(known) <= MOST else found}
        with suppress(Problem), written_whole(self._file) as file:  # else they are drawn again
            file.write(json.dumps(kept).encode())

    def _lend(self) -> Callable[[Style, Hashable, Callable[[], object]], Any]:
        def drawn(style: Style, key: Hashable, draw: Callable[[], object]) -> Any:
            pictures = style._image_cache  # noqa: SLF001 - as above
            if key not in pictures and (png := self._known.get(repr(key))):
                try:
                    picture = tk.PhotoImage(data=png, format="png")
                except tk.TclError:  # spoilt: drawn, and kept anew
                    del self._known[repr(key)]
                else:
                    pictures[key] = (str(picture), picture)
            return _DRAWN(style, key, draw)

        return drawn


def _read(file: Path) -> dict[str, str]:
    try:
        kept = json.loads(file.read_bytes())
        return {str(k): str(v) for k, v in kept["pictures"].items()} if kept["by"] == _by() else {}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}


def _by() -> list[str]:
    """Another of these may draw otherwise."""
    return [__version__, ttk.__version__, str(tk.TkVersion)]
