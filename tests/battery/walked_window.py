"""A walk through the whole window in a process of its own, a step after the other, to its end.

`python -m tests.battery.walked_window WORKBOOK SETTINGS`: every page, one of each kind of work, the
checks, what stands beside the pages; ends with 0 where nothing failed.
"""

from __future__ import annotations

import random
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsxh_desktop.app.pages import PAGES
from jsxh_desktop.ui.application import Application
from jsxh_desktop.ui.starting import started
from jsxh_desktop.ui.window import ASIDE
from tests.trials.chores import Chores
from tests.ui.clerk import Clerk

KINDS = 11
"""Of work a clerk does again and again; each is done once before any is done twice."""

PAUSE = 10  # ms


def steps(application: Application) -> Iterator[None]:
    """Stops after each, for the window to paint and to hear what was made beside it."""
    window, clerk = application.window, Clerk(application)
    assert window is not None
    for page in (*(each.key for each in PAGES), *sorted(ASIDE)):
        window.go(page)
        yield
    window.check()
    clerk.wait(lambda: window.checker.is_current)
    chores = Chores(application, random.Random(1))  # noqa: S311 - it chooses what to do
    chores.begin()
    while len(chores.done) < KINDS:
        chores.next()
        yield
    chores.inspect()
    application.welcome()
    yield


def main() -> None:
    """Walk, and close the window."""
    workbook, settings = map(Path, sys.argv[1:])
    application = started(workbook, settings)
    failures: list[str] = []
    walk = steps(application)

    def failed(_kind: type[BaseException], defect: BaseException, _trace: Any) -> None:
        failures.append("".join(traceback.format_exception(defect)))
        application.root.after(PAUSE, application.end)

    def step() -> None:
        if next(walk, walk) is walk:
            application.quit()
        else:
            application.root.after(PAUSE, step)

    application.root.report_callback_exception = failed
    application.root.after(PAUSE, step)
    application.run()
    sys.exit("\n".join(failures) or 0)


if __name__ == "__main__":
    main()
