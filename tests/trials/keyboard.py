"""Real keys, pressed by xdotool where the focus is."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from tests.trials.waiting import wait_for_rest

KEY = 30  # ms between two letters


class Keyboard:
    """Presses keys as a person does: where the focus is, and looking at what comes of it.

    `watched` are the processes that have to come to rest after each key.
    """

    def __init__(self, environ: Mapping[str, str], *watched: int) -> None:
        self._environ = environ
        self._command = shutil.which("xdotool") or "xdotool"
        self._watched = watched

    def press(self, *keys: str) -> None:
        """Keys by the names of X: Return, ctrl+k."""
        for key in keys:
            self._do("key", key)
            wait_for_rest(*self._watched)

    def write(self, letters: str, apart: int = KEY) -> None:
        """Letters as they are on the keys, so many ms apart."""
        self._do("type", "--delay", str(apart), letters)
        wait_for_rest(*self._watched)

    def press_and_write(self, key: str, letters: str) -> None:
        """A key, and the letters without looking what comes of it."""
        self._do("key", key, "type", "--delay", str(KEY), letters)
        wait_for_rest(*self._watched)

    @contextmanager
    def writing(self, letters: str, apart: int) -> Iterator[None]:
        """Write on while something else is done, and stop, with no key held, when it is."""
        words = [self._command, "type", "--delay", str(apart), letters]
        hand = subprocess.Popen(words, env=self._environ)
        try:
            yield
        finally:
            hand.kill()
            hand.wait()
            keys = sorted({letter if letter != " " else "space" for letter in letters})
            self._do("keyup", *keys)

    def write_chinese(self, pinyin: str) -> None:
        """The first word the input method offers for these letters."""
        self.write(pinyin)
        self.press("space")

    def is_on(self, title: str) -> bool:
        """Whether the keys go to the window of this title."""
        return title in self._do("getwindowfocus", "getwindowname")

    def _do(self, *words: str) -> str:
        done = subprocess.run(
            [self._command, *words], env=self._environ, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()
