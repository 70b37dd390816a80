"""Makes Chinese input work under X: Tk asks for the input method only as the environment says."""

from __future__ import annotations

import locale
import shutil
import sys
from collections.abc import MutableMapping

SERVERS = (("fcitx5", "fcitx"), ("fcitx", "fcitx"), ("ibus-daemon", "ibus"))
UTF8 = "C.UTF-8"


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
