"""Makes Chinese input work under X: asked for as the environment says, by what is typed in.

With its first event each widget, a label too, asks the input method for a context of its own and
waits for the answer: 3 ms beside fcitx, a hundred times for a page, and now and then until the
next key. So it rests until what was built is painted; and since Tk shows it a key when it reads
the key from X, nothing is read while it rests (decision 0609).
"""

from __future__ import annotations

import locale
import shutil
import sys
import tkinter as tk
from _tkinter import DONT_WAIT, WINDOW_EVENTS
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager

SOON = 100  # ms, until a window that is shown is on the screen
SERVERS = (("fcitx5", "fcitx"), ("fcitx", "fcitx"), ("ibus-daemon", "ibus"))
UTF8 = "C.UTF-8"
_MARK = "mark"
_TELL = """apply {{} {
    set field [focus]
    if {$field ne ""} {
        set tags [bindtags $field]
        bindtags $field without
        event generate $field <FocusIn>
        bindtags $field $tags
    }
}}"""
"""The field that has the keys asks for its context, which is in use then; no binding hears it."""


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


def let_rest(root: tk.Tk) -> None:
    """Have nothing speak to it until `wake`."""
    if _is_x11(root):
        _listen(root, False)


def wake(root: tk.Tk) -> None:
    """Let it have the keys as soon as the window, just shown, is painted."""
    if not is_awake(root):
        root.after(SOON, _wake_when_painted, root)


@contextmanager
def resting(widget: tk.Misc) -> Iterator[None]:
    """While something is built, and until it is painted; after `let_rest` it rests on."""
    wakes = _is_x11(widget) and is_awake(widget)
    if wakes:
        _listen(widget, False)
    try:
        yield
    finally:
        if wakes:
            _wake_when_painted(widget.nametowidget("."))


def is_awake(widget: tk.Misc) -> bool:
    """Whether the keys go to the input method first; elsewhere than under X they always do."""
    return not _is_x11(widget) or bool(widget.tk.call("tk", "useinputmethods"))


def _wake_when_painted(root: tk.Tk) -> None:
    """Rest until the events that were read are served, then read on; before that Tk reads none.

    What comes behind them in their queue is an event of a window nobody sees.
    """
    _listen(root, False)
    mark = root.children.get(_MARK)
    if mark is None:
        mark = tk.Frame(root, name=_MARK)
        mark.winfo_id()  # a window without one gets no events
        mark.bind("<<Served>>", lambda _event: _read_on(root))
    mark.event_generate("<<Served>>", when="tail")


def _read_on(root: tk.Tk) -> None:
    """Read all there is while awake, serve one of it, and the others at rest; none: all is painted.

    The one may have closed the program, or begun to build.
    """
    _listen(root, True)
    root.tk.eval(_TELL)
    root.winfo_pointerxy()  # once X answers, all that was put on the screen waits to be painted
    found = root.tk.dooneevent(WINDOW_EVENTS | DONT_WAIT)
    if found and root.children and is_awake(root):
        _wake_when_painted(root)


def _listen(widget: tk.Misc, listens: bool) -> None:
    widget.tk.call("tk", "useinputmethods", listens)


def _is_x11(widget: tk.Misc) -> bool:
    return bool(widget.tk.call("tk", "windowingsystem") == "x11")


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
