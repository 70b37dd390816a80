"""Makes Chinese input work under X: asked for as the environment says, by what is typed in."""

from __future__ import annotations

import locale
import shutil
import sys
import tkinter as tk
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager

SOON, AT_THE_LATEST = 100, 1_000  # ms
SERVERS = (("fcitx5", "fcitx"), ("fcitx", "fcitx"), ("ibus-daemon", "ibus"))
UTF8 = "C.UTF-8"
_WAKE = """apply {{} {
    tk useinputmethods 1
    set field [focus]
    if {$field ne ""} {
        set tags [bindtags $field]
        bindtags $field without
        event generate $field <FocusIn>
        bindtags $field $tags
    }
}}"""
"""The field that got the keys meanwhile is told so again; nobody else hears of it."""
_AT_ONCE = f"after cancel {{{_WAKE}}}\n{_WAKE}"
_TAG = "KeysWake"
_KEY = f"""
    bindtags %W [lsearch -all -inline -not -exact [bindtags %W] {_TAG}]
    if {{![tk useinputmethods]}} {{
        {_AT_ONCE}
        event generate %W <Key> -keycode %k -state %s -time %t
        break
    }}
"""
"""A key that comes too early waits for the waking, then comes again, as the letter it is."""


def prepare(environ: MutableMapping[str, str]) -> None:
    """Set what is missing, before the root window is made.

    Without XMODIFIERS Tk takes plain letters; in a locale that is not UTF-8 the text an input
    method commits is lost.
    """
    if sys.platform == "win32":
        return
    installed = (name for command, name in SERVERS if shutil.which(command))
    environ.setdefault("XMODIFIERS", f"@im={next(installed, 'fcitx')}")
    spoken = next((environ[k] for k in ("LC_ALL", "LC_CTYPE", "LANG") if environ.get(k)), "")
    if "utf" not in spoken.lower():
        environ["LC_ALL"] = UTF8
        _set_locale(UTF8)
    else:
        _set_spoken_locale()


def let_rest(widget: tk.Misc) -> None:
    """Have nothing that is built from here on speak to the input method until `wake`.

    With its first event each widget, a label too, asks it for a context of its own and waits for
    the answer: 3 ms beside fcitx, a hundred times for a page, and now and then until the next key.
    """
    if _is_x11(widget):
        widget.tk.call("tk", "useinputmethods", 0)
        _wake_in(widget, AT_THE_LATEST)


def wake(widget: tk.Misc) -> None:
    """Let it have the keys again as soon as what was built is painted.

    Those read before that are plain letters, whatever is done: Tk asks as it reads (decision 0609).
    """
    if not is_awake(widget):
        _wake_in(widget, SOON)


@contextmanager
def resting(widget: tk.Misc) -> Iterator[None]:
    """While more is built on a page that is there, and not a moment longer."""
    was_awake = is_awake(widget)
    let_rest(widget)
    try:
        yield
    finally:
        if was_awake:
            widget.tk.eval(_AT_ONCE)


def is_awake(widget: tk.Misc) -> bool:
    """Whether the keys go to the input method first; elsewhere than under X they always do."""
    return not _is_x11(widget) or bool(widget.tk.call("tk", "useinputmethods"))


def _is_x11(widget: tk.Misc) -> bool:
    return bool(widget.tk.call("tk", "windowingsystem") == "x11")


def _wake_in(widget: tk.Misc, milliseconds: int) -> None:
    call = widget.tk.call
    call("after", "cancel", _WAKE)
    call("after", milliseconds, _WAKE)
    call("bind", _TAG, "<Key>", _KEY)
    if field := call("focus", "-lastfor", widget):
        tags = [tag for tag in widget.tk.splitlist(call("bindtags", field)) if tag != _TAG]
        call("bindtags", field, (_TAG, *tags))


def _set_spoken_locale() -> None:
    """As the environment says; one this C library does not have leaves the environment alone.

    So the programs that are started from here still speak the language of the desktop.
    """
    if not _set_locale(""):
        _set_locale(UTF8)


def _set_locale(name: str) -> bool:
    """Whether this computer has it; without any the window still opens."""
    try:
        locale.setlocale(locale.LC_CTYPE, name)
    except locale.Error:
        return False
    return True
