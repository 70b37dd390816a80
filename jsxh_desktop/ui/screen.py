"""What the screen and the desktop ask for: how large things should be, and whether dark."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tkinter as tk
from collections.abc import Callable

from jsxh_desktop.app.settings import SCALES, Settings

LEAST = (1180, 640)
PATIENCE = 1  # s


def scale() -> int:
    """Per cent, one of the offered sizes, as the desktop is set."""
    wanted = 100 * (_windows_dpi() if sys.platform == "win32" else _x11_dpi()) / 96
    return min(SCALES, key=lambda offered: abs(offered - wanted))


def look(settings: Settings, zoom: int = 0) -> tuple[str, float, str]:
    """Light or dark, the factor of the size, the size of the letters; a zoom is in per cent."""
    size = zoom or settings.scale or scale()
    dark = settings.colours == "深色" or (settings.colours == "跟随系统" and is_dark())
    return "dark" if dark else "light", size / 100, settings.type_size


def seen(geometry: str, room: tuple[int, int]) -> str:
    """Where a window was last, if it can be seen whole there on this screen; else nothing."""
    found = re.fullmatch(r"(\d+)x(\d+)\+(\d+)\+(\d+)", geometry)
    if not found:
        return ""
    width, height, left, top = map(int, found.groups())
    return geometry if left + width <= room[0] and top + height <= room[1] else ""


def place(root: tk.Tk, px: Callable[[int], int], geometry: str) -> None:
    """Put the window where it was last, or where there is room for it.

    It has that size from here on, before it is shown, else all on it would be laid out twice.
    """
    root.update_idletasks()  # else Tk keeps a size back until the window is shown
    room = (root.winfo_screenwidth(), root.winfo_screenheight())
    width, height = min(room[0], px(1366)), min(room[1] - px(28), px(740))
    root.minsize(min(px(LEAST[0]), width), min(px(LEAST[1]), height))
    root.geometry(seen(geometry, room) or f"{width}x{height}+0+0")
    root.update_idletasks()
    if os.name == "nt":
        stand_unseen(root)


def stand_unseen(root: tk.Tk) -> None:
    """Put the window on the screen, seen through until `theme.show`.

    Windows gives it its size only there, and all on it would be laid out and painted twice.
    """
    root.attributes("-alpha", 0.0)
    root.deiconify()
    root.update_idletasks()


def is_dark() -> bool:
    """Whether the desktop is set to dark windows."""
    if sys.platform == "win32":
        import winreg

        place = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, place) as key:
                return not winreg.QueryValueEx(key, "AppsUseLightTheme")[0]
        except OSError:
            return False
    return "dark" in _said(["gsettings", "get", "org.gnome.desktop.interface", "color-scheme"])


def _windows_dpi() -> float:
    import ctypes

    return float(ctypes.windll.user32.GetDpiForSystem())  # type: ignore[attr-defined]  # Windows


def _x11_dpi() -> float:
    """Xft.dpi, else what GTK or Qt were told; Tk itself reads neither."""
    found = re.search(r"^Xft\.dpi:\s*([\d.]+)", _said(["xrdb", "-query"]), re.MULTILINE)
    if found:
        return float(found[1])
    for name in ("GDK_SCALE", "QT_SCALE_FACTOR"):
        told = os.environ.get(name, "")
        if re.fullmatch(r"\d(\.\d+)?", told):
            return 96 * float(told)
    return 96


def _said(command: list[str]) -> str:
    if not shutil.which(command[0]):
        return ""
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command without anything typed
            command, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout
