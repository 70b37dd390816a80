"""A walk through the program as it is installed: open, write in three forms, look, print, close."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import click

from jsxh_desktop.app.commands import read_filing
from tests.trials.keyboard import Keyboard
from tests.trials.waiting import wait_for

TITLE = "决算公开与绩效自评"
STARTING, CLOSING = 240, 60  # seconds
REFUSED = 2  # what the program ends with where a file cannot be had
ROOT = Path(__file__).resolve().parents[3]
PICTURES = ROOT / "build" / "walks"
FIRST = "QUANCHENG"  # typed into what has the keys as the window comes up
TYPED = {"dwjc": "KX2026", "gngwjdzyyt": "YONGTU", "zfcgzyyt": "CAIGOU"}


@dataclass(frozen=True)
class Installed:
    """A program that was put somewhere, and how to speak to it there.

    `start` is the command that takes words, `window` the one that opens its window; `called` says
    what it calls a file of this machine. Pictures go to build/walks below `name`; `settle` is for
    how many seconds a key is waited for.
    """

    name: str
    start: tuple[str, ...]
    window: tuple[str, ...]
    called: Callable[[Path], str] = str
    settle: float = 3.0

    def run(self, *words: str) -> None:
        """One command of it, until it is done; raises where that failed."""
        run([*self.start, *words])

    def walk(self, folder: Path) -> None:
        """All that a person does, on the screen there is; then the file has what was typed."""
        workbook = folder / "样 例.jsxh"
        self.run("sample", self.called(workbook))
        wait_for(workbook.exists, "the sample", STARTING)
        self._use(workbook)
        filing = read_filing(workbook)
        assert filing.organization.full_name == FIRST
        found = (
            filing.organization.short_name,
            filing.three_public.reception_purpose,
            filing.procurement.purpose,
        )
        assert [
            word for word, text in zip(TYPED.values(), found, strict=True) if word not in text
        ] == []
        assert self._printed(workbook, folder / "theirs") == _printed_here(
            workbook, folder / "ours"
        )

    def _use(self, workbook: Path) -> None:
        started = time.monotonic()
        with self._opened(workbook) as process:
            keyboard = Keyboard(os.environ)
            wait_for(lambda: keyboard.is_on(TITLE), "the window", STARTING)
            click.echo(f"\n{self.name}: window after {time.monotonic() - started:.1f} s")
            time.sleep(self.settle)
            self._picture("1-open")
            keyboard.write(FIRST, 60)
            keyboard.press("Tab")
            self._write(keyboard)
            self._look(keyboard)
            self._come_again(workbook, keyboard)
            keyboard.press("alt+F4")
            wait_for(lambda: not keyboard.is_on(TITLE), "the end", CLOSING)
            assert process.wait(CLOSING) == 0

    def _come_again(self, workbook: Path, keyboard: Keyboard) -> None:
        """A second one of the same file says who has it, and goes; the first is in front again."""
        said = run([*self.start, "check", self.called(workbook)], allowed=REFUSED)
        assert "已由" in said, said
        with self._opened(workbook) as second:
            time.sleep(6 * self.settle)
            self._picture("7-again")
            keyboard.press("alt+F4")
            assert second.wait(CLOSING) == 0
        wait_for(lambda: keyboard.is_on(TITLE), "the first window", CLOSING)

    @contextmanager
    def _opened(self, workbook: Path) -> Iterator[subprocess.Popen[bytes]]:
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        command = [*self.window, self.called(workbook)]
        process = subprocess.Popen(command, stdin=nothing, stdout=pipe, stderr=subprocess.STDOUT)
        try:
            yield process
        finally:
            process.kill()
            with suppress(subprocess.TimeoutExpired):  # what it started may hold the pipe
                process.communicate(timeout=1)
            if process.stdout:
                process.stdout.close()

    def _write(self, keyboard: Keyboard) -> None:
        """A field on each of three pages, found by the initials of its name."""
        for number, (field, words) in enumerate(TYPED.items(), 2):
            keyboard.press("ctrl+k")
            time.sleep(self.settle)
            keyboard.write(field, 60)
            time.sleep(self.settle)
            keyboard.press("Return")
            time.sleep(self.settle)
            keyboard.write(words, 60)
            keyboard.press("Tab")
            time.sleep(self.settle)
            self._picture(f"{number}-{field}")

    def _look(self, keyboard: Keyboard) -> None:
        """The preview of the whole book, then three pages before it, the charts."""
        keyboard.press("ctrl+p")
        time.sleep(6 * self.settle)
        self._picture("5-preview")
        for _ in range(3):
            keyboard.press("ctrl+Prior")
            time.sleep(4 * self.settle)
        self._picture("6-charts")

    def _printed(self, workbook: Path, folder: Path) -> dict[str, str]:
        """The text of every PDF as the installed program prints, and where it stands there."""
        self.run("print", self.called(workbook), "-o", self.called(folder), "--bundled-fonts")
        wait_for(lambda: [*folder.glob("整套*.pdf")], "the book", STARTING)
        return _texts(folder)

    def _picture(self, name: str) -> None:
        """What a person would see, for one to look at."""
        target = PICTURES / self.name / f"{name}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        camera = shutil.which("import") or "import"
        subprocess.run([camera, "-window", "root", str(target)], check=True)


def run(command: Sequence[str], allowed: int = 0) -> str:
    """A command until it ends, as it may; what it said.

    Its output goes through a pipe: where that is a file, Python dies under wine.
    """
    done = subprocess.run(
        command,
        check=False,
        timeout=STARTING,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    said = done.stdout.decode(errors="replace")
    assert done.returncode == allowed, said
    return said


def handed_out(pattern: str) -> Path:
    """A file that was built to be handed out."""
    found = sorted((ROOT / "dist").glob(pattern))
    assert found, f"no dist/{pattern}: make windows deb portable"
    return found[-1]


def _printed_here(workbook: Path, folder: Path) -> dict[str, str]:
    """The same from the checkout."""
    words = ["print", str(workbook), "-o", str(folder), "--bundled-fonts"]
    python = [sys.executable, "-m", "jsxh_desktop"]
    subprocess.run([*python, *words], cwd=ROOT, check=True, capture_output=True)
    return _texts(folder)


def _texts(folder: Path) -> dict[str, str]:
    command = ["pdftotext", "-layout"]
    return {
        path.name: subprocess.run(
            [*command, str(path), "-"], check=True, capture_output=True, text=True
        ).stdout
        for path in sorted(folder.rglob("*.pdf"))
    }
