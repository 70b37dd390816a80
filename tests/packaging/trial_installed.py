"""A walk through the program as it is installed: open, write in three forms, look, print, close.

JSXH_START is the command that starts it, such as `sh 启动.sh`, and JSXH_WINDOW the one that opens
its window where that is another, such as wine with the .exe; there JSXH_DISK=Z: says how a file of
this machine is called. Where all is slow JSXH_PATIENCE=3 waits longer between the keys. Pictures of
what was seen go into the folder JSXH_PICTURES.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from jsxh_desktop.app.commands import read_filing
from tests.display import own_display
from tests.trials.keyboard import Keyboard
from tests.trials.waiting import wait_for

START = shlex.split(os.environ.get("JSXH_START", ""))
WINDOW = shlex.split(os.environ.get("JSXH_WINDOW", "")) or START
DISK = os.environ.get("JSXH_DISK", "")
PICTURES = os.environ.get("JSXH_PICTURES", "")
TITLE = "决算公开与绩效自评"
STARTING, CLOSING = 240, 60  # seconds
SETTLE = 3.0 * float(os.environ.get("JSXH_PATIENCE", "1"))
ROOT = Path(__file__).resolve().parents[2]
TYPED = {"dwjc": "KX2026", "gngwjdzyyt": "YONGTU", "zfcgzyyt": "CAIGOU"}


@pytest.mark.skipif(not START, reason="JSXH_START names no installed program")
def test_the_installed_program_does_what_the_checkout_does(tmp_path: Path) -> None:
    workbook = tmp_path / "样 例.jsxh"
    with own_display():
        run("sample", called(workbook))
        wait_for(workbook.exists, "the sample", STARTING)
        started = time.monotonic()
        command = [*WINDOW, called(workbook)]
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        try:
            keyboard = Keyboard(os.environ)
            wait_for(lambda: keyboard.is_on(TITLE), "the window", STARTING)
            click.echo(f"\nwindow after {time.monotonic() - started:.1f} s")
            time.sleep(SETTLE)
            picture("1-open")
            write(keyboard)
            look(keyboard)
            keyboard.press("alt+F4")
            wait_for(lambda: not keyboard.is_on(TITLE), "the end", CLOSING)
            assert process.wait(CLOSING) == 0
        finally:
            process.kill()
            process.communicate()
    filing = read_filing(workbook)
    found = (
        filing.organization.short_name,
        filing.three_public.reception_purpose,
        filing.procurement.purpose,
    )
    missing = [word for word, text in zip(TYPED.values(), found, strict=True) if word not in text]
    assert missing == []
    assert printed(workbook, tmp_path / "theirs") == printed_here(workbook, tmp_path / "ours")


def write(keyboard: Keyboard) -> None:
    """A field on each of three pages, found by the initials of its name."""
    for number, (field, words) in enumerate(TYPED.items(), 2):
        keyboard.press("ctrl+k")
        time.sleep(SETTLE)
        keyboard.write(field, 60)
        time.sleep(SETTLE)
        keyboard.press("Return")
        time.sleep(SETTLE)
        keyboard.write(words, 60)
        keyboard.press("Tab")
        time.sleep(SETTLE)
        picture(f"{number}-{field}")


def look(keyboard: Keyboard) -> None:
    """The preview of the whole book, then three pages before it, the charts."""
    keyboard.press("ctrl+p")
    time.sleep(6 * SETTLE)
    picture("5-preview")
    for _ in range(3):
        keyboard.press("ctrl+Prior")
        time.sleep(4 * SETTLE)
    picture("6-charts")


def printed(workbook: Path, folder: Path) -> dict[str, str]:
    """The text of every PDF, with where it stands on the page, as the installed program prints."""
    run("print", called(workbook), "-o", called(folder), "--bundled-fonts")
    wait_for(lambda: [*folder.glob("整套*.pdf")], "the book", STARTING)
    return texts(folder)


def printed_here(workbook: Path, folder: Path) -> dict[str, str]:
    """The same from the checkout."""
    words = ["print", str(workbook), "-o", str(folder), "--bundled-fonts"]
    python = [sys.executable, "-m", "jsxh_desktop"]
    subprocess.run([*python, *words], cwd=ROOT, check=True, capture_output=True)
    return texts(folder)


def texts(folder: Path) -> dict[str, str]:
    command = ["pdftotext", "-layout"]
    return {
        path.name: subprocess.run(
            [*command, str(path), "-"], check=True, capture_output=True, text=True
        ).stdout
        for path in sorted(folder.rglob("*.pdf"))
    }


def run(*words: str) -> None:
    """One command of the installed program, until it is done."""
    subprocess.run(
        [*START, *words],
        check=True,
        timeout=STARTING,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,  # where it is a file, Python dies under wine
        stderr=subprocess.STDOUT,
    )


def called(path: Path) -> str:
    return DISK + str(path).replace("/", "\\") if DISK else str(path)


def picture(name: str) -> None:
    """What a person would see, for one to look at."""
    if PICTURES:
        target = Path(PICTURES) / f"{name}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        camera = [shutil.which("import") or "import", "-window", "root", str(target)]
        subprocess.run(camera, check=True)
