"""Keys of a keyboard with dead accents, pressed for a window as X has them, not as Tk makes them.

Where no other serves, X itself is the input method: it makes one letter of an accent and a letter.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.display import connected

DEAD_ACUTE, E = 0xFE51, ord("e")  # keysyms
KEY_PRESS, KEY_PRESS_MASK = 2, 1
WITH_DEAD_KEYS, PLAIN = ("us", "-variant", "intl"), ("us",)
Id = ctypes.c_ulong


class _KeyEvent(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", Id),
        ("root", Id),
        ("subwindow", Id),
        ("time", ctypes.c_ulong),
        ("places", ctypes.c_int * 4),
        ("state", ctypes.c_uint),
        ("keycode", ctypes.c_uint),
        ("same_screen", ctypes.c_int),
        ("rest", ctypes.c_char * 96),  # an event of any kind is 192 bytes long
    )


@contextmanager
def keyboard_with_dead_keys() -> Iterator[None]:
    _lay_out(*WITH_DEAD_KEYS)
    try:
        yield
    finally:
        _lay_out(*PLAIN)


def press(window: int, *keysyms: int) -> None:
    """Send the keys to a window, and wait until X has them."""
    with connected(os.environ["DISPLAY"]) as (x11, screen):
        root, wanted = x11.XDefaultRootWindow(screen), ctypes.c_long(KEY_PRESS_MASK)
        for keysym in keysyms:
            key = x11.XKeysymToKeycode(screen, Id(keysym))
            event = _KeyEvent(KEY_PRESS, window=window, root=root, keycode=key, same_screen=True)
            x11.XSendEvent(screen, Id(window), False, wanted, ctypes.byref(event))


def _lay_out(*layout: str) -> None:
    command = shutil.which("setxkbmap")
    assert command, "setxkbmap comes with Xvfb"
    subprocess.run([command, *layout], check=True)
