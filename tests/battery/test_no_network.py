"""T35: the window and all that helps it ask nothing of a network and start nothing but our own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.battery.counts import LONG, tell
from tests.display import missing, own_display
from tests.sample_file import put_sample

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
OURS = ("jsxh_desktop.app.",)
OF_THE_DESKTOP = {"fc-list", "gsettings", "lpstat", "xrdb"}
"""They say what fonts and printers there are, and how large and dark things should be."""

SETTINGS = '{"scale": 100, "geometry": "1366x696+0+0"}'


def heard(words: list[str], folder: Path, **environ: str) -> tuple[int, list[Any], list[str]]:
    """How many Pythons ran, what they asked of a network, and the programs they started."""
    log = folder / "heard"
    path = os.pathsep.join((str(HERE / "listening"), str(ROOT)))
    listening = {**os.environ, "PYTHONPATH": path, "HEARD": str(log), "HOME": str(folder)}
    command = [sys.executable, *words]
    done = subprocess.run(
        command, cwd=ROOT, env={**listening, **environ}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    pythons = [each for each in lines if each[1] == "began"]
    asked = [each for each in lines if each[1].startswith(("socket", "urllib", "web"))]
    started = [each for each in lines if each[1].startswith(("subprocess", "os", "pty"))]
    return len(pythons), [*filter(_is_outside, asked)], [_named(each) for each in started]


def _is_outside(asked: list[Any]) -> bool:
    """A socket of this machine's own has a path for an address."""
    return not (asked[1] == "socket.connect" and isinstance(asked[3], str))


def _named(started: list[Any]) -> str:
    """Our module, or the program."""
    words = started[3] if started[1] == "subprocess.Popen" else started[2:]
    words = [words] if isinstance(words, str) else [str(word) for word in words]
    return next((word for word in words if word.startswith(OURS)), Path(words[0]).name)


@pytest.mark.skipif(not LONG, reason="a walk through all of the window takes half a minute")
def test_the_window_asks_nothing_of_a_network_and_starts_only_our_own(tmp_path: Path) -> None:
    if absent := missing():
        pytest.fail(f"this needs {absent}")
    book = put_sample(tmp_path / "朝天区科协.jsxh")
    (settings := tmp_path / "settings.json").write_text(SETTINGS, "utf-8")
    walk = ["-m", "tests.battery.walked_window", str(book), str(settings)]
    with own_display() as screen:
        pythons, asked, started = heard(walk, tmp_path, DISPLAY=screen, XMODIFIERS="@im=none")
    strangers = [each for each in started if not each.startswith(OURS)]
    counts = {"programs": len(started), "of_the_desktop": len(strangers)}
    tell("T35 window", pythons=pythons, asked=len(asked), **counts)
    assert asked == []
    assert set(strangers) <= OF_THE_DESKTOP
    assert pythons > 1
    assert {each for each in started if each.startswith(OURS)} >= {
        "jsxh_desktop.app.examiner",
        "jsxh_desktop.app.press",
    }


CONTROL = """
import socket, subprocess, sys
with socket.socket() as asked:
    asked.connect_ex(("127.0.0.1", 9))
subprocess.run([sys.executable, "-c", "import socket; socket.getaddrinfo('localhost', 9)"])
"""


def test_whoever_asks_and_whoever_is_started_is_heard(tmp_path: Path) -> None:
    """The control: an asking of the program's own, and one of a program that it starts."""
    pythons, asked, started = heard(["-c", CONTROL], tmp_path)
    assert pythons == 2
    assert [each[1] for each in asked] == ["socket.connect", "socket.getaddrinfo"]
    assert started == [Path(sys.executable).name]
