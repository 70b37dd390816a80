"""Lends the screen a bundled font, for a computer that has no Chinese one of its own."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

from jsxh_desktop.app.paths import assets

FAMILY = "JSXH Hei"
_FILE = "Hei-Regular.ttf"
_PRIVATE = 0x10
"""FR_PRIVATE: for this process, and gone with it."""


def lend() -> bool:
    """Make the font known to this process alone, before the root window is; whether it worked."""
    font = assets() / "fonts" / _FILE
    return _lent_on_windows(font) if sys.platform == "win32" else _lent_by_fontconfig(font)


def _lent_on_windows(font: Path) -> bool:
    windows = getattr(ctypes, "windll", None)
    return bool(windows and windows.gdi32.AddFontResourceExW(str(font), _PRIVATE, None))


def _lent_by_fontconfig(font: Path) -> bool:
    """Through the very library Tk draws letters with: it is loaded once for both."""
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return False
    add = fontconfig.FcConfigAppFontAddFile
    add.argtypes, add.restype = (ctypes.c_void_p, ctypes.c_char_p), ctypes.c_int
    return bool(add(None, str(font).encode()))
