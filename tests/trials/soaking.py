"""The real program in a process of its own in which a robot works for so many seconds.

`python -m tests.trials.soaking WORKBOOK SETTINGS SEED SECONDS`: a line of JSON for each reading of
what it takes of the computer, and one for each defect; then the window is closed.
"""

from __future__ import annotations

import gc
import json
import os
import random
import sys
import time
import traceback
from pathlib import Path
from typing import Any

from jsxh_desktop.store.keylog import beside
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.starting import started
from tests.trials.chores import Chores
from tests.trials.gauges import reading

PAUSE = 60  # ms
READINGS = 40  # of a run


def tell(**said: Any) -> None:
    """One line to whoever watches; it is there even if the process ends at once."""
    os.write(1, json.dumps(said, ensure_ascii=False).encode() + b"\n")


class Soak:
    """Chore after chore until its time is over; a reading is taken now and then."""

    def __init__(self, application: Application, chores: Chores, seconds: float) -> None:
        self._application, self._chores = application, chores
        self._began = self._read_at = time.monotonic()
        self._seconds = seconds
        self._longest = 0

    def step(self) -> None:
        """One chore, then the next in a while."""
        spent = time.monotonic() - self._began
        try:
            self._work(spent)
        finally:  # what failed is told of, and the work goes on
            root = self._application.root
            if spent < self._seconds:
                root.after(PAUSE, self.step)
            else:
                root.after_idle(self._application.quit)

    def _work(self, spent: float) -> None:
        if not self._chores.done:
            self._application.root.focus_force()
            self._chores.begin()
        self._chores.next()
        workspace = self._application.workspace
        assert workspace is not None
        log = beside(workspace.path)
        self._longest = max(self._longest, log.stat().st_size if log.exists() else 0)
        if spent and time.monotonic() - self._read_at > self._seconds / READINGS:
            self._chores.inspect()
            workspace.flush()
            gc.collect()
            root = self._application.root
            tell(
                at=round(spent),
                **reading(workspace.path),
                longest=self._longest,
                commands=len(root.tk.splitlist(root.tk.call("info", "commands"))),
                images=len(root.image_names()),
                done=self._chores.done,
            )
            self._read_at = time.monotonic()


def main() -> None:
    """Work, close the window."""
    workbook, settings, seed, seconds = sys.argv[1:]
    application = started(Path(workbook), Path(settings))
    application.root.report_callback_exception = _failed
    chance = random.Random(seed)  # noqa: S311 - it chooses what to do
    soak = Soak(application, Chores(application, chance), float(seconds))
    application.root.after(1_000, soak.step)
    application.run()


def _failed(_kind: type[BaseException], defect: BaseException, _trace: Any) -> None:
    tell(failed="".join(traceback.format_exception(defect)))


if __name__ == "__main__":
    main()
