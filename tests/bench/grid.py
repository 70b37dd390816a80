"""A clerk at a grid of 5,000 rows and at a form: a block pasted, scrolled, one field committed.

Beside them the bare grid widget with the same texts, in the same run.
"""

from __future__ import annotations

import statistics
import tempfile
import time
import tkinter as tk
from collections.abc import Callable
from pathlib import Path

import click
from tksheet import Sheet  # type: ignore[import-untyped]  # published without types

from jsxh_desktop.app.commands import write_sample
from jsxh_desktop.domain.organization import Organization
from jsxh_desktop.domain.place import Place
from jsxh_desktop.ui.starting import started
from jsxh_desktop.ui.window import Window
from tests.display import own_display

ROWS, SCROLLS, COMMITS = 5_000, 60, 30


def rows(folder: Path) -> list[tuple[str, str, str]]:
    """What was measured, the time, and its ratio to the bare widget holding the same block."""
    workbook, settings = folder / "grid.jsxh", folder / "settings.json"
    write_sample(workbook)
    settings.write_text('{"scale": 100, "geometry": "1362x690+0+0"}', "utf-8")
    with own_display():
        application = started(workbook, settings)
        application.root.deiconify()
        window = application.window
        assert window is not None
        block = _block(window)
        found = _measured(window, block)
        bare = found["空表格控件放同样的 5000 行"]
        application.quit()
    return [
        (name, f"{seconds * 1000:.0f} 毫秒", f"{seconds / bare:.2f}")
        for name, seconds in found.items()
    ]


def _block(window: Window) -> list[list[str]]:
    codes = [code for code in window.workspace.filing.functional.codes if len(code) == 7]
    kind, fund = "基本支出", "一般公共预算财政拨款"
    return [
        [codes[n % len(codes)], "", kind, fund, "", "", "1.00", "2.00", f"{n % 1000}.{n % 100:02d}"]
        for n in range(ROWS)
    ]


def _measured(window: Window, block: list[list[str]]) -> dict[str, float]:
    root = window.root
    sheet = Sheet(root)
    sheet.pack()
    root.update()
    found = {"空表格控件放同样的 5000 行": _timed(lambda: sheet.set_sheet_data(block), root)}
    sheet.destroy()
    found["填一项到画好"] = statistics.median(_commit(window, n) for n in range(COMMITS))
    root.clipboard_clear()
    root.clipboard_append("\n".join(map("\t".join, block)))
    root.focus_force()
    root.update()
    window.go("expenditure")
    root.update()
    for _ in window.workspace.filing.expenditure:
        _press(window, "<Down>")
    found["粘贴 5000 行"] = _timed(lambda: _press(window, "<Control-v>"), root)
    pages = [_timed(lambda: _press(window, "<Next>"), root) for _ in range(SCROLLS)]
    found["翻一屏（60 次的中位数）"] = statistics.median(pages)
    return found


def _commit(window: Window, turn: int) -> float:
    """From leaving a field to everything painted."""
    place = Place(Organization.contact)
    return _timed(lambda: window.workspace.leave(place, f"会计{turn}"), window.root)


def _press(window: Window, key: str) -> None:
    focused = window.root.focus_get()
    assert focused is not None
    focused.event_generate(key)


def _timed(work: Callable[[], object], root: tk.Tk) -> float:
    begun = time.perf_counter()
    work()
    root.update_idletasks()
    return time.perf_counter() - begun


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        for row in rows(Path(name)):
            click.echo("\t".join(row))
