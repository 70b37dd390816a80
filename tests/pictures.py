"""The pictures of the manual, taken from the running program: `make pictures`.

One picture a page at 1366×768, as a clerk's screen shows it; run it again after a page changed.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click
from PIL import Image, ImageGrab

from jsxh_desktop.app.commands import write_sample
from jsxh_desktop.app.paths import assets
from jsxh_desktop.domain.place import Place
from jsxh_desktop.domain.project import Indicator
from jsxh_desktop.domain.three_public import ThreePublic
from jsxh_desktop.ui.application import Application
from tests.display import own_display

FOLDER = assets() / "help" / "manual" / "pictures"
SIZE = "1362x738+0+0"
SETTLED, PRINTED = 1.0, 8.0  # s
COLOURS = 256

PAGES = {
    "unit": "organization",
    "duties": "duties",
    "income": "income",
    "expenditure": "expenditure",
    "basic": "economic",
    "carryover": "carryover",
    "three_public": "three_public",
    "other_matters": "other_matters",
    "department_report": "department_report",
    "project_report": "project_report",
    "reasons": "reasons",
    "terms": "terms",
    "charts": "charts",
    "checks": "checks",
    "sign_off": "sign_off",
    "preview": "preview",
    "history": "history",
    "settings": "settings",
}
SLOW = {"charts", "preview"}


def main() -> None:
    """Take every picture; each is written over the one from before."""
    os.environ |= {"XDG_CONFIG_HOME": tempfile.mkdtemp(), "LOGNAME": "李会计"}
    data = Path(tempfile.gettempdir()) / "决算资料"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir()
    settings = data.parent / f"{data.name}.json"
    settings.write_text(json.dumps({"scale": 100, "geometry": SIZE, "folder": str(data)}), "utf-8")
    workbook = data / "朝天区科协.jsxh"
    write_sample(workbook)
    with own_display():
        application = Application(settings)
        application.root.deiconify()
        _take(application, workbook)
        application.quit()
    shutil.rmtree(data)
    settings.unlink()


def _take(application: Application, workbook: Path) -> None:
    shoot = partial(_shoot, application)
    application.welcome()
    shoot("welcome")
    application.open(workbook)
    frame = application.window
    assert frame is not None
    for name, page in PAGES.items():
        if name == "history":
            _work_a_little(application)
        frame.go(page)
        shoot(name, PRINTED if name in SLOW else SETTLED)
    frame.jump(Place(Indicator.actual, 1))
    shoot("evaluation")
    frame.go("expenditure")
    frame.do["search"]()
    shoot("jump", typed="yl")
    _crash(application, workbook)
    shoot("recovery")


def _work_a_little(application: Application) -> None:
    """Something for the history to tell of."""
    assert application.workspace is not None
    for text in ("0.50", "0.48"):
        application.workspace.leave(Place(ThreePublic.reception_domestic), text)
    application.workspace.leave(Place(ThreePublic.reception_foreign), "0")


def _crash(application: Application, workbook: Path) -> None:
    """Open a workbook whose program ended in the middle of a word."""
    assert application.workspace is not None
    keys = workbook.with_name(f".{workbook.name}.keys")
    for place, text in (
        (Place(ThreePublic.reception_purpose), "开展科普专项活动、天府科技云工作指导和青创赛评审"),
        (Place(ThreePublic.persons), "78"),
    ):
        application.workspace.typing(place, text)
    left = keys.read_bytes()
    application.put_away()
    keys.write_bytes(left)
    application.open(workbook)


def _shoot(application: Application, name: str, seconds: float = SETTLED, typed: str = "") -> None:
    root = application.root
    _wait(root.update, seconds)
    if typed:
        focused = root.focus_get()
        for key in typed:
            assert focused is not None
            focused.event_generate(f"<Key-{key}>")
        _wait(root.update, seconds)
    while application.window and not application.window.checker.is_current:
        _wait(root.update, SETTLED)
    left, top = root.winfo_rootx(), root.winfo_rooty()
    box = (left, top, left + root.winfo_width(), top + root.winfo_height())
    picture = ImageGrab.grab(box, xdisplay=os.environ["DISPLAY"])
    plain = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    FOLDER.mkdir(parents=True, exist_ok=True)
    plain.save(FOLDER / f"{name}.png", optimize=True)
    click.echo(name)


def _wait(update: Callable[[], None], seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        update()
        time.sleep(0.02)


if __name__ == "__main__":
    main()
