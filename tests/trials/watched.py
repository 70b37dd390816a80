"""The real program in a process of its own that tells what stands on the screen.

`python -m tests.trials.watched WORKBOOK SETTINGS [SEED [PROTOCOL MS]]`: with a seed a robot writes,
and after so long the window is asked something, such as WM_DELETE_WINDOW; without one, each line
that comes in names the spot the caret goes to. What goes out is a line of JSON each: the field and
what is shown in it, as soon as it has been painted.
"""

from __future__ import annotations

import json
import os
import random
import sys
import threading
import tkinter as tk
import traceback
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import Any

from jsxh_desktop.domain.place import Place
from jsxh_desktop.store.records import table_of
from jsxh_desktop.ui import input_method
from jsxh_desktop.ui.starting import started
from jsxh_desktop.ui.window import Window
from tests.trials.robot import Robot
from tests.trials.spots import SPOTS, focused_text, go, text_in

LOOK_EVERY = 5  # ms


def tell(said: dict[str, Any]) -> None:
    """One line to whoever watches; it is there even if the process ends at once."""
    os.write(sys.stdout.fileno(), json.dumps(said, ensure_ascii=False).encode() + b"\n")


def inserted(before: str, after: str) -> int:
    """How many characters a text has that it had not before, in one place."""
    start = _alike(before, after)
    return len(after) - start - _alike(before[start:][::-1], after[start:][::-1])


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


class Watcher:
    """Looks at the field that is written in, and tells of each text once it has been painted.

    It is painted when nothing else is to be done, or where the program wants it in between.
    """

    def __init__(self, window: Window) -> None:
        self._root = window.root
        self._at: list[Any] | None = None
        self._told = ""
        window.root.tk.createcommand("painted", lambda *_: self._look())
        window.root.tk.call("trace", "add", "execution", "update", "leave", "painted")
        self._again()

    def watch(self, place: Place | None) -> None:
        """From now on what is written belongs to this field, or to none."""
        self._at = None
        if place:
            self._at = [table_of(place.entry.entity), place.key, place.entry.name]
        field = focused_text(self._root)
        self._told = text_in(field) if field is not None else ""

    def soon(self) -> None:
        """Look as soon as what stands there now has been painted."""
        self._root.after_idle(self._look)

    def _again(self) -> None:
        self._root.after(LOOK_EVERY, self._again)
        self.soon()

    def _look(self) -> None:
        field = focused_text(self._root) if self._at else None
        if field is None:
            return
        text = text_in(field)
        if text != self._told:
            tell({"at": self._at, "text": text, "new": inserted(self._told, text)})
            self._told = text


def main() -> None:
    """Run until the window is closed or the process killed."""
    workbook, settings, *given = sys.argv[1:]
    seed, asked = given[:1], given[1:]
    input_method.prepare(os.environ)
    application = started(Path(workbook), Path(settings))
    window = application.window
    assert window is not None
    application.root.report_callback_exception = _failed
    watcher = Watcher(window)
    chance = random.Random(*seed)  # noqa: S311 - it chooses what to write
    if seed:
        Robot(window, watcher.watch, watcher.soon, chance).start()
    else:
        obey = partial(_obey, window, watcher, chance)
        threading.Thread(target=obey, daemon=True).start()
    if asked:
        window.root.after(int(asked[1]), _ask, window.root, asked[0])
    tell({"ready": os.getpid()})
    application.run()


def _ask(root: tk.Tk, protocol: str) -> None:
    """What Tk does once the desktop asks this."""
    root.tk.eval(str(root.protocol(protocol)))
    tell({"asked": protocol})


def _obey(window: Window, watcher: Watcher, chance: random.Random) -> None:
    for line in sys.stdin:
        window.post(partial(_go, window, watcher, chance, line.strip()))


def _go(window: Window, watcher: Watcher, chance: random.Random, spot: str) -> None:
    watcher.watch(None)
    watcher.watch(go(window, SPOTS[spot], chance))
    tell({"there": spot})


def _failed(_kind: type[BaseException], defect: BaseException, _trace: Any) -> None:
    if isinstance(defect, tk.TclError) and "has been destroyed" in str(defect):
        return  # the robot was about something as the window closed
    tell({"failed": "".join(traceback.format_exception(defect))})


if __name__ == "__main__":
    main()
