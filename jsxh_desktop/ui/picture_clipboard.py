"""Puts a picture on the clipboard, where the desktop lets a program do so."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys

from jsxh_desktop.app.problem import Problem

CF_DIB = 8
GMEM_MOVEABLE = 2
BMP_HEADER = 14
PATIENCE = 5  # s
TAKERS = (
    ("wl-copy", ("--type", "image/png")),
    ("xclip", ("-selection", "clipboard", "-t", "image/png", "-i")),
)
"""Programs of a Linux desktop that take a PNG from their input and hold it."""


def can_copy() -> bool:
    """Whether this desktop takes pictures."""
    return sys.platform == "win32" or any(shutil.which(name) for name, _ in TAKERS)


def copy_picture(png: bytes) -> None:
    """Put a PNG on the clipboard; Problem where it does not take it now."""
    if sys.platform == "win32":
        _copy_on_windows(_device_independent(png))
        return
    for name, options in TAKERS:
        found = shutil.which(name)
        if found and _took([found, *options], png):
            return
    raise Problem("剪贴板现在不接受图片，可以另存为图片")


def _took(command: list[str], png: bytes) -> bool:
    """The program lives on to hold the picture, so nothing of its output is waited for."""
    try:
        done = subprocess.run(  # noqa: S603 - a program of TAKERS, without a shell
            command,
            input=png,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _device_independent(png: bytes) -> bytes:
    """The picture as Windows hands it on: a bitmap without its file header."""
    from PIL import Image

    target = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").save(target, "BMP")
    return target.getvalue()[BMP_HEADER:]


def _copy_on_windows(bitmap: bytes) -> None:
    import ctypes

    user, kernel = ctypes.windll.user32, ctypes.windll.kernel32  # type: ignore[attr-defined]  # Windows
    kernel.GlobalAlloc.argtypes = ctypes.c_uint, ctypes.c_size_t
    kernel.GlobalAlloc.restype = kernel.GlobalLock.restype = ctypes.c_void_p
    kernel.GlobalLock.argtypes = kernel.GlobalUnlock.argtypes = (ctypes.c_void_p,)
    user.OpenClipboard.argtypes = (ctypes.c_void_p,)
    user.SetClipboardData.argtypes = ctypes.c_uint, ctypes.c_void_p
    user.SetClipboardData.restype = ctypes.c_void_p
    if not user.OpenClipboard(None):
        raise Problem("剪贴板正被别的程序占用，等一下再点")
    try:
        user.EmptyClipboard()
        held = kernel.GlobalAlloc(GMEM_MOVEABLE, len(bitmap))
        ctypes.memmove(kernel.GlobalLock(held), bitmap, len(bitmap))
        kernel.GlobalUnlock(held)
        user.SetClipboardData(CF_DIB, held)
    finally:
        user.CloseClipboard()
