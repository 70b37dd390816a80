"""A desktop of one's own with Chinese input: a screen, a session bus, fcitx5 with pinyin."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests import display
from tests.trials.waiting import wait_for, wait_for_rest

NEEDED = ("dbus-daemon", "fcitx5", "scel2org5", "xdotool")
"""The commands besides those of a screen; scel2org5 comes with the pinyin of fcitx5."""
STARTING = 20  # seconds until an input method must serve
PROFILE = """\
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin
[Groups/0/Items/0]
Name=keyboard-us
Layout=
[Groups/0/Items/1]
Name=pinyin
Layout=
[GroupOrder]
0=Default
"""
CONFIG = """\
[Behavior]
ActiveByDefault=True
ShareInputState=All
"""
Environ = Mapping[str, str]


def missing() -> list[str]:
    """The commands a trial needs and this machine has not got."""
    return [*display.missing(), *(name for name in NEEDED if not shutil.which(name))]


@contextmanager
def own_desktop(home: Path) -> Iterator[Environ]:
    """Start a screen and a session bus; what a program needs in its environment to be on it."""
    running = home / "run"
    for folder in (home / ".config", running):
        folder.mkdir(parents=True, mode=0o700)
    with display.own_display() as screen:
        environ = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_RUNTIME_DIR": str(running),
            "DISPLAY": screen,
        }
        _press_once(screen)
        bus = subprocess.Popen(
            [_found("dbus-daemon"), "--session", "--nofork", "--print-address"],
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert bus.stdout is not None
        try:
            yield {**environ, "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip()}
        finally:
            bus.terminate()
            bus.wait()
            bus.stdout.close()


@contextmanager
def pinyin(environ: Environ) -> Iterator[subprocess.Popen[bytes]]:
    """Start fcitx5 that writes pinyin from the first key on; the process is the caller's to kill.

    It knows nothing of earlier words, so that the same letters give the same words.
    """
    kept = Path(environ["HOME"], ".local", "share", "fcitx5")
    shutil.rmtree(kept, ignore_errors=True)
    settings = Path(environ["XDG_CONFIG_HOME"], "fcitx5")
    settings.mkdir(exist_ok=True)
    (settings / "profile").write_text(PROFILE, "utf-8")
    (settings / "config").write_text(CONFIG, "utf-8")
    server = subprocess.Popen([_found("fcitx5")], env=environ, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: _is_served(environ["DISPLAY"]), "fcitx5", STARTING)
        wait_for_rest(server.pid)  # it answers before it can
        yield server
    finally:
        server.terminate()
        server.wait()


def _is_served(screen: str) -> bool:
    """Whether programs on this screen find the input method: it owns a selection named so."""
    with display.connected(screen) as (x11, connection):
        name = ctypes.c_ulong(x11.XInternAtom(connection, b"@server=fcitx", False))
        return bool(x11.XGetSelectionOwner(connection, name))


def _press_once(screen: str) -> None:
    """Have a key that is held, as under load all are, come once only."""
    with display.connected(screen) as (x11, connection):
        x11.XAutoRepeatOff(connection)


def _found(command: str) -> str:
    path = shutil.which(command)
    if path is None:
        raise FileNotFoundError(command)
    return path
